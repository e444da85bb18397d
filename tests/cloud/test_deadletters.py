"""What is given up is listed, and driven again once its cause is mended."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from aicvgen.cloud.clients import Lazy
from aicvgen.cloud.letters import DeadLetters
from aicvgen.domain.run import Run

from .emulators import Emulators
from .stage import Stage, staged

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
_DELIVERIES = 5
"""The fewest there may be."""


@pytest.fixture(scope="module")
def stage(emulators: Emulators) -> Iterator[Stage]:
    """Return the flow with little patience for uploads."""
    project = f"test-{uuid.uuid4().hex[:16]}"
    changes = {"intake": {"retry": {"deliveries": _DELIVERIES}}}
    with staged(emulators, project, changes=changes) as made:
        yield made


def test_a_poison_event_dies_and_is_driven_again(stage: Stage) -> None:
    """A step that fails five times fails its run visibly; mended, it goes on to its PDF."""
    parse = stage.processes["parse"]
    parse.kill()
    for name in ("cv.pdf", "job.txt"):
        stage.upload("ann/poison", name, (EXAMPLE / name).read_bytes())
    run = stage.await_(lambda: _only_run(stage), "a run")
    cv = stage.files.get(run.cv.key)
    (stored,) = stage.files.list(run.cv.key)
    stage.files.remove(run.cv.key, stored.generation)
    parse.start()

    assert stage.await_status("ann/poison")["status"] == "failed"
    (dead,) = stage.command("deadletters", "list")
    said = (dead["kind"], dead["topic"], dead["run"], dead["error"], dead["tries"])
    assert said == ("event", "cv.received", run.id, "FileNotFoundError", 5)

    stage.files.put(run.cv.key, cv)
    assert stage.command("deadletters", "redrive", dead["id"]) == {"redriven": [dead["id"]]}

    files = stage.await_(lambda: _files_when_done(stage, "ann/poison"), "a result after all")
    assert "cv.pdf" in files


def test_an_upload_nobody_took_is_driven_again(stage: Stage) -> None:
    """What a bucket tells is told once: if intake is away too long, it waits as a dead letter."""
    intake = stage.processes["intake"]
    intake.kill()
    for name in ("cv.pdf", "job.txt"):
        stage.upload("ann/early", name, (EXAMPLE / name).read_bytes())

    letters = DeadLetters(
        Lazy(lambda: stage.publisher), Lazy(lambda: stage.subscriber), stage.project, ["intake"]
    )
    stage.await_(lambda: len(letters.list()) == 2 or None, "both dead letters")
    dead = stage.command("deadletters", "list")
    said = [(row["kind"], row["topic"], row["tries"]) for row in dead]
    assert said == [("message", "upload", _DELIVERIES)] * 2, "listing left them where they are"

    intake.start()
    intake.await_ready()
    ids = sorted(row["id"] for row in dead)
    assert stage.command("deadletters", "redrive", "--all") == {"redriven": ids}
    assert stage.await_status("ann/early")["status"] == "done"
    assert stage.command("deadletters", "list") == []


def _only_run(stage: Stage) -> Run | None:
    runs = [found.load(Run) for found in stage.store.find("runs")]
    return runs[0] if runs else None


def _files_when_done(stage: Stage, folder: str) -> list[str] | None:
    status = stage.status(folder)
    return status["files"] if status and status["status"] == "done" else None
