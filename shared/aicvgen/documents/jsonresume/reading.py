"""JSON Resume to a CV."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from aicvgen.documents.jsonresume.fields import KINDS, META, SHAPES, Shape
from aicvgen.documents.jsonresume.writing import absolute
from aicvgen.domain.cv import (
    Contact,
    Cv,
    Doubt,
    Entry,
    Evidence,
    Fact,
    Kind,
    Period,
    Profile,
    Section,
)
from aicvgen.domain.errors import Reason, Rejected

_Rest = Mapping[str, Any]


def looks_like(parsed: Any) -> bool:
    """Say whether a parsed JSON value is a JSON Resume."""
    return isinstance(parsed, dict) and any(
        key in parsed for key in ("basics", "work", "education")
    )


def leaves(parsed: Any) -> list[str]:
    """Return the texts of a resume in its order, without its `$schema` and `meta`."""
    return [text for _, text in _walk(parsed, ())]


def _walk(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict):
        for key, child in value.items():
            if path or key not in {"$schema", "meta"}:
                yield from _walk(child, (*path, key))
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from _walk(child, (*path, number))
    elif value is not None and not isinstance(value, bool) and str(value).strip():
        yield path, str(value)


def read(parsed: Any) -> Cv:
    """Return the CV of a resume, with what `meta.aicvgen` adds to it.

    Raises `Rejected` with CORRUPT where a section is no list of objects, and EMPTY where the resume
    says nothing.
    """
    try:
        return _Reader(parsed).cv()
    except (AttributeError, TypeError, KeyError, ValidationError):
        raise Rejected(
            Reason.CORRUPT, "The file does not follow the JSON Resume schema: correct and retry."
        ) from None


class _Reader:
    def __init__(self, parsed: Mapping[str, Any]) -> None:
        self._resume = parsed
        self._lines = {path: index for index, (path, _) in enumerate(_walk(parsed, ()))}
        if not self._lines:
            raise Rejected(Reason.EMPTY, "The resume says nothing: upload one with content.")
        meta = parsed.get("meta")
        self._meta: _Rest | None = meta.get(META) if isinstance(meta, dict) else None
        self._basics: Mapping[str, Any] = parsed.get("basics") or {}

    def cv(self) -> Cv:
        if self._meta is None:
            return Cv(
                contact=self._contact({}),
                sections=tuple(self._plain_sections()),
                left_over=tuple(self._unknown()),
            )
        return Cv(
            language=self._meta["language"],
            contact=self._contact(self._meta["contact"]),
            sections=tuple(self._sections(self._meta["sections"])),
            doubts=tuple(Doubt(**doubt) for doubt in self._meta["doubts"]),
            left_over=tuple(Fact(**fact) for fact in self._meta["left_over"]),
        )

    def _under(self, *path: str | int) -> tuple[int, ...]:
        """Return the lines of everything under a path."""
        return tuple(i for where, i in self._lines.items() if where[: len(path)] == path)

    def _contact(self, rest: _Rest) -> Contact:
        basics = self._basics
        fields = {
            "name": ("name",),
            "headline": ("label",),
            "email": ("email",),
            "phone": ("phone",),
            "url": ("url",),
            "location": ("location",),
            "profiles": ("profiles",),
        }
        evidence = {
            field: Evidence(lines=lines)
            for field, path in fields.items()
            if (lines := self._under("basics", *path))
        }
        if rest:
            evidence = {key: Evidence(**value) for key, value in rest["evidence"].items()}
        return Contact(
            name=_text(basics.get("name")),
            headline=_text(basics.get("label")),
            email=rest.get("email") or _text(basics.get("email")),
            phone=_text(basics.get("phone")),
            url=_as_written(_text(basics.get("url")), rest.get("url")),
            location=_place(basics.get("location")),
            profiles=_profiles(basics.get("profiles") or [], rest.get("profiles") or []),
            evidence=evidence,
        )

    def _plain_sections(self) -> Iterator[Section]:
        summary = _text(self._basics.get("summary"))
        if summary:
            prose = _facts(
                "summary-1", summary.splitlines(), self._under("basics", "summary") * 999
            )
            entry = Entry(id="summary-1", prose=tuple(prose))
            yield Section(kind=Kind.SUMMARY, heading="", entries=(entry,))
        for key, raw in self._resume.items():
            if key not in KINDS or not raw:
                continue
            kind = KINDS[key]
            entries = [
                self._plain_entry(kind, number, each) for number, each in enumerate(raw, start=1)
            ]
            yield Section(kind=kind, heading="", entries=tuple(entries))

    def _plain_entry(self, kind: Kind, number: int, raw: Mapping[str, Any]) -> Entry:
        shape = SHAPES[kind]
        at = (shape.key, number - 1)
        entry_id = f"{kind.value}-{number}"
        prose = _paragraphs(raw.get(shape.prose)) if shape.prose else []
        extra = _paragraphs(raw.get("description")) if kind is Kind.WORK else []
        facts = _facts(entry_id, extra, self._under(*at, "description") * 999)
        facts += _facts(entry_id, prose, self._under(*at, shape.prose) * 999, len(facts))
        key = shape.items or shape.joined_items
        items = _facts(entry_id, _items(raw, shape), self._under(*at, key) * 999, len(facts))
        if shape.items:
            lines = self._under(*at, key)
            items = [
                fact.model_copy(update={"lines": lines[index : index + 1]})
                for index, fact in enumerate(items)
            ]
        fields = {field: _text(raw.get(name)) for field, name in shape.texts.items()}
        known = {*shape.texts.values(), shape.prose, key, shape.terms, "description"}
        if "location" not in fields:
            fields["location"] = _text(raw.get("location"))
            known.add("location")
        known |= {"startDate", "endDate", "date", "releaseDate"}
        for name in raw:
            if name not in known and (lines := self._under(*at, name)):
                texts = [text for path, text in _walk(raw[name], ())]
                items += _facts(entry_id, texts, lines, len(facts) + len(items))
        evidence = {
            field: Evidence(lines=self._under(*at, name))
            for field, name in shape.texts.items()
            if fields[field]
        }
        period = _period(raw, shape)
        if period is not None:
            dates = ("startDate", "endDate", "date", "releaseDate")
            lines = tuple(line for name in dates for line in self._under(*at, name))
            evidence["period"] = Evidence(lines=lines)
        terms = _strings(raw.get(shape.terms)) if shape.terms else ()
        if terms:
            evidence["terms"] = Evidence(lines=self._under(*at, shape.terms))
        return Entry(
            id=entry_id,
            **fields,
            period=period,
            prose=tuple(facts),
            items=tuple(items),
            terms=tuple(terms),
            evidence=evidence,
        )

    def _unknown(self) -> Iterator[Fact]:
        """Yield the texts of keys the schema does not know."""
        known = {"basics", *KINDS}
        in_basics = {"name", "label", "email", "phone", "url", "summary", "location", "profiles"}
        number = 0
        for path, text in _walk(self._resume, ()):
            if path[0] not in known or (path[0] == "basics" and path[1] not in in_basics):
                number += 1
                yield Fact(id=f"left-{number}", text=text, lines=(self._lines[path],))

    def _sections(self, rests: Sequence[_Rest]) -> Iterator[Section]:
        taken: dict[Kind, int] = {}
        summaries = _paragraphs(self._basics.get("summary"))
        for rest in rests:
            kind = Kind(rest["kind"])
            entries: list[Entry] = []
            for entry_rest in rest["entries"]:
                number = taken.get(kind, 0)
                taken[kind] = number + 1
                shape = SHAPES.get(kind)
                raw: Mapping[str, Any] = {}
                if shape is not None:
                    raw = self._resume[shape.key][number]
                elif kind is Kind.SUMMARY:
                    count = len(entry_rest["prose"])
                    raw = {"summary": "\n".join(summaries[:count])}
                    summaries = summaries[count:]
                entries.append(_merge(raw, entry_rest, kind))
            yield Section(
                kind=kind,
                heading=rest["heading"],
                lines=tuple(rest["lines"]),
                entries=tuple(entries),
            )


def _merge(raw: Mapping[str, Any], rest: _Rest, kind: Kind) -> Entry:
    """Return an entry from its standard keys and from what was kept beside them."""
    shape = SHAPES.get(kind, Shape("", {}, prose="summary" if kind is Kind.SUMMARY else ""))
    fields: dict[str, Any] = {field: _text(raw.get(key)) for field, key in shape.texts.items()}
    fields = {
        **fields,
        **{key: value for key, value in rest.items() if key not in {"prose", "items"}},
    }
    if "url" in shape.texts:
        fields["url"] = _as_written(_text(raw.get("url")), rest.get("url"))
    if shape.terms:
        fields["terms"] = _strings(raw.get(shape.terms))
    prose = _paragraphs(raw.get(shape.prose)) if shape.prose else []
    fields["prose"] = _rejoin(rest["id"], prose, rest["prose"])
    fields["items"] = _rejoin(rest["id"], _items(raw, shape), rest["items"], len(fields["prose"]))
    return Entry.model_validate(fields)


def _rejoin(
    entry_id: str, texts: Sequence[str], rests: Sequence[_Rest], offset: int = 0
) -> tuple[Fact, ...]:
    if all("text" in rest for rest in rests) and rests:
        return tuple(Fact.model_validate(rest) for rest in rests)
    if len(texts) != len(rests):
        return tuple(_facts(entry_id, texts, (), offset))
    return tuple(
        Fact.model_validate({**rest, "text": text}) for text, rest in zip(texts, rests, strict=True)
    )


def _items(raw: Mapping[str, Any], shape: Shape) -> list[str]:
    if shape.items:
        return list(_strings(raw.get(shape.items)))
    return _paragraphs(raw.get(shape.joined_items)) if shape.joined_items else []


def _facts(
    entry_id: str, texts: Sequence[str], lines: Sequence[int], offset: int = 0
) -> list[Fact]:
    return [
        Fact(id=f"{entry_id}/{offset + number}", text=text, lines=tuple(lines[number - 1 : number]))
        for number, text in enumerate(texts, start=1)
    ]


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _paragraphs(value: Any) -> list[str]:
    return [text.strip() for text in _text(value).splitlines() if text.strip()]


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(text for each in value or [] if (text := _text(each)))


def _as_written(url: str, written: Any) -> str:
    return written if isinstance(written, str) and absolute(written) == url else url


def _place(location: Any) -> str:
    if not isinstance(location, dict):
        return _text(location)
    city = " ".join(filter(None, (_text(location.get("postalCode")), _text(location.get("city")))))
    parts = (location.get("address"), city, location.get("region"), location.get("countryCode"))
    return ", ".join(filter(None, map(_text, parts)))


def _profiles(raw: Sequence[Mapping[str, Any]], written: Sequence[str]) -> tuple[Profile, ...]:
    return tuple(
        Profile(
            network=_text(each.get("network")),
            username=_text(each.get("username")),
            url=_as_written(
                _text(each.get("url")), written[number] if number < len(written) else None
            ),
        )
        for number, each in enumerate(raw)
    )


def _period(raw: Mapping[str, Any], shape: Shape) -> Period | None:
    if shape.date:
        only = _text(raw.get(shape.date))
        return Period(raw=only, start=only) if only else None
    start, end = _text(raw.get("startDate")), _text(raw.get("endDate"))
    if not start and not end:
        return None
    current = shape.open_end and bool(start) and not end
    last = "Present" if current else end
    return Period(
        raw=" – ".join(filter(None, (start, last))),
        start=start or None,
        end=end or None,
        current=current,
    )
