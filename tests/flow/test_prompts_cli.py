"""`aicvgen prompts` as an operator uses it, on a home whose runs were written by a model."""

import json
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from aicvgen.asking.model import AskingModel
from aicvgen.cli.main import main
from aicvgen.domain.release import Labels, served
from aicvgen.domain.run import Run
from flow.conftest import Site
from flow.tailoring import calls_of, tailor
from prompt_folder import NEW_RULE, with_second
from replies import HONEST, answering, task_of
from vertex import Answer, Asked, Vertex, failing, saying

TASK = "write-section"
LIE = "Cut costs by 87% as Head of Platform at Globex"


@pytest.fixture(autouse=True)
def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let home and commands work with prompts of which one has a second version."""
    monkeypatch.setenv("AICVGEN_PROMPTS", str(with_second(tmp_path / "prompts", TASK).folder))
    monkeypatch.setenv("AICVGEN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("AICVGEN_OWNER", "ann")


@pytest.fixture
def slow(writing: Site) -> Site:
    """Return a home where a minute passes between two looks at the labels."""
    model = writing.home.ports.model
    assert isinstance(model, AskingModel)
    passing = count(2_000_000_000.0, 60.0).__next__
    model.served.releases = replace(model.served.releases, now=passing)
    return writing


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["prompts", *map(str, arguments)])


def _json(*arguments: object) -> Any:
    result = _run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def _lying_where_new(asked: Asked) -> Answer:
    """Say a lie first to whoever asks with the new version, and be honest otherwise."""
    if task_of(asked) != TASK or NEW_RULE not in asked.instruction:
        return answering({})(asked)
    honest = HONEST[TASK](asked.said)["bullets"]
    return saying({"bullets": [{"text": LIE, "rests_on": [1]}, *honest[1:]]})


def _versions(site: Site, run: Run) -> set[str]:
    return {call.prompt for call in calls_of(site, run) if call.task == TASK}


def test_list_shows_versions_and_what_is_used():
    """Before anybody chose, the newest; afterwards what was chosen, when and by whom."""
    before = next(row for row in _json("list") if row["task"] == TASK)
    assert (before["production"], before["candidate"], before["last_change"]) == (2, None, None)
    assert [version["version"] for version in before["versions"]] == [1, 2]
    assert len({version["digest"] for version in before["versions"]}) == 2
    _json("promote", TASK, 1)
    _json("promote", TASK, 2, "--candidate")
    after = next(row for row in _json("list") if row["task"] == TASK)
    assert (after["production"], after["candidate"], after["percent"]) == (1, 2, 0)
    change = after["last_change"]
    assert (change["action"], change["by"], change["after"]["candidate"]) == ("candidate", "ann", 2)
    text = _run("list").output
    assert f"{TASK}: production v1, candidate v2 for 0 % of the runs (candidate by ann" in text


def test_diff_shows_what_a_version_changes():
    """Without numbers production and the newest or the candidate, else the named ones."""
    _json("promote", TASK, 1)
    told = _json("diff", TASK)
    assert (told["from"], told["to"]) == (1, 2)
    assert f"+{NEW_RULE}" in told["diff"].splitlines()
    assert f"-{NEW_RULE}" in _run("diff", TASK, 2, 1).output.splitlines()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("promote", TASK, 3), f"{TASK} has no v3, only v1, v2"),
        (("promote", TASK, 2, "--candidate"), "is in production"),
        (("promote", "nonsense", 1), "'nonsense' is not one of"),
        (("split", TASK, 20), "--candidate"),
        (("split", TASK, 101), "0<=x<=100"),
        (("rollback", TASK), "No promotion"),
        (("diff", TASK, 1, 1), "twice"),
        (("diff", TASK, 1, 9), "no v9"),
        (("diff", "match"), "match has one version only, v1"),
        (("diff", "match", 1, 1), "match has one version only, v1"),
        (("results", "nonsense"), "'nonsense' is not one of"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: tuple[object, ...], words: str):
    """A wrong command has exit code 2 and changes nothing."""
    result = _run(*arguments)
    assert (result.exit_code, words in result.output) == (2, True), result.output
    assert all(row["changes"] == 0 for row in _json("list"))


def test_runs_are_asked_with_what_the_labels_say(slow: Site):
    """Production, a split with the candidate, what was promoted, and what was there before."""
    _json("promote", TASK, 1)
    _json("promote", TASK, 2, "--candidate")
    assert _versions(slow, tailor(slow, "ann/a")) == {f"{TASK}/v1"}
    labels = Labels.model_validate(_json("split", TASK, 50))
    for number in range(2):
        run = tailor(slow, f"ann/{number}")
        assert _versions(slow, run) == {f"{TASK}/v{served(labels, run.id)}"}
    assert _json("promote", TASK, 2)["candidate"] is None
    assert _versions(slow, tailor(slow, "ann/c")) == {f"{TASK}/v2"}
    assert _json("rollback", TASK)["production"] == 1
    assert _versions(slow, tailor(slow, "ann/d")) == {f"{TASK}/v1"}


def test_results_tell_a_version_that_makes_things_up(slow: Site, vertex: Vertex):
    """What verification refused counts for the version that wrote it, cached replies too."""
    vertex.script = _lying_where_new
    _json("promote", TASK, 1)
    runs = [tailor(slow, "ann/a"), tailor(slow, "ann/b")]
    _json("promote", TASK, 2)
    runs.append(tailor(slow, "ann/c"))
    calls = [call for run in runs for call in calls_of(slow, run) if call.task == TASK]

    told = _json("results", TASK)
    assert (told["more"], told["since"]) == (False, min(call.at for call in calls))
    first, second = told["versions"]
    assert (first["prompt"], second["prompt"]) == (f"{TASK}/v1", f"{TASK}/v2")
    assert first["calls"] + second["calls"] == len(calls)
    assert (first["cache"]["count"], second["cache"]["count"]) == (first["calls"] // 2, 0)
    assert (first["unsupported"]["count"], second["unsupported"]["count"]) == (0, second["calls"])
    assert first["unsupported"]["of"] > second["unsupported"]["of"] > second["calls"]
    assert first["unsupported"]["high"] < second["unsupported"]["low"]
    paid = sum(call.nanodollars for call in calls)
    assert first["nanodollars"] + second["nanodollars"] == paid
    assert second["prompt_tokens"] == 1000 * second["calls"]
    assert 0 < second["median_seconds"] <= second["p95_seconds"]


def test_results_say_why_rules_wrote_and_that_there_is_more(writing: Site, vertex: Vertex):
    """What rules wrote is nobody's; with a limit only the last calls are counted."""
    vertex.script = lambda asked: failing(400) if task_of(asked) == TASK else answering({})(asked)
    tailor(writing)
    (told,) = _json("results", TASK)["versions"]
    assert (told["rule"]["share"], told["why"]) == (1.0, {"refused-400": told["calls"]})
    assert (told["unsupported"]["of"], told["unsupported"]["share"]) == (0, None)
    assert told["median_seconds"] is None
    few = _json("results", TASK, "--limit", 1)
    assert (few["more"], few["versions"][0]["calls"]) == (True, 1)
    text = _run("results", TASK, "--limit", 1).output
    assert "there were more before" in text
    assert "refused-400 1" in text
    assert _run("results", "cover-letter").output == "No call of cover-letter is on record.\n"
