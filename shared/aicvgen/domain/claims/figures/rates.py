"""How often something is, where a fact says it in other words: quarterly for four times a year."""

from collections.abc import Iterator

from aicvgen.domain.claims.figures.places import Place, place_of
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.numbers.units import PERIODS_IN_A_YEAR
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set

_TIMES = frozenset({"times", "mal", "once", "twice", "thrice"})
_BESIDE = 2
_BEGINNINGS = {"jahres": "year", "quartals": "quarter", "monats": "month", "tages": "day"}
_SHORTEST = 3
"""Letters that a compound must have left to be one."""


def periods_stated(unit: Reading) -> Iterator[str]:
    """Yield how often things are by a fact: weekly also where it says every Tuesday."""
    yield from unit.periods.values()
    if any(_is_weekday(unit, at) for at in range(len(unit.tokens))):
        yield "week"
    if any(_is_season(unit, at) or _is_year_end(unit, at) for at in range(1, len(unit.tokens))):
        yield "year"
    if unit.language == "de":
        yield from (period for token in unit.tokens for period in _of_compound(token.low))
    for number in unit.quantities:
        place = place_of(unit, number)
        if counts_times(unit, number) and place.period in PERIODS_IN_A_YEAR:
            a_year = number.value * PERIODS_IN_A_YEAR[place.period]
            yield from (period for period, often in PERIODS_IN_A_YEAR.items() if often == a_year)


def _of_compound(low: str) -> Iterator[str]:
    """Yield the period that a German compound begins with: Jahresinventur, Quartalsabrechnung."""
    for beginning, period in _BEGINNINGS.items():
        if low.startswith(beginning) and len(low) > len(beginning) + _SHORTEST:
            yield period


def is_rate_stated(number: Quantity, place: Place, text: Reading, unit: Reading) -> bool:
    """Say whether a fact has a rate without a number: viermal im Jahr is vierteljährlich."""
    if number.unit or number.ordinal or number.bound or place.period not in PERIODS_IN_A_YEAR:
        return False
    a_year = number.value * PERIODS_IN_A_YEAR[place.period]
    return any(
        PERIODS_IN_A_YEAR.get(period) == a_year
        and (counts_times(text, number) or _is_beside(place, unit, at))
        for at, period in unit.periods.items()
        if not any(
            one.last < at <= one.last + _BESIDE and unit.clauses[at] == unit.clauses[one.last]
            for one in unit.quantities
        )
    )


def _is_beside(place: Place, unit: Reading, at: int) -> bool:
    """Say whether a fact has what is counted beside its rate: four issues a year, quarterly."""
    return bool(place.right) and any(
        alike(place.right[0], word) and abs(word.at - at) <= _BESIDE for word in unit.words
    )


def counts_times(text: Reading, number: Quantity) -> bool:
    """Say whether a number is how often something was: twice, dreimal, four times."""
    low = text.tokens[number.first].low
    after = [token.low for token in text.tokens[number.last + 1 : number.last + 2]]
    return low in _TIMES or low.endswith("mal") or bool(_TIMES & set(after))


def _is_season(unit: Reading, at: int) -> bool:
    """Say whether a fact tells of each of a season, which comes once a year: every winter."""
    every = unit.tokens[at - 1].low in word_set("every") and not unit.tokens[at].breaks
    return every and unit.tokens[at].low in word_set("seasons")


def _is_year_end(unit: Reading, at: int) -> bool:
    """Say whether a fact tells of the end of the year, which comes once in it."""
    return unit.tokens[at].low == "end" and unit.tokens[at - 1].low == "year"


def _is_weekday(unit: Reading, at: int) -> bool:
    """Say whether a fact tells of each of a day of the week: every Tuesday, dienstags."""
    low = unit.tokens[at].low
    before = unit.tokens[at - 1].low if at else ""
    day = low.removesuffix("s")
    every = before in word_set("every") or (before == "on" and low != day) or before == "am"
    return day in word_set("weekdays") and (every or (unit.language == "de" and low != day))
