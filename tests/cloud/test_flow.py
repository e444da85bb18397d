"""The flow as it is deployed: a process per function, pushed to by Pub/Sub."""

import base64
import json
import uuid
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from aicvgen.domain.ids import trace_id
from aicvgen.domain.run import Run
from aicvgen.ports import Where

from .collector import traces
from .emulators import Emulators
from .stage import Stage, staged

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
SECRETS = ("Tamsin", "Okafor", "example.org", "7700 900456", "Harrowgate")


@pytest.fixture(scope="module")
def stage(emulators: Emulators) -> Iterator[Stage]:
    """Return the whole flow on this machine."""
    with staged(emulators, f"test-{uuid.uuid4().hex[:16]}") as made:
        yield made


def test_an_upload_becomes_a_pdf_through_processes_of_their_own(stage: Stage) -> None:
    """CV and ad in the inbox bucket, PDF in the outbox bucket, one trace, nothing refused."""
    for name in ("cv.pdf", "job.txt"):
        stage.upload("ann/one", name, (EXAMPLE / name).read_bytes())

    status = stage.await_status("ann/one")

    assert status["status"] == "done"
    assert stage.files.get("outbox/ann/one/job/cv.pdf").startswith(b"%PDF")
    (run,) = [found.load(Run) for found in stage.store.find("runs", Where("owner", "==", "ann"))]
    assert traces(stage.received) == {trace_id(run.id)}
    assert stage.store.find("refusals") == []
    assert [secret for secret in SECRETS if secret in stage.logs()] == []


def test_a_request_becomes_a_pdf_through_processes_of_their_own(stage: Stage) -> None:
    """202 for CV and ad over HTTP, then by the answer's own links: done, and the PDF."""
    cv = base64.b64encode((EXAMPLE / "cv.pdf").read_bytes()).decode()
    job = {"text": (EXAMPLE / "job.txt").read_text()}
    asked = json.dumps({"cv": {"name": "cv.pdf", "data": cv}, "jobs": [job]}).encode()
    api = stage.processes["api"]

    first = api.ask("POST", "/api/runs", asked)
    again = api.ask("POST", "/api/runs", asked)

    assert (first[0], again[0]) == (HTTPStatus.ACCEPTED, HTTPStatus.ACCEPTED)
    (run,), (same,) = (json.loads(body)["runs"] for _, body in (first, again))
    assert (same["id"], same["trace_id"]) == (run["id"], trace_id(run["id"]))
    done = stage.await_(lambda: _done(stage, run["links"]["self"]), "an end of the run")
    status, pdf = api.ask("GET", done["links"]["documents"]["pdf"])
    assert (status, pdf[:5]) == (HTTPStatus.OK, b"%PDF-")
    assert api.ask("POST", done["links"]["self"] + "/approve")[0] == HTTPStatus.CONFLICT
    assert run["trace_id"] in traces(stage.received)
    assert [secret for secret in SECRETS if secret in stage.logs()] == []


def _done(stage: Stage, address: str) -> dict[str, Any] | None:
    status, body = stage.processes["api"].ask("GET", address)
    assert status == HTTPStatus.OK
    run: dict[str, Any] = json.loads(body)
    return run if run["status"] == "done" else None
