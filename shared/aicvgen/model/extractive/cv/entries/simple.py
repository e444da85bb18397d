"""Sections that need little reading: summaries, interests and what is kept verbatim."""

import re
from collections.abc import Callable, Sequence

from aicvgen.domain.cv import Entry, Evidence, Kind
from aicvgen.model.extractive.cv.entries import awarded, languages, references
from aicvgen.model.extractive.cv.entries.skills import terms_of
from aicvgen.model.extractive.cv.rows import Row

_DETAILS = re.compile(r"^(.+?)\s*\[\s*(.+?)\s*\]$")


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


def _interests(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    entries = []
    for number, row in enumerate(rows, start=first):
        detailed = _DETAILS.match(row.text)
        terms = terms_of(f"{detailed[1]}, {detailed[2]}" if detailed else row.text)
        evidence = {"terms": Evidence(lines=row.lines, confidence=0.9)}
        entries.append(Entry(id=f"{kind.value}-{number}", terms=tuple(terms), evidence=evidence))
    return entries


_READERS: dict[Kind, Callable[[Sequence[Row], Kind, int], list[Entry]]] = {
    Kind.SUMMARY: _summary,
    Kind.LANGUAGES: languages.read,
    Kind.CERTIFICATES: awarded.read,
    Kind.AWARDS: awarded.read,
    Kind.PUBLICATIONS: awarded.read,
    Kind.INTERESTS: _interests,
    Kind.REFERENCES: references.read,
}
