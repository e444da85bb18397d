"""From the upload to the page with Gemini as the writer, asked through its real client."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import stamina

from aicvgen import paths
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.records import Answered, CallRecord, Controls
from aicvgen.domain.run import Run, Status
from aicvgen.local.functions import Functions
from aicvgen.local.home import open_home
from aicvgen.local.pump import Pump
from aicvgen.local.watcher import Watcher
from aicvgen.ports import Put
from aicvgen.settings import Settings
from aicvgen.telemetry import logs
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, SECRETS, Site
from flow.invariants import assert_nothing_waits, assert_private, assert_true_and_complete
from vertex import Answer, Asked, Vertex, failing, saying, speaking

LIE = "Cut costs by 87% as Head of Platform at Globex"


def honest(asked: Asked) -> Answer:
    """Say every note as it is, the last one first."""
    return saying(_reply(asked, [note["text"] for note in reversed(asked.said["notes"])]))


def lying(asked: Asked) -> Answer:
    """Say a lie in place of every third note."""
    notes = asked.said["notes"]
    return saying(
        _reply(asked, [LIE if at % 3 == 0 else note["text"] for at, note in enumerate(notes)])
    )


def _reply(asked: Asked, texts: list[str]) -> dict[str, Any]:
    ids = {note["text"]: note["id"] for note in asked.said["notes"]}
    written = [{"text": text, "rests_on": [ids.get(text, 1)]} for text in texts]
    name = "bullets" if "entry" in asked.said else "sentences"
    return {name: written[:5]}


@pytest.fixture
def vertex() -> Iterator[Vertex]:
    """Return a server that writes honestly, and let nobody wait between requests."""
    stamina.set_testing(True, attempts=4, cap=True)
    with speaking(honest) as server:
        yield server
    stamina.set_testing(False)


@pytest.fixture
def writing(
    tmp_path: Path, functions: Functions, reader: WarmReader, vertex: Vertex
) -> Iterator[Site]:
    """Return a fresh home that asks Gemini."""
    log = io.StringIO()
    logs.configure("DEBUG", log)
    settings = Settings(
        home=tmp_path / "home",
        synchronous="NORMAL",
        project="ours",
        model="gemini",
        gemini_endpoint=vertex.address,
    )
    home = open_home(settings)
    home = replace(home, ports=replace(home.ports, reader=reader))
    pump = Pump(home.bus, functions, home.ports)
    yield Site(home, pump, Watcher(home.path / "inbox", home.bus), log)
    home.close()


def _tailor(site: Site, folder: str = "ann/first") -> Run:
    """Upload the example, let everything happen, and check what must always hold."""
    site.upload("cv.pdf", EXAMPLE_CV.read_bytes(), folder)
    site.upload("job.txt", EXAMPLE_JOB.read_bytes() + folder.encode(), folder)
    site.settle()
    run = max(site.runs(), key=lambda run: run.created_at)
    assert run.status is Status.DONE
    assert_true_and_complete(site.home, run)
    assert_nothing_waits(site.home, run)
    assert_private(site.home, site.log.getvalue(), SECRETS)
    return run


def _calls(site: Site, run: Run) -> list[CallRecord]:
    found = site.home.ports.store.find("calls", under=paths.run(run.id))
    return [one.load(CallRecord) for one in found]


def test_gemini_writes_and_every_call_is_on_record(writing: Site, vertex: Vertex):
    """Each call has its prompt, tokens and price, and no request says who the candidate is."""
    run = _tailor(writing)
    calls = _calls(writing, run)
    assert {call.answered for call in calls} == {Answered.MODEL}
    assert sum(call.requests for call in calls) == len(vertex.asked)
    assert {call.prompt for call in calls} == {"write-section/v1", "write-summary/v1"}
    # 1000 tokens at 750 nano-dollars, 107 at 3750.
    assert {call.nanodollars for call in calls} == {1000 * 750 + 107 * 3750}
    sent = "".join(asked.instruction + asked.material for asked in vertex.asked)
    assert [secret for secret in SECRETS[:4] if secret in sent] == []


def test_what_gemini_makes_up_never_reaches_the_page(writing: Site, vertex: Vertex):
    """A lie in a third of all sentences is written again, and in the end undone."""
    vertex.script = lying
    _tailor(writing)
    text = writing.outbox("ann/first/job/cv.json").read_text()
    assert [word for word in ("Globex", "87") if word in text] == []


@pytest.mark.parametrize(
    ("answer", "why", "requests"),
    [
        (failing(503), "unavailable", 4),
        (failing(400), "refused-400", 1),
        (saying("no JSON"), "malformed", 2),
        (saying({"bullets": [], "sentences": []}), "malformed", 2),
    ],
)
def test_rules_write_what_gemini_does_not(
    writing: Site, vertex: Vertex, answer: Answer, why: str, requests: int
):
    """The page is there all the same, and the calls say why."""
    vertex.script = lambda _: answer
    run = _tailor(writing)
    said = {(call.answered, call.why, call.requests) for call in _calls(writing, run)}
    assert said == {(Answered.RULE, why, requests)}


def test_a_malformed_reply_is_mended_once(writing: Site, vertex: Vertex):
    """The second request says what was wrong; both are paid."""

    def script(asked: Asked) -> Answer:
        return honest(asked) if "could not be used" in asked.material else saying("{")

    vertex.script = script
    run = _tailor(writing)
    assert {(call.answered, call.requests) for call in _calls(writing, run)} == {
        (Answered.MODEL, 2)
    }


def test_the_same_is_not_bought_twice(writing: Site, vertex: Vertex):
    """Another run that asks the same takes the stored replies."""
    _tailor(writing)
    paid = len(vertex.asked)
    again = _tailor(writing, "ann/second")
    assert len(vertex.asked) == paid
    calls = _calls(writing, again)
    assert {(call.answered, call.nanodollars) for call in calls} == {(Answered.CACHE, 0)}


def test_a_switch_turns_the_model_off(writing: Site, vertex: Vertex):
    """Nobody is asked any more, and the calls say so."""
    store = writing.home.ports.store
    store.commit([Put(paths.CONTROLS, Controls(model_off=True))], expires_at=4e9)
    run = _tailor(writing)
    assert vertex.asked == []
    assert {call.why for call in _calls(writing, run)} == {"off"}
