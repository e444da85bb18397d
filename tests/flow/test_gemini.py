"""From the upload to the page with Gemini as the writer, asked through its real client."""

import json
from pathlib import Path

import pytest

from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.allowance import NANO
from aicvgen.domain.records import Answered
from aicvgen.domain.run import Status
from aicvgen.flow.decide import halt_models, resume_models
from aicvgen.local.functions import Functions
from aicvgen.model.parameters import Overrides
from aicvgen.settings import Settings
from flow.conftest import SECRETS, Site, opened
from flow.tailoring import calls_of, tailor
from replies import HONEST, Material, answering, task_of
from vertex import Answer, Asked, Vertex, failing, saying

LIE = "Cut costs by 87% as Head of Platform at Globex"


def lying(asked: Asked) -> Answer:
    """Say a lie in place of every third sentence, and of each that is written again alone."""
    said = HONEST[task_of(asked)](asked.said)
    return saying({name: _with_lies(written) for name, written in said.items()})


def _with_lies(written: list[Material]) -> list[Material]:
    return [
        one | {"text": LIE} if "text" in one and at % 3 == 0 else one
        for at, one in enumerate(written)
    ]


def _written_by(site: Site) -> dict[str, list[str]]:
    """Return the units of each author, as the status says."""
    status = json.loads(site.outbox("ann/first/job/status.json").read_text())
    return {f"{one['by']} {one['why']}".strip(): one["units"] for one in status["written_by"]}


def _report(site: Site) -> str:
    return site.outbox("ann/first/job/report.md").read_text()


def test_gemini_writes_and_every_call_is_on_record(writing: Site, vertex: Vertex):
    """Each call has its prompt, tokens and price, and no request says who the candidate is."""
    run = tailor(writing)
    calls = calls_of(writing, run)
    assert {call.answered for call in calls} == {Answered.MODEL}
    assert sum(call.requests for call in calls) == len(vertex.asked)
    assert {call.prompt for call in calls} == {
        "match/v1",
        "write-section/v1",
        "write-summary/v1",
    }
    # 1000 tokens at 750 nano-dollars, 107 at 3750.
    assert {call.nanodollars for call in calls} == {1000 * 750 + 107 * 3750}
    said = [json.loads(line) for line in writing.log.getvalue().splitlines()]
    lines = [line for line in said if line["message"] == "call"]
    assert {(line["answered"], line["tokens"]) for line in lines} == {("model", 1107)}
    assert sum(line["nanodollars"] for line in lines) == sum(call.nanodollars for call in calls)
    assert _written_by(writing)["gemini-3.8-flash"][0].startswith("work-")
    assert "**gemini-3.8-flash** worded" in _report(writing)
    dollars = sum(call.nanodollars for call in calls) / NANO
    told = f"The run cost ${dollars:.6f}; requests to language models: {len(vertex.asked)}."
    assert told in _report(writing).replace("\\", "")
    sent = "".join(asked.instruction + asked.material for asked in vertex.asked)
    assert [secret for secret in SECRETS[:4] if secret in sent] == []


def test_what_gemini_makes_up_never_reaches_the_page(writing: Site, vertex: Vertex):
    """A lie in a third of all sentences is written again, and in the end undone."""
    vertex.script = lying
    tailor(writing, options='{"letter": true}')
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
    run = tailor(writing)
    said = {(call.answered, call.why, call.requests) for call in calls_of(writing, run)}
    # So many failures open the circuit, perhaps between two requests of one task.
    assert {one for one in said if one[1] != "open"} == {(Answered.RULE, why, requests)}


def test_a_malformed_reply_is_mended_once(writing: Site, vertex: Vertex):
    """The second request says what was wrong; both are paid."""

    def script(asked: Asked) -> Answer:
        return answering({})(asked) if "could not be used" in asked.material else saying("{")

    vertex.script = script
    run = tailor(writing)
    assert {(call.answered, call.requests) for call in calls_of(writing, run)} == {
        (Answered.MODEL, 2)
    }


def test_the_same_is_not_bought_twice(writing: Site, vertex: Vertex):
    """Another run that asks the same takes the stored replies."""
    tailor(writing)
    paid = len(vertex.asked)
    again = tailor(writing, "ann/second")
    assert len(vertex.asked) == paid
    calls = calls_of(writing, again)
    assert {(call.answered, call.nanodollars) for call in calls} == {(Answered.CACHE, 0)}


def test_a_switch_turns_the_model_off(writing: Site, vertex: Vertex):
    """Nobody is asked any more, and the calls say so; until it is switched on again."""
    halt_models(writing.home.ports, by="ann")
    run = tailor(writing)
    assert vertex.asked == []
    assert {(call.answered, call.why) for call in calls_of(writing, run)} == {
        (Answered.RULE, "off")
    }
    assert "summary" in _written_by(writing)["rules off"]
    assert "because language models were switched off" in _report(writing)
    resume_models(writing.home.ports, by="ann")
    again = tailor(writing, "ann/second")
    assert {call.answered for call in calls_of(writing, again)} == {Answered.MODEL}


def test_each_task_is_asked_in_its_own_way(
    tmp_path: Path, functions: Functions, reader: WarmReader, vertex: Vertex
):
    """The settings may give one task another model, even one without a known price."""
    settings = Settings(
        home=tmp_path / "home",
        synchronous="NORMAL",
        project="ours",
        model="gemini",
        gemini_endpoint=vertex.address,
        model_rate=1000,
        tasks={"write-summary": Overrides(model="another", temperature=0.7, most_tokens=512)},
    )
    with opened(settings, functions, reader) as site:
        calls = calls_of(site, tailor(site))
    asked = {task_of(one): one for one in vertex.asked}
    summary, section = asked["write-summary"], asked["write-section"]
    assert (summary.model, summary.config["temperature"]) == ("another", 0.7)
    assert summary.config["maxOutputTokens"] == 512
    assert (section.model, section.config["temperature"]) == (settings.gemini_model, 0.2)
    assert {call.task for call in calls if not call.priced} == {"write-summary"}


def test_who_approves_knows_who_wrote(writing: Site, vertex: Vertex):
    """A run that waits for a person says it before there is a page."""
    begun = tailor(writing, options='{"review": "required"}', status=Status.WAITING)
    assert vertex.asked
    assert [author.by for author in begun.written_by] == ["gemini-3.8-flash", "rules"]
    assert "gemini-3.8-flash" in _written_by(writing)
