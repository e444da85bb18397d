"""What all instances share when they ask a model: the rate, and whether the service is up."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise

import pytest

from aicvgen.asking.breaker import Breaker, Circuit
from aicvgen.asking.limiter import Limiter
from aicvgen.asking.replies import LARGEST, keep, kept
from aicvgen.asking.requests import Gates, Patience, Requests
from aicvgen.asking.waiting import NotNow
from aicvgen.domain.errors import Unavailable
from aicvgen.model.errand import Errand
from aicvgen.model.service import Ask, Reply, Unheard, Usage
from aicvgen.ports import Store

from .conftest import Clock

SERVICE = "some-org/some-model:8b"
ASK = Ask("some-model", "Do it.", "With this.", "{}", 0.0, most_tokens=100, thinking_tokens=0)


def test_all_instances_together_keep_the_rate(store: Store, clock: Clock):
    """Three instances take turns: no two requests are closer than the rate allows."""
    instances = [Limiter(store, SERVICE, 5.0, clock) for _ in range(3)]
    moments = []
    for number in range(24):
        moment = instances[number % 3].moment(longest=20.0)
        clock.pass_until(moment)
        moments.append(moment)
    gaps = [after - before for before, after in pairwise(sorted(moments))]
    assert min(gaps) > 1 / 5.0 - 1e-6


def test_who_would_wait_too_long_takes_no_turn(store: Store, clock: Clock):
    """The refusal says when to come back, and then there is a turn."""
    crowd = Limiter(store, SERVICE, 2.0, clock)
    taken = [crowd.moment(longest=20.0) for _ in range(40)]
    assert taken[-1] - clock.now < 20.0
    with pytest.raises(NotNow) as refused:
        _exhaust(crowd)
    again = Limiter(store, SERVICE, 2.0, clock)
    clock.pass_until(clock.now + refused.value.wait)
    assert again.moment(longest=20.0) - clock.now < 20.0


def _exhaust(limiter: Limiter) -> None:
    while True:
        limiter.moment(longest=20.0)


def test_moments_that_passed_are_not_used_on_top(store: Store, clock: Clock):
    """An instance that stood still does not catch up in one burst."""
    slow = Limiter(store, SERVICE, 10.0, clock)
    slow.moment(longest=20.0)
    clock.pass_until(clock.now + 5.0)
    moments = [slow.moment(longest=20.0) for _ in range(5)]
    assert min(after - before for before, after in pairwise(moments)) > 0.1 - 1e-6


def _admitted(breaker: Breaker) -> bool:
    (found,) = breaker.store.read([breaker.path])
    return breaker.admit(found)


def _failing(breaker: Breaker, times: int) -> None:
    for _ in range(times):
        breaker.failed(probe=_admitted(breaker))


def test_five_failures_in_a_row_stop_every_instance(store: Store, clock: Clock):
    """Four do not, nor do five with an answer between them."""
    here, there = Breaker(store, SERVICE, clock), Breaker(store, SERVICE, clock)
    _failing(here, 4)
    here.succeeded(probe=False)
    _failing(here, 4)
    assert not _admitted(there)
    _failing(here, 1)
    with pytest.raises(NotNow, match="open") as refused:
        _admitted(there)
    assert refused.value.wait == pytest.approx(60.0)


def test_one_probes_at_a_time_and_two_answers_close_it(store: Store, clock: Clock):
    """Whoever asks meanwhile is told to look again soon."""
    here, there = Breaker(store, SERVICE, clock), Breaker(store, SERVICE, clock)
    _failing(here, 5)
    clock.pass_until(clock.now + 60.0)
    assert _admitted(there)
    with pytest.raises(NotNow):
        _admitted(here)
    there.succeeded(probe=True)
    assert _admitted(here)
    here.succeeded(probe=True)
    assert [_admitted(here), _admitted(there)] == [False, False]


def test_a_probe_that_fails_opens_it_again(store: Store, clock: Clock):
    """For as long as before; and a prober that died does not hold it for ever."""
    here = Breaker(store, SERVICE, clock)
    _failing(here, 5)
    clock.pass_until(clock.now + 60.0)
    _failing(here, 1)
    with pytest.raises(NotNow) as refused:
        _admitted(here)
    assert refused.value.wait == pytest.approx(60.0)
    clock.pass_until(clock.now + 60.0)
    assert _admitted(here)
    clock.pass_until(clock.now + 91.0)
    assert _admitted(here)


def test_an_answer_that_comes_too_late_closes_nothing(store: Store, clock: Clock):
    """Somebody opened the circuit again while a prober was still waiting."""
    slow, fast = Breaker(store, SERVICE, clock), Breaker(store, SERVICE, clock)
    _failing(fast, 5)
    clock.pass_until(clock.now + 60.0)
    assert _admitted(slow)
    clock.pass_until(clock.now + 91.0)
    _failing(fast, 1)
    for _ in range(2):
        slow.succeeded(probe=True)
    with pytest.raises(NotNow):
        _admitted(fast)


def test_the_circuit_is_written_only_when_it_changes(store: Store, clock: Clock):
    """Requests that are answered cost no write, and so do failures that do not open it."""
    breaker = Breaker(store, SERVICE, clock)
    for _ in range(20):
        breaker.succeeded(probe=_admitted(breaker))
    assert store.read([breaker.path]) == [None]
    _failing(breaker, 5)
    (found,) = store.read([breaker.path])
    assert found is not None
    assert found.load(Circuit).opened == 1
    Breaker(store, SERVICE, clock).failed(probe=False)
    assert store.read([breaker.path]) == [found]


@pytest.mark.parametrize(
    ("text", "later", "there"),
    [("{}", 59.0, True), ("{}", 60.0, False), ("x" * (LARGEST + 1), 0.0, False)],
)
def test_a_reply_is_used_again_for_a_while(
    store: Store, clock: Clock, text: str, later: float, *, there: bool
):
    """Unless it is too large to be kept."""
    keep(store, "replies/any", text, clock.now, seconds=60.0)
    (found,) = store.read(["replies/any"])
    assert (kept(found, clock.now + later, seconds=60.0) == text) is there


@dataclass
class Scripted:
    """A service that ends each request in the same way."""

    ending: Reply | Exception

    def complete(self, ask: Ask, timeout: float, stop: Callable[[], bool]) -> Reply:
        """Return or raise it."""
        del ask, timeout, stop
        if isinstance(self.ending, Exception):
            raise self.ending
        return self.ending

    def close(self) -> None:
        """Hold nothing."""


def _asked(store: Store, clock: Clock, ending: Reply | Exception) -> Requests:
    """Ask once, and forget how it ended."""
    requests = Requests(
        Scripted(ending),
        Gates(Limiter(store, SERVICE, 10.0, clock), Breaker(store, SERVICE, clock), _ONCE),
        Errand(allowance=1000),
        lambda _, usage: usage.prompt + usage.reply,
        clock,
    )
    with suppress(Exception):
        requests.complete(ASK)
    return requests


_ONCE = Patience(requests=1)
_WORST = ASK.worst.prompt + ASK.worst.reply


@pytest.mark.parametrize(
    ("ending", "spent"),
    [
        (Reply("{}", Usage(prompt=7, reply=5)), 12),
        (Reply("{}", Usage()), _WORST),
        (Unavailable("busy", retry_after=0), 0),
        (Unheard("broken off", retry_after=0), _WORST),
        (KeyError("a client has a bug"), _WORST),
    ],
)
def test_what_may_have_been_paid_counts_as_spent(
    store: Store, clock: Clock, ending: Reply | Exception, spent: int
):
    """Until the service says what it cost, or that it cost nothing."""
    assert _asked(store, clock, ending).errand.spent == spent


@pytest.mark.parametrize(("wish", "sent"), [(3600.0, 1), (61.0, 1), (float("inf"), 1), (1.0, 4)])
def test_a_wish_to_be_left_alone_is_heeded_within_patience(
    store: Store, clock: Clock, wish: float, sent: int
):
    """Who is to come back later than patience lasts gives up at once instead of sleeping."""
    requests = Requests(
        Scripted(Unavailable("busy", retry_after=wish)),
        Gates(
            Limiter(store, SERVICE, 10.0, clock),
            Breaker(store, SERVICE, clock),
            sleep=lambda seconds: clock.pass_until(clock.now + seconds),
        ),
        Errand(),
        lambda *_: 0,
        clock,
    )
    began = clock.now
    with pytest.raises(Unavailable):
        requests.complete(ASK)
    assert requests.sent == sent
    assert clock.now - began <= (0.0 if sent == 1 else 60.0)
