"""Print what the cloud backend costs, on emulators: `python -m benchmarks.cloud`."""

import os
import tempfile
import uuid
from collections import Counter
from pathlib import Path

from benchmarks import bundles, uploads
from benchmarks.costs import costs
from benchmarks.together import finish_together
from cloud.emulators import Absent, Emulators, running
from cloud.firestore_proxy import proxied, store_at
from cloud.stage import staged
from simulate.table import print_table

_RUNS = 20
_SECTIONS = 15
_UPLOADS = 200


def report() -> None:
    """Measure one thing after the other and print a table for each."""
    try:
        with running() as emulators:
            os.environ.update(emulators.environment)
            _costs(emulators)
            _together(emulators)
            rows = bundles.figures(emulators, _project())
            print_table("Bundles, each in an environment with its own packages only", rows)
            with staged(emulators, _project()) as stage:
                rows = uploads.figures(stage, _UPLOADS)
            print_table(f"{_UPLOADS} uploads at once, a process per function", rows)
    except Absent as error:
        print(f"\nThe cloud backend: left out, {error}")


def _costs(emulators: Emulators) -> None:
    with proxied(emulators.firestore) as (host, proxy), tempfile.TemporaryDirectory() as folder:
        counted = costs(store_at(host, _project()), proxy, Path(folder), _RUNS)
    rows: dict[str, object] = {
        _named(name, times): cost for (name, cost), times in Counter(counted[0]).items()
    }
    grown = "no" if all(one == counted[0] for one in counted) else "YES"
    rows["more with more runs"] = f"{grown} (1 to {_RUNS} runs)"
    print_table("Firestore, per step of the example", rows)


def _named(name: str, times: int) -> str:
    return f"{name} x {times}" if times > 1 else name


def _together(emulators: Emulators) -> None:
    with proxied(emulators.firestore, delay=0.05, most_writes=5) as (host, proxy):
        project = _project()
        finish = finish_together(lambda: store_at(host, project), _SECTIONS)
    rows = {
        "joined after": f"{finish.seconds:.1f} s (target <= 30 s)",
        "answers asked": f"{finish.asked.total()} (target {_SECTIONS})",
        "calls answered ABORTED": proxy.counts["ABORTED"],
    }
    print_table(
        f"{_SECTIONS} sections finishing together, 50 ms per call, 5 writes/s per document", rows
    )


def _project() -> str:
    return f"bench-{uuid.uuid4().hex[:8]}"


if __name__ == "__main__":
    report()
