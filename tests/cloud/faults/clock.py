"""Time that passes faster for whatever waits for a sweep: two minutes of a lease are a few seconds.

A lease outlasts the function's timeout, so what a killed process held waits that long. Here an
event that has stood so long is due at once; a holder that still lives then loses its lease, which
must do no harm either.
"""

import threading
from contextlib import suppress
from typing import Self

from aicvgen.domain.errors import Conflict, Unavailable
from aicvgen.domain.events import Event, EventState
from aicvgen.ports import Patch, Where
from cloud.stage import Stage

_STEP_SECONDS = 2.0
_STALE_SECONDS = 6.0
"""So long an event may stand unchanged."""


class HurriedClock:
    """Makes due what stands, and lets the scheduler ask for a sweep every two seconds."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._steps: dict[tuple[str, str], int] = {}
        """How many steps each version of an event has been seen."""

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *given: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(_STEP_SECONDS):
            with suppress(Unavailable):  # the database stands still too
                self._hurry()
                self._stage.tick()

    def _hurry(self) -> None:
        store, steps = self._stage.store, {}
        waiting = (EventState.PENDING, EventState.LEASED)
        for found in store.find("events", Where("state", "in", waiting)):
            seen = self._steps.get((found.path, found.version), 0) + 1
            steps[(found.path, found.version)] = seen
            if seen * _STEP_SECONDS > _STALE_SECONDS:
                event = found.load(Event)
                with suppress(Conflict):
                    past = {"due_at": event.created_at}
                    store.commit([Patch(found.path, past)], expires_at=event.expires_at)
        self._steps = steps
