"""Money handed down from a day to an attempt: no part is ever more than the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aicvgen.domain.allowance import Purse, closed, handed_out, parted, reserved, settled, used
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
            event = settled(event, event.reserved - spent)
    assert paid <= used([event]) <= allowance


def test_nobody_takes_from_an_event_that_is_closed():
    """What was set aside before stays, also when its attempt dies."""
    event = closed(reserved(_event(100)))
    assert (event.reserved, event.allowance) == (50, 50)
    assert reserved(event).reserved == 0
    assert used([settled(reserved(event), 0)]) == 50


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=16),
    st.integers(0, 1000),
)
def test_a_day_that_is_cut_anew_holds_what_it_may(found: list[tuple[int, int]], total: int):
    """No more than that, but for what was taken; and then it stays as it is."""
    purses = [
        Purse(period="d", whose="day", limit=limit, taken=min(taken, limit))
        for limit, taken in found
    ]
    cut = parted(purses, total)
    held, taken = sum(one.limit for one in cut), sum(one.taken for one in cut)
    most = max(total, taken)
    assert most - len(cut) < held <= most
    assert all(one.taken <= one.limit for one in cut)
    assert parted(cut, total) == cut


def test_a_purse_gives_what_it_has():
    """What is settled can be taken again, as far as it was not spent."""
    purse = Purse(period="2026-11-21", whose="day", limit=10).take(8)
    assert purse.left == 2
    with pytest.raises(ValueError, match="3 cannot be taken from 2"):
        purse.take(3)
    after = purse.settle(8, 5)
    assert (after.left, after.spent) == (5, 5)
