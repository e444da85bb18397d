"""The best upright white corridor through a region of a page."""

from bisect import bisect
from collections.abc import Iterator, Sequence

from aicvgen.documents.pdf.columns import Cut, Side
from aicvgen.documents.pdf.rows import Row

_FEWEST = 2
"""A column has at least this many rows."""
_WIDEST = 24.0
"""A corridor that is wider than this, in points, is no better one."""
_SAME_EDGE = 1.5
_INSIDE = 0.5
_CLEAR = 12.0
"""A corridor of this width in points may be better than a longer one that is narrow."""
_MOVED = 50.0
"""In points: a column that is so far from the one above it is another one."""
_THROUGH = 0.5
"""White that is higher, in units of the row's height, goes through a region."""
_TALL = 0.5
"""A column beside a margin that belongs to the other column is at least as high, in parts of it."""
_ALIGNED = 3.0
_ON_LINE = 2.0
"""In points: so near to a baseline is on it."""


def best_cut(pieces: Sequence[Row]) -> Cut | None:
    """Return the region's highest and widest corridor, or None where it has none."""
    if len(pieces) < _FEWEST + 1:
        return None
    found: list[Cut] = []
    for edge in _edges(pieces):
        found += _cuts(pieces, edge, _INSIDE)
        if any(edge - _CLEAR < piece.right < edge for piece in pieces):
            found += _cuts(pieces, edge, _CLEAR)
    found.sort(key=lambda cut: cut.height * min(cut.width, _WIDEST), reverse=True)
    found = [cut for cut in found if cut.height > 0]
    cut = next(filter(_is_cut, found), None)
    if cut is None:
        return None
    if not cut.is_grid:
        return next((each for each in found if _holds_grid_of(each, cut)), cut)
    columns = (
        each
        for each in found
        if not each.is_grid and (each.holds_rows_of(cut) or each.is_around(cut))
    )
    cards = cut.are_cards and not cut.has_narrow_side
    around = None if cards else next(filter(_is_cut, columns), None)
    return around or cut.trimmed()


def _edges(pieces: Sequence[Row]) -> list[float]:
    """Return where a right side may begin: left edges, one of those that nearly coincide."""
    edges: list[float] = []
    for left in sorted(piece.left for piece in pieces):
        if not edges or left - edges[-1] > _SAME_EDGE:
            edges.append(left)
    return edges[1:]


def _is_cut(cut: Cut) -> bool:
    return cut.is_grid or min(len(cut.left.rows), len(cut.right.rows)) >= _FEWEST


def _holds_grid_of(columns: Cut, cut: Cut) -> bool:
    """Say whether the cut goes through one of two columns, and parts a margin from its text there.

    It looks like a cut between columns only because the other column stands beside the margin.
    """
    tall = columns.height >= _TALL * cut.height
    wide = columns.trimmed().width >= min(cut.width, _WIDEST)
    if not (tall and wide) or columns.is_grid or not _is_cut(columns):
        return False
    column = columns.right if columns.gutter < cut.gutter else columns.left
    inside = {id(piece) for piece in column.pieces}
    around = {id(piece) for side in (columns.left, columns.right) for piece in side.pieces}
    beside = cut.trimmed()
    pieces = [piece for side in (beside.left, beside.right) for piece in side.pieces]
    if not all(id(piece) in around for piece in pieces):
        return False
    sides = [
        [piece for piece in side.pieces if id(piece) in inside]
        for side in (beside.left, beside.right)
    ]
    within = sum(map(len, sides))
    return all(sides) and within < len(pieces) and Cut(Side(sides[0]), Side(sides[1])).is_grid


def _cuts(pieces: Sequence[Row], edge: float, width: float) -> list[Cut]:
    """Return the corridors of some width at the edge, between each two pieces that reach in."""
    start = edge - _INSIDE
    over = [piece.baseline for piece in pieces if piece.left < start and piece.right > edge - width]
    ends = [float("-inf"), *sorted(over), float("inf")]
    sides: dict[int, tuple[list[Row], list[Row]]] = {}
    for piece in pieces:
        place = bisect(ends, piece.baseline)
        if min(piece.baseline - ends[place - 1], ends[place] - piece.baseline) > _ON_LINE:
            left, right = sides.setdefault(place, ([], []))
            (left if piece.left < start else right).append(piece)
    return [
        Cut(Side(one), Side(other))
        for left, right in sides.values()
        if left and right
        for one, other in _alike(left, right)
    ]


def _alike(left: list[Row], right: list[Row]) -> Iterator[tuple[list[Row], list[Row]]]:
    """Yield the sides, cut where white goes through both and the right side is then elsewhere."""
    parts: list[list[Row]] = []
    bottom = float("inf")
    for piece in sorted((*left, *right), key=lambda piece: piece.top):
        if not parts or piece.top > bottom + _THROUGH * (piece.bottom - piece.top):
            parts.append([])
        parts[-1].append(piece)
        bottom = max(piece.bottom, bottom) if len(parts[-1]) > 1 else piece.bottom
    members = {id(piece) for piece in right}
    sides: list[tuple[list[Row], list[Row]]] = []
    for part in parts:
        one = [piece for piece in part if id(piece) not in members]
        other = [piece for piece in part if id(piece) in members]
        if sides and not (other and sides[-1][1] and _moved(Side(sides[-1][1]), Side(other))):
            one, other = sides[-1][0] + one, sides[-1][1] + other
            sides.pop()
        sides.append((one, other))
    return ((one, other) for one, other in sides if one and other)


def _moved(before: Side, after: Side) -> bool:
    """Say whether a side begins, ends and is centred elsewhere, and is no list in the one above."""
    if any(abs(piece.left - after.left) < _ALIGNED for piece in before.pieces):
        return False
    centre = (before.left + before.right - after.left - after.right) / 2
    return abs(before.left - after.left) > _MOVED and not (
        abs(before.right - after.right) < _ALIGNED or abs(centre) < _ALIGNED
    )
