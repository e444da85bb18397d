"""Pieces of all pages to rows in the order in which a person reads them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aicvgen.documents.pdf import cells, shelves
from aicvgen.documents.pdf.columns import Cut
from aicvgen.documents.pdf.corridors import best_cut
from aicvgen.documents.pdf.rows import Row, joined, lines, on_one_line

_LEAST_HEIGHT = 0.3
"""Columns that go on over pages take at least this share of the height of the text."""
_SAME_GUTTER = 15.0
_ROUNDING = 1.0
"""In points: edges of one column differ by less from page to page."""
_SIDES = 2
_EQUAL = 0.85
"""Share of the width of the other column that an equal one has, its lines being ragged."""
_EDGE = 0.07
"""Share of the page, above and below, where running headers and footers stand."""


@dataclass(slots=True)
class Columns:
    """Two columns of one or more pages, and what stands over and under them."""

    gutter: float
    above: list[Row] = field(default_factory=list)
    left: list[Row] = field(default_factory=list)
    right: list[Row] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)

    def rows(self, *, cut_short: bool) -> list[Row]:
        """Return all rows; the longer column last where the next page goes on with it."""
        sides = [self.left, self.right]
        if cut_short and not self.are_one_text:
            sides.sort(key=len)
        return [*self.above, *sides[0], *sides[1], *self.below]

    @property
    def are_one_text(self) -> bool:
        """Whether the text of the left column goes on in the right one, as in a newspaper.

        Both are equally wide and set alike, and only the left one begins with a heading.
        """
        if not (self.left and self.right):
            return False
        first, after = self.left[0].main.look, self.right[0].main.look
        left, right = ({row.main.look for row in side} for side in (self.left, self.right))
        narrow, wide = sorted(_width(side) for side in (self.left, self.right))
        alike = after in left and (first in right or right <= left)
        return first != after and alike and narrow > _EQUAL * wide


def _width(rows: Sequence[Row]) -> float:
    return max(row.right for row in rows) - min(row.left for row in rows)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pieces of one page, and its height in points."""

    pieces: list[Row]
    height: float


def flow(sheets: Sequence[Sheet]) -> list[Row]:
    """Return the rows of all pages; columns that go on over pages are read one after the other."""
    found: list[Row] = []
    opened: Columns | None = None
    for sheet in sheets:
        cut = best_cut(sheet.pieces)
        columns = cut if cut is not None and _has_columns(sheet, cut) else None
        if opened is not None and not opened.are_one_text and _goes_on(opened, columns, sheet):
            continue
        if opened is not None:
            found += opened.rows(cut_short=columns is None)
        opened = _opened(columns, sheet.pieces) if columns is not None else None
        if opened is None:
            found += _in_order(sheet.pieces, cut)
    return found + (opened.rows(cut_short=False) if opened else [])


def order(pieces: Sequence[Row]) -> list[Row]:
    """Return the rows of a region in reading order, cut at its corridors again and again."""
    return _in_order(pieces, best_cut(pieces))


def _in_order(pieces: Sequence[Row], cut: Cut | None) -> list[Row]:
    if cut is None:
        return [joined(line) for line in lines(pieces)]
    shelf = _shelf(cut, pieces)
    if shelf is not None:
        parts = (shelf.above, *shelf.columns, shelf.below)
        return [row for part in parts for row in order(part)]
    above, below = _around(cut, pieces)
    middle = cells.read(cut, order) if cut.is_grid else _sides(cut)
    return [*order(above), *middle, *order(below)]


def _shelf(cut: Cut, pieces: Sequence[Row]) -> shelves.Shelf | None:
    """Return lists side by side where the cut, or one above it, does not part them as well."""
    shelf = shelves.find(pieces)
    if shelf is None or len(shelf.columns) > _SIDES:
        return shelf
    lowest = min(column[-1].baseline for column in shelf.columns)
    return shelf if cut.is_grid and cut.left.top < lowest else None


def _sides(cut: Cut) -> list[Row]:
    return order(cut.left.pieces) + order(cut.right.pieces)


def _around(cut: Cut, pieces: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return what stands above the corridor, and what stands below it."""
    inside = {id(piece) for side in (cut.left, cut.right) for piece in side.pieces}
    outside = [piece for piece in pieces if id(piece) not in inside]
    middle = (cut.left.top + cut.left.bottom + cut.right.top + cut.right.bottom) / 4
    return (
        [piece for piece in outside if piece.baseline < middle],
        [piece for piece in outside if piece.baseline >= middle],
    )


def _has_columns(sheet: Sheet, cut: Cut) -> bool:
    """Say whether the cut parts most of the page into columns, and not into cells or lists."""
    if cut.is_grid or _shelf(cut, sheet.pieces) is not None:
        return False
    top = min(piece.top for piece in sheet.pieces)
    bottom = max(piece.bottom for piece in sheet.pieces)
    return cut.height >= _LEAST_HEIGHT * (bottom - top)


def _opened(cut: Cut, pieces: Sequence[Row]) -> Columns:
    above, below = _around(cut, pieces)
    return Columns(
        cut.gutter, order(above), order(cut.left.pieces), order(cut.right.pieces), order(below)
    )


def _goes_on(opened: Columns, columns: Cut | None, sheet: Sheet) -> bool:
    """Append the page to the open columns where it goes on with one or both of them."""
    running = _running(sheet, [*opened.left, *opened.right])
    apart = {id(piece) for piece in running}
    text = [piece for piece in sheet.pieces if id(piece) not in apart]
    gutter = opened.gutter - _ROUNDING
    if any(piece.left < gutter < piece.right for piece in text):
        return False
    if columns is not None and abs(columns.gutter - opened.gutter) > _SAME_GUTTER:
        return False
    left = [piece for piece in text if piece.left < gutter]
    right = [piece for piece in text if piece.left >= gutter]
    opened.left += order(left)
    opened.right += order(right)
    opened.below += order(running)
    return True


def _running(sheet: Sheet, columns: Sequence[Row]) -> list[Row]:
    """Return what stands at the edges of a page and is not set as the text of the columns is.

    What stands on one line with text, such as its date, belongs to it.
    """
    edge = [piece for piece in sheet.pieces if _is_at_edge(piece, sheet)]
    inner = (piece for piece in sheet.pieces if not _is_at_edge(piece, sheet))
    text = {(round(piece.left), piece.main.look) for piece in (*inner, *columns)}
    known = [piece for piece in edge if (round(piece.left), piece.main.look) in text]
    return [piece for piece in edge if not any(on_one_line(piece, each) for each in known)]


def _is_at_edge(piece: Row, sheet: Sheet) -> bool:
    return piece.bottom < _EDGE * sheet.height or piece.top > (1 - _EDGE) * sheet.height
