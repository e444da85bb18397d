"""JSON Resume to a CV."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from aicvgen.documents.jsonresume import foreign, values
from aicvgen.documents.jsonresume.fields import META, SHAPES, Shape
from aicvgen.domain.cv import Contact, Cv, Doubt, Entry, Evidence, Fact, Kind, Section
from aicvgen.domain.dropped import Dropped
from aicvgen.domain.errors import Reason, Rejected

_Rest = Mapping[str, Any]
_CODE = re.compile("[a-z]{2}")


def looks_like(parsed: Any) -> bool:
    """Say whether a parsed JSON value is a JSON Resume."""
    keys = ("basics", "work", "education")
    return isinstance(parsed, dict) and any(key in parsed for key in keys)


def leaves(parsed: Any) -> list[str]:
    """Return the texts of a resume in its order, without its `$schema` and `meta`."""
    return [text for _, text in values.walk(parsed)]


def read(parsed: Any) -> Cv:
    """Return the CV of a resume, with what `meta.aicvgen` adds to it.

    Raises `Rejected` with CORRUPT where a section is no list of objects, and EMPTY where the resume
    says nothing.
    """
    if not leaves(parsed):
        raise Rejected(Reason.EMPTY, "The resume says nothing: upload one with content.")
    meta = parsed.get("meta")
    ours = meta.get(META) if isinstance(meta, dict) else None
    try:
        return foreign.Reader(parsed).cv() if ours is None else _own(parsed, ours)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, ValidationError):
        raise Rejected(
            Reason.CORRUPT, "The file does not follow the JSON Resume schema: correct and retry."
        ) from None


def _own(resume: Mapping[str, Any], rest: _Rest) -> Cv:
    """Return the CV of a resume that we wrote."""
    return Cv(
        language=_language(rest["language"]),
        contact=_contact(resume.get("basics") or {}, rest["contact"]),
        sections=tuple(_sections(resume, rest["sections"])),
        doubts=tuple(Doubt(**doubt) for doubt in rest["doubts"]),
        left_over=tuple(Fact(**fact) for fact in rest["left_over"]),
        dropped=tuple(Dropped(**each) for each in rest.get("dropped", ())),
    )


def _language(code: str) -> str:
    """Return a language's code; raises ValueError for anything else: models are told this word."""
    if not _CODE.fullmatch(code):
        raise ValueError("a language is two letters")
    return code


def _contact(basics: Mapping[str, Any], rest: _Rest) -> Contact:
    return Contact(
        name=values.text(basics.get("name")),
        headline=values.text(basics.get("label")),
        email=rest.get("email") or values.text(basics.get("email")),
        phone=values.text(basics.get("phone")),
        url=values.as_written(values.text(basics.get("url")), rest.get("url")),
        location=values.place(basics.get("location")),
        profiles=values.profiles(basics.get("profiles") or [], rest.get("profiles") or []),
        evidence={key: Evidence(**value) for key, value in rest["evidence"].items()},
    )


def _sections(resume: Mapping[str, Any], rests: Sequence[_Rest]) -> Iterator[Section]:
    taken: dict[Kind, int] = {}
    summaries = values.paragraphs((resume.get("basics") or {}).get("summary"))
    for rest in rests:
        kind = Kind(rest["kind"])
        entries: list[Entry] = []
        for entry_rest in rest["entries"]:
            at = taken.get(kind, 0)
            taken[kind] = at + 1
            raw: Mapping[str, Any] = {}
            if kind in SHAPES:
                raw = resume[SHAPES[kind].key][at]
            elif kind is Kind.SUMMARY:
                count = len(entry_rest["prose"])
                raw = {"summary": "\n".join(summaries[:count])}
                summaries = summaries[count:]
            entries.append(_merge(raw, entry_rest, kind))
        lines = tuple(rest["lines"])
        yield Section(kind=kind, heading=rest["heading"], lines=lines, entries=tuple(entries))


def _merge(raw: Mapping[str, Any], rest: _Rest, kind: Kind) -> Entry:
    """Return an entry from its standard keys and from what was kept beside them."""
    shape = SHAPES.get(kind, Shape("", {}, prose="summary" if kind is Kind.SUMMARY else ""))
    fields = {field: values.text(raw.get(key)) for field, key in shape.texts.items()}
    merged: dict[str, Any] = {**fields, **rest}
    if "url" in shape.texts:
        merged["url"] = values.as_written(fields["url"], rest.get("url"))
    if shape.terms:
        merged["terms"] = values.strings(raw.get(shape.terms))
    prose = values.paragraphs(raw.get(shape.prose)) if shape.prose else []
    merged["prose"] = _rejoin(rest["id"], prose, rest["prose"])
    items = values.items(raw, shape)
    merged["items"] = _rejoin(rest["id"], items, rest["items"], len(merged["prose"]))
    return Entry.model_validate(merged)


def _rejoin(
    entry_id: str, texts: Sequence[str], rests: Sequence[_Rest], after: int = 0
) -> tuple[Fact, ...]:
    """Give texts their ids and lines back; where somebody edited them, they are numbered anew."""
    if rests and all("text" in rest for rest in rests):
        return tuple(Fact.model_validate(rest) for rest in rests)
    if len(texts) != len(rests):
        return tuple(values.facts(entry_id, texts, after=after))
    return tuple(
        Fact.model_validate({**rest, "text": text}) for text, rest in zip(texts, rests, strict=True)
    )
