"""Numbers told by their size alone: dozens, hundreds, tens of thousands."""

from collections.abc import Sequence
from decimal import Decimal

from aicvgen.domain.claims.words.tokens import Token

SIZE = "*"
"""The bound of a number that says no more than how large it is."""
_SIZES = {
    "dozens": 12, "dutzende": 12, "dutzenden": 12, "hundreds": 100, "hunderte": 100,
    "hunderten": 100, "thousands": 1_000, "tausende": 1_000, "tausenden": 1_000,
    "zehntausende": 10_000, "zehntausenden": 10_000, "hunderttausende": 100_000,
    "hunderttausenden": 100_000,
}  # fmt: skip
_PHRASES = {
    ("tens", "of", "thousands"): 10_000, ("hundreds", "of", "thousands"): 100_000,
    ("several", "dozen"): 12, ("several", "hundred"): 100, ("several", "thousand"): 1_000,
    ("mehrere", "dutzend"): 12, ("mehrere", "hundert"): 100, ("mehrere", "tausend"): 1_000,
    ("mehreren", "dutzend"): 12, ("mehreren", "hundert"): 100, ("mehreren", "tausend"): 1_000,
}  # fmt: skip
_LEAST, _LIMIT = 2, 10
"""Of how many of its size a number is at least, and below how many."""


def size_at(found: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """Return the size named at a token and the last token it takes."""
    for length in (3, 2):
        phrase = tuple(token.low for token in found[at : at + length])
        if phrase in _PHRASES:
            return Decimal(_PHRASES[phrase]), at + length - 1
    size = _SIZES.get(found[at].low)
    return (Decimal(size), at) if size is not None else None


def is_of_size(value: Decimal, size: Decimal) -> bool:
    """Say whether a number may be told by a size: 70 as dozens, 340 as hundreds."""
    return _LEAST * size <= value < _LIMIT * size
