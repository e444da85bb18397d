"""A message is a hint: forged, late or repeated ones do nothing."""

from dataclasses import replace

import pytest

from aicvgen import wire
from aicvgen.domain.events import Event
from aicvgen.domain.run import Run, Status
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.flow.writes import message_of
from aicvgen.local.functions import Functions
from aicvgen.ports import Message
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, Site
from flow.invariants import assert_nothing_waits


@pytest.fixture
def run(site: Site) -> Run:
    """Return a run that has just begun."""
    cv, job = Upload("cv.pdf", EXAMPLE_CV.read_bytes()), Upload("job", EXAMPLE_JOB.read_bytes())
    return start(site.home.ports, Submission("ann", "messages", cv, job))


def _post(site: Site, functions: Functions, message: Message) -> int:
    app = functions.apps[functions.topics.get(message.name, "parse")]
    return (
        app.test_client()
        .post(
            "/",
            data=wire.encode(message),
            environ_overrides={wire.PORTS: site.home.ports},
        )
        .status_code
    )


def _first(site: Site) -> Message:
    events = [found.load(Event) for found in site.home.ports.store.find("events")]
    return message_of(next(event for event in events if event.name == "cv.received"))


@pytest.mark.parametrize(
    "forged",
    [
        {"run_id": "0" * 20},
        {"event_id": "0" * 20},
        {"name": "job.received"},
        {"name": "draft.approved"},
        {"run_id": "../../etc"},
    ],
)
def test_a_forged_message_is_acknowledged_and_does_nothing(
    site: Site, functions: Functions, run: Run, forged: dict[str, str]
):
    """A message that does not fit its event leaves every document as it was."""
    before = site.home.ports.store.find("events", under=f"runs/{run.id}")
    first = _first(site)
    message = Message(
        run_id=forged.get("run_id", first.run_id),
        event_id=forged.get("event_id", first.event_id),
        name=forged.get("name", first.name),
        revision=first.revision,
        traceparent=first.traceparent,
    )
    assert _post(site, functions, message) == 204
    assert site.home.ports.store.find("events", under=f"runs/{run.id}") == before


def test_a_wrong_revision_costs_a_read_and_nothing_else(site: Site, functions: Functions, run: Run):
    """A message with a wrong hint is answered all the same."""
    assert _post(site, functions, replace(_first(site), revision=9)) == 204
    site.settle()
    assert site.run(run.id).status is Status.DONE


def test_repeated_messages_change_nothing(site: Site, functions: Functions, run: Run):
    """Every message delivered three more times: the same run, the same documents, no new steps."""
    site.settle()
    ports = site.home.ports
    events = [found.load(Event) for found in ports.store.find("events")]
    before = [ports.store.find(name) for name in ("runs", "events", "documents", "steps")]
    for _ in range(3):
        for event in events:
            assert _post(site, functions, message_of(event)) == 204
    site.settle()
    after = [ports.store.find(name) for name in ("runs", "events", "documents", "steps")]
    assert before == after
    assert_nothing_waits(site.home, site.run(run.id))
