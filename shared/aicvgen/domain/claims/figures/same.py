"""Whether two numbers are one, however they are written."""

from decimal import Decimal
from itertools import pairwise

from aicvgen.domain.claims.figures.places import Place
from aicvgen.domain.claims.figures.rates import periods_stated
from aicvgen.domain.claims.numbers.bounds import FITTING, MIN, is_strictly_under
from aicvgen.domain.claims.numbers.magnitudes import SIZE, is_of_size
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.numbers.units import PERIODS_IN_A_YEAR
from aicvgen.domain.claims.numbers.written import ONES
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set

_ENDS = {"≥": -1, "≤": 1}
"""By bound, where the other end of a range would be that must not be there."""
_HUNDRED = 100
_NEAR = 3
_WIDEST = Decimal("1.25")
"""How much more than a number may still be told as one that it stayed under."""
_RANKED = frozenset({"platz", "rang"})
_AGES = frozenset({"aged", "age", "ages", "alter", "jährige", "jährigen"})
_SECONDS_A_DAY = 86_400
_QUARTER, _QUARTER_IN_DAYS = 3, 91
_LONGEST_IN_HOURS = 3
"""Days that may be told in hours: 48 hours are two days, 160 hours are no week of work."""


def is_same(
    number: Quantity, place: Place, one: Quantity, other: Place, readings: tuple[Reading, Reading]
) -> bool:
    """Say whether a number of a sentence, in its place, is a number of a fact in its own."""
    text, unit = readings
    if number.ordinal != one.ordinal:
        return _is_place(number, place, one, unit)
    if number.unit != one.unit:
        return _is_same_without_unit(number, place, one, text, unit)
    if number.role and one.role and number.role != one.role:
        return False
    if number.role == "by" and number.unit and text.language == "de" and _is_level(one, unit):
        return False
    value = _in_period(one, other, place, unit)
    if value is None or _is_other_end(number, one, unit) or _is_whole(number, one, unit):
        return False
    both = one.bound == "-" and number.bound == "" and _are_both_told(one, text, unit)
    under = number.unit and number.bound == "≤" and is_strictly_under(text.tokens, number.first)
    return (
        _is_under(number, value, one, unit)
        if under
        else _is_close(number, value, "" if both else one.bound, one)
    )


def _is_under(number: Quantity, value: Decimal, one: Quantity, unit: Reading) -> bool:
    """Say whether a number was not reached: five months are under six, and not under five."""
    if value == number.value:
        return one.bound == "<" or is_strictly_under(unit.tokens, one.first)
    return one.bound in {"", "<", "≤"} and value < number.value <= value * _WIDEST


def _in_period(one: Quantity, other: Place, place: Place, unit: Reading) -> Decimal | None:
    """Return a number of a fact for the period of a sentence, None where it cannot be told so."""
    if not place.period or place.period == other.period:
        return one.value
    if not other.period:
        return one.value if place.period in periods_stated(unit) else None
    if not {place.period, other.period} <= PERIODS_IN_A_YEAR.keys():
        return None
    return one.value * PERIODS_IN_A_YEAR[other.period] / PERIODS_IN_A_YEAR[place.period]


def _is_other_end(number: Quantity, one: Quantity, unit: Reading) -> bool:
    """Say whether at least takes the upper end of a range, or at most the lower."""
    if one.bound != "-" or number.bound not in _ENDS:
        return False
    step, ranged = _ENDS[number.bound], unit.quantities
    at = ranged.index(one) + step
    return 0 <= at < len(ranged) and ranged[at].bound == "-" and ranged[at].unit == one.unit


def _are_both_told(one: Quantity, text: Reading, unit: Reading) -> bool:
    """Say whether a sentence tells both ends of a range, in whatever words between them."""
    at = unit.quantities.index(one)
    pairs = (unit.quantities[max(0, at - 1) : at + 1], unit.quantities[at : at + 2])
    for ends in pairs:
        ranged = all(end.bound == "-" and end.unit == one.unit for end in ends)
        values = [end.value for end in ends]
        for low, high in pairwise(text.quantities):
            between = text.tokens[low.last + 1 : high.first]
            if (
                ranged
                and [low.value, high.value] == values
                and any(token.low in {"to", "bis"} for token in between)
            ):
                return True
    return False


def _is_whole(number: Quantity, one: Quantity, unit: Reading) -> bool:
    """Say whether 104 % of a target are told as a change by 104 %."""
    after = [token.low for token in unit.tokens[one.last + 1 : one.last + 2]]
    whole = (
        one.unit == "%" and one.value > _HUNDRED and after in (["of"], ["von"], ["der"], ["des"])
    )
    return whole and number.role == "by"


