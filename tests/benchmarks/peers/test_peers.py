"""The peers' side of the benchmarks, as far as it needs no peer."""

from pathlib import Path

import pytest

from . import envs
from .sample import sample_resume


def test_same_seed_same_cv() -> None:
    """Both sides of the benchmark set the very same text."""
    assert sample_resume(7) == sample_resume(7)


def test_other_seed_other_sentences() -> None:
    """No renderer can answer from what it remembers of the last CV."""
    before, after = (
        {line for role in sample_resume(seed)["work"] for line in role["highlights"]}
        for seed in (1, 2)
    )

    assert before.isdisjoint(after)


@pytest.mark.parametrize("peer", envs.PEERS)
def test_every_peer_has_a_recorded_figure(peer: str) -> None:
    """Whatever may fail to install has a figure to fall back to, marked so, with the reason."""
    figure = envs.recorded(peer, "the disk is full")

    assert figure["recorded"]
    assert figure["median_ms"] > 0
    assert figure["notes"].endswith("recorded because the disk is full")


def test_missing_python_falls_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the Python a peer wants, its recorded figure comes back instead of an error."""
    monkeypatch.setattr(envs, "ENVIRONMENTS", tmp_path)
    monkeypatch.setitem(
        envs.PEERS, "rendercv", envs.Peer("rendercv", "unused", pythons=("2.0", "2.1"))
    )

    figure = envs.measure("rendercv")

    assert figure["recorded"]
    assert "no Python 2.0 or 2.1 was found" in figure["notes"]


def test_peer_that_only_has_a_record() -> None:
    """A peer outside Python is named with its record, never measured."""
    assert envs.measure("chromium")["recorded"]
