"""Rows of a section to groups, one per role, project or degree: its header and its body.

Each row belongs to the header or to the body of an entry. What speaks for either is added up, per
row and per header as a whole (one date, two names), and the best sum over the section wins
(Viterbi's algorithm). Then the looks that headers and bodies turned out to have are counted, and
added to what speaks for a row: the entries of one section look alike.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from aicvgen.model.extractive.cv.entries.looks import Look, Looks, apart, look_of
from aicvgen.model.extractive.cv.rows import Row

_PASSES = 3
_LONGEST_HEADER = 6
_START = -1.0
_APART = 1.0
_NO_BODY = -0.2
_LONGER = -0.3
"""Each further row of a header."""
TWO_NAMES: Mapping[float, float] = {0.0: -4.0, 1.0: -1.2, 1.5: -0.4, 2.0: 0.0}
"""What a header gains by its number of names where it should have two: position and employer."""
ONE_NAME: Mapping[float, float] = {0.0: -4.0, 1.0: 0.0, 1.5: 0.0, 2.0: 0.0}
"""What it gains where one is enough: a project."""
_NO_DATE = -2.2
_SECOND_DATE = -3.0
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
    apart: bool
    """More space than usual is above it."""


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
) -> list[Group]:
    """Split the rows of a section into entries.

    `signs_of` says how much a row's words speak for a header, and how many names and dates it has;
    `names`, what a header gains by its number of names.
    """
    if not rows:
        return []
    signs = [
        Signs(*signs_of(row), look=look_of(row), apart=space)
        for row, space in zip(rows, apart(rows), strict=True)
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


def _best(signs: Sequence[Signs], looks: Looks, closing: _Closing) -> list[_State]:
    """Return the states of the rows with the best sum."""
    scores: dict[_State, float] = {_ABOVE: 0.0}
    back: list[dict[_State, _State]] = []
    for each in signs:
        after: dict[_State, float] = {}
        origin: dict[_State, _State] = {}
        for state, score in scores.items():
            for following, gain in _steps(state, each, looks, closing):
                total = score + gain
                if total > after.get(following, float("-inf")):
                    after[following], origin[following] = total, state
        scores = after
        back.append(origin)
    last = max(scores, key=lambda state: scores[state] + closing(state))
    path = [last]
    for origin in reversed(back[1:]):
        path.append(origin[path[-1]])
    return path[::-1]


def _steps(
    state: _State, signs: Signs, looks: Looks, closing: _Closing
) -> list[tuple[_State, float]]:
    """Return the states a row can be in after the row before it, and what each adds."""
    steps: list[tuple[_State, float]] = []
    closed = closing(state)
    start = _State(1, signs.names, signs.dates)
    bonus = _START + signs.weight + looks.lean(signs.look, 1) + (_APART if signs.apart else 0.0)
    steps.append((start, closed + bonus + (_NO_BODY if state.row > 0 else 0.0)))
    if state is _ABOVE or state.row < 0:
        steps.append((_ABOVE, _BEFORE_FIRST))
        return steps
    steps.append((_BODY, closed + looks.lean(signs.look, 0)))
    if 0 < state.row < _LONGEST_HEADER:
        further = _State(
            state.row + 1, min(2.0, state.names + signs.names), min(2, state.dates + signs.dates)
        )
        gain = signs.weight + looks.lean(signs.look, state.row + 1) + _LONGER
        gain -= _APART if signs.apart else 0.0
        if signs.dates and state.dates:
            gain += _SECOND_DATE
        steps.append((further, gain))
    return steps


def _cut(rows: Sequence[Row], path: Sequence[_State]) -> list[Group]:
    groups: list[Group] = []
    for row, state in zip(rows, path, strict=True):
        if state.row == 1 or not groups:
            groups.append(Group())
        (groups[-1].header if state.row > 0 else groups[-1].body).append(row)
    return groups
