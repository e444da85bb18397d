"""Cells beside each other, such as a margin of dates or labels: to rows in reading order."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from aicvgen.documents.pdf.columns import Cut, Side, switches
from aicvgen.documents.pdf.rows import Row, is_next_line, joined, lines, on_one_line, wrapped

_NARROW = 0.6
"""A side that is wider, in units of the other one, holds cards and is no margin."""
_LONGEST_HEADER = 60
"""A text of more characters is no part of a header."""
_DIGITS = re.compile(r"\d")
_DASHES = ("-", "–", "—")
_GOES_ON = (*_DASHES, "&", ",", "/", " of", " and", " und", " et", " y", " e", " en")
_STACKED = 2
"""So many years below each other may be one period, more are those of a list."""

_EXACT = 1.0
"""In points: so near to a baseline is on it."""
_LOOSER = 1.08
_USUAL_PITCH = 1.4

Order = Callable[[Sequence[Row]], list[Row]]
"""The reading order of a region."""


class _Setting(NamedTuple):
    """How a margin and the text beside it are set."""

    width: float
    """Of the margin, in points."""
    pitch: float
    """Between lines of the text, in units of the font size."""


def read(cut: Cut, order: Order) -> list[Row]:
    """Return the rows of the two sides, band by band."""
    margin, body = sorted((cut.left, cut.right), key=lambda side: side.width)
    cards = margin.width > _NARROW * body.width
    setting = _Setting(_width(margin), _pitch(margin, body))
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
            found += _with_margin(lines(left), order(right), setting, left=True)
        else:
            found += _with_margin(lines(right), order(left), setting, left=False)
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
        first = block[0]
        for before, row in zip([None, *block], block, strict=False):
            if before is None or _is_next(before, row, body) or _is_again(first, before, row, body):
                starts.append(_start(row))
    return starts


def _is_again(first: Row, before: Row, row: Row, body: Side) -> bool:
    """Say whether what a block begins beside begins again: a text set like the first, in a list."""
    heading, above, other = (_partner(each, body.rows) for each in (first, before, row))
    if heading is None or above is None or other is None:
        return False
    alike = heading.words[0].look == other.words[0].look
    return alike and above.bullet and not other.bullet


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


def _with_margin(
    cell: list[list[Row]], body: list[Row], setting: _Setting, *, left: bool
) -> list[Row]:
    """Return a band with a margin: its first text and the first row of the rest are one line."""
    margin = _unwrapped([joined(line) for line in cell], body, setting)
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


def _unwrapped(rows: Sequence[Row], body: Sequence[Row], setting: _Setting) -> list[Row]:
    """Return the rows of a cell in a margin, with a text that was wrapped put together."""
    if len(rows) > _STACKED and len({_DIGITS.sub("0", row.text) for row in rows}) == 1:
        return list(rows)
    found: list[Row] = []
    for row in rows:
        if found and _goes_on(found[-1], row, body, setting):
            found[-1] = wrapped(found[-1], row)
        else:
            found.append(row)
    return found


def _goes_on(before: Row, row: Row, body: Sequence[Row], setting: _Setting) -> bool:
    if before.main.look != row.main.look or row.bullet or not is_next_line(before, row):
        return False
    if _is_open(before, row) or row.text[0].islower() or row.text[0] == "(":
        return True
    if _are_labels(before, row, body, setting.pitch):
        return False
    one, other = (_DIGITS.sub("0", each.text) for each in (before, row))
    again = before.text == row.text or (one == other and " " in one and "0" in one)
    if again or ("0" in one) != ("0" in other):
        return False
    last, first = before.words[-1], row.words[0]
    line_width = last.right - min(
        word.left for word in before.words if word.baseline == last.baseline
    )
    if line_width + first.right - first.left <= setting.width:
        return False
    above = _partner(before, body)
    return not _are_alike(above, _partner(row, body)) or bool(above and above.bullet)


def _are_labels(before: Row, row: Row, body: Sequence[Row], pitch: float) -> bool:
    """Say whether two rows beside a row each are further apart than the lines of a text."""
    partners = (_partner(before, body), _partner(row, body))
    beside = all(
        other is not None and abs(other.baseline - each.baseline) <= _EXACT
        for each, other in zip((before, row), partners, strict=True)
    )
    return beside and (row.baseline - before.words[-1].baseline) > _LOOSER * pitch * row.main.size


def _width(side: Side) -> float:
    """Return the width of the side without what is set otherwise than most of it."""
    look = Counter(row.main.look for row in side.rows).most_common(1)[0][0]
    rows = [row for row in side.rows if row.main.look == look]
    return max(row.right for row in rows) - min(row.left for row in rows)


def _pitch(margin: Side, body: Side) -> float:
    """Return the smallest distance of two lines of a text in the body, in units of the font size.

    A line beside which something stands in the margin may be another text.
    """
    return min(
        (
            (row.baseline - before.baseline) / row.main.size
            for before, row in pairwise(body.rows)
            if before.main.look == row.main.look and not _partner(row, margin.rows)
        ),
        default=_USUAL_PITCH,
    )


def _are_alike(row: Row | None, other: Row | None) -> bool:
    return row is not None and other is not None and row.main.look == other.main.look


def _partner(row: Row, rows: Sequence[Row]) -> Row | None:
    return next((each for each in rows if on_one_line(row, each)), None)
