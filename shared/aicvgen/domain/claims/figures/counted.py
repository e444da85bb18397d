"""Whether each number of a sentence stands in its evidence, for the same thing."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.figures.attached import (
    is_bound_elsewhere,
    is_said_of_another,
    neighbours_stand,
    share_a_thing,
)
from aicvgen.domain.claims.figures.durations import is_told_shorter
from aicvgen.domain.claims.figures.enumerated import is_counted_out
from aicvgen.domain.claims.figures.figured import is_figured
from aicvgen.domain.claims.figures.label_lists import is_label_alone
from aicvgen.domain.claims.figures.moved import is_moved
from aicvgen.domain.claims.figures.places import Place, place_of
from aicvgen.domain.claims.figures.rates import counts_times, is_rate_stated
from aicvgen.domain.claims.figures.same import is_one, is_same
from aicvgen.domain.claims.figures.teams import counts_fellows, is_one_of, is_pair
from aicvgen.domain.claims.figures.times_summed import is_time_summed
from aicvgen.domain.claims.figures.totals import is_each_of, is_of_all
from aicvgen.domain.claims.figures.worked import is_earned, is_time_worked
from aicvgen.domain.claims.numbers.magnitudes import SIZE
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.abbreviations import is_code_of
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.lexicon import word_set

_LEVELS = frozenset({
    "level", "year", "band", "grade", "class", "stage", "module", "tier", "category", "stufe",
    "klasse", "kategorie", "niveau", "modul",
})  # fmt: skip
_WHERE = frozenset({"at", "in", "on", "across", "an", "bei", "auf", "with", "mit", "for", "für"})


def unsupported_numbers(
    text: Reading,
    units: Sequence[Reading],
    headers: Sequence[Reading],
    header: Reading,
    months: frozenset[int],
) -> Iterator[Quantity]:
    """Yield each number that neither stands in one of the units nor follows from one.

    Each unit has the header of its own entry; `header` is all of them.
    """
    labelled = [(one, place_of(unit, one)) for unit in units for one in unit.quantities]
    for number in text.quantities:
        place = place_of(text, number)
        if is_counted_out(number, text) and not _is_counted_otherwise(number, place, labelled):
            continue
        worked = is_time_worked(number, months) and not is_told_shorter(number, text, units, header)
        if worked or is_earned(number, place, labelled, months):
            continue
        if (
            _is_at_first(number, text)
            or _is_both(number, text, labelled)
            or is_pair(number, text, units)
            or _is_each_time(number, text, labelled)
            or is_time_summed(number, text, units)
        ):
            continue
        if _is_told_twice(number, place, text, labelled):
            yield number
            continue
        said_otherwise = _is_labelled_otherwise(number, place, labelled)
        if not any(
            neighbours_stand(place, text, (unit, own), (*units, header))
            and (
                is_figured(number, place, text, unit)
                or (not said_otherwise and _is_stated(number, place, text, unit))
            )
            for unit, own in zip((*units, header), (*headers, header), strict=True)
        ):
            yield number


def _is_at_first(number: Quantity, text: Reading) -> bool:
    """Say whether `first` tells the order of what is told: first as a clerk, then as a buyer."""
    if not number.ordinal or number.value != 1 or number.first + 1 >= len(text.tokens):
        return False
    opens = text.tokens[number.first].breaks or not number.first
    return opens and text.tokens[number.last + 1].low in word_set("placing")


def _is_both(number: Quantity, text: Reading, labelled: list[tuple[Quantity, Place]]) -> bool:
    """Say whether `both` only points back to two that a fact counts: beide kamen."""
    pointing = text.tokens[number.first].low in {"both", "beide", "beiden"}
    counted = [one for one, _ in labelled if one.value == number.value and not one.unit]
    after = text.tokens[number.last + 1] if number.last + 1 < len(text.tokens) else None
    return pointing and bool(counted) and (after is None or after.breaks or after.text.islower())


def _is_each_time(number: Quantity, text: Reading, labelled: list[tuple[Quantity, Place]]) -> bool:
    """Say whether `once` tells one of as many as a fact counts: einmal mit 350, einmal mit 120."""
    low = text.tokens[number.first].low
    times = sum(token.low == low for token in text.tokens)
    counted = any(one.value == times and not one.unit for one, _ in labelled)
    return low in {"once", "einmal"} and times > 1 and counted


def _is_told_twice(
    number: Quantity, place: Place, text: Reading, labelled: list[tuple[Quantity, Place]]
) -> bool:
    """Say whether the one number that the facts have counts two things: 19 errors, 19 people."""
    if number.unit or number.ordinal or not place.right:
        return False
    if sum(one.value == number.value for one, _ in labelled) != 1:
        return False
    before = [
        place_of(text, one)
        for one in text.quantities
        if one.first < number.first and one.value == number.value and not one.ordinal
    ]
    return any(
        other.right and not share_a_thing(place.right[:1], other.right[:1]) for other in before
    )


def _is_labelled_otherwise(
    number: Quantity, place: Place, labelled: list[tuple[Quantity, Place]]
) -> bool:
    """Say whether a label such as `Abschlussnote` goes with another number wherever it stands."""
    if not place.tight or place.left is None or place.period or not _is_label(place.left):
        return False
    if number.bound == SIZE:
        return False
    values = [
        one.value
        for one, other in labelled
        if other.tight and other.left is not None and place.left.text == other.left.text
    ]
    return bool(values) and number.value not in values


def _is_counted_otherwise(
    number: Quantity, place: Place, labelled: list[tuple[Quantity, Place]]
) -> bool:
    """Say whether a fact counts the same thing with another number."""
    return any(
        one.value != number.value and share_a_thing(place.right[:1], other.right[:1])
        for one, other in labelled
    )


def _is_label(word: Word) -> bool:
    """Say whether a word before a number can name it, as a noun or a name."""
    return word.text[:1].isupper()


def _is_stated(number: Quantity, place: Place, text: Reading, unit: Reading) -> bool:
    evidence = [(one, place_of(unit, one)) for one in unit.quantities]
    if (
        is_one(number, place, unit)
        or is_rate_stated(number, place, text, unit)
        or _is_code(number, place, unit)
    ):
        return True
    same = [
        one
        for one, other in evidence
        if is_same(number, place, one, other, (text, unit))
        and not (is_one_of(text, number) and counts_fellows(unit, one))
        and not (counts_fellows(text, number) and is_one_of(unit, one))
        and not (is_each_of(text, number) and is_of_all(unit, one))
        and not (counts_times(unit, one) and _is_of_places(text, number))
        and not (_names_level(unit, one) and place.right and not place.tight)
        and not (place.right and not place.tight and is_label_alone(one, unit, number, text))
    ]
    return (
        bool(same)
        and not is_bound_elsewhere(number, place, evidence, text, same)
        and not all(
            is_said_of_another(number, one, text, unit) or is_moved(number, one, text, unit)
            for one in same
        )
    )


def _names_level(unit: Reading, one: Quantity) -> bool:
    """Say whether a number names a level and counts nothing: Level 3, Year 9, Klasse 4."""
    before = unit.tokens[one.first - 1].low if one.first else ""
    return before in _LEVELS and not (one.unit or unit.tokens[one.first].breaks)


def _is_of_places(text: Reading, number: Quantity) -> bool:
    """Say whether a number counts where something was: at two centres, an zwei Orten."""
    before = text.tokens[number.first - 1].low if number.first else ""
    return before in _WHERE and not counts_times(text, number)


def _is_code(number: Quantity, place: Place, unit: Reading) -> bool:
    """Say whether a number and its label stand as a code: Vorschrift 3 as V3."""
    label = place.left.text if place.tight and place.left is not None else ""
    digits = f"{number.value}"
    return bool(label) and any(is_code_of(token.low, label, digits) for token in unit.tokens)
