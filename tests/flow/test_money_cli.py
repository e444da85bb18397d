"""`aicvgen budget` and `aicvgen show` as an operator uses them: what was asked, and its price."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from aicvgen import paths
from aicvgen.cli.main import main
from aicvgen.days import day_of
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.allowance import NANO, Purse
from aicvgen.local.functions import Functions
from aicvgen.ports import Put
from aicvgen.settings import Settings
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, Site, opened
from flow.tailoring import calls_of, tailor
from vertex import Vertex

BUDGETS = {"RUN_BUDGET": 2, "DAILY_BUDGET": 20, "OWNER_BUDGET": 5, "MONTHLY_BUDGET": 50}


@pytest.fixture(autouse=True)
def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands work on the home."""
    monkeypatch.setenv("AICVGEN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("AICVGEN_OWNER", "ann")


@pytest.fixture
def paid(monkeypatch: pytest.MonkeyPatch, vertex: Vertex) -> Settings:
    """Return the settings of a home where tokens are paid."""
    given = {"MODEL": "gemini", "PROJECT": "ours", "GEMINI_ENDPOINT": vertex.address} | BUDGETS
    for name, value in given.items():
        monkeypatch.setenv(f"AICVGEN_{name}", str(value))
    return Settings(synchronous="NORMAL")


def _run(*arguments: object) -> str:
    result = CliRunner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == 0, result.output
    return result.stdout


def _json(*arguments: object) -> Any:
    return json.loads(_run(*arguments, "--json"))


def test_the_budget_says_what_is_spent_and_left(
    paid: Settings, functions: Functions, reader: WarmReader
):
    """Of the day, the month and the owner, to the last run; a full purse before the first."""
    before = _json("budget")
    assert [(one["whose"], one["left_dollars"]) for one in before["purses"]] == [
        ("day", 20.0),
        ("month", 50.0),
    ]
    with opened(paid, functions, reader) as site:
        run = tailor(site)
        dollars = sum(call.nanodollars for call in calls_of(site, run)) / NANO
    found = _json("budget")
    assert (found["paid"], found["open_grants"]) == (True, [])
    assert dollars > 0
    limits = {one["owner"] or one["whose"]: one["limit_dollars"] for one in found["purses"]}
    assert limits == {"day": 20.0, "month": 50.0, "ann": 5.0}
    for one in found["purses"]:
        assert one["spent_dollars"] == pytest.approx(dollars)
        assert one["taken_dollars"] == pytest.approx(dollars)
        assert one["left_dollars"] == pytest.approx(one["limit_dollars"] - dollars)
        assert one["percent"] == round(100 * dollars / one["limit_dollars"], 1)
    assert [line.split()[-1] for line in _run("budget").splitlines()[1:4]] == [
        f"{one['percent']}%" for one in found["purses"]
    ]


def test_a_run_under_way_has_an_open_grant(
    paid: Settings, functions: Functions, reader: WarmReader
):
    """It is taken, not spent, and named with its run."""
    with opened(paid, functions, reader) as site:
        site.upload("cv.md", b"# Ann Example\n\n## Work\n### Cook, Inn\n2019\n- Cooked\n")
        site.upload("job.txt", b"Cook wanted. You must cook.")
        site.watcher.look()
        site.watcher.look()
        site.pump.deliver_one()
        (run,) = site.runs()
    found = _json("budget")
    assert [(one["run"], one["dollars"]) for one in found["open_grants"]] == [(run.id, 2.0)]
    assert {(one["taken_dollars"], one["spent_dollars"]) for one in found["purses"]} == {(2.0, 0.0)}


def test_without_a_price_there_is_no_budget(site: Site):
    """Where rules write, it says why there is nothing to show."""
    tailor(site)
    assert _json("budget")["paid"] is False
    assert "nothing is paid by the token" in _run("budget")


def test_show_tells_calls_and_money(paid: Settings, functions: Functions, reader: WarmReader):
    """What was asked, what it cost, and what the run might have spent."""
    with opened(paid, functions, reader) as site:
        run = tailor(site)
        calls = calls_of(site, run)
    shown = _json("show", run.id)
    assert len(shown["calls"]) == len(calls)
    assert all("waited_seconds" in call for call in shown["calls"])
    spent = shown["spending"]
    dollars = float(Decimal(sum(call.nanodollars for call in calls)) / NANO)
    assert (spent["granted_dollars"], spent["spent_dollars"]) == (2.0, dollars)
    assert spent["calls_dollars"] == dollars
    text = _run("show", run.id)
    assert f"budget of the run: {dollars:.6f} of 2.000000 dollars" in text
    assert "written by gemini-3.8-flash: Senior Backend Engineer, Harrowgate" in text


def test_the_command_alone_gives_days_back(
    paid: Settings, functions: Functions, reader: WarmReader, tmp_path: Path
):
    """Where nobody sweeps, what last week did not spend is there for this week's runs."""
    with opened(paid, functions, reader) as site:
        ports = site.home.ports
        day = day_of(ports.now() - 86400.0)
        took = Purse(period=day, whose="day", limit=20 * NANO)
        month = Purse(period=day[:7], whose="month", limit=50 * NANO, taken=50 * NANO)
        ports.store.commit(
            [Put(paths.purse(f"{day}.00"), took), Put(paths.purse(day[:7]), month)],
            expires_at=ports.now() + 60,
        )
    said = _run("tailor", EXAMPLE_CV, "--job", EXAMPLE_JOB, "--out", tmp_path / "out")
    assert "by      gemini-3.8-flash: Senior Backend Engineer, Harrowgate" in said
