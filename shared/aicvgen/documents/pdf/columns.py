"""Rows of all pages to the order in which a person reads them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aicvgen.documents.pdf.rows import Row, at_baseline, joined, segments

_FEWEST = 5
"""A column has at least this many rows."""
_CROSSING = 0.15
"""Share of segments that may reach over the gutter: the name, a line under it."""
_PARTNERED = 0.8
"""A side on which so many rows stand beside a row of the other side is a margin, no column."""
_OVERLAP = 0.3
"""Columns stand beside each other for at least this share of the shorter one."""
_SPARSE = 0.6
_SHORT = 22
_MAX_SWITCHES = 6
_SAME_LEVEL = 2.0
_SAME_GUTTER = 15.0
_SCRAMBLED = 0.2


@dataclass(slots=True)
class Columns:
    """A page taken apart: what stands over the columns, and each column."""

    gutter: float
    over: list[Row] = field(default_factory=list)
    left: list[Row] = field(default_factory=list)
    right: list[Row] = field(default_factory=list)


def flow(pages: Sequence[list[Row]]) -> list[Row]:
    """Return the rows of all pages in reading order.

    Text is read in the order in which it was drawn. Columns that go on over pages are read one
    after the other, and where the order of drawing jumps about, position decides.
    """
    ordered: list[Row] = []
    open_columns: Columns | None = None
    for rows in pages:
        columns = _columns(rows)
        if columns is None and open_columns is not None:
            columns = _continue(rows, open_columns.gutter)
        if columns is None:
            ordered += _close(open_columns)
            open_columns = None
            ordered += by_position(rows) if scrambled(rows) else rows
        elif open_columns is not None and _same(columns, open_columns):
            open_columns.left += columns.left
            open_columns.right += columns.right
        else:
            ordered += _close(open_columns)
            ordered += columns.over
            open_columns = columns
    return ordered + _close(open_columns)


def scrambled(rows: Sequence[Row]) -> bool:
    """Say whether the order of drawing jumps up again and again."""
    jumps = sum(1 for before, row in pairwise(rows) if row.bottom < before.top)
    return jumps > max(4, _SCRAMBLED * len(rows))


def by_position(rows: Sequence[Row]) -> list[Row]:
    """Return the rows from top to bottom, pieces on one baseline put together."""
    found: list[Row] = []
    for row in sorted(rows, key=lambda row: (row.top, row.left)):
        if found and at_baseline(found[-1], row):
            found[-1] = joined(found[-1], row)
        else:
            found.append(row)
    return found


def _close(columns: Columns | None) -> list[Row]:
    """Return the columns in the order in which they were drawn."""
    if columns is None:
        return []
    sides = [columns.left, columns.right]
    return [row for side in sides for row in (by_position(side) if scrambled(side) else side)]


def _same(columns: Columns, before: Columns) -> bool:
    return abs(columns.gutter - before.gutter) < _SAME_GUTTER and not columns.over


def _columns(rows: Sequence[Row]) -> Columns | None:
    """Return the page's two columns, or None where it has one."""
    pieces = [piece for row in rows for piece in segments(row)]
    best = _gutter(pieces)
    if best is None:
        return None
    left = [piece for piece in pieces if piece.right <= best]
    right = [piece for piece in pieces if piece.left >= best]
    if not _beside(left, right):
        return None
    apart = _drawn_apart(pieces, best)
    if _is_margin(left, right, apart=apart) or _is_margin(right, left, apart=apart):
        return None
    return _parted(rows, best)


def _gutter(pieces: Sequence[Row]) -> float | None:
    """Return the left edge of the right column where the fewest pieces reach over it."""
    best: tuple[int, float] | None = None
    for edge in sorted({round(piece.left) - 1.0 for piece in pieces}):
        left = sum(piece.right <= edge for piece in pieces)
        right = sum(piece.left >= edge for piece in pieces)
        over = len(pieces) - left - right
        few = min(left, right) < max(_FEWEST, _CROSSING * len(pieces))
        if few or over > _CROSSING * len(pieces):
            continue
        if best is None or over < best[0]:
            best = (over, edge)
    return best[1] if best else None


def _beside(left: Sequence[Row], right: Sequence[Row]) -> bool:
    top = max(min(row.top for row in left), min(row.top for row in right))
    bottom = min(max(row.bottom for row in left), max(row.bottom for row in right))
    heights = [
        max(row.bottom for row in side) - min(row.top for row in side) for side in (left, right)
    ]
    return bottom - top > _OVERLAP * min(heights)


def _drawn_apart(pieces: Sequence[Row], gutter: float) -> bool:
    """Say whether one side was drawn as a whole before the other."""
    sides = [
        piece.right <= gutter for piece in pieces if piece.right <= gutter or piece.left >= gutter
    ]
    return sum(before != after for before, after in pairwise(sides)) <= _MAX_SWITCHES


def _is_margin(side: Sequence[Row], other: Sequence[Row], *, apart: bool) -> bool:
    """Say whether the side holds dates, places or labels of the rows beside them.

    A sidebar drawn by itself may stand on the same lines as the rest by chance: only a sparse one
    of short texts is a margin.
    """
    partnered = sum(any(_level(row, each) for each in other) for row in side)
    if partnered < _PARTNERED * len(side):
        return False
    length = sum(len(word.text) + 1 for row in side for word in row.words) / len(side)
    sparse = len(side) < _SPARSE * len(other) and length < _SHORT
    return sparse or not apart


def _level(row: Row, other: Row) -> bool:
    return (
        row.page == other.page
        and min(abs(row.bottom - other.bottom), abs(row.top - other.top)) < _SAME_LEVEL
    )


def _parted(rows: Sequence[Row], gutter: float) -> Columns:
    """Sort the rows into the columns in their order; what reaches over stands above them."""
    columns = Columns(gutter)
    for row in rows:
        for piece in _cut(row, gutter):
            if piece.right <= gutter:
                columns.left.append(piece)
            elif piece.left >= gutter:
                columns.right.append(piece)
            elif columns.left or columns.right:
                (columns.left if piece.left < gutter else columns.right).append(piece)
            else:
                columns.over.append(piece)
    return columns


def _cut(row: Row, gutter: float) -> list[Row]:
    """Cut a row at the gap that is the gutter."""
    pieces = segments(row)
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    if not left or not right or len(left) + len(right) < len(pieces):
        return [row]
    return [_glue(left), _glue(right)]


def _glue(pieces: Sequence[Row]) -> Row:
    glued = pieces[0]
    for piece in pieces[1:]:
        glued = joined(glued, piece)
    return glued


def _continue(rows: Sequence[Row], gutter: float) -> Columns | None:
    """Return the page as columns where nothing on it reaches over the gutter of the page before."""
    if not rows or any(row.left < gutter < row.right for row in rows):
        return None
    return _parted(rows, gutter)
