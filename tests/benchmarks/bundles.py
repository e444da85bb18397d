"""Measure the bundles: what is in them, and how long a function takes until its first event."""

import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from subprocess import CalledProcessError

from aicvgen.bundle.archive import Bundle, bundles
from aicvgen.cloud.clients import storage_client
from aicvgen.local.functions import load_map, topics_of
from aicvgen.settings import Settings
from cloud.emulators import Emulators, free_ports
from cloud.processes import FunctionProcess, Program
from deploy.clean import compiled, installed, packages_of

_ROUNDS = 5
_BARE = Path(__file__).parent / "bare"
_ID = "0" * 20


@dataclass(frozen=True, slots=True)
class _First:
    """The cheapest event of a function, and which bare one does the same with the clients."""

    method: str
    path: str
    body: bytes
    answer: HTTPStatus
    bare: str


def figures(emulators: Emulators, project: str) -> dict[str, object]:
    """Return for each function: packages, size, and its first event beside a bare one.

    Both are built the same way, with the same packages, by pip; both start without anything left
    by the start before. Without a package index a row says why it was not measured.
    """
    functions = load_map(Settings().functions)
    given = {f"AICVGEN_{ours}_BUCKET": f"{project}-{ours.lower()}" for ours in _BUCKETS}
    given |= {"AICVGEN_BACKEND": "cloud", "AICVGEN_PROJECT": project, "AICVGEN_TRACES": "otlp"}
    given |= emulators.environment | {"PYTHONDONTWRITEBYTECODE": "1"}
    with storage_client(project) as client:
        client.create_bucket(given["AICVGEN_INBOX_BUCKET"])
    rows: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        for bundle in bundles():
            first = _first(functions[bundle.name]["trigger"], project)
            try:
                program = installed(bundle, Path(folder))
            except CalledProcessError as error:
                rows[bundle.name] = f"left out, pip says: {error.stderr.strip().splitlines()[-1]}"
            else:
                rows[bundle.name] = _row(bundle, program, first, given, Path(folder))
    return rows


_BUCKETS = ("INBOX", "RUNS", "OUTBOX")


def _first(trigger: object, project: str) -> _First:
    """Return an event about nothing: a run, an event or a second file that does not exist."""
    match trigger:
        case {"http": _}:
            return _First("GET", f"/runs/{_ID}", b"", HTTPStatus.NOT_FOUND, "database")
        case {"upload": _}:
            attributes = {"eventType": "OBJECT_FINALIZE", "objectId": "ann/one/cv.pdf"}
            attributes |= {"bucketId": f"{project}-inbox"}
            bare = "files"
        case _:
            attributes = {"run_id": _ID, "event_id": _ID, "revision": "1"}
            bare = "database"
    assert isinstance(trigger, dict)
    topic = topics_of(trigger)[0]
    message = {"attributes": attributes | {"name": topic}, "messageId": "1"}
    subscription = f"projects/{project}/subscriptions/{topic}"
    body = json.dumps({"message": message, "subscription": subscription}).encode()
    return _First("POST", "/", body, HTTPStatus.NO_CONTENT, bare)


def _row(
    bundle: Bundle, program: Program, first: _First, given: Mapping[str, str], folder: Path
) -> str:
    bare = _bare(first.bare, program.python, folder / f"{bundle.name}.bare")
    least = _First("POST", "/", b"{}", HTTPStatus.NO_CONTENT, first.bare)
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        ours.append(_first_answer(bundle.name, program, first, given, folder))
        theirs.append(_first_answer("bare", bare, least, given, folder))
    # Of pairs, so that a slow moment of the machine hits both sides.
    ratio = statistics.median(mine / floor for mine, floor in zip(ours, theirs, strict=True))
    packages = packages_of(program.python).rglob("*")
    size = sum(path.stat().st_size for path in packages if path.is_file()) / 2**20
    return (
        f"{len(bundle.pins)} packages, {size:.0f} MiB; bundle {len(bundle.data) // 1024} KiB;"
        f" first event after {statistics.median(ours):.2f} s,"
        f" bare clients {statistics.median(theirs):.2f} s: x {ratio:.2f} (target <= 1.3)"
    )


def _bare(name: str, python: Path, source: Path) -> Program:
    source.mkdir()
    shutil.copyfile(_BARE / f"{name}.py", source / "main.py")
    compiled(source, python)
    return Program(python, source / "main.py")


def _first_answer(
    name: str, program: Program, first: _First, given: Mapping[str, str], folder: Path
) -> float:
    """Return seconds from the start of a process until its first event is answered."""
    log = folder / f"{name}.log"
    process = FunctionProcess(name, program, free_ports(1)[0], given, log)
    began = time.monotonic()
    process.start()
    try:
        process.await_ready()
        status, _ = process.ask(first.method, first.path, first.body)
        seconds = time.monotonic() - began
    finally:
        process.kill()
    if status != first.answer:
        raise RuntimeError(f"{name} answered {status}: {log.read_text()[-2_000:]}")
    return seconds
