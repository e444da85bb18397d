"""Figures that follow from the figures of one text: differences, shares, sums, other periods."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from aicvgen.domain.claims.quantity import Quantity
from aicvgen.domain.claims.reading import Reading

_HUNDRED = Decimal(100)
_POINTS = frozenset({"%", "pp"})
_PARTS = frozenset({"of", "von", "aus", "in", "davon"})
_THEM = frozenset({"them", "which", "these", "davon", "denen"})
_TARGET = frozenset({
    "target", "targets", "goal", "quota", "ziel", "zielvorgabe", "soll", "vorgabe", "plan",
    "average", "durchschnitt", "schnitt",
})  # fmt: skip
_OF = (["of"], ["von"], ["was"], ["at"])
_TEAM = frozenset({"team", "crew", "group", "kitchen", "mannschaft", "gruppe"})


class Figure(NamedTuple):
    """One figure that can be computed."""

    value: Decimal
    unit: str
    roles: frozenset[str]
    """The roles it may have; a change of a third is no change to a third."""
    bound: str


_BY = frozenset({"by", "", "to"})
_CHANGE = frozenset({"by", ""})
_END = frozenset({"to", ""})
_START = frozenset({"from", ""})
_ANY = frozenset({"by", "", "to", "from"})


def figures(text: Reading) -> Iterator[Figure]:
    """Yield what follows from the numbers of a text."""
    numbers = text.quantities
    for one, other in pairwise(numbers):
        bound = one.bound.strip("-") or other.bound.strip("-")
        if one.role == "from" or other.role == "to":
            yield from _of_change(one, other, bound)
        elif _is_part_of(text, one, other) or _is_part_of(text, other, one):
            yield from _of_part(min(one, other), max(one, other), bound)
        if target := target_of(text, one, other):
            yield from _of_change(target, other if target is one else one, bound)
        if other.role == "to" and one.role == "by":
            yield from _of_start(text, one, other)
        if (
            one.unit == other.unit == ""
            and not (one.ordinal or other.ordinal)
            and _is_listed(text, one, other)
        ):
            yield Figure(one.value + other.value, "", _ANY, bound)
    for number in numbers:
        yield from _of_one(text, number)


def target_of(text: Reading, one: Quantity, other: Quantity) -> Quantity | None:
    """Return which of two numbers is the target that the other is measured against."""
    for number in (one, other):
        near = [token.low for token in text.tokens[max(0, number.first - 2) : number.first]]
        named = set(near[-1:]) | (set(near[:1]) if near[-1:] in _OF else set())
        if named & _TARGET and one.unit == other.unit:
            return number
    return None


def _of_change(one: Quantity, other: Quantity, bound: str) -> Iterator[Figure]:
    if one.unit != other.unit or not one.value or not other.value:
        return
    difference = abs(one.value - other.value)
    yield Figure(difference, "pp" if one.unit in _POINTS else one.unit, _CHANGE, bound)
    yield Figure(_HUNDRED * difference / one.value, "%", _CHANGE, bound)
    yield Figure(_HUNDRED * other.value / one.value, "%", _END, bound)
    yield Figure(other.value / one.value, "x", _ANY, bound)


def _of_part(part: Quantity, whole: Quantity, bound: str) -> Iterator[Figure]:
    if not whole.value or part.unit != whole.unit:
        return
    yield Figure(_HUNDRED * part.value / whole.value, "%", _ANY, bound)
    yield Figure(whole.value - part.value, whole.unit, _ANY, bound)


def _of_start(text: Reading, change: Quantity, end: Quantity) -> Iterator[Figure]:
    """Compute where something started that rose by 20 points to 75 %."""
    same = change.unit == end.unit or {change.unit, end.unit} == _POINTS
    if same and "up" in text.classes:
        yield Figure(end.value - change.value, end.unit, _START, end.bound)
    elif same and "down" in text.classes:
        yield Figure(end.value + change.value, end.unit, _START, end.bound)


def _of_one(text: Reading, number: Quantity) -> Iterator[Figure]:
    if number.unit == "%" and number.value > _HUNDRED:
        yield Figure(number.value - _HUNDRED, "%", _CHANGE, number.bound)
    if number.unit != "" or number.ordinal or number.value <= 1:
        return
    before = [token.low for token in text.tokens[max(0, number.first - 2) : number.first]]
    after = [token.low for token in text.tokens[number.last + 1 : number.last + 3]]
    if _TEAM & set(before) or before[:1] == ["one"] or "one" in before or "einer" in before:
        yield Figure(number.value - 1, "others", _ANY, number.bound)
    if {"with", "mit"} & set(before) or {"other", "others", "anderen"} & set(after):
        yield Figure(number.value + 1, "team", _ANY, number.bound)


def _is_part_of(text: Reading, part: Quantity, whole: Quantity) -> bool:
    """Say whether one number counts some of another: two of five, 18, davon 11."""
    if part.value > whole.value or part.ordinal or whole.ordinal:
        return False
    first, second = sorted((part, whole), key=lambda number: number.first)
    between = {token.low for token in text.tokens[first.last + 1 : second.first]}
    after = {token.low for token in text.tokens[second.last + 1 : second.last + 3]}
    if first is whole and after & _THEM:
        return True
    return bool(between & _PARTS) and second.first - first.last <= 5  # noqa: PLR2004  two of the five


def _is_listed(text: Reading, one: Quantity, other: Quantity) -> bool:
    between = [token.low for token in text.tokens[one.last + 1 : other.first]]
    return bool({"and", "und"} & set(between)) and len(between) <= 5  # noqa: PLR2004  two product managers and six
