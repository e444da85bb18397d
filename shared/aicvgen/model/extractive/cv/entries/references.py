"""References: who speaks for the person, and what they say or how they are reached."""

import re
from collections.abc import Sequence
from itertools import pairwise

from aicvgen.domain.cv import Entry, Evidence, Fact, Kind
from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.entries.cells import EDGE
from aicvgen.model.extractive.cv.entries.looks import apart, look_of
from aicvgen.model.extractive.cv.names import name_in
from aicvgen.model.extractive.cv.rows import Row, untab

_REACHED = re.compile(r"@|\+?\d(?:[\d\s()./-]*\d){6,}")
"""An e-mail address or phone number, with which the entry above is mostly complete."""


def read(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    """Return one entry per person; what stands above the first, or names nobody, has no title."""
    starts = _starts(rows)
    edges = sorted({0, *starts, len(rows)}) if rows else []
    return [
        _entry(rows[start:end], f"{kind.value}-{number}", named=start in starts)
        for number, (start, end) in enumerate(pairwise(edges), start=first)
    ]


def _starts(rows: Sequence[Row]) -> list[int]:
    """Return where people are named: the first, and whoever is set like the first."""
    named = [index for index, row in enumerate(rows) if _names_person(row)]
    if not named:
        return []
    look = look_of(rows[named[0]])
    alike = [index for index in named if look_of(rows[index]) == look]
    if sum(look_of(row) == look for row in rows) == len(alike):
        return alike
    spaced = apart(rows)
    first, others = alike[0], alike[1:]
    return [first, *(at for at in others if spaced[at] or _ends(rows[at - 1]))]


def _names_person(row: Row) -> bool:
    name = name_in(row.text)
    return " " in name and not lexicon.company_score(name) and not lexicon.is_school(name)


def _ends(row: Row) -> bool:
    """Say whether a row is what an entry ends with: how to reach the person, or what they say."""
    return row.sentence or row.bullet or bool(_REACHED.search(row.text))


def _entry(rows: Sequence[Row], entry_id: str, *, named: bool) -> Entry:
    if not named:
        return Entry(id=entry_id, items=_facts(rows, entry_id))
    head = rows[0]
    name = name_in(head.text)
    beside = head.text.replace(name, "", 1).strip(EDGE)
    told = [head.with_text(beside), *rows[1:]] if beside else rows[1:]
    return Entry(
        id=entry_id,
        title=untab(name),
        items=_facts(told, entry_id),
        evidence={"title": Evidence(lines=head.lines, confidence=0.8)},
    )


def _facts(rows: Sequence[Row], entry_id: str) -> tuple[Fact, ...]:
    return tuple(row.fact(entry_id, number) for number, row in enumerate(rows, start=1))
