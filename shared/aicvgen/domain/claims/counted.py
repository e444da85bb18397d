"""Whether each number of a sentence stands in its evidence, for the same thing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from aicvgen.domain.claims.bounds import FITTING, MIN
from aicvgen.domain.claims.durations import is_told_shorter
from aicvgen.domain.claims.figured import is_figured
from aicvgen.domain.claims.implied import is_implied
from aicvgen.domain.claims.places import Place, place_of
from aicvgen.domain.claims.quantity import Quantity
from aicvgen.domain.claims.reading import Reading, Word
from aicvgen.domain.claims.units import PERIODS_IN_A_YEAR
from aicvgen.domain.claims.wording import alike, known, stands
from aicvgen.domain.claims.written import ONES

_FREE = frozenset(
    {
        "light",
        "generic",
        "frame",
        "beat",
        "faster",
        "up",
        "down",
        "do",
        "deed",
        "scope",
        "support",
        "shared",
        "jointly",
        "each",
        "all",
    }
)
_NEAR = 3
_MONTHS_OF = {"month": 1, "year": 12}
_AGES = frozenset({"aged", "age", "ages", "alter", "jährige", "jährigen"})


def unsupported_numbers(
    text: Reading, units: Sequence[Reading], header: Reading, months: frozenset[int]
) -> Iterator[Quantity]:
    """Yield each number that neither stands in one of the units nor follows from one."""
    labelled = [(one, place_of(unit, one)) for unit in units for one in unit.quantities]
    for number in text.quantities:
        place = place_of(text, number)
        worked = _is_time_worked(number, months) and not is_told_shorter(number, text, units)
        if worked or _is_earned(number, place, labelled, months):
            continue
        said_otherwise = _is_labelled_otherwise(number, place, labelled)
        if not any(
            _neighbours_stand(place, text, unit, header)
            and (
                is_figured(number, text, unit)
                or (not said_otherwise and _is_stated(number, place, text, unit))
            )
            for unit in (*units, header)
        ):
            yield number


def _is_labelled_otherwise(
    number: Quantity, place: Place, labelled: list[tuple[Quantity, Place]]
) -> bool:
    """Say whether a label such as `Abschlussnote` goes with another number wherever it stands."""
    if not place.tight or place.left is None or not _is_label(place.left):
        return False
    values = [
        one.value
        for one, other in labelled
        if other.tight and other.left is not None and place.left.text == other.left.text
    ]
    return bool(values) and number.value not in values


def _is_label(word: Word) -> bool:
    """Say whether a word before a number can name it, as a noun or a name."""
    return word.text[:1].isupper()


def _is_earned(
    number: Quantity,
    place: Place,
    labelled: list[tuple[Quantity, Place]],
    months: frozenset[int],
) -> bool:
    """Say whether a number is what a rate comes to over the time worked."""
    if place.period or not months:
        return False
    return any(
        one.unit == number.unit
        and other.period in _MONTHS_OF
        and (number.unit != "" or _shares(place.right[:1], other.right))
        and number.value == one.value * round(Decimal(worked) / _MONTHS_OF[other.period])
        and one.bound in FITTING[number.bound]
        for one, other in labelled
        for worked in months
    )


def _is_stated(number: Quantity, place: Place, text: Reading, unit: Reading) -> bool:
    evidence = [(one, place_of(unit, one)) for one in unit.quantities]
    if _is_one(number, place, unit):
        return True
    same = [one for one, other in evidence if _is_same(number, place, one, other, (text, unit))]
    return (
        bool(same)
        and not _is_bound_elsewhere(number, place, evidence, text, same)
        and not all(_is_said_of_another(number, one, text, unit) for one in same)
    )


def _is_same(
    number: Quantity, place: Place, one: Quantity, other: Place, readings: tuple[Reading, Reading]
) -> bool:
    text, unit = readings
    if number.ordinal != one.ordinal:
        return _is_place(number, place, one, unit)
    if number.unit != one.unit:
        return _is_same_without_unit(number, place, one, text, unit)
    if number.role and one.role and number.role != one.role:
        return False
    value = one.value
    if place.period and other.period and place.period != other.period:
        if not {place.period, other.period} <= PERIODS_IN_A_YEAR.keys():
            return False
        value *= Decimal(PERIODS_IN_A_YEAR[other.period]) / PERIODS_IN_A_YEAR[place.period]
    elif place.period and not other.period and place.period not in unit.periods.values():
        return False
    return _is_close(number, value, one.bound, one)


def _is_same_without_unit(
    number: Quantity, place: Place, one: Quantity, text: Reading, unit: Reading
) -> bool:
    """Compare where only one side says the unit: from five to two, aged 11 to 16."""
    if number.plain != one.plain or "" not in {number.unit, one.unit}:
        return False
    if number.unit == "" and one.unit == "month" and _is_age(number, text):
        return True
    if number.unit == "":
        return number.role in {"from", "to"} and one.role in {"", number.role} and not place.right
    ages = {token.low for token in unit.tokens} & _AGES
    return number.unit == "month" and bool(ages) and number.bound in {"", "-"}


def _is_age(number: Quantity, text: Reading) -> bool:
    """Say whether a number is an age without its years: aged 3 to 6."""
    near = {token.low for token in text.tokens[max(0, number.first - 3) : number.first]}
    return bool(near & _AGES)


def _is_one(number: Quantity, place: Place, unit: Reading) -> bool:
    """Say whether a fact counts one without a number: one assistant, weekly for once a week."""
    if number.value != 1 or number.unit or number.ordinal:
        return False
    if place.period:
        return place.period in unit.periods.values()
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
    left = place.left if place.tight else None
    named = (place.right or (None,))[0] if number.ordinal else left
    return named is not None and any(
        alike(named, word) and abs(word.at - one.last) <= _NEAR for word in unit.words
    )


def _is_close(number: Quantity, value: Decimal, bound: str, one: Quantity) -> bool:
    if number.value == value:
        ends = bound == "-" and bool(number.role)
        return bound in FITTING[number.bound] or ends or (number.bound == "-" and bool(one.role))
    if number.fraction or one.fraction:
        slack = Decimal("2.5") if number.bound in {"<", "~"} else Decimal("0.5")
        return abs(number.value - value) <= slack and (
            bound in FITTING[number.bound] or number.bound in {"<", "~"}
        )
    if number.bound in MIN:
        return bound in {"", *MIN} and number.value < value <= number.value * Decimal("1.5")
    if number.bound == "~":
        return bound in {"", "~"} and abs(number.value - value) <= number.value * Decimal("0.05")
    return (
        number.bound == "<"
        and bound in {"", "<"}
        and number.value * Decimal("0.9") <= value < number.value
    )


def _is_bound_elsewhere(
    number: Quantity,
    place: Place,
    evidence: list[tuple[Quantity, Place]],
    text: Reading,
    same: list[Quantity],
) -> bool:
    """Say whether the evidence gives the thing counted another number, and not this one."""
    if number.unit == "" and place.right and not _is_some_of(text, number):
        counted = [
            one
            for one, other in evidence
            if one.unit == ""
            and one.ordinal == number.ordinal
            and _shares(place.right[:1], other.right)
        ]
        if counted and not any(one in same for one in counted):
            return True
    if place.tight and place.left is not None:
        labelled = [
            one
            for one, other in evidence
            if other.tight and other.left is not None and _shares((place.left,), (other.left,))
        ]
        return bool(labelled) and not any(one in same for one in labelled)
    return False


def _is_some_of(text: Reading, number: Quantity) -> bool:
    """Say whether a number counts some of another: 11 of 18 cases."""
    after = [token.low for token in text.tokens[number.last + 1 : number.last + 2]]
    return after in (["of"], ["von"], ["aus"])


def _overlap(some: Sequence[Word], others: Sequence[Word]) -> int:
    return sum(any(not one.roots.isdisjoint(other.roots) for other in others) for one in some)


def _is_said_of_another(number: Quantity, one: Quantity, text: Reading, unit: Reading) -> bool:
    """Say whether the sentence puts a number with another number's part of the fact."""
    words = tuple(word for word in text.words if word.clause == text.clauses[number.first])
    own = {unit.clauses[one.first]}
    if one.bound == "-":
        own |= {unit.clauses[other.first] for other in unit.quantities if other.bound == "-"}
    counted = {unit.clauses[other.first] for other in unit.quantities} - own
    near = tuple(word for word in unit.words if word.clause in own)
    far = tuple(word for word in unit.words if word.clause in counted)
    return bool(near) and _overlap(words, far) > 0 == _overlap(words, near)


def _shares(some: tuple[Word, ...], others: tuple[Word, ...]) -> bool:
    return any(
        not one.roots.isdisjoint(other.roots) or bool((one.labels & other.labels) - _FREE)
        for one in some
        for other in others
    )


def _neighbours_stand(place: Place, text: Reading, unit: Reading, header: Reading) -> bool:
    evidence = known((unit, header))
    neighbours = (*((place.left,) if place.left is not None else ()), *place.right[:1])
    return all(
        stands(word, evidence, text.language)
        or is_implied(word, header)
        or bool((word.labels | word.whole) & _FREE)
        for word in neighbours
    )


def _is_time_worked(number: Quantity, months: frozenset[int]) -> bool:
    """Say whether a number of years follows from the dates of the entry."""
    if number.unit != "month" or number.role in {"by", "to", "from"}:
        return False
    wanted = int(number.value)
    if number.bound in MIN:
        return any(wanted <= worked < wanted + 12 for worked in months)
    slack = 2 if number.bound in {"<", "~"} else 1
    return any(abs(worked - wanted) <= slack for worked in months)
