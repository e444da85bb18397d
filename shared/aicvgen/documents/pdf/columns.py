"""What stands on both sides of an upright white corridor: columns, or cells of the same rows."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from aicvgen.documents.pdf.rows import Row, is_next_line, joined, lines, on_one_line

_FEWEST = 2
"""What is seen once may be chance."""
_EXACT = 1.0
"""In points: the baselines of cells in a row differ by as much in each row, give or take."""
_LEAST_TOGETHER = 0.8
"""A side on which so many rows stand beside a row of the other side is a margin or a cell."""
_SPARSE = 0.6
_SHORT = 26
_NARROW = 0.35
_CELL = 3
"""A narrow margin has blocks of few rows."""
_ABOUT_ONE = 1.5
_INDENT = 40.0
"""In points: text further to the right is more than indented."""
_RAIL = 4
"""So many single labels, drawn by turns with the text beside them, need no common baseline.

Fewer are enough where each of them was drawn right before its text.
"""


@dataclass(frozen=True)
class Side:
    """What stands on one side of a corridor."""

    pieces: list[Row]

    @cached_property
    def rows(self) -> list[Row]:
        """The side's rows from top to bottom."""
        return [joined(line) for line in lines(self.pieces)]

    @cached_property
    def blocks(self) -> list[list[Row]]:
        """The rows, parted where more white than between lines is."""
        found: list[list[Row]] = []
        for row in self.rows:
            if found and is_next_line(found[-1][-1], row):
                found[-1].append(row)
            else:
                found.append([row])
        return found

    @property
    def width(self) -> float:
        """From the leftmost to the rightmost edge, in points."""
        return self.right - self.left

    @property
    def left(self) -> float:
        """Left edge of the leftmost piece."""
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        """Right edge of the rightmost piece."""
        return max(piece.right for piece in self.pieces)

    @property
    def top(self) -> float:
        """Top edge of the highest piece."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Bottom edge of the lowest piece."""
        return max(piece.bottom for piece in self.pieces)


