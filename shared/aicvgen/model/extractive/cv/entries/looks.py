"""How rows look, and which looks the headers of a section turn out to have."""

import math
import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv.rows import Row

Look = tuple[object, ...]

_EDGE = 8.0
"""Left edges nearer than this many points look the same."""
_WIDE, _WIDER = 1.35, 0.2
"""Space is wide in terms of the usual space, and by so many line heights."""
_NEARER = 0.7
"""A row nearer to the one above than that is to its own belongs to it: names of one header."""
_MOST = 2.5
_HEADER_ROWS = 3


def look_of(row: Row) -> Look:
    """Return what a reader sees of a row before reading it: type and indent."""
    line = row.line
    left = round(line.box[0] / _EDGE) if line.box else line.level
    heading = line.level if line.role is Role.HEADING else -1
    return (round(line.size), line.bold, line.italic, line.colour, row.bullet, heading, left)


def apart(rows: Sequence[Row]) -> list[bool]:
    """Say for each row whether it is set apart from the one above: by space, or after a list."""
    pairs = list(pairwise(rows))
    gaps = [_gap(before, row) for before, row in pairs]
    known = [gap for gap in gaps if gap is not None]
    height = statistics.median(_height(row) for row in rows)
    usual = statistics.median(known) if known else 0.0
    wide = max(_WIDE * usual, usual + _WIDER * height)
    spaced = [gap is not None and gap > wide for gap in gaps]
    spaced = [
        space and not (here is not None and before is not None and here < _NEARER * before)
        for space, here, before in zip(spaced, gaps, [None, *gaps], strict=False)
    ]
    if not all(after.line.spaced for _, after in pairs):
        spaced = [
            space or after.line.spaced for space, (_, after) in zip(spaced, pairs, strict=True)
        ]
    return [
        False,
        *(space or _after_list(*pair) for space, pair in zip(spaced, pairs, strict=True)),
    ]


def _after_list(before: Row, row: Row) -> bool:
    """Say whether a list ends above the row."""
    if row.bullet or not before.bullet:
        return False
    if row.line.box is None or before.line.box is None or row.line.page != before.last.page:
        return True
    return row.line.box[0] < before.line.box[0]


def _gap(before: Row, row: Row) -> float | None:
    """Return the white space between two rows of one page in points."""
    if before.last.box is None or row.line.box is None or before.last.page != row.line.page:
        return None
    return max(row.line.box[1] - before.last.box[3], 0.0)


def _height(row: Row) -> float:
    return row.line.box[3] - row.line.box[1] if row.line.box else 0.0


class Looks:
    """Counts where in an entry rows of each look stand: as first, second … row, or in the body."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Look, int]] = Counter()
        self._looks: Counter[Look] = Counter()
        self._leans: dict[Look, list[float]] = {}

    def count(self, look: Look, place: int) -> None:
        """Note one row: `place` is its number in the header from 1, 0 in the body."""
        place = min(max(place, 0), _HEADER_ROWS)
        self._counts[look, place] += 1
        self._looks[look] += 1

    def leans(self, look: Look) -> list[float]:
        """Return how much rows of this look speak for each place: logs of the odds, bounded.

        The first is the body, then come the rows of a header, the last of them for all further.
        """
        if look not in self._leans:
            seen = self._looks[look]
            here = [self._counts[look, place] for place in range(_HEADER_ROWS + 1)]
            odds = [
                math.log((count + 1.5) / (seen - count + 1.5)) if seen else 0.0 for count in here
            ]
            self._leans[look] = [max(-_MOST, min(_MOST, each)) for each in odds]
        return self._leans[look]
