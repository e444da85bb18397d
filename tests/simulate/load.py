"""Many runs queued at once on the real local server: none lost, memory flat, throughput printed."""

import tempfile
import time
from collections import Counter
from pathlib import Path

import psutil

from aicvgen.domain.run import Run, Status
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.local.home import Home
from aicvgen.local.server import running
from aicvgen.ports import Where
from aicvgen.settings import Settings
from simulate.table import print_table

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
FLAT = 1.35
"""Most the process may weigh at the end, as a multiple of its weight after the first tenth."""
PATIENCE_SECONDS = 1200


def simulate(runs: int) -> bool:
    """Queue the runs before the server starts its work, wait for all; return whether it held."""
    process, weights = psutil.Process(), []
    with tempfile.TemporaryDirectory() as folder, running(_settings(folder)) as (home, _):
        _queue(home, runs)
        began = time.monotonic()
        while (done := _settled(home)) < runs and time.monotonic() - began < PATIENCE_SECONDS:
            if done >= runs / 10:
                weights.append(process.memory_info().rss)
            time.sleep(0.5)
        seconds = time.monotonic() - began
        statuses = Counter(run.status.value for run in _runs(home))
        files = len(list((home.path / "runs").glob("*/*/cv.pdf")))
    growth = weights[-1] / weights[0]
    print_table(
        f"{runs} runs queued at once",
        {
            "ended": dict(statuses),
            "PDFs": files,
            "throughput": f"{runs / seconds:.1f} runs/s ({seconds:.0f} s)",
            "memory after a tenth": f"{weights[0] / 2**20:.0f} MiB",
            "memory at the end": f"{weights[-1] / 2**20:.0f} MiB (x {growth:.2f})",
        },
    )
    return statuses == {Status.DONE.value: runs} and files == runs and growth < FLAT


def _settings(folder: str) -> Settings:
    return Settings(home=Path(folder), sweep_seconds=5)


def _queue(home: Home, runs: int) -> None:
    cv = (EXAMPLE / "cv.pdf").read_bytes()
    ad = (EXAMPLE / "job.txt").read_text()
    for number in range(runs):
        job = f"{ad}\nReference number of this advertisement: {number}\n"
        submission = Submission(
            owner="load",
            source=str(number),
            cv=Upload("cv.pdf", cv),
            job=Upload("job.txt", job.encode()),
        )
        start(home.ports, submission)


def _settled(home: Home) -> int:
    settled = [status.value for status in Status if status.settled]
    return len(
        home.ports.store.find("runs", Where("status", "in", tuple(settled)), limit=1_000_000)
    )


def _runs(home: Home) -> list[Run]:
    return [snapshot.load(Run) for snapshot in home.ports.store.find("runs", limit=1_000_000)]
