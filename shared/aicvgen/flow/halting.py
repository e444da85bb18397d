"""Whether somebody stopped a run while an attempt at one of its events is under way."""

from contextlib import suppress
from dataclasses import dataclass

from aicvgen import paths
from aicvgen.domain.errors import Unavailable
from aicvgen.domain.records import Controls
from aicvgen.domain.run import Run
from aicvgen.ports import Ports

_EVERY = 1.0
"""Seconds between two looks: a stop is promised within a second or two."""


@dataclass(slots=True)
class Watch:
    """Says whether a run, or everything, is halted; as often as one likes, for it asks seldom."""

    ports: Ports
    run_id: str
    looked_at: float = float("-inf")
    halted: bool = False

    def __call__(self) -> bool:
        """Return whether the run was halted when last looked at."""
        now = self.ports.now()
        if now - self.looked_at >= _EVERY:
            self.looked_at = now
            with suppress(Unavailable):  # who cannot be asked has said nothing new
                self.halted = self._look()
        return self.halted

    def _look(self) -> bool:
        run, controls = self.ports.store.read([paths.run(self.run_id), paths.CONTROLS])
        return bool((run and run.load(Run).halted) or (controls and controls.load(Controls).halted))
