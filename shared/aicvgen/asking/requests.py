"""Requests to the service: within budget and rate, repeated where that may help, and counted."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import stamina

from aicvgen.asking.breaker import Breaker
from aicvgen.asking.limiter import Limiter
from aicvgen.domain.errors import Halted, Unavailable
from aicvgen.model.errand import Errand
from aicvgen.model.service import Ask, NoAnswer, Reply, Service, Stopped, Unheard, Usage
from aicvgen.ports import Snapshot

_FIRST_WAIT, _LONGEST_WAIT = 0.5, 8.0
"""Seconds between two requests; they double, and half of each is left to chance."""
_NAP = 1.0
"""Seconds of waiting after which somebody looks whether the run was halted."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a task waits for the service."""

    request_seconds: float = 30.0
    total_seconds: float = 60.0
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

    def complete(self, ask: Ask) -> Reply:
        """Return the service's reply.

        Raises `NoAnswer`, `Halted`, `NotNow` before anything is sent that should not be, and
        `Unavailable` when patience ends.
        """
        patience = self.gates.patience
        until = self.now() + patience.total_seconds
        for attempt in stamina.retry_context(
            on=_wait,
            attempts=patience.requests,
            timeout=patience.total_seconds,
            wait_initial=_FIRST_WAIT,
            wait_max=_LONGEST_WAIT,
        ):
            with attempt:
                reply = self._send(ask, until)
        return reply

    def _send(self, ask: Ask, until: float) -> Reply:
        worst = self.price(ask.model, ask.worst)
        if worst > self.errand.left:
            raise NoAnswer("over-budget")
        self._take_turn()
        breaker = self.gates.breaker
        (circuit,) = self.circuit or breaker.store.read([breaker.path])
        self.circuit = ()
        probe = breaker.admit(circuit)
        self.sent += 1
        seconds = min(max(until - self.now(), 1.0), self.gates.patience.request_seconds)
        try:
            reply = self.service.complete(ask, seconds, self.errand.halted)
        except Unavailable as error:
            self.errand.spent += worst if isinstance(error, Unheard) else 0
            breaker.failed(probe=probe)
            raise
        except Stopped as stopped:
            # What had been generated until then is billed, and not always told.
            self._paid(ask, stopped.usage, at_least=worst)
            breaker.succeeded(probe=probe)
            raise Halted(str(stopped)) from stopped
        except NoAnswer as error:
            self._paid(ask, error.usage)
            breaker.succeeded(probe=probe)
            raise
        self._paid(ask, reply.usage)
        breaker.succeeded(probe=probe)
        return reply

    def _take_turn(self) -> None:
        moment = self.gates.limiter.moment(self.gates.patience.turn_seconds)
        while (left := moment - self.now()) > 0:
            if self.errand.halted():
                raise Halted("halted while waiting for its turn")
            self.circuit = ()
            nap = min(left, _NAP)
            self.gates.sleep(nap)
            self.waited += nap

    def _paid(self, ask: Ask, usage: Usage, at_least: int = 0) -> None:
        self.usage += usage
        self.errand.spent += max(self.price(ask.model, usage), at_least)


def _wait(error: Exception) -> bool | float:
    """Say whether to ask again: at once by our own clock, or when the service said."""
    if not isinstance(error, Unavailable):
        return False
    return error.retry_after or True
