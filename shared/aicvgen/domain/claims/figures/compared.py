"""Numbers measured against others: a target, a plan, an average, the project before."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from aicvgen.domain.claims.figures.figure import CHANGE, PLAIN, POINTS, TIMES, Figure
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.words.lexicon import word_set

_HUNDRED = Decimal(100)
_OF = (["of"], ["von"], ["was"], ["at"], ["were"], ["for"])
_AGAINST = frozenset({"against", "versus", "vs", "gegen"})
_AVERAGE = re.compile(
    r"(?:branchen|team|gruppen|haus|landes|bundes|vorjahres|durch)schnitt$|.ziel$|vorgabe$"
)
_FARTHEST = 6
_OUT_OF = (("of",), ("von",), ())
_OPPOSITE = {"below": "above", "above": "below"}
_COMPARATIVE = {"up": "fewer", "down": "more"}
_BEYOND = {
    "up": frozenset({"unter", "below", "under"}),
    "down": frozenset({"über", "above", "over"}),
}
_THAT = frozenset({"the", "that", "those", "dem", "den", "der", "denen", "vorjahr"})
"""What another number is told by: 10 % unter dem von 2019."""
_NEAR = 4
_UP_TO = frozenset({"within"})
"""Words of a difference either way: within three points of target."""
_LISTING: tuple[list[str], ...] = ([], ["and"], ["und"], ["sowie"])


def compared(text: Reading) -> Iterator[Figure]:
    """Yield by how much a number is above or below what it is measured against."""
    for number, base in _pairs(text):
        difference = abs(number.value - base.value)
        way = "below" if number.value < base.value else "above"
        if not number.value or not base.value or not difference:
            continue
        unit = "pp" if number.unit in POINTS else number.unit
        bound = number.bound.strip("-") or base.bound.strip("-")
        yield Figure(difference, unit, CHANGE, bound, way=way)
        yield Figure(_HUNDRED * difference / base.value, "%", CHANGE, bound, way=way)
        yield Figure(_HUNDRED * number.value / base.value, "%", PLAIN, bound)
        yield Figure(number.value / base.value, "x", PLAIN, bound)


def bases(text: Reading) -> Iterator[Figure]:
    """Yield the target that a number beats or misses: 140, 15 more than the target of 125."""
    for one, other in pairwise(text.quantities):
        after = [token.low for token in text.tokens[other.last + 1 : other.last + _FARTHEST]]
        ways = [way for way in _OPPOSITE if set(after[:1]) & word_set(f"{way}_it")]
        if one.unit or other.unit or not ways or not any(map(_is_target, after)):
            continue
        sign = -1 if ways[0] == "above" else 1
        yield Figure(one.value + sign * other.value, "", PLAIN, one.bound)
        yield Figure(other.value, "", CHANGE, other.bound, way=ways[0])


def target_of(text: Reading, one: Quantity, other: Quantity) -> Quantity | None:
    """Return which of two numbers is the target that the other is measured against."""
    for number, measured in ((one, other), (other, one)):
        if _is_on_average(text, number):
            continue
        near = [token.low for token in text.tokens[max(0, number.first - 2) : number.first]]
        named = set(near[-1:]) | (set(near[:1]) if near[-1:] in _OF else set())
        named |= {"benchmark"} if set(near) & word_set("benchmarks") else set()
        if any(_is_target(low) for low in named) and _like(measured, number) is not None:
            return number
    return None


def _is_on_average(text: Reading, number: Quantity) -> bool:
    """Tell im Schnitt von 9 auf 6, where a change starts, from der Schnitt von 9."""
    before = [token.low for token in text.tokens[max(0, number.first - 3) : number.first]]
    return number.role == "from" and before[:1] == ["im"] and before[2:] == ["von"]


def is_of_target(text: Reading, number: Quantity) -> bool:
    """Say whether a share is one of a target: 97 % of target, Ziel zu 97 % erreicht."""
    last = _last_of_list(text, number)
    after = [token.low for token in text.tokens[last + 1 : last + 4]]
    before = [token.low for token in text.tokens[max(0, number.first - 4) : number.first]]
    reached = any(low in word_set("reached") for low in after)
    return any(map(_is_target, after)) or (reached and any(map(_is_target, before)))


def _last_of_list(text: Reading, number: Quantity) -> int:
    """Return where the shares end that are listed with one: 97 %, 105 % and 102 % of target."""
    last = number.last
    for one in text.quantities:
        between = [token.low for token in text.tokens[last + 1 : one.first]]
        listed = one.unit == number.unit == "%" and between in _LISTING
        last = one.last if listed and one.first > last else last
    return last


def _is_target(low: str) -> bool:
    return low in word_set("targets") or bool(_AVERAGE.search(low))


def measured(text: Reading) -> Sequence[Quantity]:
    """Return the numbers without those that only say how far a scale goes: 4.6 out of 5."""
    numbers = text.quantities
    scales = {other for one, other in pairwise(numbers) if _is_scale(text, one, other)}
    return [number for number in numbers if number not in scales]


def _is_scale(text: Reading, one: Quantity, other: Quantity) -> bool:
    between = tuple(token.low for token in text.tokens[one.last + 1 : other.first])
    return between == ("out", "of") or (between in _OUT_OF and one.value % 1 != 0)


def is_compared(number: Quantity, way: str, text: Reading) -> bool:
    """Say whether a sentence puts a number above or below something, as it is.

    Of a change it need not say so: it must only not say that it went the other way.
    """
    if way in _COMPARATIVE:
        after = [token.low for token in text.tokens[number.last + 1 : number.last + 3]]
        past = after[:1] and after[0] in _BEYOND[way] and after[1:] and after[1] in _THAT
        return not (past or set(after) & word_set(_COMPARATIVE[way]))
    near = range(max(0, number.first - _NEAR), min(len(text.tokens), number.last + 1 + _NEAR))
    lows = {
        text.tokens[at].low
        for at in near
        if not at or text.tokens[at - 1].low not in word_set("over_verbs")
    }
    if lows & word_set(f"{_OPPOSITE[way]}_it"):
        return False
    if lows & {"ahead", "behind"}:
        sooner = "ahead" in lows
        return way == ("below" if sooner is (number.unit in TIMES) else "above")
    return bool(lows & (word_set(f"{way}_it") | _UP_TO)) or "beat" in text.classes


def _pairs(text: Reading) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield each number with the one it is measured against, in its unit."""
    for one, other in pairwise(measured(text)):
        base = target_of(text, one, other)
        if base is None and _are_against(text, one, other):
            base = other
        if base is None or one.ordinal or other.ordinal:
            continue
        number = one if base is other else other
        alike = _like(number, base)
        if alike is not None:
            yield number, alike
    yield from _apart(text)


def _apart(text: Reading) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield numbers of one unit before and after `against`, with others of no unit between."""
    numbers = [one for one in measured(text) if one.unit]
    for one, other in pairwise(numbers):
        between = {token.low for token in text.tokens[one.last + 1 : other.first]}
        if one.unit == other.unit and between & _AGAINST and not _are_against(text, one, other):
            yield one, other


def _are_against(text: Reading, one: Quantity, other: Quantity) -> bool:
    between = text.tokens[one.last + 1 : other.first]
    return len(between) <= _FARTHEST and any(token.low in _AGAINST for token in between)


def _like(number: Quantity, base: Quantity) -> Quantity | None:
    """Return the second number in the unit of the first, which it may leave out."""
    if number.unit == base.unit:
        return base
    if base.unit or not number.plain:
        return None
    return base._replace(unit=number.unit, value=base.value * number.value / number.plain)
