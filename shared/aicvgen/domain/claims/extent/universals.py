"""What is told of each: two per placement is two each time, on Tuesdays is every Tuesday."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from aicvgen.domain.claims.figures.derived import figures
from aicvgen.domain.claims.figures.totals import is_of_all
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set

_NEAR = 4
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
    if _is_each_time(word, said, units) or _is_weekday(word, said, units):
        return True
    things = [other for other in said.words if word.at < other.at <= word.at + _NEAR]
    return any(
        0 < other.at - at <= _NEAR and any(alike(thing, other) for thing in things)
        for unit in units
        for at, token in enumerate(unit.tokens)
        if token.low in word_set("universal")
        for other in unit.words
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
