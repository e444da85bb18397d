"""Figures that follow from the figures of one text: differences, shares, sums, other periods."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from aicvgen.domain.claims.quantity import Quantity
from aicvgen.domain.claims.reading import Reading

_HUNDRED = Decimal(100)
_TIMES = frozenset({"s", "day", "month"})
_SHARED_OUT = frozenset({
    "each", "per", "average", "averaging", "je", "pro", "jeweils", "durchschnittlich", "schnitt",
    "durchschnitt",
})  # fmt: skip
_TOTAL = frozenset({
    "total", "totalling", "altogether", "all", "combined", "overall", "insgesamt", "zusammen",
    "gesamt", "alles", "summe",
})  # fmt: skip
_EACH = frozenset({"each", "apiece", "je", "jeweils"})
_YEAR = 12
_POINTS = frozenset({"%", "pp"})
_PARTS = frozenset({"of", "von", "aus", "in", "davon"})
_THEM = frozenset({"them", "which", "these", "whom", "davon", "denen", "darunter"})
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
        elif one.role == "to" and other.role == "from":
            yield from _of_change(other, one, bound)
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
        if one.unit == other.unit == "" and not (one.ordinal or other.ordinal):
            yield from _of_each(one, other, bound)
            yield from _of_all(text, one, other, bound)
        yield from _of_amount(text, one, other)
        yield from _of_clock(text, one, other)
        yield from _of_time(one, other)
        yield from _of_share(text, one, other)
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
    if one.unit in _TIMES:
        yield Figure(one.value / other.value, "speed", _ANY, bound)


def _of_part(part: Quantity, whole: Quantity, bound: str) -> Iterator[Figure]:
    if not whole.value or part.unit != whole.unit:
        return
    yield Figure(_HUNDRED * part.value / whole.value, "%", _ANY, bound)
    yield Figure(whole.value - part.value, whole.unit, _ANY, bound)


def _of_clock(text: Reading, one: Quantity, other: Quantity) -> Iterator[Figure]:
    """Compute how long it is from one time of day to another: 2 a.m. to 10 a.m. is eight hours."""
    start, end = (_hour(text, number) for number in (one, other))
    if end is not None and one.unit == other.unit == "":
        start = start if start is not None else one.value
        yield Figure((end - start) % 24 * 3600, "s", _ANY, "")


def _hour(text: Reading, number: Quantity) -> Decimal | None:
    """Return the hour of a time of day, None where a number is none."""
    after = [token.low for token in text.tokens[number.last + 1 : number.last + 3]]
    if after[:1] == ["uhr"]:
        return number.value
    half = "".join(after).replace(".", "")[:2]
    if half not in {"am", "pm"} or (after[:1] == ["am"] and text.language == "de"):
        return None
    return number.value % 12 + (12 if half == "pm" else 0)


def _of_each(one: Quantity, other: Quantity, bound: str) -> Iterator[Figure]:
    """Compute how many come to each, and to all: 640 samples from 32 plots are 20 a plot."""
    few, many = sorted((one.value, other.value))
    if few > 1 and many % few == 0:
        yield Figure(many / few, "each", _ANY, bound)


def _of_time(one: Quantity, other: Quantity) -> Iterator[Figure]:
    """Compute what a total comes to each year: 210 homes over three years are 70 a year."""
    for total, time in ((one, other), (other, one)):
        if time.unit == "month" and time.value > _YEAR and total.unit not in {"month", "%"}:
            yield Figure(total.value * _YEAR / time.value, f"each{total.unit}", _ANY, total.bound)


def _of_share(text: Reading, whole: Quantity, share: Quantity) -> Iterator[Figure]:
    """Compute what a share of a number is: 300 tours, a third of them are 100."""
    near = {token.low for token in text.tokens[whole.last + 1 : share.first]}
    near |= {token.low for token in text.tokens[share.last + 1 : share.last + 3]}
    if share.unit == "%" and whole.unit != "%" and near & _THEM:
        part = whole.value * share.value / _HUNDRED
        yield Figure(round(part, 2).normalize(), whole.unit, _ANY, "~")


def _of_all(text: Reading, one: Quantity, other: Quantity, bound: str) -> Iterator[Figure]:
    """Compute how many there are in all: two houses with 22 floors each have 44."""
    if is_shared_out(text):
        yield Figure(one.value * other.value, "all", _ANY, bound)


def _of_amount(text: Reading, count: Quantity, amount: Quantity) -> Iterator[Figure]:
    """Compute what several of the same amount come to: four budgets of 50 each are 200."""
    before = [token.low for token in text.tokens[max(0, amount.first - 1) : amount.first]]
    after = [token.low for token in text.tokens[amount.last + 1 : amount.last + 2]]
    if count.unit or count.ordinal or amount.unit in _TIMES | _POINTS | {"", "x"}:
        return
    if _EACH & {*before, *after}:
        yield Figure(count.value * amount.value, f"all{amount.unit}", _ANY, amount.bound)


def is_total(text: Reading) -> bool:
    """Say whether a sentence speaks of all of several together."""
    return any(token.low in _TOTAL for token in text.tokens)


def is_shared_out(text: Reading) -> bool:
    """Say whether a sentence speaks of each of several, or of an average."""
    return any(token.low in _SHARED_OUT for token in text.tokens)


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
    if _counts_one_more(text, number):
        yield Figure(number.value + 1, "", _ANY, number.bound)
    if _TEAM & set(before) or before[:1] == ["one"] or "one" in before or "einer" in before:
        yield Figure(number.value - 1, "others", _ANY, number.bound)
    if {"with", "mit"} & set(before) or {"other", "others", "anderen"} & set(after):
        yield Figure(number.value + 1, "team", _ANY, number.bound)


def _counts_one_more(text: Reading, number: Quantity) -> bool:
    """Say whether one more follows: three schools and a health centre."""
    after = [token.low for token in text.tokens[number.last + 1 : number.last + 6]]
    return any(
        one in {"and", "und"}
        and other in {"a", "an", "one", "ein", "eine", "einen", "einem", "einer"}
        for one, other in pairwise(after)
    )


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
