"""Whether each number of a sentence stands in its evidence, for the same thing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from aicvgen.domain.claims.derived import Figure, figures
from aicvgen.domain.claims.lexicon import word_set
from aicvgen.domain.claims.quantity import Quantity
from aicvgen.domain.claims.reading import Reading, Word
from aicvgen.domain.claims.units import PERIODS_IN_A_YEAR
from aicvgen.domain.claims.wording import known, stands

_TEAM = frozenset(["team", "crew", "group", "gruppe", "mannschaft"])
_FREE = frozenset(
    {"light", "generic", "frame", "beat", "do", "support", "shared", "jointly", "each", "all"}
)
_MONTHS_OF = {"month": 1, "year": 12}
_AGES = frozenset({"aged", "age", "ages", "alter", "jährige", "jährigen"})
_MIN = frozenset({">", "≥"})
_FITTING = {
    "": frozenset({"", ">", "≥"}),
    "-": frozenset({"-", "", "~"}),
    "~": frozenset({"~", "", "<", ">"}),
    "<": frozenset({"<"}),
    ">": _MIN,
    "≥": _MIN | {"", "-"},
    "≤": frozenset({"≤", "-", ""}),
}
"""By the bound a sentence states, the bounds of the evidence it follows from."""


class _Place(NamedTuple):
    """What stands around a number."""

    left: Word | None
    right: tuple[Word, ...]
    period: str
    tight: bool
    """The word on the left is its label: route 12, level 2."""


def unsupported_numbers(
    text: Reading, units: Sequence[Reading], header: Reading, months: frozenset[int]
) -> Iterator[Quantity]:
    """Yield each number that neither stands in one of the units nor follows from one."""
    labelled = [(one, _place(unit, one)) for unit in units for one in unit.quantities]
    for number in text.quantities:
        place = _place(text, number)
        if _is_time_worked(number, months) or _is_earned(number, place, labelled, months):
            continue
        said_otherwise = _is_labelled_otherwise(number, place, labelled)
        if not any(
            _neighbours_stand(place, text, unit, header)
            and (
                _is_figured(number, text, unit)
                or (not said_otherwise and _is_stated(number, place, text, unit))
            )
            for unit in (*units, header)
        ):
            yield number


def _is_labelled_otherwise(
    number: Quantity, place: _Place, labelled: list[tuple[Quantity, _Place]]
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
    place: _Place,
    labelled: list[tuple[Quantity, _Place]],
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
        and one.bound in _FITTING[number.bound]
        for one, other in labelled
        for worked in months
    )


def _is_stated(number: Quantity, place: _Place, text: Reading, unit: Reading) -> bool:
    evidence = [(one, _place(unit, one)) for one in unit.quantities]
    same = [one for one, other in evidence if _is_same(number, place, one, other, unit)]
    return (
        bool(same)
        and not _is_bound_elsewhere(number, place, evidence, text, same)
        and not all(_is_said_of_another(number, one, text, unit) for one in same)
    )


def _is_figured(number: Quantity, text: Reading, unit: Reading) -> bool:
    return any(_is_figure(number, figure, text) for figure in figures(unit))


def _is_same(number: Quantity, place: _Place, one: Quantity, other: _Place, unit: Reading) -> bool:
    if number.ordinal != one.ordinal:
        return False
    if number.unit != one.unit:
        return _is_same_without_unit(number, place, one, unit)
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


def _is_same_without_unit(number: Quantity, place: _Place, one: Quantity, unit: Reading) -> bool:
    """Compare where only one side says the unit: from five to two, aged 11 to 16."""
    if number.plain != one.plain or "" not in {number.unit, one.unit}:
        return False
    if number.unit == "":
        return number.role in {"from", "to"} and one.role in {"", number.role} and not place.right
    ages = {token.low for token in unit.tokens} & _AGES
    return number.unit == "month" and bool(ages) and number.bound in {"", "-"}


def _is_close(number: Quantity, value: Decimal, bound: str, one: Quantity) -> bool:
    if number.value == value:
        ends = bound == "-" and bool(number.role)
        return bound in _FITTING[number.bound] or ends or (number.bound == "-" and bool(one.role))
    if number.fraction or one.fraction:
        slack = Decimal("2.5") if number.bound in {"<", "~"} else Decimal("0.5")
        return abs(number.value - value) <= slack and (
            bound in _FITTING[number.bound] or number.bound in {"<", "~"}
        )
    if number.bound in _MIN:
        return bound in {"", *_MIN} and number.value < value <= number.value * Decimal("1.5")
    if number.bound == "~":
        return bound in {"", "~"} and abs(number.value - value) <= number.value * Decimal("0.05")
    return (
        number.bound == "<"
        and bound in {"", "<"}
        and number.value * Decimal("0.9") <= value < number.value
    )


def _is_figure(number: Quantity, figure: Figure, text: Reading) -> bool:
    if number.ordinal or number.role not in figure.roles:
        return False
    if figure.unit in {"others", "team"}:
        words = {
            text.tokens[at].low
            for at in range(max(0, number.first - 3), min(len(text.tokens), number.last + 3))
        }
        return (
            number.unit == ""
            and number.value == figure.value
            and bool(words & (word_set("others") if figure.unit == "others" else _TEAM))
        )
    if number.unit != figure.unit:
        return False
    if figure.unit in {"%", "x"}:
        slack = Decimal("0.03") * figure.value if figure.unit == "x" else Decimal("0.6")
        slack = slack if number.bound == "" else Decimal(2) * slack + Decimal("0.01")
        near = abs(number.value - figure.value) <= slack
        return near or (number.bound in {"<", "~"} and abs(number.value - figure.value) <= 2)  # noqa: PLR2004  points
    if number.bound in _MIN:
        return number.value < figure.value <= number.value * Decimal("1.5")
    return number.value == figure.value and (
        figure.bound in _FITTING[number.bound] or number.bound == "~"
    )


def _is_bound_elsewhere(
    number: Quantity,
    place: _Place,
    evidence: list[tuple[Quantity, _Place]],
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
    own = unit.clauses[one.first]
    counted = {unit.clauses[other.first] for other in unit.quantities} - {own}
    near = tuple(word for word in unit.words if word.clause == own)
    far = tuple(word for word in unit.words if word.clause in counted)
    return bool(near) and _overlap(words, far) > 0 == _overlap(words, near)


def _shares(some: tuple[Word, ...], others: tuple[Word, ...]) -> bool:
    return any(
        not one.roots.isdisjoint(other.roots) or not one.labels.isdisjoint(other.labels)
        for one in some
        for other in others
    )


def _neighbours_stand(place: _Place, text: Reading, unit: Reading, header: Reading) -> bool:
    evidence = known((unit, header))
    neighbours = (*((place.left,) if place.left is not None else ()), *place.right[:1])
    return all(
        stands(word, evidence, text.language) or bool((word.labels | word.whole) & _FREE)
        for word in neighbours
    )


def _place(text: Reading, number: Quantity) -> _Place:
    clause = text.clauses[number.first]
    words = [word for word in text.words if text.clauses[word.at] == clause]
    left = next((word for word in reversed(words) if word.at < number.first), None)
    right = tuple(word for word in words if word.at > number.last)[:2]
    if not right:
        last = text.clauses[number.last]
        right = tuple(word for word in text.words if word.at > number.last and word.clause == last)[
            :2
        ]
    tight = left is not None and left.at == number.first - 1
    return _Place(left, right, _period(text, number), tight)


def _period(text: Reading, number: Quantity) -> str:
    """Return the period of a rate: the next after the number, else before it, in its clause."""
    others = [one.first for one in text.quantities if one is not number]
    clause = text.clauses[number.last]
    places = [at for at in text.periods if text.clauses[at] in {clause, text.clauses[number.first]}]
    after = [
        at
        for at in places
        if at > number.last and not any(number.last < one < at for one in others)
    ]
    before = [
        at
        for at in places
        if at < number.first
        and not any(one < number.first and text.clauses[one] == text.clauses[at] for one in others)
    ]
    chosen = after[:1] or before[-1:] or (places[:1] if len(text.quantities) == 1 else [])
    return text.periods[chosen[0]] if chosen else ""


def _is_time_worked(number: Quantity, months: frozenset[int]) -> bool:
    """Say whether a number of years follows from the dates of the entry."""
    if number.unit != "month" or number.role in {"by", "to", "from"}:
        return False
    wanted = int(number.value)
    if number.bound in _MIN:
        return any(wanted <= worked < wanted + 12 for worked in months)
    slack = 2 if number.bound in {"<", "~"} else 1
    return any(abs(worked - wanted) <= slack for worked in months)
