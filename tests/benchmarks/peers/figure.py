"""A peer's figure and how samples become one."""

import json
import statistics
import sys
from collections.abc import Sequence
from typing import TypedDict


class Figure(TypedDict):
    """One peer's time for one unit of work, in milliseconds."""

    name: str
    version: str
    median_ms: float
    p95_ms: float | None
    n: int | None
    """Number of samples; none where the figure is recorded."""
    recorded: bool
    """Whether the figure comes from `recorded.json` and not from this run."""
    notes: str
    """The conditions that matter for comparing; for a recorded figure also why it is recorded."""


def print_figure(name: str, version: str, samples_ms: Sequence[float], notes: str) -> None:
    """Print the figure of at least two samples as one line of JSON."""
    figure = Figure(
        name=name,
        version=version,
        median_ms=round(statistics.median(samples_ms), 3),
        p95_ms=round(statistics.quantiles(samples_ms, n=20, method="inclusive")[-1], 3),
        n=len(samples_ms),
        recorded=False,
        notes=notes,
    )
    sys.stdout.write(json.dumps(figure) + "\n")
