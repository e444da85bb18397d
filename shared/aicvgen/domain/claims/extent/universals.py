"""What is told of each: two per placement is two each time, on Tuesdays is every Tuesday."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from aicvgen.domain.claims.figures.derived import figures
from aicvgen.domain.claims.figures.totals import is_of_all
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.numbers.written import ONES
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set

_NEAR = 4
_REACH = 6
"""Tokens between a number and the `each` that deals it out."""
_HAVING = frozenset({"of", "with", "mit", "von", "à"})


def is_shared_out(said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a number of the sentence is what comes to each: 20 for each of 32 plots."""
    each = {figure.value for unit in units for figure in figures(unit) if figure.unit == "each"}
    each |= {other.value for unit in units for other in _of_each(unit)}
    return any(one.value in each for one in said.quantities)


def _of_each(unit: Reading) -> Iterator[Quantity]:
    """Yield each number that several have: five classes of 28 pupils."""
    for one, other in pairwise(unit.quantities):
        between = {token.low for token in unit.tokens[one.last + 1 : other.first]}
        if one.unit == "" and one.value > 1 and between & _HAVING and not is_of_all(unit, other):
            yield other


def is_rated(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether each only deals out a number that a fact gives as a rate: seven jobs a shift."""
    values = {one.value for one in said.quantities if abs(one.first - word.at) <= _REACH}
    return any(
        one.value in values and _has_rate(one, unit) for unit in units for one in unit.quantities
    )


def _has_rate(number: Quantity, unit: Reading) -> bool:
    """Say whether a number is told of each time or thing: a shift, per house, at a time."""
    near = range(number.last + 1, min(len(unit.tokens) - 1, number.last + 1 + _NEAR))
    return any(
        unit.tokens[at].low in word_set("rate")
        and unit.tokens[at + 1].low not in word_set("total")
        and not unit.tokens[at].breaks
        for at in near
    )


def is_per(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether `every tour` says what a fact says as `per tour`."""
    following = next((other for other in said.words if other.at == word.at + 1), None)
    return following is not None and any(
        alike(following, other) and unit.tokens[other.at - 1].low in word_set("rate")
        for unit in units
        for other in unit.words
        if other.at
    )


def is_every(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether all calls are what a fact tells of each call."""
    if (
        _is_all_but(word, said, units)
        or _is_each_time(word, said, units)
        or _is_weekday(word, said, units)
    ):
        return True
    if _is_across(word, said, units):
        return True
    if word.text.lower() in word_set("at_all_times"):
        return False
    things = [
        other
        for other in said.words
        if word.at < other.at <= word.at + _NEAR
        and (said.language != "de" or other.text[:1].isupper())
    ]
    return any(
        0 < other.at - at <= _NEAR and any(alike(thing, other) for thing in things)
        for unit in units
        for at, token in enumerate(unit.tokens)
        if token.low in word_set("universal")
        for other in unit.words
    )


def _is_across(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether the whole school is what a fact tells of across the school."""
    after = next((other for other in said.words if other.at == word.at + 1), None)
    return after is not None and any(
        alike(after, other)
        and any(token.low in word_set("across") for token in unit.tokens[: other.at][-2:])
        for unit in units
        for other in unit.words
    )


def _is_all_but(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether alle bis auf einen says what a fact says as five of six."""
    after = [token.low for token in said.tokens[word.at + 1 : word.at + 4]]
    return (
        after[:2] == ["bis", "auf"]
        and after[-1] in ONES
        and any(
            one.value - other.value == 1
            for unit in units
            for one, other in pairwise(unit.quantities)
            if not (one.unit or other.unit or one.ordinal or other.ordinal)
        )
    )


def _is_each_time(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether `each time` stands for what a fact tells of each: two per placement."""
    after = said.tokens[word.at + 1].low if word.at + 1 < len(said.tokens) else ""
    return after in {"time", "mal"} and any(
        token.low in word_set("universal") | {"per", "pro"}
        for unit in units
        for token in unit.tokens
    )


def _is_weekday(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether `every Tuesday` stands for on Tuesdays, dienstags."""
    day = said.tokens[word.at + 1].low if word.at + 1 < len(said.tokens) else ""
    return day in word_set("weekdays") and any(
        token.low == f"{day}s" for unit in units for token in unit.tokens
    )
