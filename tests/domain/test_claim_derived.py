"""Numbers that follow from the numbers of a fact are no claims; others like them are."""

import pytest

from domain.rewrites import cases, claims


@pytest.mark.parametrize(("fact", "sentence", "language"), [*cases("derived", "follows")])
def test_what_follows_is_no_claim(fact: str, sentence: str, language: str):
    """Sums, shares, rates, differences and other ways to write a number follow from it."""
    assert claims(sentence, fact, language) == ()


@pytest.mark.parametrize(("fact", "sentence", "language"), [*cases("derived", "does not")])
def test_what_does_not_follow_isclaims(fact: str, sentence: str, language: str):
    """Another result, unit, period, direction or thing than the numbers give is a claim."""
    assert claims(sentence, fact, language)
