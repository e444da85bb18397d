"""Measure a durable step: read 30 KB of state, change 3 KB of it, commit, ask the join."""

import random
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from opentelemetry.trace import NoOpTracer

from aicvgen.domain import events
from aicvgen.domain.cv import Contact, Cv, Entry, Fact, Kind, Section
from aicvgen.domain.draft import Part, Sentence
from aicvgen.domain.facts import CvRead, JobRead, Matched, PartWritten
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.flow.agent import Agent, Agents, Inputs
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.flow.step import step
from aicvgen.local.files import FolderFiles
from aicvgen.local.sqlite import Synchronous
from aicvgen.local.store import SqliteStore
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.ports import Message, Ports
from examples import InProcess

_SECTIONS = 20
_RUNS = 30
_SEED = 2026


class Queue:
    """A bus that keeps messages in order."""

    def __init__(self) -> None:
        self.messages: deque[Message] = deque()

    def publish(self, messages: Sequence[Message]) -> None:
        """Queue messages."""
        self.messages.extend(messages)


def milliseconds(synchronous: Synchronous, *, heavy: bool = False) -> list[float]:
    """Return the time of each of 600 section steps of 30 runs; heavy ones take a lease first."""
    queue, agents = Queue(), empty_agents(random.Random(_SEED), _SECTIONS, heavy=heavy)
    with tempfile.TemporaryDirectory() as folder:
        ports = Ports(
            store=SqliteStore(Path(folder) / "state.db", synchronous=synchronous),
            files=FolderFiles(Path(folder)),
            bus=queue,
            reader=InProcess(),
            model=ExtractiveModel(),
            tracer=NoOpTracer(),
            now=time.time,
            holder="bench",
        )
        times = []
        for number in range(_RUNS):
            cv, job = Upload("cv.txt", b"cv"), Upload("job.txt", b"job")
            start(ports, Submission(owner="bench", source=str(number), cv=cv, job=job))
            times += _sections(queue, agents, ports)
    return times


def _sections(queue: Queue, agents: Agents, ports: Ports) -> list[float]:
    times = []
    while queue.messages:
        message = queue.messages.popleft()
        if message.name not in agents:
            continue
        began = time.perf_counter()
        step(message, agents, ports)
        if message.name == events.SECTION_REQUESTED:
            times.append((time.perf_counter() - began) * 1000)
    return times


def empty_agents(rng: random.Random, sections: int, *, heavy: bool) -> Agents:
    """Return agents without work of their own: what is timed is the step."""
    units = tuple(f"work-{number}" for number in range(1, sections + 1))
    cv, parts = _cv(rng), {unit: _part(unit, rng) for unit in units}
    fit = Fit(matches=(), asked=(), ranking=(), units=units)

    def write(inputs: Inputs, ports: Ports) -> PartWritten:
        del ports
        inputs.get("cv", Cv)
        return PartWritten(part=parts[inputs.event.key])

    return {
        events.CV_RECEIVED: Agent("parse", lambda _inputs, _ports: CvRead(cv=cv)),
        events.JOB_RECEIVED: Agent("parse", lambda _inputs, _ports: JobRead(job=Job())),
        events.DOCUMENTS_PARSED: Agent("match", lambda _inputs, _ports: Matched(fit=fit)),
        events.SECTION_REQUESTED: Agent("write", write, reads=("cv",), heavy=heavy),
    }


def _text(rng: random.Random) -> str:
    return "".join(rng.choices("abcdefghijklm nop", k=150))


def _cv(rng: random.Random) -> Cv:
    facts = tuple(Fact(id=f"work-1/{n}", text=_text(rng), lines=(n,)) for n in range(145))
    section = Section(kind=Kind.WORK, heading="", entries=(Entry(id="work-1", items=facts),))
    return Cv(contact=Contact(name="A"), sections=(section,))


def _part(unit: str, rng: random.Random) -> Part:
    said = tuple(Sentence(text=_text(rng), cites=(f"{unit}/{n}",)) for n in range(16))
    return Part(unit=unit, sentences=said)
