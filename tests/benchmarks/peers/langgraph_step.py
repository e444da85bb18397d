# mypy: disable-error-code="import-not-found"
"""Time a durable step of LangGraph on SQLite: a chain of nodes over a state of 30 KB."""

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any, TypedDict

from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.graph import START, StateGraph

from .figure import print_figure

SECTION_CHARACTERS = 3_000
NODES = 20
RUNS = 30
WARM_UP_RUNS = 3


class State(TypedDict):
    """Ten sections, one channel each, as a graph of section writers would have them."""

    section_0: str
    section_1: str
    section_2: str
    section_3: str
    section_4: str
    section_5: str
    section_6: str
    section_7: str
    section_8: str
    section_9: str


SECTIONS = tuple(State.__annotations__)


def main() -> None:
    """Run the chains and print the figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--synchronous", choices=("FULL", "NORMAL"), default="FULL")
    synchronous = parser.parse_args().synchronous
    with tempfile.TemporaryDirectory() as folder:
        samples = _measure(Path(folder) / "checkpoints.sqlite", synchronous)
    print_figure(
        "LangGraph + SQLite",
        version("langgraph"),
        samples,
        f'synchronous={synchronous}, journal WAL (its own), durability="sync", '
        f"{NODES}-node chain, each node rewrites 3 KB of 30 KB",
    )


def _measure(database: Path, synchronous: str) -> list[float]:
    """Return the milliseconds from each node's start to the next node's, over all runs."""
    starts: list[float] = []
    samples: list[float] = []
    with closing(sqlite3.connect(database, check_same_thread=False)) as connection:
        connection.execute(f"PRAGMA synchronous={synchronous}")
        graph = _chain(starts).compile(checkpointer=SqliteSaver(connection))
        for run in range(WARM_UP_RUNS + RUNS):
            starts.clear()
            graph.invoke(
                dict.fromkeys(SECTIONS, "x" * SECTION_CHARACTERS),
                {"configurable": {"thread_id": str(run)}, "recursion_limit": NODES + 1},
                durability="sync",
            )
            if run >= WARM_UP_RUNS:
                samples += [(after - before) * 1000 for before, after in pairwise(starts)]
    return samples


def _chain(starts: list[float]) -> Any:
    builder = StateGraph(State)
    previous = START
    for number in range(NODES):
        name = f"node_{number}"
        builder.add_node(name, _rewrite(SECTIONS[number % len(SECTIONS)], starts))
        builder.add_edge(previous, name)
        previous = name
    return builder


def _rewrite(section: str, starts: list[float]) -> Callable[[dict[str, str]], dict[str, str]]:
    def node(state: dict[str, str]) -> dict[str, str]:
        starts.append(time.perf_counter())
        return {section: state[section][1:] + "y"}

    return node


if __name__ == "__main__":
    main()
