"""Gemini in functions of their own: money and rate are shared through Firestore."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from aicvgen import paths
from aicvgen.domain.allowance import Grant, Purse
from aicvgen.domain.records import Answered, CallRecord
from aicvgen.domain.run import Run
from aicvgen.ports import Where
from replies import answering
from vertex import Vertex, speaking

from .emulators import Emulators
from .stage import Stage, staged

EXAMPLE = Path(__file__).parents[1] / "data" / "example"


@pytest.fixture(scope="module")
def vertex() -> Iterator[Vertex]:
    """Return a server that answers honestly."""
    with speaking(answering({})) as server:
        yield server


@pytest.fixture(scope="module")
def stage(emulators: Emulators, vertex: Vertex) -> Iterator[Stage]:
    """Return the whole flow on this machine, with Gemini as the writer."""
    settings = {
        "AICVGEN_MODEL": "gemini",
        "AICVGEN_GEMINI_ENDPOINT": vertex.address,
        "AICVGEN_MONTHLY_BUDGET": "100",
    }
    with staged(emulators, f"test-{uuid.uuid4().hex[:16]}", environment=settings) as made:
        yield made


def _all_closed(stage: Stage) -> bool:
    """Say whether what the runs had left was given back, which follows the status."""
    return not any(one.load(Grant).open for one in stage.store.find("grants"))


def test_two_runs_at_once_are_written_by_gemini_and_paid(stage: Stage, vertex: Vertex) -> None:
    """Every question has its record; in the end nothing is set aside any more."""
    folders = ("ann/one", "ann/two")
    for folder in folders:
        stage.upload(folder, "cv.pdf", (EXAMPLE / "cv.pdf").read_bytes())
        job = (EXAMPLE / "job.txt").read_bytes() + folder.encode()
        stage.upload(folder, "job.txt", job)
    assert [stage.await_status(folder)["status"] for folder in folders] == ["done", "done"]

    runs = [found.load(Run) for found in stage.store.find("runs", Where("owner", "==", "ann"))]
    calls = [
        one.load(CallRecord)
        for run in runs
        for one in stage.store.find("calls", under=paths.run(run.id))
    ]
    assert {call.answered for call in calls} <= {Answered.MODEL, Answered.CACHE}
    assert sum(call.requests for call in calls) == len(vertex.asked)
    spent = sum(call.nanodollars for call in calls)
    stage.await_(lambda: _all_closed(stage) or None, "an end of the grants")
    purses = [one.load(Purse) for one in stage.store.find("budgets")]
    shards = [purse for purse in purses if purse.whose == "day"]
    assert sum(purse.taken for purse in shards) == sum(purse.spent for purse in shards) == spent
    assert [one.taken for one in purses if one.whose == "month"] == [
        sum(purse.limit for purse in shards)
    ]
