"""A bus that delivers late, twice, in any order and, when a machine dies, not at all."""

import heapq
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from aicvgen import paths
from aicvgen.ports import Message, Store

from .audit import Audit
from .chaos import Chaos

_LATE = (0.0, 0.0, 0.1, 1.0, 20.0, 300.0)
"""Seconds a message may take."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One try to deliver one message."""

    message: Message
    attempt: int = 1


class SimBus:
    """The Bus contract with all the freedom it leaves."""

    def __init__(self, chaos: Chaos, store: Store, audit: Audit) -> None:
        self._chaos = chaos
        self._store = store
        self._audit = audit
        self._heap: list[tuple[float, int, Delivery]] = []
        self._order = itertools.count()

    def publish(self, messages: Sequence[Message]) -> None:
        """Take messages about committed events, one by one: a crash may lose the rest."""
        chaos = self._chaos
        for message in messages:
            chaos.reach("before publish")
            (event,) = self._store.read([paths.event(message.run_id, message.event_id)])
            if event is None:
                self._audit.violate(f"published before it was committed: {message.name}")
            self._push(Delivery(message), chaos.rng.choice(_LATE))
            if chaos.rng.random() < chaos.faults.duplicates:
                chaos.counts["duplicates"] += 1
                self._push(Delivery(message), chaos.rng.choice(_LATE))
        if messages:
            chaos.reach("after publish")

    def take(self) -> Delivery | None:
        """Return a due delivery, or None."""
        if not self._heap or self._heap[0][0] > self._chaos.clock.elapsed:
            return None
        return heapq.heappop(self._heap)[2]

    def again(self, delivery: Delivery, retry_after: float | None = None) -> None:
        """Deliver again what was not acknowledged."""
        backoff = min(2.0 ** (delivery.attempt - 1), 60.0)
        after = backoff if retry_after is None else retry_after
        self._push(Delivery(delivery.message, delivery.attempt + 1), after)

    def next_due(self) -> float:
        """Return when the next delivery is due, in elapsed seconds; infinity for never."""
        return self._heap[0][0] if self._heap else float("inf")

    def lose_all(self) -> None:
        """Forget everything, as a queue in memory does when its machine dies."""
        self._chaos.counts["lost"] += len(self._heap)
        self._heap.clear()

    def _push(self, delivery: Delivery, delay: float) -> None:
        due = self._chaos.clock.elapsed + delay
        heapq.heappush(self._heap, (due, next(self._order), delivery))
