"""Sums over several years told of one of them: 11 in 2018 and 22 in 2019 are not 33 in 2019."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.draft import FindingKind

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FEWEST = 2


def misdated_sums(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each sum over years that a sentence gives to some of these years alone."""
    said = set(_YEAR.findall(text.text))
    for unit in units:
        years = set(_YEAR.findall(unit.text))
        counts = [one.value for one in unit.quantities if not one.ordinal]
        if len(years) < _FEWEST or len(counts) < _FEWEST or not said & years or said >= years:
            continue
        for number in text.quantities:
            if number.value == sum(counts, Decimal(0)) and number.value not in counts:
                yield Claim(FindingKind.NUMBER, number.words, "sum", nearest=unit.text)
