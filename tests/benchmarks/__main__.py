"""Print every promised figure, a peer beside ours where one installs: `python -m benchmarks`."""

import json
import statistics
import time
from collections.abc import Mapping

from aicvgen.documents import jsonresume
from aicvgen.documents.typeset import typeset
from aicvgen.local.sqlite import Synchronous
from benchmarks import cloud, durable, guardrails, prompts, reading, render, start
from benchmarks.peers.envs import measure
from benchmarks.peers.figure import Figure
from benchmarks.peers.sample import sample_resume
from simulate.table import print_table

_ROUNDS = 3
_RENDERS = 40


def main() -> None:
    """Measure one thing after the other and print a table for each."""
    _render()
    _durable()
    print_table("From files to the PDF, 2-page CV, no model", start.figures())
    _model()
    reading.report()
    cloud.report()


def _render() -> None:
    ours = [_same_pages(seed) for seed in range(_RENDERS)][3:]
    rows: dict[str, object] = {"aicvgen": f"{statistics.median(ours):.1f} ms (target <= 20 ms)"}
    rows |= _peers({"rendercv": ()}, statistics.median(ours))
    rows |= _peers({"react-pdf": (), "chromium": ()}, None)
    print_table("Warm 2-page PDF, the same words on both sides, changed every time", rows)
    own = {name: render.told(name, value) for name, value in render.figures(_RENDERS).items()}
    print_table("Our own example, words shuffled every time", own)


def _same_pages(seed: int) -> float:
    """Return milliseconds for the document that rendercv sets too: read, check, typeset."""
    text = json.dumps(sample_resume(seed))
    began = time.perf_counter()
    typeset(jsonresume.read(json.loads(text)))
    return (time.perf_counter() - began) * 1000


def _durable() -> None:
    """Measure in turns, so that a slow moment of the machine hits both sides."""
    settings: tuple[Synchronous, ...] = ("FULL", "NORMAL")
    for setting in settings:
        ours, theirs = [], []
        for _ in range(_ROUNDS):
            ours.append(statistics.median(durable.milliseconds(setting)))
            theirs.append(measure("langgraph", "--synchronous", setting))
        mine = statistics.median(ours)
        best = statistics.median(one["median_ms"] for one in theirs)
        rows: dict[str, object] = {
            "aicvgen": f"{mine:.3f} ms",
            theirs[0]["name"]: _cell(theirs[0] | {"median_ms": best}),
            "ratio": f"{mine / best:.2f} (target <= 0.50)",
            "aicvgen, under a lease": f"{_leased(setting):.3f} ms (one commit more)",
        }
        rows |= _peers({"dbos": ("--synchronous", setting)}, None)
        print_table(f"Durable step, 30 KB of state, synchronous {setting}", rows)


def _model() -> None:
    rows: dict[str, object] = dict(guardrails.figures())
    rows |= _peers({"langfuse": (), "util-genai": ()}, None)
    print_table("Around a call of a model that answers at once", rows)
    print_table("What is sent to the model, means of runs with a letter", prompts.figures())


def _leased(setting: Synchronous) -> float:
    return statistics.median(durable.milliseconds(setting, heavy=True))


def _peers(peers: Mapping[str, tuple[str, ...]], ours: float | None) -> dict[str, object]:
    rows: dict[str, object] = {}
    for peer, arguments in peers.items():
        figure = measure(peer, *arguments)
        rows[f"{figure['name']} {figure['version']}"] = _cell(figure)
        if ours is not None:
            rows["ratio"] = f"{ours / figure['median_ms']:.2f}"
    return rows


def _cell(figure: Figure) -> str:
    recorded = f"  RECORDED: {figure['notes']}" if figure["recorded"] else ""
    return f"{figure['median_ms']} ms{recorded}"


if __name__ == "__main__":
    main()
