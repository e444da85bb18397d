"""Of which years numbers are told: 56 in 2021, 42 in 2022, and what changed between the two."""

import re
from collections.abc import Iterable, Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text import series
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.draft import FindingKind

_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"\b{_YEAR}\b")
_BASE = re.compile(
    r"\b(?:than|als|since|seit|after|compared (?:with|to)|versus|vs\.?|against|gegenüber|vergleich"
    r"|on|(?:above|below|over|under|über|unter) (?:the|that|those|de[mnr])\b)\W+"
    rf"(?:[^\W\d]+\W+){{0,4}}?({_YEAR})\b",
    re.IGNORECASE,
)
"""What a number is measured against: more than in 2021, über dem von 2021."""
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:the )?(?:year before|previous year|prior year|preceding year|last year)"
    r"|vorjahr\w*|year[- ]on[- ]year|within (?:a|one) year|in one year|(?:in|binnen) einem jahr)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(?:from|between|von|zwischen)\b[^.;]*?\b({_YEAR})\b[^.;]*?\b(?:to|and|bis|und|auf)\b"
    rf"[^.;]*?\b({_YEAR})\b",
    re.IGNORECASE,
)


def is_of_years(years: Sequence[int], text: Reading) -> bool:
    """Say whether a sentence tells a change from one year to another as of these years.

    What it does not date is no other year's.
    """
    start, end = years
    told = {int(year) for year in _YEARS.findall(text.text)}
    spans = {(int(first), int(last)) for first, last in _SPAN.findall(text.text)}
    bases = {int(year) for year in _BASE.findall(text.text)}
    if _YEAR_BEFORE.search(text.text) and end - start != 1:
        return False
    if not told <= {start, end} or not spans <= {(start, end)} or not bases <= {start}:
        return False
    return told != {start} or bool(bases)


def misdated_numbers(said: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each number told of one year that its fact tells of another, which had its own."""
    known = [{one.year: one.number for one in run} for unit in units for run in series.series(unit)]
    if not known:
        return
    for year, number in _told(said):
        mates = [run for run in known if year in run and _is_among(number, run.values())]
        if mates and not any(_is_same(number, run[year]) for run in mates):
            yield Claim(FindingKind.DATE, number.words, str(year))


def _told(said: Reading) -> Iterator[tuple[int, Quantity]]:
    """Yield the numbers of a sentence with their years, also of one year alone."""
    runs = series.series(said)
    yield from ((one.year, one.number) for run in runs for one in run)
    years = {int(year) for year in _YEARS.findall(said.text)}
    for year in years if not runs and len(years) == 1 else ():
        for number in said.quantities:
            alone = sum(one.unit == number.unit for one in said.quantities) == 1
            if alone and not (number.role or number.ordinal):
                yield year, number


def _is_among(number: Quantity, others: Iterable[Quantity]) -> bool:
    return any(_is_same(number, other) for other in others)


def _is_same(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and one.value == other.value
