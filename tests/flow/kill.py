"""`kill -9` the local server while runs are queued: `python -m flow.kill [--kills N] [--seed S]`.

The server is the real program in a process of its own; uploads lie in its inbox from the start.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from aicvgen.domain.events import Event, EventState
from aicvgen.domain.run import Run
from aicvgen.local.store import SqliteStore
from aicvgen.ports import Where
from simulate.table import print_table

SIZES = {"ci": 5, "full": 50}
RUNS = 100
PATIENCE_SECONDS = 300
STEPS = 1_000
"""Kills strike while fewer steps are done; the runs take some more."""
_EXAMPLE = Path(__file__).parents[1] / "data" / "example"
_SERVE = "import sys; from aicvgen.cli.main import main; sys.exit(main())"
_LATE = 0.1
"""Most seconds between the step that a kill waits for and the kill."""


def main() -> int:
    """Run what the command line asks for; exit code 1 if a run was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="ci")
    parser.add_argument("--kills", type=int)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    return 0 if simulate(asked.kills or SIZES[asked.size], asked.seed) else 1


def simulate(kills: int, seed: int = 0) -> bool:
    """Queue runs, kill the server so many times, and return whether every run ended well."""
    rng = random.Random(seed)
    moments = sorted(rng.randrange(STEPS) for _ in range(kills))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _upload(home)
        began = time.monotonic()
        struck = [_kill(home, moment, rng) for moment in moments]
        server = _serve(home)
        _await(lambda: _ended(home) >= RUNS)
        code = _interrupt(server)
        wrong = _wrong(home)
        print_table(
            f"{kills} times kill -9 during {RUNS} queued runs (seed {seed})",
            {
                "steps done at each kill": ", ".join(map(str, struck)),
                "ended with PDF and status": _ended(home),
                "exit code after SIGTERM": code,
                "seconds": round(time.monotonic() - began),
            },
        )
    for line in wrong[:20]:
        print(f"  WRONG {line}")
    return not wrong and code == 0


def _upload(home: Path) -> None:
    cv, job = ((_EXAMPLE / name).read_bytes() for name in ("cv.pdf", "job.txt"))
    for number in range(RUNS):
        folder = home / "inbox" / "me" / f"run-{number}"
        folder.mkdir(parents=True)
        (folder / "cv.pdf").write_bytes(cv)
        (folder / "job.txt").write_bytes(job + f"\nReference {number}\n".encode())


def _serve(home: Path) -> "subprocess.Popen[bytes]":
    """Start the server; a sweep every two seconds, so that nobody waits long for lost messages."""
    settings = {"AICVGEN_HOME": str(home), "AICVGEN_SWEEP_SECONDS": "2"}
    return subprocess.Popen(
        [sys.executable, "-c", _SERVE, "serve", "--port", "0"],
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _interrupt(server: "subprocess.Popen[bytes]") -> int:
    """End a server as a service manager would, once it has said that it serves."""
    if server.stdout is not None:
        server.stdout.readline()
    server.terminate()
    return server.wait(30)


def _kill(home: Path, moment: int, rng: random.Random) -> int:
    """Serve until so many steps are done, at least one more than before; return how many were."""
    before = _steps(home)
    server = _serve(home)
    _await(lambda: _steps(home) >= max(moment, before + 1))
    time.sleep(rng.uniform(0, _LATE))
    server.kill()
    server.communicate()
    return _steps(home)


def _await(reached: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not reached() and time.monotonic() < until:
        time.sleep(0.02)


def _steps(home: Path) -> int:
    store = SqliteStore(home / "state.db")
    done = store.find("events", Where("state", "==", EventState.DONE), limit=1_000 * RUNS)
    store.close()
    return len(done)


def _ended(home: Path) -> int:
    return len(list(home.glob("outbox/me/run-*/job/status.json")))


def _wrong(home: Path) -> list[str]:
    """Return what is not as it must be, in words."""
    wrong = []
    for number in range(RUNS):
        folder = home / "outbox" / "me" / f"run-{number}" / "job"
        try:
            status = json.loads((folder / "status.json").read_bytes())["status"]
            whole = (folder / "cv.pdf").read_bytes().rstrip().endswith(b"%%EOF")
        except FileNotFoundError as error:
            wrong.append(f"run-{number}: no {Path(error.filename).name}")
            continue
        if status != "done" or not whole:
            wrong.append(f"run-{number}: {status}, PDF {'whole' if whole else 'broken'}")
    pdfs = len(list(home.glob("runs/*/*/cv.pdf")))
    if pdfs != RUNS:
        wrong.append(f"there are {pdfs} PDFs of {RUNS} runs")
    return wrong + _wrong_in_store(home)


def _wrong_in_store(home: Path) -> list[str]:
    store = SqliteStore(home / "state.db")
    runs = [found.load(Run) for found in store.find("runs", limit=10 * RUNS)]
    events = [found.load(Event) for found in store.find("events", limit=1_000 * RUNS)]
    store.close()
    statuses = Counter(run.status.value for run in runs)
    wrong = [] if statuses == {"done": RUNS} else [f"the store has runs {dict(statuses)}"]
    ends = Counter(event.state.value for event in events)
    return wrong if ends.keys() == {"done"} else [*wrong, f"the store has events {dict(ends)}"]


if __name__ == "__main__":
    sys.exit(main())
