"""Short lists side by side, each under a heading of its own, all headings on one baseline."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, takewhile

from aicvgen.documents.pdf.rows import Row, is_next_line, lines

_FEWEST = 2
"""So many headings at least, and so many rows under one of them."""
_FEWEST_LETTERS = 3
_LONGEST = 30
"""Characters of the longest heading."""
_OUTDENT, _INDENT = 15.0, 25.0
"""In points: so far to the left and right of its heading a list may begin."""
_NEAR_SIZE = 0.15
"""Sizes of headings differ by at most this share."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Lists side by side, and what stands above and below all of them."""

    above: list[Row]
    columns: list[list[Row]]
    """The pieces of each list, its heading among them."""
    below: list[Row]


def find(pieces: Sequence[Row]) -> Shelf | None:
    """Return the first shelf of a region, or None where it has none.

    A table looks much like one, but is drawn row by row, and a header with a date beside it has no
    list under the date.
    """
    rows = lines(pieces)
    for at, heads in enumerate(rows):
        if not _are_headings(heads, rows):
            continue
        columns, end = _columns(heads, rows[at + 1 :])
        if _are_lists(columns) and _is_end(heads, rows[at + end], rows[at + 1 + end :]):
            return Shelf(
                above=[piece for row in rows[:at] for piece in row],
                columns=[[head, *column] for head, column in zip(heads, columns, strict=True)],
                below=[piece for row in rows[at + 1 + end :] for piece in row],
            )
    return None


def _are_headings(heads: Sequence[Row], rows: Sequence[Sequence[Row]]) -> bool:
    """Say whether the pieces of a line are set alike, as a heading alone on its line is."""
    if len(heads) < _FEWEST or len({head.main.look for head in heads}) > 1:
        return False
    if not all(_is_short(head) for head in heads):
        return False
    return any(len(row) == 1 and _are_alike(heads[0], row[0]) for row in rows)


def _is_short(head: Row) -> bool:
    text = head.text
    return (
        _FEWEST_LETTERS <= len(text) <= _LONGEST
        and not head.bullet
        and not any(char.isdigit() for char in text)
    )


def _are_alike(head: Row, other: Row) -> bool:
    look, other_look = head.main.look, other.main.look
    return (
        (look.bold, look.italic, look.colour)
        == (other_look.bold, other_look.italic, other_look.colour)
        and head.text.isupper() == other.text.isupper()
        and abs(look.size - other_look.size) <= _NEAR_SIZE * look.size
        and _is_short(other)
    )


def _columns(heads: Sequence[Row], rows: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], int]:
    """Return what stands under each heading, and how many lines that takes."""
    edges = [head.left - _OUTDENT for head in heads]
    columns: list[list[Row]] = [[] for _ in heads]
    for count, row in enumerate(rows):
        places = [bisect(edges, piece.left) - 1 for piece in row]
        firsts = [place not in places[:at] for at, place in enumerate(places)]
        if not all(map(partial(_fits, heads), row, places, firsts)):
            return columns, count
        for piece, place in zip(row, places, strict=True):
            columns[place].append(piece)
    return columns, len(rows)


def _fits(heads: Sequence[Row], piece: Row, place: int, first: bool) -> bool:  # noqa: FBT001
    """Say whether a piece goes on with the list at this place, maybe with another heading.

    Only the first piece of a list on a line has to stand below the heading.
    """
    if place < 0 or (first and piece.left > heads[place].left + _INDENT):
        return False
    if place + 1 < len(heads) and piece.right > heads[place + 1].left - _OUTDENT:
        return False
    return place > 0 or piece.main.look != heads[0].main.look


def _is_end(heads: Sequence[Row], last: Sequence[Row], rows: Sequence[Sequence[Row]]) -> bool:
    """Say whether the lists end above the other rows: neither they nor columns go on there."""
    if not rows:
        return True
    if any(
        piece.main.look != heads[0].main.look and is_next_line(last[-1], piece) for piece in rows[0]
    ):
        return False
    return not any(
        abs(piece.left - head.left) <= _OUTDENT
        for row in takewhile(lambda row: not _reach_over(heads, row), rows)
        for piece in row
        for head in heads[1:]
    )


def _reach_over(heads: Sequence[Row], row: Sequence[Row]) -> bool:
    """Say whether a piece of a row stands in more than one of the columns."""
    edges = [head.left - _OUTDENT for head in heads[1:]]
    return any(piece.left < edge < piece.right for piece in row for edge in edges)


def _are_lists(columns: Sequence[Sequence[Row]]) -> bool:
    """Say whether every column has something, one has several rows, and each was drawn whole."""
    if not all(columns) or max(map(len, columns)) < _FEWEST:
        return False
    drawn = sorted((piece.order, at) for at, column in enumerate(columns) for piece in column)
    switches = sum(before[1] != after[1] for before, after in pairwise(drawn))
    return switches == len(columns) - 1
