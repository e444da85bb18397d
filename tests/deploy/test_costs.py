"""The costs in the guide are computed from what a run really uses."""

import runpy
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from aicvgen.ports import Ports

from .held import EXAMPLE, held

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "infra" / "costs.py"
GUIDE = ROOT / "infra" / "README.md"
_FILES = {
    "get": "files read",
    "link": "files read",
    "list": "files written",
    "put": "files written",
    "remove": "files written",
    "swap": "files written",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """A port whose calls are counted as on the bill."""

    port: Any
    count: Callable[[str, tuple[Any, ...], Any], None]

    def __getattr__(self, name: str) -> Any:
        """Return a method that counts."""

        def call(*arguments: Any, **named: Any) -> Any:
            result = getattr(self.port, name)(*arguments, **named)
            self.count(name, arguments, result)
            return result

        return call


def test_a_run_uses_what_the_costs_say(tmp_path: Path):
    """Requests, documents and files of the example: within a quarter of what is computed with."""
    costs = runpy.run_path(str(SCRIPT))
    used: Counter[str] = Counter()
    requests: Counter[str] = Counter()

    def store(name: str, arguments: tuple[Any, ...], result: Any) -> None:
        if name == "commit":
            used["documents written"] += len(arguments[0])
        else:  # a query without an answer is billed as one document
            used["documents read"] += max(1, len(set(arguments[0]) if name == "read" else result))

    def files(name: str, _arguments: tuple[Any, ...], _result: Any) -> None:
        used[_FILES[name]] += 1

    def hold(name: str, ports: Ports) -> Ports:
        requests[name] += 1
        return replace(ports, store=Counted(ports.store, store), files=Counted(ports.files, files))

    with held(tmp_path, hold) as site:
        files_of = {name: (EXAMPLE / name).read_bytes() for name in ("cv.pdf", "job.txt")}
        site.upload("first", **{name.replace(".", "_"): data for name, data in files_of.items()})
        site.settle()
    requests["intake"] += 1  # a bucket tells of each of both files, the watcher of a folder
    used["files written"] += 2  # the upload itself
    assert dict(requests) == pytest.approx(dict(costs["REQUESTS"]), rel=0.25)
    assert dict(used) == pytest.approx(dict(costs["USED"]), rel=0.25)


def test_the_guide_shows_the_arithmetic():
    """The tables in the guide are what `make costs` prints."""
    script = [sys.executable, str(SCRIPT)]
    printed = subprocess.run(script, capture_output=True, check=True, text=True).stdout
    assert printed in GUIDE.read_text("utf-8")
