"""Words broken at the end of a line: which hyphens belong to the word."""

import pytest

from aicvgen.model.extractive.cv.hyphens import join, vocabulary

BROKEN = ["Trained twelve techni-", "cians and ran the pay-", "roll for the de-"]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("for the de-", "ployment", "for the deployment"),
        ("a cross-", "functional team", "a cross-functional team"),
        ("Leeds, United King-", "dom", "Leeds, United Kingdom"),
    ],
)
def test_a_document_that_breaks_words_anywhere(before: str, after: str, whole: str) -> None:
    """Hyphens go, but those of usual compounds."""
    assert join(before, after, vocabulary(BROKEN)) == whole


@pytest.mark.parametrize(
    ("before", "after"), [("a trust-", "wide rota"), ("of single-", "use cups"), ("a de-", "icer")]
)
def test_a_document_that_breaks_lines_at_hyphens_only(before: str, after: str) -> None:
    """Every hyphen stays."""
    assert join(before, after, vocabulary([before, after])) == before + after


def test_the_document_spells_the_word_elsewhere() -> None:
    """Its other spelling decides."""
    words = vocabulary([*BROKEN, "A shipboard lab with sea-going staff"])
    assert join("the ship-", "board lab", words) == "the shipboard lab"
    assert join("a sea-", "going lab", words) == "a sea-going lab"


def test_words_in_capitals_lose_no_hyphen_of_their_own() -> None:
    """In capitals nothing tells a break from a compound but the same word elsewhere."""
    assert join("CO-", "WORKING", vocabulary(["A lab"])) == "CO-WORKING"
    assert join("NAVI-", "GATION", vocabulary(["Navigation by radar"])) == "NAVIGATION"
