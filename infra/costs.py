"""Compute what a deployment costs, with the arithmetic: `make costs`.

List prices in US dollars of a cheap region (tier 1, like europe-west1), without free quotas: see
the price lists, which change. What one run uses is counted on the example by a test; how long a
function works for it is a generous guess, because a cold start and the network belong to it.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import yaml

MAP = yaml.safe_load((Path(__file__).parents[1] / "functions" / "pipeline.yaml").read_text("utf-8"))
REQUESTS: Mapping[str, int] = MappingProxyType(
    {"intake": 2, "parse": 2, "match": 1, "write": 9, "verify": 1, "render": 2}
)
"""Of one run."""
SECONDS: Mapping[str, float] = MappingProxyType(
    {"intake": 1.0, "parse": 4.0, "match": 1.0, "write": 0.5, "verify": 1.0, "render": 3.0}
)
"""That a function works for one of them."""
USED: Mapping[str, int] = MappingProxyType(
    {"documents read": 133, "documents written": 81, "files written": 27, "files read": 13}
)
"""By one run; listing files counts as writing them, as in the bill."""
KIB_PER_MESSAGE = 2
"""Published and delivered, at the least that is billed."""
MIB_STORED = 1.0
"""By one run, for a month."""
KIB_LOGGED = 20.0
SPANS = 20

_MONTH = 30 * 86_400
_SWEEPS = 30 * 24 * 60
_MILLION = 1_000_000
_KIB_PER_GIB = 2**20
_IMAGES_GIB = 1.5


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a bill: so much of something at so much per unit."""

    what: str
    amount: float
    unit: str
    price: float

    @property
    def cost(self) -> float:
        """Return the product, in dollars."""
        return self.amount * self.price


def thousand_runs() -> Iterator[Line]:
    """Yield what a thousand runs cost."""
    runs = 1000
    work = {name: runs * count * SECONDS[name] for name, count in REQUESTS.items()}
    memory = sum(seconds * gib(MAP[name]["memory"]) for name, seconds in work.items())
    requests = runs * sum(REQUESTS.values())
    yield Line("processor", sum(work.values()), "vCPU s", 0.000_024)
    yield Line("memory", memory, "GiB s", 0.000_002_5)
    yield Line("requests", requests / _MILLION, "million", 0.40)
    messages = requests * KIB_PER_MESSAGE / _KIB_PER_GIB
    yield Line("messages", messages, "GiB", 40 / 1024)
    yield Line("documents read", runs * USED["documents read"] / _MILLION, "million", 0.30)
    yield Line("documents written", runs * USED["documents written"] / _MILLION, "million", 0.90)
    yield Line("documents expired", runs * USED["documents written"] / _MILLION, "million", 0.10)
    yield Line("files written, listed", runs * USED["files written"] / _MILLION, "million", 5.00)
    yield Line("files read", runs * USED["files read"] / _MILLION, "million", 0.40)
    yield Line("files kept a month", runs * MIB_STORED / 1024, "GiB", 0.020)
    yield Line("log lines", runs * KIB_LOGGED / _KIB_PER_GIB, "GiB", 0.50)
    yield Line("spans", runs * SPANS / _MILLION, "million", 0.20)


def idle_month() -> Iterator[Line]:
    """Yield what a month costs in which nobody uploads anything."""
    yield Line("schedule", 1, "job", 0.10)
    yield Line("sweep: processor", _SWEEPS * 0.1, "vCPU s", 0.000_024)
    yield Line("sweep: memory", _SWEEPS * 0.1 * gib(MAP["sweep"]["memory"]), "GiB s", 0.000_002_5)
    yield Line("sweep: requests", _SWEEPS / _MILLION, "million", 0.40)
    yield Line("sweep: documents read", _SWEEPS * 4 / _MILLION, "million", 0.30)
    yield Line("images", _IMAGES_GIB, "GiB", 0.10)


def waiting_api() -> Iterator[Line]:
    """Yield what a month costs more with an instance of the API that waits (prod)."""
    yield Line("waiting processor", _MONTH, "vCPU s", 0.000_002_5)
    yield Line("waiting memory", _MONTH * gib(MAP["api"]["memory"]), "GiB s", 0.000_002_5)


def gib(memory: str) -> float:
    """Return memory as written in the map in GiB."""
    number = float(memory.rstrip("GMi"))
    return number if memory.endswith("Gi") else number / 1024


def table(lines: Iterator[Line]) -> str:
    """Return lines as a table with their sum."""
    listed = list(lines)
    head = "| what | amount | | × price | = $ |\n|---|---:|---|---:|---:|\n"
    rows = "".join(
        f"| {one.what} | {_amount(one)} | {one.unit} | {_price(one)} | {one.cost:.2f} |\n"
        for one in listed
    )
    return f"{head}{rows}| **together** | | | | **{sum(one.cost for one in listed):.2f}** |\n"


def _amount(line: Line) -> str:
    return f"{line.amount:,.0f}" if line.amount >= 100 else f"{line.amount:.3g}"  # noqa: PLR2004


def _price(line: Line) -> str:
    return f"{line.price:.7f}".rstrip("0").rstrip(".")


def text() -> str:
    """Return all tables."""
    parts = {
        "A thousand runs": thousand_runs(),
        "A month in which nothing happens": idle_month(),
        "A month with one waiting instance of the API, on top": waiting_api(),
    }
    return "\n".join(f"{title}:\n\n{table(lines)}" for title, lines in parts.items())


if __name__ == "__main__":
    sys.stdout.write(text())
