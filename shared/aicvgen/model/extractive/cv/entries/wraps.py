"""Names that go on in the next row of a header, because the first row was full."""

from collections.abc import Sequence
from dataclasses import replace

from aicvgen.model.extractive.cv.entries.cells import (
    EDGE,
    UNFINISHED,
    Cell,
    is_place,
    strip_date,
    without_stop,
)
from aicvgen.model.extractive.cv.entries.parts import peel_place
from aicvgen.model.extractive.cv.places import place_score
from aicvgen.model.extractive.cv.rows import Row

_SAME_COLUMN = 40.0
"""Points between left edges of rows that end at the same right edge."""
_ROUNDING = 2.0
_SHOWN, _ALLEGED = -0.4, -0.9
"""What it costs to read two rows as one name: other rows show where lines end, or none does."""
_OTHER_TYPE = -0.4
_OTHER_SIZE = 0.5
_REST_WORDS = 6
_NEXT_LINE = 2.0
"""In units of the height of the first row."""


class Edges:
    """Where the lines of a section's headers end."""

    def __init__(self, headers: Sequence[Sequence[Row]], bodies: Sequence[Sequence[Row]]) -> None:
        self._headers = [row for rows in headers for row in rows if not _ends_with_date(row)]
        self._bodies = [row for rows in bodies for row in rows]

    def cost(self, before: Row, row: Row) -> float | None:
        """Return what it costs to read a row as the rest of the one above; None if it cannot be.

        Where dates stand beside the names, nobody knows how wide the column of names is.
        """
        box, below = before.last.box, row.line.box
        if box is None or below is None or before.last.page != row.line.page:
            return None
        if not 0 < below[1] - box[1] < _NEXT_LINE * (box[3] - box[1]):
            return None
        if _ends_with_date(before):
            return _ALLEGED if ends_name(before, row) else None
        width = (below[2] - below[0]) * (_least(row) + 1) / len(row.text)
        others = self._ends(before, below[0] if "\t" in before.text else box[0])
        edge = max(others, default=0.0)
        if box[2] + width <= max(edge, box[2]) - _ROUNDING:
            beside = "\t" in row.text and _ends_with_date(row) and _same_type(before, row)
            return _ALLEGED if beside else None
        cost = _SHOWN if edge >= box[2] else _ALLEGED
        return cost + (0.0 if _same_type(before, row) else _OTHER_TYPE)

    def _ends(self, row: Row, left: float) -> list[float]:
        """Return where other rows end that start near there."""
        near = [
            line.box
            for each in (*self._headers, *self._bodies)
            if each is not row
            for line in (each.line, each.last)
            if line.box
        ]
        return [other[2] for other in near if abs(other[0] - left) <= _SAME_COLUMN]


def _least(row: Row) -> int:
    """Return how many letters at least would have to fit above: dates stay with the last word."""
    first = row.text.split()[0]
    glued = row.found if _ends_with_date(row) and "\t" in row.text else None
    return len(first) + (glued.end - glued.start if glued else 0)


def ends_name(before: Row, row: Row) -> bool:
    """Say whether a row reads like the end of what the row above it says: of a name or a place."""
    text = row.text.rstrip(".")
    if row.bullet or row.dated or len(text.split()) > _REST_WORDS or "\t" in text:
        return False
    above = strip_date(before).rpartition("\t")[2]
    piece = above.rpartition(",")[2].strip(EDGE)
    if place_score(f"{piece} {text}") > 1 and not place_score(text):
        return True
    placed = is_place(text) or bool(peel_place(text)[1])
    return placed and (row.text.endswith(".") or UNFINISHED.search(above) is not None)


def _ends_with_date(row: Row) -> bool:
    return row.dated and row.found is not None and not row.text[row.found.end :].strip(" ).,")


def _same_type(before: Row, row: Row) -> bool:
    """Say whether the rows are set alike; one in which the type changes may end as the next is."""
    above, below = before.last, row.line
    alike = (above.bold, above.italic) == (below.bold, below.italic) or bool(above.turns)
    return alike and abs(above.size - below.size) < _OTHER_SIZE


def ways(cells: Sequence[Cell]) -> list[tuple[list[Cell], float]]:
    """Return the cells as they are, and with names put together over rows, and what that costs."""
    joints = [index for index, cell in enumerate(cells) if index and cell.joint is not None]
    chosen: list[list[int]] = [[], *([index] for index in joints)]
    if len(joints) > 1:
        chosen.append(joints)
    return [_joined(cells, each) for each in chosen]


def _joined(cells: Sequence[Cell], joints: Sequence[int]) -> tuple[list[Cell], float]:
    """Return the cells with those at `joints` put behind the ones before them."""
    found: list[Cell] = []
    cost = 0.0
    row = -1
    for index, cell in enumerate(cells):
        if index in joints and cell.joint is not None:
            above = found[-1]
            text = without_stop(f"{above.text} {cell.text}")
            found[-1] = replace(above, text=text, lines=(*above.lines, *cell.lines))
            cost += cell.joint
        elif index and cell.slot[0] == cells[index - 1].slot[0]:
            found.append(replace(cell, slot=(row, found[-1].slot[1] + 1)))
        else:
            row += 1
            found.append(replace(cell, slot=(row, cell.slot[1])))
    return found, cost
