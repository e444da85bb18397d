"""Requests to the service: within budget and rate, repeated where that may help, and counted."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tenacity import RetryCallState, Retrying, retry_if_exception_type, wait_exponential_jitter

from aicvgen.asking.breaker import Breaker
from aicvgen.asking.limiter import Limiter
from aicvgen.domain.errors import Halted, Unavailable
from aicvgen.model.errand import Errand
from aicvgen.model.service import Ask, NoAnswer, Reply, Service, Stopped, Unheard, Usage
from aicvgen.ports import Snapshot

FIRST_WAIT, LONGEST_WAIT = 0.5, 8.0
"""Seconds between two requests; they double, and up to the first of them is added by chance."""
_NAP = 1.0
"""Seconds of waiting after which somebody looks whether the run was halted."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a task waits for the service."""

    request_seconds: float = 30.0
    total_seconds: float = 60.0
    """For all its requests together, with what is waited between them."""
    requests: int = 4
    """At most, one after the other, the first included."""
    turn_seconds: float = 20.0
    """For its turn among all requests; who would wait longer comes back later."""


@dataclass(frozen=True, slots=True)
class Gates:
    """What every request of an instance passes."""

    limiter: Limiter
    breaker: Breaker
    patience: Patience = field(default_factory=Patience)
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Requests:
    """What one task has sent so far, and what it was told that cost."""

    service: Service
    gates: Gates
    errand: Errand
    price: Callable[[str, Usage], int]
    """Nano-dollars of so many tokens of a model."""
    now: Callable[[], float]
    sent: int = 0
    usage: Usage = field(default_factory=Usage)
    waited: float = 0.0
    """Seconds for its turn."""
    circuit: Sequence[Snapshot | None] = ()
    """How it stands, where somebody has just read that; good for one request without a wait."""
    paid: int = 0
    """Nano-dollars, as far as the service said what it counted."""
    until: float = field(init=False)
    """When patience ends, in seconds since 1970."""

    def __post_init__(self) -> None:
        self.until = self.now() + self.gates.patience.total_seconds

    def complete(self, ask: Ask) -> Reply:
        """Return the service's reply.

        Raises `NoAnswer`, `Halted`, `NotNow` before anything is sent that should not be, and
        `Unavailable` when patience ends.
        """
        try:
            return self._send(ask)
        except Unavailable as error:
            return self._again(ask, error)

    def _again(self, ask: Ask, error: Unavailable) -> Reply:
        """Repeat a request that has failed once; most never come here, and save what that costs."""
        for attempt in Retrying(
            retry=retry_if_exception_type(Unavailable),
            stop=self._is_enough,
            wait=_pause,
            sleep=self._wait,
            reraise=True,
        ):
            with attempt:
                if attempt.retry_state.attempt_number == 1:
                    raise error
                reply = self._send(ask)
        return reply

    def _send(self, ask: Ask) -> Reply:
        worst = self.price(ask.model, ask.worst)
        if worst > self.errand.left:
            raise NoAnswer("over-budget")
        self._take_turn()
        breaker = self.gates.breaker
        (circuit,) = self.circuit or breaker.store.read([breaker.path])
        self.circuit = ()
        probe = breaker.admit(circuit)
        self.sent += 1
        # Whatever happens from here on, so much may have been paid, until it is known better.
        self.errand.spent += worst
        seconds = min(max(self.until - self.now(), 1.0), self.gates.patience.request_seconds)
        try:
            reply = self.service.complete(ask, seconds, self.errand.halted)
        except Unavailable as error:
            self.errand.spent -= 0 if isinstance(error, Unheard) else worst
            breaker.failed(probe=probe)
            raise
        except Stopped as stopped:
            # What had been generated until then is billed, and not always told.
            self._pay(ask, stopped.usage, worst, at_least=worst)
            breaker.succeeded(probe=probe)
            raise Halted(str(stopped)) from stopped
        except NoAnswer as error:
            self._pay(ask, error.usage, worst)
            breaker.succeeded(probe=probe)
            raise
        # A reply costs something, also where the service does not say what.
        self._pay(ask, reply.usage, worst, at_least=0 if reply.usage.prompt else worst)
        breaker.succeeded(probe=probe)
        return reply

    def _take_turn(self) -> None:
        longest = min(self.gates.patience.turn_seconds, max(self.until - self.now(), 0.0))
        left = self.gates.limiter.moment(longest) - self.now()
        if left > 0:
            self._wait(left)
            self.waited += left

    def _wait(self, seconds: float) -> None:
        """Let so many seconds pass; raises `Halted` soon after somebody stops the run."""
        self.circuit = ()
        while seconds > 0:
            if self.errand.halted():
                raise Halted("halted before a request")
            self.gates.sleep(min(seconds, _NAP))
            seconds -= _NAP

    def _is_enough(self, state: RetryCallState) -> bool:
        too_late = self.now() + state.upcoming_sleep >= self.until
        return too_late or state.attempt_number >= self.gates.patience.requests

    def _pay(self, ask: Ask, usage: Usage, worst: int, at_least: int = 0) -> None:
        """Note what was paid instead of what was feared."""
        price = self.price(ask.model, usage)
        self.usage += usage
        self.paid += price
        self.errand.spent += max(price, at_least) - worst


def _pause(state: RetryCallState) -> float:
    """Return how long to wait before the next request: as the service said, or by our own clock."""
    error = state.outcome and state.outcome.exception()
    wish = error.retry_after if isinstance(error, Unavailable) else 0.0
    return wish or wait_exponential_jitter(FIRST_WAIT, LONGEST_WAIT, jitter=FIRST_WAIT)(state)
