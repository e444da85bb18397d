"""What a reply costs, in whole nano-dollars."""

from itertools import pairwise

import pytest

from aicvgen.model.prices import cost, tariffs
from aicvgen.model.service import Usage

USAGE = Usage(prompt=1000, cached=400, reply=100, thoughts=50)


@pytest.mark.parametrize(
    ("model", "location", "day", "nanodollars"),
    [
        ("gemini-3.8-flash", "global", "2026-11-21", 600 * 750 + 400 * 75 + 150 * 3750),
        ("gemini-3.8-flash", "global", "2027-01-01", 600 * 1500 + 400 * 150 + 150 * 7500),
        ("gemini-3.1-flash-lite", "europe-west4", "2026-11-21", 423_500),
    ],
)
def test_prices_are_dated_and_regional(model: str, location: str, day: str, nanodollars: int):
    """Cached tokens are cheaper, thoughts cost what a reply costs, regions cost a tenth more."""
    paid = cost(model, location, USAGE, day)
    assert (paid.nanodollars, paid.priced) == (nanodollars, True)


def test_a_long_prompt_costs_more_all_of_it():
    """Above 200,000 tokens the other price counts from the first token."""
    short, long = (
        cost("gemini-3.1-pro-preview", "global", Usage(prompt=tokens), "2026-11-21").nanodollars
        for tokens in (200_000, 200_001)
    )
    assert (short, long) == (200_000 * 2000, 200_001 * 4000)


def test_an_unknown_model_costs_what_the_dearest_does():
    """It is not free, and the record says that nobody knows its price."""
    paid = cost("gemini-9-ultra", "global", USAGE, "2026-11-21")
    known = {cost(one.model, "global", USAGE, "2026-11-21").nanodollars for one in tariffs()}
    assert (paid.nanodollars, paid.priced) == (max(known), False)


def test_prices_of_a_model_follow_each_other():
    """No two begin on the same day."""
    days = sorted((one.model, one.since) for one in tariffs())
    assert all(before != after for before, after in pairwise(days))
