"""Every backend of the ports, and the clock they share; a further backend is one more param."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aicvgen.local.bus import QueueBus
from aicvgen.local.files import FolderFiles
from aicvgen.local.store import SqliteStore
from aicvgen.ports import Files, Store


class Clock:
    """A clock that only moves when told."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands still."""
    return Clock()


@pytest.fixture(params=["sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    assert request.param == "sqlite"
    opened = SqliteStore(tmp_path / "state.db", synchronous="NORMAL")
    yield opened
    opened.close()


@pytest.fixture(params=["folder"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Files:
    """Return an empty file storage."""
    assert request.param == "folder"
    return FolderFiles(tmp_path)


@pytest.fixture(params=["queue"])
def bus(request: pytest.FixtureRequest, clock: Clock) -> QueueBus:
    """Return an empty bus."""
    assert request.param == "queue"
    return QueueBus(clock)
