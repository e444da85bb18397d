"""One schedule: processes, people and the clock, until everything has come to rest."""

import io
import logging
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from opentelemetry.sdk.trace import TracerProvider

from aicvgen import paths
from aicvgen.domain.errors import Unavailable
from aicvgen.domain.events import EventState
from aicvgen.domain.run import Run
from aicvgen.flow.step import step
from aicvgen.flow.sweep import sweep
from aicvgen.local.files import FolderFiles
from aicvgen.local.store import SqliteStore
from aicvgen.ports import Ports, Where
from aicvgen.telemetry.logs import JsonFormatter
from examples import InProcess

from .agents import watched
from .audit import Audit
from .bus import Delivery, SimBus
from .chaos import Chaos, Faults
from .clock import SimClock
from .example import Model
from .people import People
from .ports import FaultyFiles, FaultyStore
from .scenario import Draft, Scenario, submission
from .stage import Stage, Task

SWEEP_SECONDS = 60.0
PATIENCE_SECONDS = 2 * 86400.0
"""Elapsed time within which everything must have come to rest."""
PATIENCE_TURNS = 60_000
_TRACING = TracerProvider()
_NEVER = float("inf")
_OPEN = (EventState.PENDING, EventState.LEASED)


@dataclass
class _Process:
    """One instance; after its death another one takes its place."""

    number: int
    births: int = 0
    task: Task | None = None
    delivery: Delivery | None = None

    @property
    def holder(self) -> str:
        return f"p{self.number}.{self.births}"


