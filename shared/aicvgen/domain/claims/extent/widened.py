"""Less told as more of the same: three evenings as every one, one's own station as the kitchen."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.extent.denials import denied
from aicvgen.domain.claims.figures.places import place_of
from aicvgen.domain.claims.numbers.units import PERIODS_IN_A_YEAR
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.roots import FOLD
from aicvgen.domain.draft import FindingKind

_WEEK = 7
"""So many evenings a week are every one."""
_SHORTEST = 3
_NEAR = 4
"""How far from its number a rate stands: 600 loaves each night."""
_DAY_WORDS = frozenset({"day", "days", "tag", "tage", "tagen"})
_EVERY_NIGHT = {
    "nightly": "night", "allabendlich": "abend", "allmorgendlich": "morgen", "nächtlich": "nacht",
}  # fmt: skip
_DAYS = {"day": 1, "month": 30}
_MEASURES = frozenset({"%", "EUR", "GBP", "USD", "CHF"})
_DAILY = re.compile(
    r"\b(?:daily|(?:every|each) day|a day|per day|täglich\w*|jeden tag|pro tag)\b", re.IGNORECASE
)
_SOME_DAYS = re.compile(
    r"\b(?:(?:at|on) (?:the )?weekends?|am wochenende|an wochenenden)\b", re.IGNORECASE
)


def told_daily(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield what is told as daily that the facts tell of weekends alone."""
    found = _DAILY.search(text.text)
    some = next((one for unit in units for one in [_SOME_DAYS.search(unit.text)] if one), None)
    if found and some and not any(_DAILY.search(unit.text) for unit in units):
        yield Claim(FindingKind.NUMBER, found[0], "day", looked_for=some[0])


def denser_rates(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each `every evening` where the facts count some of them: 3 evenings a week."""
    counted = {low: words for unit in units for low, words in _counted_times(unit)}
    every = {
        other.low
        for unit in units
        for one, other in pairwise(unit.tokens)
        if one.low in word_set("every") - {"je", "each"}
    }
    for at, token in enumerate(text.tokens):
        before = text.tokens[at - 1] if at else token
        low = _EVERY_NIGHT.get(token.low, token.low)
        each = low != token.low or (before.low in word_set("every") and not token.breaks)
        found = next((words for time, words in counted.items() if _is_form(low, time)), "")
        rate = any(
            (0 < at - one.last <= _NEAR or 0 < one.first - at <= _NEAR)
            and text.clauses[one.last] == text.clauses[at]
            for one in text.quantities
        )
        if each and found and not rate and token.low not in every:
            yield Claim(FindingKind.NUMBER, token.text, "every", looked_for=found)


def _counted_times(unit: Reading) -> Iterator[tuple[str, str]]:
    """Yield each time of which a fact counts how many there are in a longer one."""
    times = word_set("times") | word_set("weekdays")
    for number in unit.quantities:
        period = place_of(unit, number).period
        rated = period in PERIODS_IN_A_YEAR and not number.ordinal
        if not rated or (period == "week" and number.plain >= _WEEK):
            continue
        if number.unit == "day" and unit.tokens[number.last].low in _DAY_WORDS:
            yield from ((day, number.words) for day in ("day", "tag"))
        elif not number.unit:
            for token in unit.tokens[number.last + 1 : number.last + 2]:
                if any(_is_form(token.low, time) for time in times):
                    yield token.low, number.words


def _is_form(low: str, other: str) -> bool:
    """Say whether two words are forms of one time: Abend, Abenden."""
    short, long = sorted((low.translate(FOLD), other.translate(FOLD)), key=len)
    return len(short) >= _SHORTEST and long.removeprefix(short) in {"", "s", "e", "n", "en"}


def widened_denials(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield what a sentence says never happened over a longer time than its facts do."""
    said = _days(text)
    whole = any(token.low in word_set("whole_time") for token in text.tokens)
    for word in denied(text):
        told = [unit for unit in units if any(alike(word, other) for other in denied(unit))]
        days = [count for unit in told for count in _days(unit)]
        if not days or set(said) & set(days) or len(told) < _telling(word, units):
            continue
        latest = all(any(token.low in word_set("latest") for token in u.tokens) for u in told)
        if (whole and latest) or max(said, default=0) > max(days):
            yield Claim(FindingKind.UNIVERSAL, f"not {word.text}", "longer", nearest=told[0].text)


def _telling(word: Word, units: Sequence[Reading]) -> int:
    """Return how many facts deny a thing, for however long."""
    return sum(any(alike(word, other) for other in denied(unit)) for unit in units)


def _days(text: Reading) -> list[Decimal]:
    """Return how long each time is that a text tells of."""
    spans = [one for one in text.quantities if one.unit in _DAYS and not one.ordinal]
    return [one.value * _DAYS[one.unit] for one in spans]


def widened_stations(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each house or department told to have what a fact tells of one's own part of it."""
    for unit in units:
        own = [word for word in unit.words if _is_own_part(word, unit)]
        measured = {"up", "down"} & unit.classes.keys() or any(
            one.unit in _MEASURES for one in unit.quantities
        )
        shared = {one.value for one in unit.quantities} & {one.value for one in text.quantities}
        if not (own and measured and shared):
            continue
        if any(not word.roots.isdisjoint(one.roots) for word in text.words for one in own):
            continue
        told = {token.low for one in units for token in one.tokens}
        for word in text.words:
            if word.text.lower() in word_set("wholes") and word.text.lower() not in told:
                yield Claim(FindingKind.SCOPE, word.text, "own part", looked_for=own[0].text)


def _is_own_part(word: Word, unit: Reading) -> bool:
    """Say whether a fact tells of one's own part of a whole: am Posten, on my section."""
    before = [token.low for token in unit.tokens[max(0, word.at - 2) : word.at]]
    own = bool(set(before) & word_set("mine")) or before[-1:] in (["am"], ["eigenen"])
    return own and word.text.lower() in word_set("own_parts")