@dataclass(frozen=True)
class Cut:
    """A corridor that ends, above and below, where something reaches over it."""

    left: Side
    right: Side

    @property
    def gutter(self) -> float:
        """Left edge of the right side in points."""
        return self.right.left

    @property
    def height(self) -> float:
        """How far down the two sides stand beside each other, in points."""
        return min(self.left.bottom, self.right.bottom) - max(self.left.top, self.right.top)

    @property
    def width(self) -> float:
        """Width of the corridor in points."""
        return self.gutter - self.left.right

    @property
    def has_narrow_side(self) -> bool:
        """Whether one side is as narrow as a margin of dates or labels."""
        narrow, wide = sorted((self.left.width, self.right.width))
        return narrow < _NARROW * wide

    @cached_property
    def is_grid(self) -> bool:
        """Whether the sides are cells of the same rows and no columns of their own."""
        return self.are_cards or self._are_labels() or self.trimmed().has_margin

    @property
    def has_margin(self) -> bool:
        """Whether one side holds dates, places or labels of what stands on the other."""
        pairs = ((self.left, self.right), (self.right, self.left))
        return any(self._is_margin(side, other) for side, other in pairs)

    def trimmed(self) -> "Cut":
        """Return it without the blocks over and under all of the other side.

        A side of which nothing would be left, with the other in its middle, stays whole.
        """
        return Cut(_trimmed(self.left, self.right), _trimmed(self.right, self.left))

    def holds_rows_of(self, grid: "Cut") -> bool:
        """Say whether a row of a grid's margin begins in the middle of these columns.

        Then the margin belongs to the text in one of the columns only. So it does where the text
        beside the margin is of both columns.
        """
        margin, body = sorted((grid.left, grid.right), key=lambda side: side.width)
        if not body.left + _INDENT < self.gutter < body.right:
            return False
        sides = (self.left.rows, self.right.rows)
        if min(map(len, sides)) <= _FEWEST:
            return False
        beside = {id(piece) for piece in body.pieces}
        if all(any(id(p) in beside for p in side.pieces) for side in (self.left, self.right)):
            return True
        top = max(rows[0].baseline for rows in sides)
        bottom = min(rows[-1].baseline for rows in sides)
        return any(top + _EXACT < block[0].baseline <= bottom for block in margin.blocks)

    def is_around(self, grid: "Cut") -> bool:
        """Say whether these are columns under headings of their own, one of which has the grid."""
        pieces = {id(piece) for side in (grid.left, grid.right) for piece in side.pieces}
        inside = any(
            pieces <= {id(piece) for piece in side.pieces} for side in (self.left, self.right)
        )
        return inside and self._are_apart and self.trimmed().have_headings()

    @cached_property
    def are_cards(self) -> bool:
        """Whether blocks of equal number stand beside each other, each pair at one height."""
        left, right = _beside(self.left, self.right), _beside(self.right, self.left)
        return (
            len(left) == len(right) >= _FEWEST
            and all(on_one_line(one[0], other[0]) for one, other in zip(left, right, strict=True))
            and not (self._are_apart and _are_headed(left) and _are_headed(right))
        )

    @property
    def _are_apart(self) -> bool:
        """Whether one side was drawn whole before the other."""
        return switches(self.left.pieces, self.right.pieces) <= 1

    def _are_labels(self) -> bool:
        """Say whether each row is a label on one side and what it is of on the other."""
        left, right = self.left.rows, self.right.rows
        return (
            len(left) == len(right)
            and all(on_one_line(one, other) for one, other in zip(left, right, strict=True))
            and not {row.main.look for row in left} & {row.main.look for row in right}
        )

    def _is_margin(self, side: Side, other: Side) -> bool:
        """Say whether the side holds dates, places or labels of what stands beside it.

        A sidebar that was drawn by itself may stand on the same lines by chance: only a sparse one
        of short texts is a margin.
        """
        blocks = _beside(side, other)
        rows = [row for block in blocks for row in block]
        if not rows:
            return False
        length = sum(len(row.text) for row in rows) / len(rows)
        narrow = side.width < _NARROW * other.width and len(rows) <= _CELL * len(blocks)
        fewer = len(rows) < _SPARSE * len(other.rows)
        sparse = length < _SHORT and (narrow or fewer)
        by_turns = switches(self.left.pieces, self.right.pieces) >= max(len(blocks), _FEWEST)
        in_turn = switches(self.left.pieces, self.right.pieces) == 2 * len(blocks) - 1
        single = len(blocks) >= (_FEWEST if in_turn else _RAIL) and (
            len(rows) <= _ABOUT_ONE * len(blocks)
        )
        if by_turns and sparse and fewer and single:
            return True
        firsts = [block[0] for block in blocks]
        by_rows = _together(rows, other) >= _LEAST_TOGETHER * len(rows)
        by_blocks = (len(blocks) >= _FEWEST or narrow) and (
            _together(firsts, other) >= _LEAST_TOGETHER * len(blocks)
        )
        return (by_rows or by_blocks) and not self.have_headings() and (sparse or by_turns)

    def have_headings(self) -> bool:
        """Say whether both sides begin with a heading at the same height."""
        left, right = self.left.rows, self.right.rows
        if min(len(left), len(right)) < _FEWEST or not on_one_line(left[0], right[0]):
            return False
        if _is_flush_right(right) and not _is_flush_left(right):
            return False
        look = left[0].main.look
        return look == right[0].main.look and all(
            look.size > rows[1].main.size or (self._are_apart and look != rows[1].main.look)
            for rows in (left, right)
        )


def _are_headed(blocks: Sequence[Sequence[Row]]) -> bool:
    """Say whether the first block is a heading, larger than what comes next."""
    return len(blocks[0]) == 1 and blocks[0][0].main.size > blocks[1][0].main.size


def _is_flush_right(rows: Sequence[Row]) -> bool:
    return max(row.right for row in rows) - min(row.right for row in rows) <= _EXACT


def _is_flush_left(rows: Sequence[Row]) -> bool:
    return max(row.left for row in rows) - min(row.left for row in rows) <= _EXACT


def switches(left: Sequence[Row], right: Sequence[Row]) -> int:
    """Return how often the drawing went from one side to the other."""
    sides = [(piece.order, True) for piece in left] + [(piece.order, False) for piece in right]
    return sum(before[1] != after[1] for before, after in pairwise(sorted(sides)))


def _trimmed(side: Side, other: Side) -> Side:
    blocks = [
        block
        for block in side.blocks
        if block[0].top < other.bottom and block[-1].bottom > other.top
    ] or side.blocks
    top, bottom = blocks[0][0].top, blocks[-1][-1].bottom
    return Side([piece for piece in side.pieces if piece.bottom > top and piece.top < bottom])


def _beside(side: Side, other: Side) -> list[list[Row]]:
    """Return the blocks of a side beside which something stands."""
    return [
        block
        for block in side.blocks
        if any(row.top < block[-1].bottom and row.bottom > block[0].top for row in other.rows)
    ]


def _together(rows: Sequence[Row], other: Side) -> int:
    """Return how many rows stand beside a row of the other side, all in the same way."""
    offsets = [
        min((each.baseline - row.baseline for each in other.rows), key=abs)
        for row in rows
        if any(on_one_line(row, each) for each in other.rows)
    ]
    usual = statistics.median_low(offsets) if offsets else 0.0
    return sum(abs(offset - usual) <= _EXACT for offset in offsets)