class World:
    """Everything of one schedule, in a folder of its own."""

    def __init__(self, folder: Path, seed: int, scenario: Scenario, faults: Faults) -> None:
        self.scenario = scenario
        self.run_id = submission(scenario.content).run_id
        self.clock = SimClock()
        self.store = SqliteStore(folder / "state.db", synchronous="NORMAL")
        self.stage = Stage(self.store.close)
        rng = random.Random(seed)
        self.chaos = Chaos(rng, faults, self.clock, self.stage)
        self.audit = Audit(self.store)
        self.bus = SimBus(self.chaos, self.store, self.audit)
        self.files = FolderFiles(folder)
        self.people = People(scenario, self.chaos, self.store, self.run_id)
        self.log = io.StringIO()
        self._agents = watched(self.chaos, self.audit, scenario.poison)
        self._processes = [_Process(number) for number in range(scenario.processes)]
        self._next_sweep = SWEEP_SECONDS
        draft = scenario.content.draft
        self._ports = Ports(
            store=FaultyStore(self.store, self.chaos, self.audit),
            files=FaultyFiles(self.files, self.chaos),
            bus=self.bus,
            reader=InProcess(),
            model=Model(self.chaos, draft is not Draft.HONEST, draft is Draft.STUBBORN),
            tracer=_TRACING.get_tracer("simulation"),
            now=self.clock.now,
            holder="people",
        )

    def play(self) -> None:
        """Go on until nothing is left to do, or a promise is broken."""
        with _logged(self.log):
            for _ in range(PATIENCE_TURNS):
                if self.audit.violations or self._rests():
                    break
                self._turn()
            else:
                self.audit.violate(f"no rest after {PATIENCE_TURNS} turns")
            while self.stage.tasks:
                self.stage.kill(self.stage.tasks[0])

    def run(self) -> Run | None:
        """Return the run as it is stored."""
        (snapshot,) = self.store.read([paths.run(self.run_id)])
        return snapshot.load(Run) if snapshot else None

    def _turn(self) -> None:
        for errand in self.people.due():
            errand.task = self._begin(errand.name, "people", errand.act)
        if self.clock.elapsed >= self._next_sweep:
            self._next_sweep = self.clock.elapsed + SWEEP_SECONDS
            self.chaos.counts["sweeps"] += 1
            self._begin("sweep", "sweep", sweep)
        self._deliver()
        self._jump()
        moving = [one for one in self.stage.tasks if one.frozen_until <= self.clock.elapsed]
        if not moving:
            self._wait()
            return
        task = self.chaos.rng.choice(moving)
        self.stage.go(task)
        self.clock.advance(self.chaos.rng.uniform(0, 0.05))
        if self.chaos.machine_died:
            self._lose_machine()
        elif task.ended:
            self._ended(task)

    def _begin(self, name: str, holder: str, act: Callable[[Ports], object]) -> Task:
        ports = replace(self._ports, holder=holder)
        return self.stage.start(Task(name, holder), partial(act, ports))

    def _deliver(self) -> None:
        for process in self._processes:
            if process.task is None and (delivery := self.bus.take()):
                self.chaos.counts["steps"] += 1
                message = delivery.message
                task = Task(f"step {message.name}", process.holder, message.event_id)
                ports = replace(self._ports, holder=process.holder)
                process.task, process.delivery = task, delivery
                self.stage.start(task, partial(step, message, self._agents, ports))

    def _ended(self, task: Task) -> None:
        if task.error is not None:
            self.chaos.note(f"{task.name} ended with {type(task.error).__name__}")
        elif task.failed:
            self.audit.violate(f"{task.name} was acknowledged although its agent failed")
        self.people.ended(task)
        process = next((one for one in self._processes if one.task is task), None)
        if process is None or process.delivery is None:
            return
        if isinstance(task.error, Unavailable):
            self.bus.again(process.delivery, task.error.retry_after)
        elif isinstance(task.error, Exception):
            self.bus.again(process.delivery)
        elif task.error is not None:
            process.births += 1
            self._redeliver_perhaps(process.delivery)
        process.task = process.delivery = None

    def _redeliver_perhaps(self, delivery: Delivery) -> None:
        """Deliver again what a killed process held, as Pub/Sub does; a local queue cannot."""
        if self.chaos.rng.random() < 0.5:
            self.bus.again(delivery)
        else:
            self.chaos.counts["lost"] += 1

    def _lose_machine(self) -> None:
        """Let every process die with the queue they share."""
        self.chaos.machine_died = False
        self.chaos.counts["machines"] += 1
        self.chaos.note("the machine died")
        for task in list(self.stage.tasks):
            self.chaos.lose(task.event_id)
            self.stage.kill(task)
            self.people.ended(task)
        for errand in self.people.errands:
            if errand.task is not None and errand.task.ended:
                self.people.ended(errand.task)
        for process in self._processes:
            process.births += 1
            process.task = process.delivery = None
        self.bus.lose_all()

    def _jump(self) -> None:
        chaos = self.chaos
        if chaos.rng.random() >= chaos.faults.jumps:
            return
        if all(chaos.spare(task.event_id) for task in self.stage.tasks):
            seconds = chaos.rng.choice((-900.0, -60.0, 45.0, 150.0, 1000.0))
            for task in self.stage.tasks:
                chaos.lose(task.event_id)
            self.clock.jump(seconds)
            chaos.counts["jumps"] += 1
            chaos.note(f"the clock jumped by {seconds:.0f} s")

    def _wait(self) -> None:
        """Let time pass until somebody has something to do."""
        thaws = (one.frozen_until for one in self.stage.tasks)
        bus = self.bus.next_due() if any(one.task is None for one in self._processes) else _NEVER
        due = min(bus, self._next_sweep, self.people.next_due(), *thaws)
        self.clock.advance(max(due - self.clock.elapsed, 0.0) + 0.001)

    def _rests(self) -> bool:
        if self.clock.elapsed > PATIENCE_SECONDS:
            self.audit.violate("no rest within two days")
            return True
        if self.stage.tasks or self.people.errands or self.bus.next_due() < _NEVER:
            return False
        run = self.run()
        if run is None or not run.status.settled or self.people.due():
            return False
        return not self.store.find("events", Where("state", "in", _OPEN), limit=1)


@contextmanager
def _logged(stream: io.StringIO) -> Iterator[None]:
    """Write the program's log lines into a stream, as they would be seen."""
    logger = logging.getLogger("aicvgen")
    before = (logger.level, logger.propagate, logger.handlers)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logger.setLevel(logging.INFO)
    logger.propagate, logger.handlers = False, [handler]
    try:
        yield
    finally:
        level, logger.propagate, logger.handlers = before
        logger.setLevel(level)
