"""A JSON Resume of somebody else: every text becomes a field, a fact or is left over."""

from collections.abc import Iterator, Mapping
from typing import Any

from aicvgen.documents.jsonresume import values
from aicvgen.documents.jsonresume.fields import KINDS, SHAPES, Shape
from aicvgen.domain.cv import Contact, Cv, Entry, Evidence, Fact, Kind, Section

_CONTACT = {
    "name": "name",
    "headline": "label",
    "email": "email",
    "phone": "phone",
    "url": "url",
    "location": "location",
    "profiles": "profiles",
}
_PROJECTS = SHAPES[Kind.PROJECTS].key
_ROLES, _TYPE = "roles", "type"
"""Of a project: who the person was in it, and a word for what it is."""
_DATES = ("startDate", "endDate", "date", "releaseDate")


class Reader:
    """Reads one resume; the lines of the source are its texts in order."""

    def __init__(self, resume: Mapping[str, Any]) -> None:
        self._resume = resume
        self._basics: Mapping[str, Any] = resume.get("basics") or {}
        self._lines = {path: line for line, (path, _) in enumerate(values.walk(resume))}
        self._within: dict[values.Path, list[int]] = {}
        for path, line in self._lines.items():
            for length in range(1, len(path) + 1):
                self._within.setdefault(path[:length], []).append(line)

    def cv(self) -> Cv:
        """Return the CV."""
        return Cv(
            contact=self._contact(),
            sections=tuple(self._sections()),
            left_over=tuple(self._left_over()),
        )

    def _under(self, *path: str | int) -> tuple[int, ...]:
        """Return the lines of everything under a path."""
        return tuple(self._within.get(path, ()))

    def _contact(self) -> Contact:
        basics = self._basics
        evidence = {
            field: Evidence(lines=lines)
            for field, key in _CONTACT.items()
            if (lines := self._under("basics", key))
        }
        return Contact(
            name=values.text(basics.get("name")),
            headline=values.text(basics.get("label")),
            email=values.text(basics.get("email")),
            phone=values.text(basics.get("phone")),
            url=values.text(basics.get("url")),
            location=values.place(basics.get("location")),
            profiles=values.profiles(basics.get("profiles") or [], ()),
            evidence=evidence,
        )

    def _sections(self) -> Iterator[Section]:
        summary = values.paragraphs(self._basics.get("summary"))
        if summary:
            lines = [self._under("basics", "summary")] * len(summary)
            prose = tuple(values.facts("summary-1", summary, lines))
            entry = Entry(id="summary-1", prose=prose)
            yield Section(kind=Kind.SUMMARY, heading="", entries=(entry,))
        for key, raw in self._resume.items():
            if key in KINDS and raw:
                entries = tuple(self._entry(KINDS[key], at, each) for at, each in enumerate(raw))
                yield Section(kind=KINDS[key], heading="", entries=entries)

    def _entry(self, kind: Kind, at: int, raw: Mapping[str, Any]) -> Entry:
        shape = SHAPES[kind]
        texts = dict(shape.texts)
        texts.setdefault("location", "location")
        fields = {field: values.text(raw.get(key)) for field, key in texts.items()}
        fields["location"] = values.place(raw.get("location"))
        evidence = {
            field: Evidence(lines=self._under(shape.key, at, key))
            for field, key in texts.items()
            if fields[field]
        }
        period = values.period(raw, shape)
        if period is not None:
            lines = tuple(line for key in _DATES for line in self._under(shape.key, at, key))
            evidence["period"] = Evidence(lines=lines)
        terms = values.strings(raw.get(shape.terms)) if shape.terms else ()
        if terms:
            evidence["terms"] = Evidence(lines=self._under(shape.key, at, shape.terms))
        entry_id = f"{kind.value}-{at + 1}"
        prose = self._prose(entry_id, shape, at, raw)
        known = {*texts.values(), *_DATES, shape.terms, shape.prose, "description"}
        if shape.key == _PROJECTS:
            known |= {_ROLES, _TYPE}
        items = self._items(entry_id, shape, at, {k: raw[k] for k in raw if k not in known}, prose)
        return Entry(
            id=entry_id,
            **fields,
            period=period,
            prose=tuple(prose),
            items=tuple(items),
            terms=terms,
            evidence=evidence,
        )

    def _prose(self, entry_id: str, shape: Shape, at: int, raw: Mapping[str, Any]) -> list[Fact]:
        found: list[Fact] = []
        for key in dict.fromkeys(("description", shape.prose)):
            texts = values.paragraphs(raw.get(key))
            lines = [self._under(shape.key, at, key)] * len(texts)
            found += values.facts(entry_id, texts, lines, len(found))
        if shape.key == _PROJECTS:
            roles = [text for _, text in values.walk(raw.get(_ROLES))]
            lines = [(line,) for line in self._under(shape.key, at, _ROLES)]
            found += values.facts(entry_id, roles, lines, len(found))
        return found

    def _items(
        self, entry_id: str, shape: Shape, at: int, raw: Mapping[str, Any], prose: list[Fact]
    ) -> list[Fact]:
        """Return the items, and below them the texts of keys that no field stands for."""
        own = shape.items or shape.joined_items
        texts = values.items(raw, shape)
        lines = [(line,) for line in self._under(shape.key, at, own)]
        found = values.facts(entry_id, texts, lines, len(prose))
        for key in raw:
            if key != own:
                others = list(values.walk(raw[key], (shape.key, at, key)))
                where = [(self._lines[path],) for path, _ in others]
                after = len(prose) + len(found)
                found += values.facts(entry_id, [text for _, text in others], where, after)
        return found

    def _left_over(self) -> Iterator[Fact]:
        """Yield the texts of keys the schema does not know, and the types of projects."""
        known = {*_CONTACT.values(), "summary"}
        unknown = [
            (text, line)
            for (path, text), line in zip(
                values.walk(self._resume), self._lines.values(), strict=True
            )
            if (path[0] not in KINDS and (path[0] != "basics" or path[1] not in known))
            or (path[0] == _PROJECTS and path[2] == _TYPE)
        ]
        for number, (text, line) in enumerate(unknown, start=1):
            yield Fact(id=f"left-{number}", text=text, lines=(line,))
