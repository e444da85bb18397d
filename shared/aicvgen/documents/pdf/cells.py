"""Cells beside each other, such as a margin of dates or labels: to rows in reading order."""

import re
from bisect import bisect
from collections.abc import Callable, Sequence

from aicvgen.documents.pdf.columns import Cut, Side, switches
from aicvgen.documents.pdf.rows import Row, is_next_line, joined, lines, on_one_line, wrapped

_NARROW = 0.6
"""A side that is wider, in units of the other one, holds cards and is no margin."""
_LONGEST_HEADER = 60
"""A text of more characters is no part of a header."""
_DIGITS = re.compile(r"\d")
_DASHES = ("-", "–", "—")
_GOES_ON = (*_DASHES, "&", ",", "/", " of", " and", " und", " et", " y", " e", " en")

Order = Callable[[Sequence[Row]], list[Row]]
"""The reading order of a region."""


def read(cut: Cut, order: Order) -> list[Row]:
    """Return the rows of the two sides, band by band."""
    margin, body = sorted((cut.left, cut.right), key=lambda side: side.width)
    cards = margin.width > _NARROW * body.width
    starts = _card_starts(margin, body) if cards else _starts(margin, body)
    bands: list[tuple[list[Row], list[Row]]] = [([], []) for _ in range(len(starts) + 1)]
    for number, side in enumerate((cut.left, cut.right)):
        for piece in side.pieces:
            bands[bisect(starts, piece.baseline)][number].append(piece)
    found: list[Row] = []
    for left, right in bands:
        if not left or not right:
            found += order(left or right)
        elif cards and not _are_rows(left, right):
            found += order(left) + order(right)
        elif margin is cut.left:
            found += _with_margin(lines(left), order(right), left=True)
        else:
            found += _with_margin(lines(right), order(left), left=False)
    return found


def _are_rows(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Say whether two cells are a row each, or were drawn row by row."""
    rows = min(len(lines(left)), len(lines(right)))
    return rows == 1 or switches(left, right) >= rows


def _card_starts(side: Side, other: Side) -> list[float]:
    """Return the heights at which blocks of both sides begin."""
    tops = [block[0] for block in other.blocks]
    firsts = (block[0] for block in side.blocks)
    return [_start(first) for first in firsts if _partner(first, tops) is not None]


def _start(row: Row) -> float:
    return row.baseline - row.main.size / 2


def _starts(margin: Side, body: Side) -> list[float]:
    """Return the heights at which bands begin: a block of the margin, a row like the one before."""
    starts: list[float] = []
    for block in margin.blocks:
        for number, row in enumerate(block):
            if number == 0 or _is_next(block[number - 1], row, body):
                starts.append(_start(row))
    return starts


def _is_next(before: Row, row: Row, body: Side) -> bool:
    """Say whether both rows are labels of something alike."""
    other = _partner(row, body.rows)
    return (
        other is not None
        and _are_alike(before, row)
        and _are_alike(_partner(before, body.rows), other)
        and not other.bullet
        and not _is_open(before, row)
    )


def _is_open(before: Row, row: Row) -> bool:
    """Say whether the text above wants the next; two with a dash at the end are open periods."""
    both = before.text.endswith(_DASHES) and row.text.endswith(_DASHES)
    return before.text.endswith(_GOES_ON) and not both


def _with_margin(cell: list[list[Row]], body: list[Row], *, left: bool) -> list[Row]:
    """Return a band with a margin: its first text and the first row of the rest are one line."""
    margin = _unwrapped([joined(line) for line in cell], body)
    found: list[Row] = []
    at = 0
    for number, row in enumerate(margin):
        partner = _partner(row, body[at:])
        if partner is None or (
            left and number and not (partner is body[at] and _is_header(partner))
        ):
            found.append(row)
            continue
        place = body.index(partner, at)
        found += body[at:place]
        found.append(joined([row, partner] if left else [partner, row], gap=True))
        at = place + 1
    return found + body[at:]


def _is_header(row: Row) -> bool:
    return not row.bullet and len(row.text) <= _LONGEST_HEADER


def _unwrapped(rows: Sequence[Row], body: Sequence[Row]) -> list[Row]:
    """Return the rows of a narrow cell, with a text that was wrapped put together."""
    width = max(row.right for row in rows) - min(row.left for row in rows)
    found: list[Row] = []
    for row in rows:
        if found and _goes_on(found[-1], row, body, width):
            found[-1] = wrapped(found[-1], row)
        else:
            found.append(row)
    return found


def _goes_on(before: Row, row: Row, body: Sequence[Row], width: float) -> bool:
    if before.main.look != row.main.look or not is_next_line(before, row):
        return False
    if _is_open(before, row) or row.text[0].islower() or row.text[0] == "(":
        return True
    one, other = (_DIGITS.sub("0", each.text) for each in (before, row))
    if ("0" in one) != ("0" in other) or (one == other and " " in one and "0" in one):
        return False
    last, first = before.words[-1], row.words[0]
    line_width = last.right - min(
        word.left for word in before.words if word.baseline == last.baseline
    )
    return line_width + first.right - first.left > width and not _are_alike(
        _partner(before, body), _partner(row, body)
    )


def _are_alike(row: Row | None, other: Row | None) -> bool:
    return row is not None and other is not None and row.main.look == other.main.look


def _partner(row: Row, rows: Sequence[Row]) -> Row | None:
    return next((each for each in rows if on_one_line(row, each)), None)
