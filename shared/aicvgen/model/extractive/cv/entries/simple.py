"""Sections whose entries are single rows: certificates, languages, awards, interests and so on."""

import re
from collections.abc import Callable, Sequence

from aicvgen.domain.cv import Entry, Evidence, Kind
from aicvgen.model.extractive.cv import fragments
from aicvgen.model.extractive.cv.entries.skills import terms_of
from aicvgen.model.extractive.cv.grouping import Group, group
from aicvgen.model.extractive.cv.rows import Row, untab

_LEVEL = re.compile(
    r"^(.+?)\s*(?:[:(–—\t]|\s-\s)\s*(.+?)\)?$|^(.+?)\s+((?:native|fluent|mutter|fließend|C[12]|B[12]|A[12]).*)$",
    re.IGNORECASE,
)
_APART = re.compile(r"\s+[-–—]\s+|\t|\s*\|\s*")
_ISSUED = re.compile(r"\s+[-–—]\s+|\t|\s*\|\s*|,\s+")


def read(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    """Return the section's entries; ids count from `first`."""
    reader = _READERS.get(kind, _verbatim)
    return reader(rows, kind, first)


def _verbatim(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    entry_id = f"{kind.value}-{first}"
    facts = tuple(row.fact(entry_id, number) for number, row in enumerate(rows, start=1))
    return [Entry(id=entry_id, items=facts)] if facts else []


def _summary(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    entry_id = f"{kind.value}-{first}"
    facts = tuple(row.fact(entry_id, number) for number, row in enumerate(rows, start=1))
    return [Entry(id=entry_id, prose=facts)] if facts else []


def _languages(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    entries: list[Entry] = []
    for row in rows:
        text = row.text
        pieces = (
            terms_of(text) if "," in text or "|" in text or "•" in text or "·" in text else [text]
        )
        for piece in pieces:
            match = _LEVEL.match(piece)
            name, level = ((match[1] or match[3]), (match[2] or match[4])) if match else (piece, "")
            evidence = {"title": Evidence(lines=row.lines, confidence=0.9)}
            if level:
                evidence["grade"] = evidence["title"]
            entries.append(
                Entry(
                    id=f"{kind.value}-{first + len(entries)}",
                    title=untab(name).strip(" :"),
                    grade=untab(level).strip(),
                    evidence=evidence,
                )
            )
    return entries


def _named(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    """Read rows 'Name, Issuer, Date'; rows under one that are list items or text describe it."""
    if _has_bodies(rows):
        return [
            _with_body(each, kind, f"{kind.value}-{number}")
            for number, each in enumerate(group(rows), start=first)
        ]
    entries: list[Entry] = []
    listed = bool(rows) and rows[0].bullet
    for row in rows:
        detail = (row.bullet and not listed) or (row.sentence and entries)
        if detail and entries:
            entries[-1] = _with_item(entries[-1], row)
        else:
            entries.append(_name_and_issuer(row, kind, f"{kind.value}-{first + len(entries)}"))
    return entries


def _has_bodies(rows: Sequence[Row]) -> bool:
    """Say whether text without dates stands under dated rows."""
    plain = [row for row in rows if not row.bullet]
    dated = sum(row.dated for row in plain)
    return bool(plain) and plain[0].dated and 0 < dated < len(plain)


def _with_body(each: Group, kind: Kind, entry_id: str) -> Entry:
    first, *rest = [*each.header, *each.body]
    entry = _name_and_issuer(first, kind, entry_id)
    if rest and not entry.organisation and not rest[0].bullet and not rest[0].sentence:
        issuer = rest.pop(0)
        names, place = fragments.split_row(issuer.text)
        lines = Evidence(lines=issuer.lines, confidence=0.8)
        entry = entry.model_copy(
            update={
                "organisation": " · ".join(names),
                "location": entry.location or place,
                "evidence": {**entry.evidence, "organisation": lines},
            }
        )
    for row in rest:
        entry = _with_item(entry, row)
    return entry


def _with_item(entry: Entry, row: Row) -> Entry:
    fact = row.fact(entry.id, len(entry.items) + 1)
    return entry.model_copy(update={"items": (*entry.items, fact)})


def _name_and_issuer(row: Row, kind: Kind, entry_id: str) -> Entry:
    found = row.found if row.found and not row.sentence else None
    text = fragments.strip_date(row) if found else row.text
    text, place = fragments.peel_place(text) if "\t" in text or "|" in text else (text, "")
    joint = _ISSUED if kind is Kind.CERTIFICATES else _APART
    pieces = joint.split(text, maxsplit=1) if kind is not Kind.PUBLICATIONS else [text]
    evidence = {"title": Evidence(lines=row.lines, confidence=0.8)}
    if len(pieces) > 1:
        evidence["organisation"] = evidence["title"]
    if place:
        evidence["location"] = evidence["title"]
    if found:
        evidence["period"] = evidence["title"]
    return Entry(
        id=entry_id,
        title=untab(pieces[0]) or untab(row.text),
        organisation=untab(pieces[1]) if len(pieces) > 1 else "",
        location=untab(place),
        period=found.period if found else None,
        evidence=evidence,
    )


def _interests(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    entries = []
    for number, row in enumerate(rows, start=first):
        terms = tuple(terms_of(row.text))
        evidence = {"terms": Evidence(lines=row.lines, confidence=0.9)}
        entries.append(Entry(id=f"{kind.value}-{number}", terms=terms, evidence=evidence))
    return entries


_READERS: dict[Kind, Callable[[Sequence[Row], Kind, int], list[Entry]]] = {
    Kind.SUMMARY: _summary,
    Kind.LANGUAGES: _languages,
    Kind.CERTIFICATES: _named,
    Kind.AWARDS: _named,
    Kind.PUBLICATIONS: _named,
    Kind.INTERESTS: _interests,
}
