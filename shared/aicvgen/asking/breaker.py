"""A circuit breaker that all instances share: who is down is left alone, then tried by one.

Closed: requests go out; so many failures in a row at one instance open it. Open: none go out for a
while. Then it is half open: one prober at a time sends a request; two that succeed close it, one
that fails opens it again. The document is written only when that changes.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from aicvgen import paths
from aicvgen.asking.waiting import NotNow
from aicvgen.domain.errors import Conflict, Unavailable
from aicvgen.domain.value import Value
from aicvgen.ports import Create, Replace, Snapshot, Store

_FAILURES, _SUCCESSES = 5, 2
_PROBE_SECONDS = 90.0
"""Longer than a request may take: a prober that has not reported by then has died."""
_LOOK_AGAIN = 2.0
"""Seconds after which somebody may ask how a probe went."""
_KEPT = 7 * 86400.0


class Circuit(Value):
    """How it stands with one service; no document means: closed."""

    closed: bool = True
    open_until: float = 0.0
    """Seconds since 1970; from then on one may probe."""
    probed_until: float = 0.0
    """Somebody is probing, at most so long."""
    successes: int = 0
    """Of probes since it opened."""
    opened: int = 0
    """How often it opened so far."""


@dataclass(slots=True)
class Breaker:
    """One instance's view of the circuit of one service."""

    store: Store
    service: str
    now: Callable[[], float]
    open_seconds: float = 60.0
    _failures: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def path(self) -> str:
        """Return where the circuit lies, for who reads it together with other things."""
        return paths.circuit(self.service)

    def admit(self, found: Snapshot | None) -> bool:
        """Say whether the request that is admitted is a probe; raises `NotNow`."""
        circuit = found.load(Circuit) if found else Circuit()
        if circuit.closed or found is None:
            return False
        now = self.now()
        if now < circuit.open_until:
            raise NotNow("open", circuit.open_until - now)
        if now < circuit.probed_until:
            raise NotNow("open", _LOOK_AGAIN)
        probing = circuit.model_copy(update={"probed_until": now + _PROBE_SECONDS})
        try:
            self.store.commit([Replace(self.path, probing, found.version)], expires_at=now + _KEPT)
        except Conflict:
            raise NotNow("open", _LOOK_AGAIN) from None
        return True

    def succeeded(self, *, probe: bool) -> None:
        """Take note that a request was answered."""
        with self._lock:
            self._failures = 0
        if probe:
            with suppress(Conflict, Unavailable):  # what was answered is worth more than the probe
                self._heal()

    def failed(self, *, probe: bool) -> None:
        """Take note that a request was not answered, for a reason that may pass."""
        with self._lock:
            self._failures += 1
            tripped = probe or self._failures >= _FAILURES
            if tripped:
                self._failures = 0
        if tripped:
            with suppress(Conflict, Unavailable):  # somebody else said so, or the next one will
                self._open()

    def _heal(self) -> None:
        """Count a probe that was answered, unless somebody opened it meanwhile."""
        now = self.now()
        (found,) = self.store.read([self.path])
        circuit = found.load(Circuit) if found else Circuit()
        if found is None or circuit.closed or now < circuit.open_until:
            return
        successes = circuit.successes + 1
        changed = circuit.model_copy(
            update={
                "closed": successes >= _SUCCESSES,
                "successes": successes,
                "probed_until": 0.0,
            }
        )
        self.store.commit([Replace(self.path, changed, found.version)], expires_at=now + _KEPT)

    def _open(self) -> None:
        """Open it, unless somebody else has just done so."""
        now = self.now()
        (found,) = self.store.read([self.path])
        circuit = found.load(Circuit) if found else Circuit()
        if not circuit.closed and now < circuit.open_until:
            return
        changed = circuit.model_copy(
            update={
                "closed": False,
                "open_until": now + self.open_seconds,
                "probed_until": 0.0,
                "successes": 0,
                "opened": circuit.opened + 1,
            }
        )
        write = Replace(self.path, changed, found.version) if found else Create(self.path, changed)
        self.store.commit([write], expires_at=now + _KEPT)
