"""The numbers of a sentence as plain claims: for languages whose words are not read."""

from collections.abc import Iterator

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.numbers.quantities import quantities
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.draft import FindingKind

_ONE = {"one", "single", "a", "an", "ein", "eine", "einen", "einer", "einem", "eines"}
"""Evidence for 1, but no claim: in most sentences an article."""


def numbers_in(text: str) -> Iterator[Claim]:
    """Yield each number as `<value>`, `<value>%` or `<value> <unit>`; dates are none."""
    for number in quantities(text):
        yield Claim(FindingKind.NUMBER, number.words, key(number))


def numbers_known(text: str) -> frozenset[str]:
    """Return the keys of all numbers that a text is evidence for."""
    ones = {"1"} if _ONE.intersection(text.casefold().split()) else set[str]()
    keys = {claim.key for claim in numbers_in(text)}
    return frozenset(ones | keys | {found.removesuffix("+") for found in keys})


def key(number: Quantity) -> str:
    """Return what is the same for every way to write a number."""
    value = f"{number.value.normalize():f}"
    if number.unit:
        value += "%" if number.unit == "%" else f" {number.unit}"
    return f"{value}+" if number.words.endswith("+") else value
