"""`aicvgen audit --judge`: a model looks at what the rules let through, and can only add to it."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from aicvgen.cli.main import main
from aicvgen.domain.allowance import NANO
from aicvgen.flow.errands import paid_from_today
from aicvgen.local.home import open_home
from aicvgen.settings import load_settings
from model_server import ModelServer, failing
from openai_server import speaking
from replies import Material, answering
from vertex import Vertex

NOTE = "Opened the museum while the director was ill."
CLAIM = "Opened the museum."
HONEST = "Trained 12 curators in writing web pages."
ORIGINAL = f"""\
# Ottilie Brandwater
Museum Educator
ottilie@brandwater.example | +44 7700 900123

## Experience

### Educator, Harbour Museum
2019 - 2023
- {NOTE}
- Trained 12 curators in writing accessible web pages for Ottilie Brandwater's gallery.
- Kept the loan register.

### Guide, Castle Trust
2015 - 2019
- Led walks for school classes through the old town. Rang the bell at noon.

## References

### Perpetua Quill
- Reach her at quill@castle.example whenever you like.
"""
SECRETS = ("Ottilie", "Brandwater", "7700", "Perpetua", "quill")


@pytest.fixture
def original(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a CV in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AICVGEN_HOME", str(tmp_path / "home"))
    (tmp_path / "cv.md").write_text(ORIGINAL)
    return tmp_path / "cv.md"


@pytest.fixture
def gemini(vertex: Vertex, monkeypatch: pytest.MonkeyPatch) -> Vertex:
    """Let the commands ask Gemini."""
    _set(monkeypatch, MODEL="gemini", PROJECT="ours", GEMINI_ENDPOINT=vertex.address)
    return vertex


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    """Let the commands ask a model on a machine of one's own."""
    with speaking(answering({})) as server:
        endpoint = f"{server.address}/v1"
        _set(monkeypatch, MODEL="openai", OPENAI_ENDPOINT=endpoint, OPENAI_MODEL="small")
        yield server


@pytest.fixture(params=["gemini", "own"])
def server(request: pytest.FixtureRequest) -> ModelServer:
    """Return each kind of server, with the commands set to ask it."""
    found: ModelServer = request.getfixturevalue(request.param)
    return found


def _set(monkeypatch: pytest.MonkeyPatch, **given: str) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"AICVGEN_{name}", value)


def _tailored(original: Path, swaps: dict[str, str]) -> Path:
    text = original.read_text()
    for old, new in swaps.items():
        assert old in text
        text = text.replace(old, new)
    path = original.with_name("tailored.md")
    path.write_text(text)
    return path


def _reworded(original: Path) -> Path:
    honest = "Trained 12 curators in writing accessible web pages for Ottilie Brandwater's gallery."
    return _tailored(original, {NOTE: CLAIM, honest: HONEST})


def _audit(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["audit", *map(str, arguments), "--judge"])


def _spent() -> dict[str, Any]:
    result = CliRunner().invoke(main, ["budget", "--json"])
    found: dict[str, Any] = json.loads(result.stdout)["purses"][0]
    return found


def strict(material: Material) -> Material:
    """Object to whoever says to have opened the museum."""
    return {
        "objections": [
            {"sentence": one["id"], "words": "Opened"}
            for one in material["sentences"]
            if "Opened" in one["text"]
        ]
    }


def test_an_objection_is_a_finding(original: Path, server: ModelServer):
    """The rules let the sentence through; the judge's words are in the JSON and in the report."""
    tailored = _reworded(original)
    assert CliRunner().invoke(main, ["audit", str(original), str(tailored)]).exit_code == 0
    server.script = answering({"judge": strict})
    result = _audit(original, tailored, "--json", "--report", "report.md")
    assert result.exit_code == 1, result.output
    found = json.loads(result.stdout)
    (finding,) = found["findings"]
    assert found["ok"] is False
    assert finding == {
        "kind": "judged",
        "severity": "error",
        "claim": "Opened",
        "sentence": CLAIM,
        "entry": "Educator, Harbour Museum",
        "looked_for": "Opened",
        "nearest": NOTE,
    }
    assert "judged 2 reworded sentences: 1 objection, " in found["notes"][-1]
    assert "sees no support for “Opened”" in Path("report.md").read_text()


def test_a_judge_without_objection_leaves_it_clean(original: Path, server: ModelServer):
    """Who judged how much, and what it cost, is a note; the same again costs nothing."""
    tailored = _reworded(original)
    first, again = _audit(original, tailored), _audit(original, tailored)
    assert (first.exit_code, again.exit_code) == (0, 0), first.output
    assert " judged 2 reworded sentences: no objections, " in first.stdout
    assert "no objections, at no cost." in again.stdout
    assert len(server.asked) == 1


def test_the_sources_and_no_contact_are_sent(original: Path, gemini: Vertex):
    """New wording alone, on its own entry; names, addresses and referees stay here.

    The name is the one that either CV begins with: some spell it out, some do not.
    """
    original.write_text(original.read_text().replace("# Ottilie", "# O."))
    swaps = {
        NOTE: f"{CLAIM[:-1]} with Ottilie Brandwater.",
        "# O.": "# Ottilie",
        " whenever you like": "",
    }
    result = _audit(original, _tailored(original, swaps), "--json")
    assert all(
        one["sentence"] == "Ottilie Brandwater" for one in json.loads(result.stdout)["findings"]
    )
    (asked,) = gemini.asked
    assert [secret for secret in SECRETS if secret.lower() in asked.material.lower()] == []
    told = {one["id"]: one["text"] for one in asked.said["sources"]}
    (sentence,) = (one for one in asked.said["sentences"] if "Opened" in one["text"])
    assert NOTE in [told[at] for at in sentence["rests_on"]]
    assert all("walks" not in told[at] for at in sentence["rests_on"])
    assert all("Kept the loan register" not in one["text"] for one in asked.said["sentences"])


