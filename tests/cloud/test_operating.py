"""`aicvgen halt`, `resume` and `budget` on Firestore: the same commands, the same words."""

import json
from typing import Any

import pytest
from click.testing import CliRunner

from aicvgen import paths
from aicvgen.cli.main import main
from aicvgen.days import day_of
from aicvgen.domain.allowance import NANO, Grant, Purse
from aicvgen.domain.records import Controls
from aicvgen.ports import Create, Ports


def _json(*arguments: str) -> Any:
    result = CliRunner().invoke(main, [*arguments, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def _controls(ports: Ports) -> Controls:
    (found,) = ports.store.read([paths.CONTROLS])
    assert found is not None
    return found.load(Controls)


def test_switches_leave_each_other_alone(ports: Ports) -> None:
    """Each is set and taken back alone."""
    _json("halt", "--models")
    _json("halt", "--all")
    assert _controls(ports) == Controls(halted=True, model_off=True)
    _json("resume", "--all")
    assert _controls(ports) == Controls(model_off=True)
    _json("resume", "--models")
    assert _controls(ports) == Controls()


def test_the_budget_adds_the_shards_of_a_day(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs took of any shard, and which of them still have it."""
    monkeypatch.setenv("AICVGEN_MODEL", "gemini")
    day = day_of(ports.now())
    shard = Purse(period=day, whose="day", limit=10 * NANO, taken=NANO, spent=NANO // 2)
    places = [paths.purse(f"{day}.00"), paths.purse(f"{day}.01")]
    grant = Grant(run_id="r", revision=1, amount=NANO, purses=(places[0],), at=ports.now())
    writes = [*(Create(path, shard) for path in places), Create(paths.grant("r", 1), grant)]
    ports.store.commit(writes, expires_at=ports.now() + 60)
    found = _json("budget")
    (row,) = found["purses"]
    assert (row["limit_dollars"], row["taken_dollars"], row["left_dollars"]) == (20, 2, 18)
    assert (row["spent_dollars"], row["percent"]) == (1, 5)
    assert [one["run"] for one in found["open_grants"]] == ["r"]