def _is_same_without_unit(
    number: Quantity, place: Place, one: Quantity, text: Reading, unit: Reading
) -> bool:
    """Compare in other units of time, or where only one side says the unit: aged 11 to 16."""
    if _are_of_time(number, one) or _are_of_time(one, number):
        return number.bound == one.bound
    if number.plain != one.plain or "" not in {number.unit, one.unit}:
        return False
    if number.unit == "" and one.unit == "month" and _is_age(number, text):
        return True
    if number.unit == "":
        return number.role in {"from", "to"} and one.role in {"", number.role} and not place.right
    ages = {token.low for token in unit.tokens} & _AGES
    return number.unit == "month" and bool(ages) and number.bound in {"", "-"}


def _are_of_time(long: Quantity, short: Quantity) -> bool:
    """Compare days with hours, and months with the weeks of a quarter of a year: 13 weeks."""
    if (long.unit, short.unit) == ("day", "s"):
        whole = 0 < long.value <= _LONGEST_IN_HOURS
        return whole and short.value == long.value * _SECONDS_A_DAY
    return (
        (long.unit, short.unit) == ("month", "day")
        and short.value % _QUARTER_IN_DAYS == 0
        and short.value / _QUARTER_IN_DAYS == long.value / _QUARTER
    )


def _is_level(one: Quantity, unit: Reading) -> bool:
    """Say whether a fact tells how much there was, not how much it changed: Umsatz 3,6 Mio. €."""
    clause = unit.clauses[one.first]
    changing = any(clause in unit.classes.get(way, ()) for way in ("up", "down", "faster", "beat"))
    sign = unit.text[max(0, unit.tokens[one.first].start - 2) : unit.tokens[one.first].start]
    after = {token.low for token in unit.tokens[one.last + 1 : one.last + 3]}
    compared = after & (word_set("more") | word_set("fewer"))
    return not (one.role or changing or compared or set(sign) & set("+-±–−"))  # noqa: RUF001  dashes are the point


def _is_age(number: Quantity, text: Reading) -> bool:
    """Say whether a number is an age without its years: aged 3 to 6."""
    near = {token.low for token in text.tokens[max(0, number.first - 3) : number.first]}
    return bool(near & _AGES)


def is_one(number: Quantity, place: Place, unit: Reading) -> bool:
    """Say whether a fact counts one without a number: one assistant."""
    if number.value != 1 or number.unit or number.ordinal or place.period:
        return False
    return any(
        alike(place.right[0], word) and ONES & {token.low for token in unit.tokens[at : word.at]}
        for word in unit.words
        for at in [max(0, word.at - _NEAR)]
        if place.right
    )


def _is_place(number: Quantity, place: Place, one: Quantity, unit: Reading) -> bool:
    """Say whether module 1 is the first of the modules, and level 2 the second level."""
    if number.ordinal == one.ordinal or number.value != one.value or number.unit or one.unit:
        return False
    if place.period:
        return False
    ranked = unit.tokens[one.first - 1].low if one.first else ""
    if number.ordinal and not place.right and ranked in _RANKED:
        return True
    left = place.left if place.tight else None
    named = (place.right or (None,))[0] if number.ordinal else left
    return named is not None and any(
        alike(named, word) and abs(word.at - one.last) <= _NEAR for word in unit.words
    )


def _is_close(number: Quantity, value: Decimal, bound: str, one: Quantity) -> bool:
    if number.value == value:
        ends = bound == "-" and bool(number.role)
        return bound in FITTING[number.bound] or ends or (number.bound == "-" and bool(one.role))
    if SIZE in {number.bound, bound}:
        return bound not in {SIZE, "≤"} and is_of_size(value, number.value)
    if number.fraction or one.fraction:
        slack = Decimal("2.5") if number.bound in {"<", "~"} else Decimal("0.5")
        return abs(number.value - value) <= slack and (
            bound in FITTING[number.bound] or number.bound in {"<", "~"}
        )
    if number.bound in MIN:
        least = number.value * (Decimal("1.05") if bound == "~" else 1)
        return bound in {"", "~", *MIN} and least < value <= number.value * Decimal("1.5")
    if number.bound == "~":
        return bound in {"", "~"} and abs(number.value - value) <= number.value * Decimal("0.05")
    return (
        number.bound == "<"
        and bound in {"", "<"}
        and number.value * Decimal("0.9") <= value < number.value
    )
