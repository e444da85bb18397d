"""Sections without a heading, recognised by what stands in them."""

from collections.abc import Sequence

from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.sections import Block

_NOT_HISTORY = frozenset({None, Kind.SUMMARY, Kind.QUALIFICATIONS, Kind.CUSTOM})


def experience(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks; where none is about work, dated roles under another heading become one."""
    if any(block.kind in {Kind.WORK, Kind.VOLUNTEER} and block.rows for block in blocks):
        return list(blocks)
    found: list[Block] = []
    for block in blocks:
        at = _first_role(block.rows) if block.kind in _NOT_HISTORY else None
        if at is None:
            found.append(block)
            continue
        found.append(Block(block.kind, block.heading, block.lines, block.rows[:at]))
        found.append(Block(Kind.WORK, rows=block.rows[at:]))
    return found


def _first_role(rows: Sequence[Row]) -> int | None:
    """Return the index of the row that opens the first dated role."""
    for index, row in enumerate(rows):
        if row.found is None or not row.found.span or row.bullet:
            continue
        start = index
        while start > 0 and index - start < 2 and _names_role(rows[start - 1]):  # noqa: PLR2004
            start -= 1
        if any(_names_role(each) for each in rows[start : index + 2]):
            return start
    return None


def _names_role(row: Row) -> bool:
    short = not row.bullet and (row.dated or not row.sentence)
    return short and lexicon.title_score(row.text) + lexicon.company_score(row.text) > 1
