"""Figures that follow from the figures of one text: differences, shares, other periods."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from aicvgen.domain.claims.figures.compared import bases, compared, is_of_target, target_of
from aicvgen.domain.claims.figures.figure import (
    ANY,
    CHANGE,
    END,
    PLAIN,
    POINTS,
    START,
    TIMES,
    Figure,
)
from aicvgen.domain.claims.figures.kinds import kinds_with_one
from aicvgen.domain.claims.figures.label_lists import label_counts
from aicvgen.domain.claims.figures.places import place_of
from aicvgen.domain.claims.figures.shared_out import shares_out
from aicvgen.domain.claims.figures.teams import counts_fellows
from aicvgen.domain.claims.figures.totals import is_bare_part, totals
from aicvgen.domain.claims.numbers.clocks import CLOCK
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text import series
from aicvgen.domain.claims.text.reading import Reading

_HUNDRED = Decimal(100)
_YEAR = 12
_PARTS = frozenset({"of", "von", "aus", "in", "davon", "der", "the", "including"})
_THEM = frozenset({"it", "them", "which", "these", "whom", "davon", "denen", "darunter"})
_TEAM = frozenset({"team", "crew", "group", "kitchen", "mannschaft", "gruppe"})
_OF = (["of"], ["von"], ["der"])
_NEAR = 3
_EVERY = frozenset({"every", "each", "jede", "jeder", "jeden", "jedes", "jedem", "in", "von"})


def figures(text: Reading) -> Iterator[Figure]:
    """Yield what follows from the numbers of a text."""
    numbers = text.quantities
    for one, other in pairwise(numbers):
        bound = one.bound.strip("-") or other.bound.strip("-")
        if target_of(text, one, other) is not None:
            continue
        if one.role == "from" or other.role == "to":
            yield from _of_change(one, other, bound)
        elif one.role == "to" and other.role == "from":
            yield from _of_change(other, one, bound)
        elif _is_part_of(text, one, other) or _is_part_of(text, other, one):
            yield from _of_part(min(one, other), max(one, other), bound)
        if other.role == "to" and one.role == "by":
            yield from _of_start(text, one, other)
            yield from _of_rise(text, one, other)
        yield from _of_clock(one, other)
        yield from _of_time(one, other)
        yield from _of_share(text, one, other)
    for start, end in series.changes(text):
        between = (start.year, end.year)
        of_years = _of_change(start.number, end.number, start.number.bound or end.number.bound)
        yield from (figure._replace(years=between) for figure in of_years)
    yield from compared(text)
    yield from bases(text)
    yield from totals(text)
    yield from shares_out(text)
    yield from label_counts(text)
    for number in numbers:
        yield from _of_one(text, number)


def _of_change(one: Quantity, other: Quantity, bound: str) -> Iterator[Figure]:
    if one.unit != other.unit or not one.value or not other.value:
        return
    difference = abs(one.value - other.value)
    way = "down" if other.value < one.value else "up"
    unit = "pp" if one.unit in POINTS else one.unit
    yield Figure(difference, unit, CHANGE, bound, way=way)
    yield Figure(_HUNDRED * difference / one.value, "%", CHANGE, bound, way=way)
    yield Figure(_HUNDRED * other.value / one.value, "%", END, bound)
    yield Figure(other.value / one.value, "x", ANY, bound)
    if one.unit in TIMES:
        yield Figure(one.value / other.value, "speed", ANY, bound)


def _of_part(part: Quantity, whole: Quantity, bound: str) -> Iterator[Figure]:
    if not whole.value or part.unit != whole.unit:
        return
    yield Figure(_HUNDRED * part.value / whole.value, "%", PLAIN, bound)
    rest = whole.value - part.value
    yield Figure(rest, f"rest{whole.unit}", ANY, bound)


def _of_clock(one: Quantity, other: Quantity) -> Iterator[Figure]:
    """Compute how long it is from one time of day to another: 2 a.m. to 10 a.m. is eight hours."""
    if one.unit == other.unit == CLOCK:
        yield Figure((other.value - one.value + 24) % 24 * 3600, "s", ANY, "")


def _of_time(one: Quantity, other: Quantity) -> Iterator[Figure]:
    """Compute what a total comes to each year: 210 homes over three years are 70 a year."""
    for total, time in ((one, other), (other, one)):
        if time.unit == "month" and time.value > _YEAR and total.unit not in {"month", "%"}:
            yield Figure(
                total.value * _YEAR / time.value,
                f"each{total.unit}",
                ANY,
                total.bound,
                period="year",
            )


def _of_share(text: Reading, whole: Quantity, share: Quantity) -> Iterator[Figure]:
    """Compute what a share of a number is: 300 tours, a third of them are 100."""
    near = {token.low for token in text.tokens[whole.last + 1 : share.first]}
    near |= {token.low for token in text.tokens[share.last + 1 : share.last + 3]}
    if share.unit == "%" and whole.unit != "%" and near & _THEM:
        part = _part(whole, share, share.bound)
        part = part if part.value % 1 == 0 else part._replace(bound="~")
        told = tuple(word for word in text.words if word.at > share.last)
        yield part._replace(unit="some", parts=(told,)) if told and not whole.unit else part
    between = [token.low for token in text.tokens[whole.last + 1 : share.first]]
    if whole.unit == "%" != share.unit and between[:1] in _OF and len(between) <= _NEAR:
        yield _part(share, whole, whole.bound)


def _of_rise(text: Reading, change: Quantity, end: Quantity) -> Iterator[Figure]:
    """Compute where something started that rose by 20 % to 1,200."""
    steps = [(way, sign) for way, sign in (("up", 1), ("down", -1)) if way in text.classes]
    if change.unit == "%" and end.unit not in POINTS and len(steps) == 1:
        whole = _HUNDRED + steps[0][1] * change.value
        if whole > 0:
            start = round(_HUNDRED * end.value / whole, 2).normalize()
            yield Figure(start, end.unit, START, end.bound)


def _part(whole: Quantity, share: Quantity, bound: str) -> Figure:
    part = whole.value * share.value / _HUNDRED
    return Figure(round(part, 2).normalize(), whole.unit, ANY, bound)


def _of_start(text: Reading, change: Quantity, end: Quantity) -> Iterator[Figure]:
    """Compute where something started that rose by 20 points to 75 %."""
    same = change.unit == end.unit or {change.unit, end.unit} == POINTS
    if same and "up" in text.classes:
        yield Figure(end.value - change.value, end.unit, START, end.bound)
    elif same and "down" in text.classes:
        yield Figure(end.value + change.value, end.unit, START, end.bound)


def _of_one(text: Reading, number: Quantity) -> Iterator[Figure]:
    if number.unit == "%" and number.value < _HUNDRED and is_of_target(text, number):
        for unit in ("%", "pp", "points"):
            yield Figure(_HUNDRED - number.value, unit, CHANGE, number.bound, way="below")
    if number.unit == "%" and number.value > _HUNDRED:
        yield Figure(number.value - _HUNDRED, "%", CHANGE, number.bound, way="up")
    if number.unit == "%" and number.value and _HUNDRED % number.value == 0:
        yield Figure(_HUNDRED / number.value, "every", PLAIN, number.bound)
    if number.unit != "" or number.value <= 1:
        return
    before = [token.low for token in text.tokens[max(0, number.first - 2) : number.first]]
    if number.ordinal:
        if _EVERY & set(before[-1:]):
            things = place_of(text, number).right
            yield Figure(_HUNDRED / number.value, "%", PLAIN, number.bound, things)
        return
    yield from kinds_with_one(text, number)
    if _TEAM & set(before) or before[:1] == ["one"] or "one" in before or "einer" in before:
        yield Figure(number.value - 1, "others", ANY, number.bound)
    if counts_fellows(text, number):
        yield Figure(number.value + 1, "team", ANY, number.bound)


def _is_part_of(text: Reading, part: Quantity, whole: Quantity) -> bool:
    """Say whether one number counts some of another: two of five, 18, davon 11."""
    if part.value > whole.value or part.ordinal or whole.ordinal:
        return False
    if is_bare_part(text, part, whole):
        return True
    first, second = sorted((part, whole), key=lambda number: number.first)
    between = {token.low for token in text.tokens[first.last + 1 : second.first]}
    after = {token.low for token in text.tokens[second.last + 1 : second.last + 3]}
    if first is whole and after & _THEM:
        return True
    return bool(between & _PARTS) and second.first - first.last <= 5  # noqa: PLR2004  two of the five
