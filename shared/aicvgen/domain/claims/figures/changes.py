"""Words that only say what the numbers of a fact show: it fell, it went faster."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from aicvgen.domain.claims.figures.compared import bases, compared, measured, target_of
from aicvgen.domain.claims.figures.derived import figures
from aicvgen.domain.claims.text import series
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.lexicon import word_set

_COMPARED = frozenset({"above", "below"})
_TIMES = frozenset({"s", "day", "month"})
_COMPARATIVES = {
    "higher": "up", "höher": "up", "lower": "down", "niedriger": "down", "geringer": "down",
}  # fmt: skip
_NOUNS = {"Plus": "up", "Minus": "down"}


def follows(word: Word, units: Sequence[Reading]) -> bool:
    """Say whether a word says no more than the numbers of a fact: cut, from 40 to 5.

    Of numbers told of two years nobody knows why they changed: they fell, and were not cut.
    """
    listed = word.labels | word.whole
    if "beat" in listed:
        return _is_beaten(units)
    compares = {figure.way for unit in units for figure in figures(unit)}
    if any(word.text.lower() in word_set(f"{way}_it") for way in compares & _COMPARED):
        return True
    if word.text.lower() in word_set("changing"):
        return any(unit.classes.keys() & {"up", "down"} for unit in units)
    ways = {way for unit in units for way, _ in _ways(unit)}
    if word.text.lower() in word_set("befell"):
        ways |= {way for unit in units for way in _befell(unit)}
    if _COMPARATIVES.get(word.text.lower()) in ways or _NOUNS.get(word.text) in ways:
        return True
    if "faster" in listed:
        return any(
            (way == "down" and unit_of in _TIMES) for unit in units for way, unit_of in _ways(unit)
        )
    return bool(ways & listed)


def _befell(unit: Reading) -> Iterator[str]:
    """Yield the directions in which the numbers of a fact went from year to year."""
    for one, other in series.changes(unit):
        if one.number.value != other.number.value:
            yield "up" if one.number.value < other.number.value else "down"


def _ways(unit: Reading) -> Iterator[tuple[str, str]]:
    """Yield the direction and the unit of each change that a fact tells in two numbers."""
    for one, other in pairwise(unit.quantities):
        start, end = (other, one) if other.role == "from" else (one, other)
        if start.role == "from" and end.role == "to" and start.unit == end.unit:
            yield ("down" if end.value < start.value else "up"), start.unit


def _is_beaten(units: Sequence[Reading]) -> bool:
    """Say whether a fact states more than all of a target."""
    if any(one.unit == "%" and one.value > 100 for unit in units for one in unit.quantities):  # noqa: PLR2004  percent
        return True
    if any(figure.way == "above" for unit in units for figure in (*compared(unit), *bases(unit))):
        return True
    return any(
        target is not None and max(one.value, other.value) > target.value
        for unit in units
        for one, other in pairwise(measured(unit))
        for target in [target_of(unit, one, other)]
    )
