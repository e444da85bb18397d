"""A queue in memory that behaves like Pub/Sub: at least once, back-off, nothing kept on exit.

What a dying process loses, the sweep publishes again: the event documents are the truth.
"""

import heapq
import itertools
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aicvgen import wire
from aicvgen.ports import Message

FIRST_RETRY = 1.0
LONGEST_RETRY = 60.0
"""Seconds between deliveries of a message that is not acknowledged: doubling in these bounds."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One try to deliver one message."""

    topic: str
    body: bytes
    attempt: int = 1


class QueueBus:
    """The Bus contract on a heap ordered by due time; safe for threads."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._heap: list[tuple[float, int, Delivery]] = []
        self._order = itertools.count()
        self._changed = threading.Condition()

    def publish(self, messages: Sequence[Message]) -> None:
        """Queue messages about events."""
        for message in messages:
            self.send(message.name, wire.encode(message))

    def send(self, topic: str, body: bytes) -> None:
        """Queue a request body for the function of a topic."""
        self._push(self._now(), Delivery(topic, body))

    def again(self, delivery: Delivery, retry_after: float | None = None) -> None:
        """Queue a delivery that was not acknowledged."""
        backoff = min(FIRST_RETRY * 2 ** (delivery.attempt - 1), LONGEST_RETRY)
        due = self._now() + (backoff if retry_after is None else retry_after)
        self._push(due, Delivery(delivery.topic, delivery.body, delivery.attempt + 1))

    def take(self) -> Delivery | None:
        """Return a due delivery, or None; it is no longer queued."""
        with self._changed:
            if not self._heap or self._heap[0][0] > self._now():
                return None
            return heapq.heappop(self._heap)[2]

    def next_due(self) -> float | None:
        """Return when the next delivery is due, or None if nothing is queued."""
        with self._changed:
            return self._heap[0][0] if self._heap else None

    def wait(self, seconds: float) -> None:
        """Sleep until something is due or new, at most so long."""
        with self._changed:
            due = self._heap[0][0] - self._now() if self._heap else seconds
            if due > 0:
                self._changed.wait(min(due, seconds))

    def _push(self, due: float, delivery: Delivery) -> None:
        with self._changed:
            heapq.heappush(self._heap, (due, next(self._order), delivery))
            self._changed.notify()
