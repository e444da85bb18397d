"""Free rewrites pass where they say what a fact says, and are stopped where they say more."""

import pytest

from domain.rewrites import cases, claims

_PERIOD = ("2013-04", "2020-09")


@pytest.mark.parametrize(("fact", "sentence", "language"), [*cases("rewritten", "follows")])
def test_free_rewrite_passes(fact: str, sentence: str, language: str):
    """Other verbs, nouns, order and number formats for the same claim nothing."""
    assert claims(sentence, fact, language, _PERIOD) == ()


@pytest.mark.parametrize(("fact", "sentence", "language"), [*cases("rewritten", "does not")])
def test_more_than_the_fact_is_found(fact: str, sentence: str, language: str):
    """Another's lead taken, a limit dropped or a number moved is a claim."""
    assert claims(sentence, fact, language, _PERIOD)
