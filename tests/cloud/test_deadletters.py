"""What is given up is listed, and driven again once its cause is mended."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aicvgen import paths
from aicvgen.domain.run import Run, Status

from .emulators import Emulators
from .stage import Stage, staged

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
_COMMAND = "import sys; from aicvgen.cli.main import main; sys.exit(main())"
_PATIENCE = 60.0


@pytest.fixture
def stage(emulators: Emulators, project: str) -> Iterator[Stage]:
    """Return the flow trying again every second; what came to nobody counts too."""
    retry = {"minimum": 1, "maximum": 1, "deliveries": 100}
    with staged(emulators, project, retry=retry) as made:
        yield made


def _deadletters(stage: Stage, *arguments: str) -> Any:
    """Return what `aicvgen deadletters` prints as JSON."""
    command = [sys.executable, "-c", _COMMAND, "deadletters", *arguments, "--json"]
    environment = os.environ | stage.environment
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return json.loads(told.stdout)


def _await_dead(stage: Stage, kind: str) -> dict[str, Any]:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        for row in _deadletters(stage, "list"):
            if row["kind"] == kind:
                found: dict[str, Any] = row
                return found
    raise TimeoutError(stage.logs()[-4_000:])


def test_a_poison_event_dies_and_is_driven_again(stage: Stage) -> None:
    """A step that fails five times fails its run visibly; mended, it goes on to its PDF."""
    parse = stage.processes["parse"]
    parse.kill()
    for name in ("cv.pdf", "job.txt"):
        stage.upload("ann/poison", name, (EXAMPLE / name).read_bytes())
    run = _await_run(stage)
    cv = stage.files.get(run.cv.key)
    (stored,) = stage.files.list(run.cv.key)
    stage.files.remove(run.cv.key, stored.generation)
    parse.start()

    dead = _await_dead(stage, "event")
    status = stage.await_status("ann/poison")
    assert (dead["topic"], dead["run"], dead["error"]) == (
        "cv.received",
        run.id,
        "FileNotFoundError",
    )
    assert status["status"] == "failed"

    stage.files.put(run.cv.key, cv)
    assert _deadletters(stage, "redrive", dead["id"]) == {"redriven": [dead["id"]]}

    until = time.monotonic() + _PATIENCE
    while (status := stage.await_status("ann/poison"))["status"] != "done":
        assert time.monotonic() < until, stage.logs()[-4_000:]
        time.sleep(0.1)
    assert "cv.pdf" in status["files"]
    assert _deadletters(stage, "list") == []


def _await_run(stage: Stage) -> Run:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        for found in stage.store.find("runs"):
            run = found.load(Run)
            assert run.status is Status.READING
            assert stage.store.read([paths.run(run.id)])
            return run
        time.sleep(0.05)
    raise TimeoutError(stage.logs()[-4_000:])
