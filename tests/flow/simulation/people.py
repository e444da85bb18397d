"""What people and the scheduler do during a schedule: errands, repeated until they succeed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from aicvgen import paths
from aicvgen.domain.errors import Rejected
from aicvgen.domain.events import Event, EventState
from aicvgen.domain.run import Run, Status
from aicvgen.flow import decide
from aicvgen.flow.redrive import redrive
from aicvgen.flow.start import start
from aicvgen.ports import Ports, Store, Where

from .chaos import Chaos
from .scenario import Scenario, submission
from .stage import Task

REDRIVE = "redrive"
_LAST_WISH = (5.0, 60.0, 600.0)
"""Seconds within which people decide what they want: at once, during the run, after it."""


@dataclass(eq=False)
class Errand:
    """Something a person wants; who is interrupted tries again."""

    name: str
    act: Callable[[Ports], object]
    at: float
    """Elapsed seconds before which it does not begin."""
    then: "Errand | None" = None
    task: Task | None = None


@dataclass
class People:
    """Everybody outside of the flow."""

    scenario: Scenario
    chaos: Chaos
    store: Store
    run_id: str
    errands: list[Errand] = field(default_factory=list)
    approving: bool = False
    driven: set[str] = field(default_factory=set)
    """Dead events that somebody has taken up."""

    def __post_init__(self) -> None:
        """Plan the whole schedule."""
        scenario, rng = self.scenario, self.chaos.rng
        first = submission(scenario.content)
        for _ in range(scenario.twins):
            self.errands.append(Errand("upload", lambda ports: start(ports, first), 0.0))
        for _ in range(scenario.late_twins):
            later = self._sometime()
            self.errands.append(Errand("upload again", lambda ports: start(ports, first), later))
        if scenario.revised:
            second = submission(scenario.final)
            self._after_upload("upload changed", lambda ports: start(ports, second))
        for _ in range(scenario.halts):
            everything = scenario.halts_all and rng.random() < 0.5
            self._after_upload("halt", self._halt(everything), then=self._resume(everything))

    def due(self) -> list[Errand]:
        """Return the errands to begin now."""
        now = self.chaos.clock.elapsed
        if self._waits():
            self.approving = True
            for _ in range(2):
                self.errands.append(Errand("approve", self._approve, now))
        for dead in self._mendable():
            self.chaos.mended = True
            self.driven.add(dead.id)
            self.chaos.counts["driven again"] += 1
            self.errands.append(Errand(REDRIVE, partial(_redrive, dead), now + self._sometime()))
        return [one for one in self.errands if one.task is None and one.at <= now]

    def next_due(self) -> float:
        """Return when the next errand begins; infinity for never."""
        return min((one.at for one in self.errands if one.task is None), default=float("inf"))

    def ended(self, task: Task) -> None:
        """Take note that somebody's task ended; an interrupted one is tried again."""
        errand = next((one for one in self.errands if one.task is task), None)
        if errand is None:
            return
        if task.error is not None and not isinstance(task.error, Rejected):
            errand.task, errand.at = None, self.chaos.clock.elapsed + 1.0
            return
        self.errands.remove(errand)
        self.approving = any(one.name == "approve" for one in self.errands)
        if errand.then is not None:
            errand.then.at = self.chaos.clock.elapsed + self._sometime()
            self.errands.append(errand.then)

    def _sometime(self) -> float:
        return self.chaos.rng.uniform(0, self.chaos.rng.choice(_LAST_WISH))

    def _after_upload(
        self, name: str, act: Callable[[Ports], object], then: Errand | None = None
    ) -> None:
        """Plan something that somebody does after an upload of their own succeeded."""
        first = submission(self.scenario.content)
        upload = Errand("upload", lambda ports: start(ports, first), self._sometime())
        upload.then = Errand(name, act, 0.0, then)
        self.errands.append(upload)

    def _halt(self, everything: bool) -> Callable[[Ports], object]:  # noqa: FBT001
        if everything:
            return lambda ports: decide.halt_everything(ports, "ops")
        return lambda ports: decide.halt_run(ports, self.run_id, "ops")

    def _resume(self, everything: bool) -> Errand:  # noqa: FBT001
        if everything:
            return Errand("resume", lambda ports: decide.resume_everything(ports, "ops"), 0.0)
        return Errand("resume", lambda ports: decide.resume_run(ports, self.run_id, "ops"), 0.0)

    def _approve(self, ports: Ports) -> object:
        return decide.approve_run(ports, self.run_id, "ops")

    def _mendable(self) -> list[Event]:
        poison = self.scenario.poison
        if not (poison and poison.mended):
            return []
        found = self.store.find("events", Where("state", "==", EventState.DEAD))
        dead = [snapshot.load(Event) for snapshot in found]
        return [event for event in dead if event.id not in self.driven]

    def _waits(self) -> bool:
        if self.approving or not self.scenario.content.review:
            return False
        (snapshot,) = self.store.read([paths.run(self.run_id)])
        return snapshot is not None and snapshot.load(Run).status is Status.WAITING


def _redrive(dead: Event, ports: Ports) -> object:
    return redrive(ports, dead, "ops")