def test_a_summary_rests_on_everything(original: Path, gemini: Vertex):
    """On every entry and on what the CV calls its person."""
    summary = "## Summary\n\nMuseum educator who trained curators.\n\n## Experience"
    _audit(original, _tailored(original, {"## Experience": summary}))
    (asked,) = gemini.asked
    told = {one["id"]: one["text"] for one in asked.said["sources"]}
    (sentence,) = asked.said["sentences"]
    rests_on = [told[at] for at in sentence["rests_on"]]
    assert {"Museum Educator", NOTE} <= set(rests_on)
    assert any(text.startswith("Led walks for school classes") for text in rests_on)
    assert "castle.example" not in asked.material


def test_quotes_are_not_sent(original: Path, gemini: Vertex):
    """Where nothing was reworded nobody is asked, and the note says so."""
    swaps = {f"- {NOTE}\n": "", " Rang the bell at noon.": ""}
    result = _audit(original, _tailored(original, swaps))
    assert result.exit_code == 0, result.output
    assert "Nothing was reworded: the model was not asked." in result.stdout
    assert gemini.asked == []


def test_what_the_rules_found_is_not_judged(original: Path, gemini: Vertex):
    """A finding stands whatever a judge says."""
    result = _audit(original, _tailored(original, {"12 curators": "40 curators"}), "--json")
    assert result.exit_code == 1
    assert [one["kind"] for one in json.loads(result.stdout)["findings"]] == ["number"]
    assert gemini.asked == []


def test_many_sentences_are_several_questions(original: Path, gemini: Vertex):
    """So that objections to all of them fit into replies."""
    lines = [f"Wrote the guide of hall {number} for visitors." for number in range(1, 31)]
    bullets = "\n".join(f"- {line}" for line in lines)
    original.write_text(original.read_text().replace(f"- {NOTE}", bullets))
    swaps = {line: line.replace(" for visitors", "") for line in lines}
    result = _audit(original, _tailored(original, swaps), "--json")
    asked = [len(one.said["sentences"]) for one in gemini.asked]
    assert asked == [24, 6]
    assert "judged 30 reworded sentences" in json.loads(result.stdout)["notes"][-1]


def test_rules_cannot_judge(original: Path):
    """Without a model it is a wrong command, said before anything is read."""
    result = _audit(original, _reworded(original))
    assert result.exit_code == 2
    assert "set AICVGEN_MODEL" in result.stderr


@pytest.mark.parametrize("status", [400, 503])
def test_silence_is_no_judgement(original: Path, gemini: Vertex, status: int):
    """A service that refuses or is down ends the command; nothing is paid, nothing stays taken."""
    gemini.script = lambda _: failing(status)
    result = _audit(original, _reworded(original), "--json")
    assert result.exit_code == 5
    error = json.loads(result.stdout)["error"]
    assert (error["name"], error["exit"]) == ("unavailable", 5)
    assert "did not judge: the model" in error["message"]
    assert "without --judge the rules alone decide" in error["message"]
    assert (_spent()["taken_dollars"], _spent()["spent_dollars"]) == (0.0, 0.0)


def test_the_day_pays(original: Path, gemini: Vertex):
    """What the note says is what the day has spent; the rest went back."""
    result = _audit(original, _reworded(original), "--json")
    told = float(json.loads(result.stdout)["notes"][-1].rpartition("$")[2].rstrip("."))
    found = _spent()
    assert gemini.asked
    assert found["spent_dollars"] == pytest.approx(told, abs=1e-6) != 0.0
    assert found["taken_dollars"] == found["spent_dollars"]


@pytest.mark.parametrize("budget", ["RUN_BUDGET", "DAILY_BUDGET", "OWNER_BUDGET"])
def test_a_budget_holds(
    original: Path, gemini: Vertex, monkeypatch: pytest.MonkeyPatch, budget: str
):
    """Where no money is left nothing is asked, and that is said."""
    _set(monkeypatch, **{budget: "0.000001"})
    result = _audit(original, _reworded(original))
    assert result.exit_code == 5
    assert "the budget was used up" in result.stderr
    assert gemini.asked == []


def test_models_that_are_off_are_not_asked(original: Path, gemini: Vertex):
    """The switch holds for audits too."""
    CliRunner().invoke(main, ["halt", "--models"])
    result = _audit(original, _reworded(original))
    assert result.exit_code == 5
    assert "language models were switched off" in result.stderr
    assert gemini.asked == []


def test_many_audits_share_a_day(original: Path, gemini: Vertex):
    """Whoever comes between reads anew: in the end the day has spent what all did together."""
    del original, gemini
    home = open_home(load_settings())

    def spend(dollars: int) -> None:
        with paid_from_today(home.ports, "ann", "audit") as errand:
            errand.spent += dollars

    with closing(home), ThreadPoolExecutor(8) as pool:
        list(pool.map(spend, [NANO, 0] * 8))
    assert _spent()["spent_dollars"] == _spent()["taken_dollars"] == 8.0


def test_who_dies_while_asking_has_spent_it(original: Path, gemini: Vertex):
    """Nobody knows whether it was paid; whoever lives gives back what was not."""
    del original, gemini
    home = open_home(load_settings())
    with closing(home), paid_from_today(home.ports, "ann", "audit") as errand:
        assert errand.left == 2 * NANO
        assert _spent()["spent_dollars"] == _spent()["taken_dollars"] == 2.0
    assert _spent()["taken_dollars"] == 0.0
