# mypy: disable-error-code="import-not-found,untyped-decorator"
"""Time a durable step of DBOS on SQLite: a workflow of steps that each return 30 KB."""

import argparse
import tempfile
import time
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

from dbos import DBOS
from sqlalchemy import Engine, event

from .figure import print_figure

RESULT_CHARACTERS = 30_000
STEPS = 20
RUNS = 30
WARM_UP_RUNS = 3


def main() -> None:
    """Run the workflows and print the figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--synchronous", choices=("FULL", "NORMAL"), default="FULL")
    # DBOS itself leaves SQLite's DELETE; WAL is what the others use, and faster.
    parser.add_argument("--journal", choices=("WAL", "DELETE"), default="WAL")
    options = parser.parse_args()
    _set_pragmas(options.synchronous, options.journal)
    with tempfile.TemporaryDirectory() as folder:
        samples = _measure(Path(folder) / "system.sqlite")
    print_figure(
        "DBOS + SQLite",
        version("dbos"),
        samples,
        f"synchronous={options.synchronous}, journal {options.journal} "
        f"(its own is DELETE), {STEPS}-step workflow, each step returns 30 KB",
    )


def _set_pragmas(synchronous: str, journal: str) -> None:
    """Have every connection DBOS opens use these settings; it has no option for them."""

    def on_connect(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute(f"PRAGMA synchronous={synchronous}")

    event.listen(Engine, "connect", on_connect)


def _measure(database: Path) -> list[float]:
    """Return the milliseconds from each step's start to the next step's, over all runs."""
    starts: list[float] = []
    samples: list[float] = []
    DBOS(
        config={
            "name": "durable-step",
            "system_database_url": f"sqlite:///{database}",
            "log_level": "ERROR",
        }
    )

    @DBOS.step()
    def rewrite(text: str) -> str:
        starts.append(time.perf_counter())
        return text[1:] + "y"

    @DBOS.workflow()
    def chain() -> None:
        text = "x" * RESULT_CHARACTERS
        for _ in range(STEPS):
            text = rewrite(text)

    DBOS.launch()
    for run in range(WARM_UP_RUNS + RUNS):
        starts.clear()
        chain()
        if run >= WARM_UP_RUNS:
            samples += [(after - before) * 1000 for before, after in pairwise(starts)]
    DBOS.destroy()
    return samples


if __name__ == "__main__":
    main()
