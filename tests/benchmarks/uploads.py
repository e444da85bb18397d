"""Upload many folders at once to the flow on emulators, and see where the time goes."""

import statistics
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from aicvgen.domain.events import Event
from aicvgen.domain.records import Outcome, StepRecord
from aicvgen.domain.run import Run
from aicvgen.ports import Where
from cloud.faults.held import wrong
from cloud.stage import Stage

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
_OWNER = "bench"
_PATIENCE = 1800.0
_SWEEP_SECONDS = 60.0
"""As the map has it."""


def figures(stage: Stage, uploads: int) -> dict[str, object]:
    """Upload so many folders, wait for all results, and return what there is to say."""
    expected = {f"{_OWNER}/{number:03}": f"ad {number}" for number in range(uploads)}
    began = time.monotonic()
    with ThreadPoolExecutor(8) as people:
        list(people.map(lambda folder: _upload(stage, folder, expected[folder]), expected))
    uploaded = time.monotonic()
    settled = _settled(stage, uploads)
    seconds = time.monotonic() - uploaded
    problems = wrong(stage, _OWNER, expected)
    return {
        "uploading": f"{uploaded - began:.0f} s",
        "all settled after": f"{seconds:.0f} s ({settled / seconds:.1f} runs/s)",
        "right PDFs": f"{uploads if not problems else 'NO'} of {uploads}, each event ended once",
        **_steps(stage),
        **{f"WRONG {number}": line for number, line in enumerate(problems[:5])},
    }


def _upload(stage: Stage, folder: str, mark: str) -> None:
    stage.upload(folder, "cv.pdf", (EXAMPLE / "cv.pdf").read_bytes())
    ad = (EXAMPLE / "job.txt").read_bytes()
    stage.upload(folder, "job.txt", ad + f"\nReference: {mark}\n".encode())


def _settled(stage: Stage, uploads: int) -> int:
    """Wait until all runs have settled and nothing is left to do; the scheduler ticks meanwhile."""
    until, tick = time.monotonic() + _PATIENCE, time.monotonic() + _SWEEP_SECONDS
    while time.monotonic() < until:
        runs = [found.load(Run) for found in stage.store.find("runs")]
        settled = sum(run.status.settled for run in runs)
        left = stage.store.find("events", Where("state", "in", ("pending", "leased")), limit=1)
        if settled == uploads and not left:
            break
        if time.monotonic() > tick:
            stage.tick()
            tick += _SWEEP_SECONDS
        time.sleep(1)
    return settled


def _steps(stage: Stage) -> dict[str, object]:
    """Return how long events waited and were worked on, and the name of the slowest step."""
    created = {
        event.id: event.created_at
        for event in (one.load(Event) for one in stage.store.find("events", limit=100_000))
    }
    waited, worked = defaultdict[str, list[float]](list), defaultdict[str, list[float]](list)
    for one in stage.store.find("steps", limit=100_000):
        record = one.load(StepRecord)
        if record.outcome is Outcome.DONE:
            waited[record.event].append(record.started_at - created[record.event_id])
            worked[record.event].append(record.ended_at - record.started_at)
    told: dict[str, object] = {
        name: f"{statistics.median(waited[name]):.1f} s waiting,"
        f" {statistics.median(worked[name]) * 1000:.0f} ms at work (medians of {len(waited[name])})"
        for name in waited
    }
    slowest = max(waited, key=lambda name: statistics.median(waited[name]))
    return told | {"slowest step": slowest}
