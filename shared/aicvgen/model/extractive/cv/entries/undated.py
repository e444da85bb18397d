"""Entries without a date, told by what they have: a list above, a position, an employer below."""

from collections.abc import Callable, Iterator, Sequence

from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.entries.cells import cells_of, is_place, strip_date
from aicvgen.model.extractive.cv.entries.parts import commas, cuts, peel_place
from aicvgen.model.extractive.cv.rows import Row

POSITION = 2
"""The score by words from which a text is a position."""
_WORDS = 12


def openers(rows: Sequence[Row], alone: Callable[[str], bool]) -> frozenset[tuple[int, ...]]:
    """Return the lines of the rows with which undated entries begin, in a section that has dates.

    `alone` says whether a text needs no employer.
    """
    dated = any(row.dated for row in rows)
    return frozenset(_openers(rows, alone)) if dated else frozenset()


def _openers(rows: Sequence[Row], alone: Callable[[str], bool]) -> Iterator[tuple[int, ...]]:
    pieces = {len(commas(strip_date(row))) for row in rows if row.dated}
    levels = {row.line.level for row in rows if row.dated and row.line.role is Role.HEADING}
    for at, row in enumerate(rows[1:], start=1):
        if not is_name(row):
            continue
        before = rows[at - 1].line
        if row.line.role is Role.HEADING and before.role is not Role.HEADING:
            if row.line.level in levels:
                yield row.lines
            continue
        listed = rows[at - 1].bullet
        ended = listed or _ends_header(rows[:at], alone)
        alike = pieces == {len(commas(row.text))} != {0} and _is_position(row.text.split(",")[0])
        whole = _is_whole(row) or alike or (listed and alone(row.text))
        if ended and (whole or (_is_position(row.text) and _has_owner(rows[at + 1 : at + 3]))):
            yield row.lines


def _ends_header(rows: Sequence[Row], alone: Callable[[str], bool]) -> bool:
    """Say whether an entry that has a header and no more may end with the last of the rows."""
    last = rows[-1]
    if _is_whole(last) or (last.dated and alone(strip_date(last))):
        return True
    above = rows[-2] if len(rows) > 1 else None
    dated = above is not None and above.dated and _is_position(strip_date(above))
    return dated and is_name(last) and _is_owner(last.text)


def _has_owner(rows: Sequence[Row]) -> bool:
    """Say whether the rows under a position begin with an employer, or a name above a list."""
    if not rows or not is_name(rows[0]):
        return False
    named = not _is_position(rows[0].text) and rows[-1].bullet
    return named or _is_owner(rows[0].text)


def is_name(row: Row) -> bool:
    """Say whether an undated row can be one of names."""
    plain = not (row.bullet or row.found or row.sentence or row.text.endswith((".", ":")))
    capital = any(cell[:1].isupper() for cell in cells_of(row.text)[:1])
    return plain and capital and len(row.text.split()) <= _WORDS


def _is_position(text: str) -> bool:
    return lexicon.title_score(text) >= POSITION


def _is_owner(text: str) -> bool:
    """Say whether a text is a name with a place behind it, or an employer by its words."""
    first = cells_of(text)[:1]
    placed = peel_place(text)[1] or len(cells_of(text)) > 1
    return bool(first) and not _is_position(text) and bool(placed or lexicon.company_score(text))


def _is_whole(row: Row) -> bool:
    """Say whether a row alone names position and employer: 'Cook, Old Inn, Leeds'."""
    text = strip_date(row) if row.dated else row.text
    cells = cells_of(text)
    if row.bullet or row.sentence or not cells or not _is_position(cells[0]):
        return False
    place = peel_place(cells[0])[1]
    if len(cells) > 1 and (lexicon.company_score(cells[1]) or is_place(cells[-1])):
        return True
    return any(
        _is_position(before) and (place or kind == "at" or lexicon.company_score(after))
        for kind, before, after in cuts(cells[0])
    )
