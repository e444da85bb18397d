"""Rows of a section to groups, one per role, project or degree: its header and its body.

Each row belongs to the header or to the body of an entry. What speaks for either is added up, per
row and per header as a whole (one date, two names), and the best sum over the section wins
(Viterbi's algorithm). Then the looks that headers and bodies turned out to have are counted, and
added to what speaks for a row: the entries of one section look alike.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from aicvgen.model.extractive.cv.entries.looks import Look, Looks, apart, look_of
from aicvgen.model.extractive.cv.rows import Row

_PASSES = 3
_LONGEST_HEADER = 6
_START = -1.0
_APART, _BLANK_LINE = 1.0, 2.0
"""Space is above the row; in plain text it is surer, for it is all there is to see."""
_OPENS = 4.0
"""By what stands around it, the row opens an entry without a date."""
_NO_BODY = -0.2
_LONGER = -0.3
"""Each further row of a header."""
TWO_NAMES: Mapping[float, float] = {0.0: -4.0, 1.0: -1.2, 1.5: -0.4, 2.0: 0.0}
"""What a header gains by its number of names where it should have two: position and employer."""
ONE_NAME: Mapping[float, float] = {0.0: -4.0, 1.0: 0.0, 1.5: 0.0, 2.0: 0.0}
"""What it gains where one is enough: a project."""
_NO_DATE = -2.2
_SECOND_DATE = -3.0
_NONE: Mapping[int, int] = MappingProxyType({})
_BEFORE_FIRST = -1.5
"""A row above the first entry."""


@dataclass(slots=True)
class Group:
    """The rows of one entry."""

    header: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a row being part of a header."""

    weight: float
    """Above zero for a header, below for a body."""
    names: float
    """How many names it has, at most two; a doubtful one is a half."""
    dates: int
    look: Look
    apart: float
    """How much the space above it speaks for a new entry."""
    pin: int = 0
    """Its place in a header that is known to be whole, from 1; 0 for other rows."""

    def allows(self, following: "_State", before: int) -> bool:
        """Say whether the row can be in a state, behind a row that has this pin."""
        return following.row == self.pin if self.pin else not before or following.row <= 1


class _State(NamedTuple):
    """Where in an entry a row is; `row` 0 is the body, -1 above the first entry."""

    row: int
    names: float = 0.0
    dates: int = 0


_ABOVE = _State(-1)
_BODY = _State(0)


@dataclass(frozen=True, slots=True)
class _Closing:
    """What a header as a whole adds when it ends."""

    names: Mapping[float, float]
    dated: bool
    """The section has dates."""

    def __call__(self, state: _State) -> float:
        if state.row <= 0:
            return 0.0
        return self.names[state.names] + (_NO_DATE if self.dated and not state.dates else 0.0)


def group(
    rows: Sequence[Row],
    signs_of: Callable[[Row], tuple[float, float, int]],
    *,
    names: Mapping[float, float] = TWO_NAMES,
    openers: Collection[tuple[int, ...]] = (),
    pinned: Mapping[int, int] = _NONE,
) -> list[Group]:
    """Split the rows of a section into entries.

    `signs_of` says how much a row's words speak for a header, and how many names and dates it has;
    `names`, what a header gains by its number of names; `openers`, by the numbers of their lines,
    are rows that open an entry though they have no date; `pinned`, by number, are the rows of
    whole headers, with the place of each in its header, from 1.
    """
    if not rows:
        return []
    spaces = [
        (_space(row) if space else 0.0) + (_OPENS if row.lines in openers else 0.0)
        for row, space in zip(rows, apart(rows), strict=True)
    ]
    signs = [
        Signs(*signs_of(row), look=look_of(row), apart=space, pin=pinned.get(at, 0))
        for at, (row, space) in enumerate(zip(rows, spaces, strict=True))
    ]
    closing = _Closing(names, dated=any(each.dates for each in signs))
    looks = Looks()
    path: list[_State] = []
    for _ in range(_PASSES):
        found = _best(signs, looks, closing)
        if found == path:
            break
        path = found
        looks = Looks()
        for state, each in zip(path, signs, strict=True):
            looks.count(each.look, state.row)
    return _cut(rows, path)


def _space(row: Row) -> float:
    return _BLANK_LINE if row.line.spaced else _APART


def _best(signs: Sequence[Signs], looks: Looks, closing: _Closing) -> list[_State]:
    """Return the states of the rows with the best sum."""
    scores: dict[_State, float] = {_ABOVE: 0.0}
    back: list[dict[_State, _State]] = []
    pin = 0
    for each in signs:
        after: dict[_State, float] = {}
        origin: dict[_State, _State] = {}
        leans = looks.leans(each.look)
        bonus = _START + each.weight + leans[1] + each.apart
        start = _State(1, each.names, each.dates)
        for state, score in scores.items():
            ended = score + closing(state)
            steps = [(start, ended + bonus + (_NO_BODY if state.row > 0 else 0.0))]
            if state.row < 0:
                steps.append((_ABOVE, score + _BEFORE_FIRST))
            else:
                steps.append((_BODY, ended + leans[0]))
            if 0 < state.row < _LONGEST_HEADER:
                steps.append(_further(state, score, each, leans))
            for following, total in steps:
                if not each.allows(following, pin):
                    continue
                if following not in after or total > after[following]:
                    after[following], origin[following] = total, state
        scores, pin = after, each.pin
        back.append(origin)
    last = max(scores, key=lambda state: scores[state] + closing(state))
    path = [last]
    for origin in reversed(back[1:]):
        path.append(origin[path[-1]])
    return path[::-1]


def _further(
    state: _State, score: float, signs: Signs, leans: Sequence[float]
) -> tuple[_State, float]:
    """Return the state of a row that is of the same header as the one before, and the sum."""
    row, names, dates = state
    names, dates = min(2.0, names + signs.names), min(2, dates + signs.dates)
    total = score + signs.weight + leans[min(row + 1, len(leans) - 1)] + _LONGER - signs.apart
    if signs.dates and state.dates:
        total += _SECOND_DATE
    return _State(row + 1, names, dates), total


def _cut(rows: Sequence[Row], path: Sequence[_State]) -> list[Group]:
    groups: list[Group] = []
    for row, state in zip(rows, path, strict=True):
        if state.row == 1 or not groups:
            groups.append(Group())
        (groups[-1].header if state.row > 0 else groups[-1].body).append(row)
    return groups
