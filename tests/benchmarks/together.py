"""Let the sections of a run finish at the same moment, each at an instance of its own."""

import random
import tempfile
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from opentelemetry.trace import NoOpTracer

from aicvgen import paths
from aicvgen.domain import events
from aicvgen.domain.errors import Conflict, Unavailable
from aicvgen.domain.facts import Fact
from aicvgen.domain.run import Run, Status
from aicvgen.flow.agent import Agents, Inputs
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.flow.step import step
from aicvgen.local.files import FolderFiles
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.ports import Message, Ports, Store
from benchmarks.durable import Queue, empty_agents
from examples import InProcess

_SEED = 2026
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Finish:
    """How the sections finished."""

    seconds: float
    """From the moment when all answers were there until the next event was published."""
    asked: Counter[str]
    """How often a model would have been asked, by section."""
    next: list[str]
    """Names of the events published then."""
    status: Status


class _Together:
    """Section answers that are all there at the same moment, and counted."""

    def __init__(self, sections: int) -> None:
        self.asked: Counter[str] = Counter()
        self.answered_at = 0.0
        self._lock = threading.Lock()
        self._barrier = threading.Barrier(sections, self._note, timeout=_PATIENCE)
        self._agents = empty_agents(random.Random(_SEED), sections, heavy=True)
        self._write = self._agents[events.SECTION_REQUESTED]

    @property
    def agents(self) -> Agents:
        """Return the agents."""
        return {**self._agents, events.SECTION_REQUESTED: replace(self._write, act=self._act)}

    def _act(self, inputs: Inputs, ports: Ports) -> Fact:
        with self._lock:
            self.asked[inputs.event.key] += 1
            first = self.asked[inputs.event.key] == 1
        if first:
            self._barrier.wait()
        return self._write.act(inputs, ports)

    def _note(self) -> None:
        self.answered_at = time.monotonic()


def finish_together(stores: Callable[[], Store], sections: int) -> Finish:
    """Return how so many sections of a run finish; each instance gets a store of its own."""
    queue, together = Queue(), _Together(sections)
    with tempfile.TemporaryDirectory() as folder:
        ports = _ports(stores(), Path(folder), queue)
        cv, job = Upload("cv.txt", b"cv"), Upload("job.txt", b"job")
        run = start(ports, Submission(owner="bench", source="together", cv=cv, job=job))
        while queue.messages[0].name != events.SECTION_REQUESTED:
            step(queue.messages.popleft(), together.agents, ports)
        messages = [queue.messages.popleft() for _ in range(sections)]
        instances = [_ports(stores(), Path(folder), queue) for _ in messages]
        with ThreadPoolExecutor(sections) as threads:
            list(threads.map(_deliver, messages, [together.agents] * sections, instances))
        seconds = time.monotonic() - together.answered_at
        (found,) = ports.store.read([paths.run(run.id)])
    assert found is not None, "a run that began is there"
    names = [message.name for message in queue.messages]
    return Finish(seconds, together.asked, names, found.load(Run).status)


def _deliver(message: Message, agents: Agents, ports: Ports) -> None:
    """Deliver a message until it is acknowledged."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with suppress(Unavailable, Conflict):
            step(message, agents, ports)
            return
    raise TimeoutError(f"{message.name} was never acknowledged.")


def _ports(store: Store, folder: Path, queue: Queue) -> Ports:
    return Ports(
        store=store,
        files=FolderFiles(folder),
        bus=queue,
        reader=InProcess(),
        model=ExtractiveModel(),
        tracer=NoOpTracer(),
        now=time.time,
        holder=uuid.uuid4().hex,
    )
