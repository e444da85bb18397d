"""What goes wrong, when: seeded, bounded and written down."""

import random
from collections import Counter
from dataclasses import dataclass, field

from aicvgen.domain.errors import Unavailable

from .clock import SimClock
from .stage import Killed, Stage

TOLERATED = 4
"""Attempts an event may lose and still must be answered: the fifth ends it as dead."""
SWITCH = 0.4
"""Chance that another process goes on at a call."""
MODES = ("kill", "unavailable", "freeze", "machine")
"""The process dies; the port fails, perhaps after it did what was asked; the process stands still
for longer than its lease and then goes on; all processes die with the queue they share."""


@dataclass(frozen=True, slots=True)
class Faults:
    """How a schedule is disturbed."""

    rate: float = 0.0
    """Chance of a fault at each side of each call."""
    budget: int = 0
    """Most faults of the schedule, so that it ends."""
    certain: int = -1
    """A call that surely is hit, counted over both sides of all calls."""
    mode: str = "kill"
    """How it is hit: one of `MODES`."""
    races: bool = True
    """Whether processes take turns within their steps."""
    duplicates: float = 0.0
    jumps: float = 0.0


@dataclass
class Chaos:
    """Decides at every call of a port what happens there."""

    rng: random.Random
    faults: Faults
    clock: SimClock
    stage: Stage
    counts: Counter[str] = field(default_factory=Counter)
    places: set[tuple[str, str]] = field(default_factory=set)
    """Where faults struck: task and side of a call."""
    trace: list[str] = field(default_factory=list)
    calls: int = 0
    spent: Counter[str] = field(default_factory=Counter)
    """Attempts lost by event."""
    machine_died: bool = False
    mended: bool = False
    """The cause of the poison is gone."""

    def reach(self, call: str) -> None:
        """Pass one side of a call: go on, give way to another process, fail or die."""
        task = self.stage.current
        if task is None:
            return
        self.calls += 1
        task.latest = max(task.latest, self.clock.now())
        if self.calls == self.faults.certain:
            self._strike(call, self.faults.mode)
        elif self.counts["faults"] < self.faults.budget and self.rng.random() < self.faults.rate:
            self._strike(call, self.rng.choice(MODES))
        elif self.faults.races and self.rng.random() < SWITCH:
            self.stage.pause()

    def spare(self, event_id: str) -> bool:
        """Whether this event may lose one more attempt."""
        return not event_id or self.spent[event_id] < TOLERATED

    def lose(self, event_id: str) -> None:
        """Count an attempt an event lost."""
        if event_id:
            self.spent[event_id] += 1

    def note(self, line: str) -> None:
        """Write down what happened."""
        self.trace.append(f"{self.clock.elapsed:9.1f}  {self.calls:5}  {line}")

    def _strike(self, call: str, mode: str) -> None:
        task = self.stage.current
        if task is None or not self.spare(task.event_id):
            return
        if mode == "machine" and not all(self.spare(one.event_id) for one in self.stage.tasks):
            return
        self.lose(task.event_id)
        self.counts["faults"] += 1
        self.counts[mode] += 1
        self.places.add((task.name, call))
        self.note(f"{task.name}: {mode} {call}")
        if mode == "unavailable":
            raise Unavailable("simulated", retry_after=self.rng.uniform(0, 20))
        if mode == "freeze":
            task.frozen_until = self.clock.elapsed + self.rng.choice((10.0, 150.0, 1000.0))
            self.stage.pause()
            return
        self.machine_died = self.machine_died or mode == "machine"
        raise Killed
