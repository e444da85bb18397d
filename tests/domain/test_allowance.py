"""Money handed down from a day to an attempt: no part is ever more than the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aicvgen.domain.allowance import Purse, handed_out, reserved, settled, used
from aicvgen.domain.events import SECTION_REQUESTED, Event

_NAMES = st.sampled_from(["cv.received", SECTION_REQUESTED, "draft.completed", "run.settled"])


def _event(allowance: int) -> Event:
    return Event(
        id="e",
        run_id="r",
        name=SECTION_REQUESTED,
        cause="c",
        revision=1,
        wave=1,
        traceparent="",
        created_at=0,
        expires_at=1,
        due_at=0,
        allowance=allowance,
    )


@given(st.lists(_NAMES, max_size=40), st.integers(0, 10**10), st.floats(0, 1))
def test_a_wave_gets_no_more_than_its_run_has(names: list[str], granted: int, share: float):
    """What asks no model gets nothing."""
    left = int(granted * share)
    parts = handed_out(names, granted, left)
    assert sum(parts) <= left
    assert {part for name, part in zip(names, parts, strict=True) if name == "run.settled"} <= {0}


@given(st.integers(0, 10**9), st.lists(st.floats(0, 1), max_size=8))
def test_attempts_together_spend_no_more_than_their_event_may(allowance: int, shares: list[float]):
    """An attempt settles what it spent; one that died has spent all it had set aside."""
    event, paid = _event(allowance), 0
    for number, share in enumerate(shares):
        event = reserved(event)
        spent = int(event.reserved * share)
        paid += spent
        if number % 2:
            event = settled(event, spent)
    assert paid <= used([event]) <= allowance


def test_a_purse_gives_what_it_has():
    """What is settled can be taken again, as far as it was not spent."""
    purse = Purse(period="2026-11-21", whose="day", limit=10).take(8)
    assert purse.left == 2
    with pytest.raises(ValueError, match="3 cannot be taken from 2"):
        purse.take(3)
    after = purse.settle(8, 5)
    assert (after.left, after.spent) == (5, 5)
