"""How many requests a second all instances together may send.

One document says when the next request may be sent; who wants to send takes the next few moments
from it at once, so that most requests write nothing. That is the generic cell rate algorithm, with
the moments leased in batches.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from aicvgen import paths
from aicvgen.asking.waiting import NotNow
from aicvgen.domain.errors import Conflict
from aicvgen.domain.value import Value
from aicvgen.ports import Create, Replace, Store

_BATCH_SECONDS = 0.5
"""So much of the rate an instance leases at once: what it does not use in time is lost."""
_BATCH = 5
_KEPT = 86400.0


class Pace(Value):
    """When the next request may be sent."""

    free_from: float


@dataclass(slots=True)
class Limiter:
    """The moments at which one instance may send its next requests."""

    store: Store
    service: str
    per_second: float
    now: Callable[[], float]
    _moments: deque[float] = field(default_factory=deque)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def moment(self, longest: float) -> float:
        """Return when a request may be sent, in seconds since 1970; nobody else has that moment.

        Raises `NotNow` where it is further away than `longest` seconds; then it takes none.
        """
        with self._lock:
            if not self._fresh():
                self._moments.extend(self._lease(longest))
            wait = self._moments[0] - self.now()
            if wait > longest:
                raise NotNow("crowded", wait)
            return self._moments.popleft()

    def _fresh(self) -> bool:
        """Drop moments that have passed: used later, they would come on top of the next ones."""
        while self._moments and self._moments[0] < self.now() - 1 / self.per_second:
            self._moments.popleft()
        return bool(self._moments)

    def _lease(self, longest: float) -> list[float]:
        path = paths.pace(self.service)
        count = max(1, min(_BATCH, int(self.per_second * _BATCH_SECONDS)))
        while True:
            (found,) = self.store.read([path])
            now = self.now()
            start = max(found.load(Pace).free_from, now) if found else now
            if start - now > longest:
                raise NotNow("crowded", start - now)
            pace = Pace(free_from=start + count / self.per_second)
            write = Replace(path, pace, found.version) if found else Create(path, pace)
            try:
                self.store.commit([write], expires_at=now + _KEPT)
            except Conflict:
                continue
            return [start + at / self.per_second for at in range(count)]
