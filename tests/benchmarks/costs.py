"""Count what each step of a run asks of Firestore, on the wire."""

import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from opentelemetry.trace import NoOpTracer

from aicvgen.agents import match, parse, render, verify, write
from aicvgen.flow.agent import Agents
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.flow.step import step
from aicvgen.local.files import FolderFiles
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.ports import Ports, Store
from benchmarks.durable import Queue
from cloud.firestore_proxy import Proxy
from examples import InProcess

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
AGENTS: Agents = {
    **parse.AGENTS,
    **match.AGENTS,
    **write.AGENTS,
    **verify.AGENTS,
    **render.AGENTS,
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one step asked of Firestore."""

    reads: int
    """Batched, one call each."""
    documents_read: int
    commits: int
    documents_written: int
    queries: int
    documents_found: int

    def __str__(self) -> str:
        return (
            f"{self.reads + self.commits + self.queries} calls:"
            f" {self.reads} read(s) of {self.documents_read} documents,"
            f" {self.commits} commit(s) of {self.documents_written},"
            f" {self.queries} query(s) that found {self.documents_found}"
        )


def costs(store: Store, proxy: Proxy, folder: Path, runs: int) -> list[list[tuple[str, Cost]]]:
    """Return the events of each run of the example, and what answering them cost, in order."""
    queue = Queue()
    ports = Ports(
        store=store,
        files=FolderFiles(folder),
        bus=queue,
        reader=InProcess(),
        model=ExtractiveModel(),
        tracer=NoOpTracer(),
        now=time.time,
        holder="bench",
    )
    cv, job = (Upload(name, (EXAMPLE / name).read_bytes()) for name in ("cv.pdf", "job.txt"))
    counted = []
    for number in range(runs):
        start(ports, Submission("bench", str(number), cv, job, destination=f"outbox/{number}/job"))
        counted.append(_run(queue, ports, proxy))
    return counted


def _run(queue: Queue, ports: Ports, proxy: Proxy) -> list[tuple[str, Cost]]:
    steps = []
    while queue.messages:
        message = queue.messages.popleft()
        before = Counter(proxy.counts)
        step(message, AGENTS, ports)
        steps.append((message.name, _cost(proxy.counts - before)))
    return steps


def _cost(counts: Counter[str]) -> Cost:
    return Cost(
        reads=counts["BatchGetDocuments"],
        documents_read=counts["documents asked"],
        commits=counts["Commit"],
        documents_written=counts["documents written"],
        queries=counts["RunQuery"],
        documents_found=counts["documents found"],
    )
