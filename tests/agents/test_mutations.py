"""Damaged files of every format end in a named refusal or a reading, and soon."""

import pytest

from simulate.mutations import mutate, seeds


@pytest.mark.parametrize("reader", ["pdf", "docx", "html", "markdown", "text", "json"])
def test_damaged_files(reader: str) -> None:
    """Truncated, flipped, shuffled, nested and exploding files crash nothing and hang nothing."""
    tally = mutate(reader, 50)
    assert tally.wrong == []
    assert sum(tally.ended.values()) == 50
    assert set(tally.ended) - {"read"}, "no mutant was damaged enough to be refused"


def test_every_reader_has_mutants() -> None:
    """The list above is whole."""
    assert set(seeds()) == {"pdf", "docx", "html", "markdown", "text", "json"}
