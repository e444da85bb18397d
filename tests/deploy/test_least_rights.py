"""The rights in the map suffice: the flow runs while every function is held to its own."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from aicvgen.local.functions import load_map
from aicvgen.ports import Bus, Files, Message, Ports, Stored
from aicvgen.settings import Settings

from .held import EXAMPLE, Site, held

MAP: Mapping[str, Mapping[str, Any]] = load_map(Settings().functions)
EVENTS = frozenset(event for one in MAP.values() for event in one["emits"])
_INCLUDED = {"read": {"read"}, "create": {"read", "create"}, "write": {"read", "create", "write"}}


class Forbidden(Exception):  # noqa: N818  named for what it is
    """Google would refuse this."""


@dataclass
class Guard:
    """What one function may do, and what it did; refuses the rest as Google does."""

    name: str
    used: set[tuple[str, str, str]]
    refused: list[str]

    def file(self, right: str, key: str) -> None:
        """Allow or refuse to read, create or write a file."""
        bucket = key.partition("/")[0]
        granted = MAP[self.name].get("files", {}).get(bucket)
        self._check(right in _INCLUDED.get(granted, set()), right, bucket)

    def event(self, name: str) -> None:
        """Allow or refuse to publish to a topic."""
        function = MAP[self.name]
        self._check(
            name in (EVENTS if function.get("republishes") else function["emits"]), "publish", name
        )

    def _check(self, allowed: object, right: str, what: str) -> None:
        self.used.add((self.name, right, what))
        if not allowed:
            self.refused.append(f"{self.name} may not {right} {what}")
            raise Forbidden(self.refused[-1])


@dataclass
class GuardedFiles:
    """Files, each access asked for first."""

    files: Files
    guard: Guard

    def put(self, key: str, data: bytes, *, replace: bool = False) -> None:
        """Store a file; to replace one takes the right to remove."""
        self.guard.file("write" if replace else "create", key)
        self.files.put(key, data, replace=replace)

    def swap(self, key: str, data: bytes, generation: str) -> None:
        """Store a file over another."""
        self.guard.file("write", key)
        self.files.swap(key, data, generation)

    def remove(self, key: str, generation: str) -> None:
        """Remove a file."""
        self.guard.file("write", key)
        self.files.remove(key, generation)

    def get(self, key: str) -> bytes:
        """Return a file's content."""
        self.guard.file("read", key)
        return self.files.get(key)

    def list(self, prefix: str) -> list[Stored]:
        """Return the files below a prefix."""
        self.guard.file("read", prefix)
        return self.files.list(prefix)


@dataclass
class GuardedBus:
    """A bus that publishes to the topics a function may publish to."""

    bus: Bus
    guard: Guard

    def publish(self, messages: Sequence[Message]) -> None:
        """Hand over messages."""
        for message in messages:
            self.guard.event(message.name)
        self.bus.publish(messages)


@dataclass
class Book:
    """What was done, and what was refused."""

    used: set[tuple[str, str, str]] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)

    def hold(self, name: str, ports: Ports) -> Ports:
        """Return ports that allow what the map does."""
        guard = Guard(name, self.used, self.refused)
        files, bus = GuardedFiles(ports.files, guard), GuardedBus(ports.bus, guard)
        return replace(ports, files=files, bus=bus)


@pytest.fixture
def book() -> Book:
    """Return an empty one."""
    return Book()


@pytest.fixture
def site(tmp_path: Path, book: Book) -> Iterator[Site]:
    """Return a server whose functions have the rights of the map."""
    with held(tmp_path / "home", book.hold) as made:
        yield made


def test_an_upload_ends_in_a_pdf(site: Site, book: Book):
    """A folder that is refused, then mended, then changed: nobody needs more than its rights."""
    cv, job = (EXAMPLE / "cv.pdf").read_bytes(), (EXAMPLE / "job.txt").read_bytes()
    site.upload("first", cv_pdf=cv, job_txt=job, options_json=b'{"tone": "loud"}')
    site.settle()
    assert (site.home.path / "outbox" / "ann" / "first" / "status.json").exists()
    site.upload("first", options_json=b"{}")
    site.settle()
    site.upload("first", job_txt=job + b"\nWe also look for Terraform.\n")
    site.settle()
    assert (site.home.path / "outbox" / "ann" / "first" / "job" / "cv.pdf").exists()
    assert book.refused == []
    granted = {
        (name, right, bucket)
        for name, one in MAP.items()
        for bucket, right in one.get("files", {}).items()
        if name != "api"
    }
    assert granted <= book.used, "a right that nobody needs"


def test_a_run_of_the_api_is_halted_resumed_and_approved(site: Site, book: Book):
    """The API publishes what waits again, wherever the run stands."""
    form = {
        "cv": (io.BytesIO((EXAMPLE / "cv.pdf").read_bytes()), "cv.pdf"),
        "job": (io.BytesIO((EXAMPLE / "job.txt").read_bytes()), "job.txt"),
        "options": '{"review": "required"}',
    }
    (run,) = site.call("POST", "/runs", data=form)["runs"]
    here = f"/runs/{run['id']}"
    for _ in range(40):
        site.call("POST", f"{here}/halt")
        site.settle()  # what was published meets a halted run
        if site.call("POST", f"{here}/resume")["status"] == "waiting":
            break
        site.pump.deliver_one()
    site.call("POST", f"{here}/approve")
    site.settle()
    assert site.call("GET", here)["status"] == "done"
    assert book.refused == []
    topics = {what for name, right, what in book.used if (name, right) == ("api", "publish")}
    assert topics > set(MAP["api"]["emits"]), "it publishes more than it causes itself"


def test_more_than_its_rights_is_refused(site: Site, book: Book):
    """The guard refuses, so that the tests above can fail."""
    guard = Guard("match", book.used, book.refused)
    files, bus = GuardedFiles(site.home.files, guard), GuardedBus(site.home.bus, guard)
    with pytest.raises(Forbidden, match="match may not read inbox"):
        files.get("inbox/ann/first/cv.pdf")
    with pytest.raises(Forbidden, match=r"match may not publish draft\.approved"):
        bus.publish([Message("1" * 20, "2" * 20, "draft.approved", 1, "")])
