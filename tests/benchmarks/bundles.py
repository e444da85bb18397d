"""Measure the bundles: what is in them, and how long a function takes until its first event."""

import json
import statistics
import tempfile
import time
from collections.abc import Mapping
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from aicvgen import wire
from aicvgen.bundle.archive import Bundle, bundles
from aicvgen.local.functions import load_map, topics_of
from aicvgen.settings import Settings
from cloud.emulators import Emulators, free_ports
from cloud.processes import FunctionProcess, Program
from deploy.clean import unpacked

_ROUNDS = 3
_BARE = Path(__file__).parent / "bare.py"
_ID = "0" * 20


def figures(emulators: Emulators, project: str) -> dict[str, object]:
    """Return for each function with a topic: packages, size, and its first event beside a bare one.

    The event is one that does not exist, the cheapest there is: one read, and a record of it.
    """
    functions = load_map(Settings().functions)
    given = {f"AICVGEN_{ours}_BUCKET": ours.lower() for ours in ("INBOX", "RUNS", "OUTBOX")}
    given |= {"AICVGEN_BACKEND": "cloud", "AICVGEN_PROJECT": project, "AICVGEN_TRACES": "otlp"}
    given |= emulators.environment
    given |= {"PYTHONDONTWRITEBYTECODE": "1"}  # a new instance finds our sources never compiled
    rows: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        for bundle in bundles():
            trigger = functions[bundle.name]["trigger"]
            topics = topics_of(trigger) if isinstance(trigger, dict) else ()
            if topics and topics[0] not in (wire.UPLOAD, wire.TICK):
                program = unpacked(bundle, Path(folder))
                rows[bundle.name] = _row(bundle, program, _push(project, topics[0]), given, folder)
    return rows


def _row(
    bundle: Bundle, program: Program, body: bytes, given: Mapping[str, str], folder: str
) -> str:
    bare = Program(program.python, _BARE)
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        ours.append(_first_answer(bundle.name, program, body, given, folder))
        theirs.append(_first_answer("bare", bare, body, given, folder))
    mine, least = statistics.median(ours), statistics.median(theirs)
    installed = sum(map(_installed, (pin.name for pin in bundle.pins))) / 2**20
    return (
        f"{len(bundle.pins)} packages, {installed:.0f} MiB; bundle {len(bundle.data) // 1024} KiB;"
        f" first event after {mine:.2f} s, bare clients {least:.2f} s:"
        f" x {mine / least:.2f} (target <= 1.3)"
    )


def _first_answer(
    name: str, program: Program, body: bytes, given: Mapping[str, str], folder: str
) -> float:
    """Return seconds from the start of a process until its first event is acknowledged."""
    log = Path(folder) / f"{name}.log"
    process = FunctionProcess(name, program, free_ports(1)[0], given, log)
    began = time.monotonic()
    process.start()
    try:
        process.await_ready()
        status, _ = process.ask("POST", "/", body)
        seconds = time.monotonic() - began
    finally:
        process.kill()
    if status != HTTPStatus.NO_CONTENT:
        raise RuntimeError(f"{name} answered {status}: {log.read_text()[-2_000:]}")
    return seconds


def _push(project: str, topic: str) -> bytes:
    attributes = {"run_id": _ID, "event_id": _ID, "name": topic, "revision": "1"}
    message = {"attributes": attributes, "messageId": "1"}
    subscription = f"projects/{project}/subscriptions/{topic}"
    return json.dumps({"message": message, "subscription": subscription}).encode()


def _installed(package: str) -> int:
    """Return the bytes of a package's files."""
    try:
        files = distribution(package).files or []
    except PackageNotFoundError:
        return 0  # its marker keeps it away from here
    return sum(file.size or 0 for file in files)
