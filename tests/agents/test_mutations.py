"""Damaged files of every format end in a named refusal or a reading, and soon."""

import time

import pytest

from aicvgen.documents.extract import extract
from aicvgen.domain.errors import Reason, Rejected
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


_SOON_SECONDS = 2.0


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>" + b"<p>" * 500_000,
        b"<html><body>" + b"<script>" * 500_000,
        b"<html><body>" + b"<p>x</p>" * 16_000,
        b"a b c d e f\n" * 800_000,
        b"word " * 1_900_000,
        b"a\n" * 140_000,
        b"# A\n" + b"[" * 290_000,
        b"# A\n" + b"![" * 140_000,
        b"# A\n" + b"*a_b`" * 50_000,
        b"# A\n|a|b|\n|-|-|\n" + b"|x|y|\n" * 40_000,
        b'{"work": [' + b'{"name": "Moss"},' * 400_000 + b'{"name": "Moss"}]}',
    ],
    ids=lambda data: f"{data[:24]!r} of {len(data):,}",
)
def test_work_is_bounded_before_it_begins(data: bytes) -> None:
    """What would take long to parse is refused soon, and the refusal says what to do."""
    began = time.process_time()
    with pytest.raises(Rejected, match=r": .*(upload|copy)") as refused:
        extract(data)
    assert refused.value.reason is Reason.TOO_LARGE
    assert time.process_time() - began < _SOON_SECONDS


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>" + b"<div>" * 240 + b"<a>xy</a> " * 14_000,
        b"<html><body><h1>A</h1>" + b'<p style="color:white">x</p>' * 14_000,
        b"# A\n" + b"![" * 9_000,
        b"# A\n" + b"- word word\n" * 9_000,
        b"word word word\n" * 9_900,
    ],
    ids=lambda data: f"{data[:24]!r} of {len(data):,}",
)
def test_work_within_the_limits_ends_soon(data: bytes) -> None:
    """The worst that is not refused is read, or found empty, as soon."""
    began = time.process_time()
    assert _refusal(data) in {None, Reason.EMPTY}
    assert time.process_time() - began < _SOON_SECONDS


def _refusal(data: bytes) -> Reason | None:
    try:
        extract(data)
    except Rejected as refused:
        return refused.reason
    return None
