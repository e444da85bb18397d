"""Show the cloud flow on this machine: `make cloud-demo`. Ends by itself."""

import os
import sys
import time
from pathlib import Path

from .emulators import Absent, running
from .stage import Stage, staged

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
TARGET = Path(__file__).parents[2] / "build" / "cloud-demo"
_PROJECT = "demo"
_FOLDER = "ann/first"


def main() -> int:
    """Upload the example, wait for its PDF, say where everything is."""
    began = time.monotonic()
    try:
        with running() as emulators:
            os.environ.update(emulators.environment)
            print("Emulators")
            for name, value in emulators.environment.items():
                print(f"  {name}={value}")
            with staged(emulators, _PROJECT) as stage:
                return _show(stage, began)
    except Absent as error:
        print(f"cloud-demo {error}", file=sys.stderr)
        return 1


def _show(stage: Stage, began: float) -> int:
    print("Functions, each a process of its own, called by push subscriptions")
    for process in stage.processes.values():
        print(f"  {process.name:8} {process.url}")
    ready = time.monotonic()
    print(f"Upload ({ready - began:.1f} s after the start)")
    for name in ("cv.pdf", "job.txt"):
        stage.upload(_FOLDER, name, (EXAMPLE / name).read_bytes())
        print(f"  gs://{_PROJECT}-inbox/{_FOLDER}/{name}")
    status = stage.await_status(_FOLDER)
    print(f"Result: {status['status']}, run {status['run_id']} ({_since(ready)} after the upload)")
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in status["files"]:
        key = f"outbox/{_FOLDER}/job/{name}"
        (TARGET / name).write_bytes(stage.files.get(key))
        print(f"  gs://{_PROJECT}-{key} -> {TARGET / name}")
    return 0 if status["status"] == "done" else 1


def _since(moment: float) -> str:
    return f"{time.monotonic() - moment:.1f} s"


if __name__ == "__main__":
    sys.exit(main())
