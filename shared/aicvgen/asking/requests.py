"""Requests to the service: repeated where that may help, within a deadline, and counted."""

from collections.abc import Callable
from dataclasses import dataclass, field

import stamina

from aicvgen.domain.errors import Unavailable
from aicvgen.model.service import Ask, NoAnswer, Reply, Service, Usage

_FIRST_WAIT, _LONGEST_WAIT = 0.5, 8.0
"""Seconds between two requests; they double, and half of each is left to chance."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a task waits for the service."""

    request_seconds: float = 30.0
    total_seconds: float = 60.0
    requests: int = 4
    """At most, one after the other, the first included."""


@dataclass(slots=True)
class Requests:
    """What one task has sent so far, and what it was told that cost."""

    service: Service
    patience: Patience
    now: Callable[[], float]
    sent: int = 0
    usage: Usage = field(default_factory=Usage)

    def complete(self, ask: Ask) -> Reply:
        """Return the service's reply; raises `NoAnswer`, or `Unavailable` when patience ends."""
        until = self.now() + self.patience.total_seconds
        for attempt in stamina.retry_context(
            on=_wait,
            attempts=self.patience.requests,
            timeout=self.patience.total_seconds,
            wait_initial=_FIRST_WAIT,
            wait_max=_LONGEST_WAIT,
        ):
            with attempt:
                reply = self._send(ask, until)
        return reply

    def _send(self, ask: Ask, until: float) -> Reply:
        left = until - self.now()
        self.sent += 1
        try:
            reply = self.service.complete(ask, min(left, self.patience.request_seconds))
        except NoAnswer as error:
            self.usage += error.usage
            raise
        self.usage += reply.usage
        return reply


def _wait(error: Exception) -> bool | float:
    """Say whether to ask again: at once by our own clock, or when the service said."""
    if not isinstance(error, Unavailable):
        return False
    return error.retry_after or True
