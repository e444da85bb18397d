"""`aicvgen prompts` on Firestore: the same commands, the same words."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from aicvgen import paths
from aicvgen.cli.main import main
from aicvgen.domain.draft import Part, Sentence
from aicvgen.domain.facts import Findings
from aicvgen.domain.records import Answered, CallRecord
from aicvgen.domain.tally import tallies
from aicvgen.ports import Create, Ports
from prompt_folder import with_second

TASK = "write-section"
LATER = 4_000_000_000.0


def _json(*arguments: object) -> Any:
    result = CliRunner().invoke(main, ["prompts", *map(str, arguments), "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def _call(run_id: str, version: int, at: float) -> CallRecord:
    return CallRecord(
        task=TASK,
        prompt=f"{TASK}/v{version}",
        model="m",
        answered=Answered.MODEL,
        run_id=run_id,
        trace_id="t",
        event_id="e",
        agent="write",
        key="unit",
        at=at,
    )


def test_labels_move_and_results_are_read(
    ports: Ports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Promoted, tried, split and taken back; calls of all runs are found, the last first."""
    monkeypatch.setenv("AICVGEN_PROMPTS", str(with_second(tmp_path / "prompts", TASK).folder))
    _json("promote", TASK, 1)
    _json("promote", TASK, 2, "--candidate")
    assert _json("split", TASK, 20)["percent"] == 20
    assert _json("promote", TASK, 2)["production"] == 2
    assert _json("rollback", TASK)["production"] == 1
    (row,) = (row for row in _json("list") if row["task"] == TASK)
    assert (row["changes"], row["last_change"]["action"]) == (5, "rollback")

    written = Part(unit="unit", sentences=(Sentence(text="so", cites=()),))
    found = Findings(tallies=tuple(tallies([written], (), 0)))
    for number, version in enumerate((1, 1, 2)):
        run_id = f"run{number}"
        call = _call(run_id, version, 1000.0 + number)
        writes = [
            Create(paths.call(run_id, "e", 1, 0), call),
            Create(paths.document(run_id, 1, "findings"), found),
        ]
        ports.store.commit(writes, expires_at=LATER)

    told = _json("results", TASK, "--limit", 2)
    assert (told["more"], told["since"]) == (True, 1001.0)
    counted = [(one["prompt"], one["unsupported"]["of"]) for one in told["versions"]]
    assert counted == [(f"{TASK}/v1", 1), (f"{TASK}/v2", 1)]
