"""Entries that are list items: 'Trainer, Old Town Club, 2019 – 2021', with nothing below them."""

from collections.abc import Sequence

from aicvgen.model.extractive.cv.entries.segments import Group
from aicvgen.model.extractive.cv.rows import Row

_FEWEST = 2


def groups(rows: Sequence[Row]) -> list[Group]:
    """Return an entry per row where each is an item of one list, with a date of its own."""
    levels = {row.line.level for row in rows}
    items = all(row.bullet and row.dated and not row.sentence for row in rows)
    if len(rows) < _FEWEST or len(levels) > 1 or not items:
        return []
    return [Group([row]) for row in rows]
