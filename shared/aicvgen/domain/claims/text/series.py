"""Numbers told of one thing for different years: 56 in 2021, 42 in 2022."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set

_YEAR = re.compile(r"(?:19|20)\d\d")
_BRACKET = re.compile(r"\([^()]*\)")
_EMPTY = frozenset({"light", "generic", "frame"})
_OUT_OF = frozenset({"of", "von", "aus"})
_PAIR = 2


class Dated(NamedTuple):
    """A number and the year it is told of."""

    year: int
    number: Quantity
    at: int
    """Index of the year's token."""


class Dating(NamedTuple):
    """What stands in a text in its order: a year, or a number that some year may be told of."""

    at: int
    year: int
    number: Quantity | None


def series(text: Reading) -> tuple[tuple[Dated, ...], ...]:
    """Return the numbers of one unit and thing with their years, by year; at least two of each."""
    years = list(_years(text))
    if len({one.year for one in years}) != len(years) or len(years) < _PAIR:
        return ()
    units = dict.fromkeys(one.unit for one in text.quantities)
    runs = [_in_unit(unit, years, text) for unit in units]
    return tuple(tuple(sorted(run, key=lambda one: one.year)) for run in runs if run)


def changes(text: Reading) -> Iterator[tuple[Dated, Dated]]:
    """Yield each two numbers of a series, the earlier first."""
    for run in series(text):
        yield from combinations(run, 2)


def _years(text: Reading) -> Iterator[Dating]:
    counted = {at for one in text.quantities for at in range(one.first, one.last + 1)}
    for at, token in enumerate(text.tokens):
        if at not in counted and _YEAR.fullmatch(token.text):
            yield Dating(at, int(token.text), None)


def _in_unit(unit: str, years: Sequence[Dating], text: Reading) -> list[Dated]:
    """Return the numbers of one unit, the later of which may leave it out."""
    for units in ({unit}, {unit, ""}):
        numbers = [
            Dating(one.first, 0, one)
            for one in text.quantities
            if one.unit in units and _is_level(one, text)
        ]
        found = _paired(years, numbers, text)
        if found and _is_one_thing(found, text):
            first = found[0].number
            return [one._replace(number=_like(one.number, first)) for one in found]
    return []


def _is_level(number: Quantity, text: Reading) -> bool:
    """Tell how much there was from a place, a range, a change and the whole of a part."""
    before = text.tokens[number.first - 1].low if number.first else ""
    after = {token.low for token in text.tokens[number.last + 1 : number.last + 2]}
    compared = after & (word_set("more") | word_set("fewer") | {"über", "unter", "above", "below"})
    return not (
        number.ordinal
        or number.bound == "-"
        or number.role == "by"
        or (before in _OUT_OF and number.role != "from")
        or compared
    )


def _like(number: Quantity, first: Quantity) -> Quantity:
    """Return a number in the unit of the first of its series."""
    if number.unit == first.unit or not first.plain:
        return number
    return number._replace(unit=first.unit, value=number.plain * first.value / first.plain)


def _paired(years: Sequence[Dating], numbers: Sequence[Dating], text: Reading) -> list[Dated]:
    """Pair years and numbers that take turns, in brackets first: 68 in 2023 (2022: 57)."""
    items, found = sorted((*years, *numbers)), list[Dated]()
    for bracket in _BRACKET.finditer(text.text):
        inside = [
            one for one in items if bracket.start() < text.tokens[one.at].start < bracket.end()
        ]
        if len(inside) == _PAIR and (pair := _pair(*inside)) is not None:
            found.append(pair)
            items = [one for one in items if one not in inside]
    pairs = [_pair(*items[at : at + 2]) for at in range(0, len(items) - 1, 2)]
    same = len({one.year > 0 for one in items[::2]}) == 1
    if len(items) % 2 or None in pairs or (items and not same):
        return []
    found += [pair for pair in pairs if pair is not None]
    return sorted(found, key=lambda one: one.number.first) if len(found) >= _PAIR else []


def _pair(one: Dating, other: Dating) -> Dated | None:
    number = one.number or other.number
    if number is None or not (one.year or other.year) or (one.year and other.year):
        return None
    return Dated(one.year or other.year, number, one.at if one.year else other.at)


def _is_one_thing(found: Sequence[Dated], text: Reading) -> bool:
    """Say whether all are told of what the first is: 3 Sterne, 4 Sterne; no other word between."""
    first, last = found[0].number, found[-1].number
    until = found[0].at if found[0].at > first.first else found[1].at
    own = [word for word in text.words if word.at < until]
    later = [word for word in text.words if first.last < word.at < last.first]
    later += [
        word
        for word in text.words
        if word.at == last.last + 1 and not (last.unit or text.tokens[word.at].breaks)
    ]
    return all(
        any(alike(word, other) for other in own) for word in later if word.labels.isdisjoint(_EMPTY)
    )
