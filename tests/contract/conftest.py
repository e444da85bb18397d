"""Every backend of the ports, and the clock they share; a further backend is one more param."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aicvgen.cloud.bus import TopicBus
from aicvgen.cloud.clients import (
    Lazy,
    firestore_client,
    publisher_client,
    storage_client,
    subscriber_client,
)
from aicvgen.cloud.files import BucketFiles
from aicvgen.cloud.store import FirestoreStore
from aicvgen.domain.events import CV_RECEIVED, JOB_RECEIVED
from aicvgen.keys import BUCKETS
from aicvgen.local.bus import QueueBus
from aicvgen.local.files import FolderFiles
from aicvgen.local.store import SqliteStore
from aicvgen.ports import Bus, Files, Store

from .mailboxes import Mailbox, PubSubMailbox, QueueMailbox

_firestore = Lazy(firestore_client)
_publisher = Lazy(publisher_client)


class Clock:
    """A clock that only moves when told."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now

    def pass_until(self, moment: float) -> None:
        """Move on."""
        self.now = max(self.now, moment)


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands still."""
    return Clock()


@pytest.fixture(params=["sqlite", "firestore"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    if request.param == "firestore":
        yield FirestoreStore(_firestore, request.getfixturevalue("project"), "(default)")
        return
    opened = SqliteStore(tmp_path / "state.db", synchronous="NORMAL")
    yield opened
    opened.close()


@pytest.fixture
def torn(store: Store) -> float:
    """Return the share of reads that may see half a commit: none.

    But Firestore's emulator shows a commit document by document, in any kind of transaction. The
    service promises otherwise, and nobody here can prove it.
    """
    return 0.1 if isinstance(store, FirestoreStore) else 0.0


@pytest.fixture(params=["folder", "storage"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Files]:
    """Return an empty file storage."""
    if request.param == "folder":
        yield FolderFiles(tmp_path)
        return
    project = request.getfixturevalue("project")
    with storage_client(project) as client:
        buckets = {ours: f"{project}-{ours}" for ours in BUCKETS}
        for bucket in buckets.values():
            client.create_bucket(bucket)
        yield BucketFiles(Lazy(lambda: client), buckets)


@pytest.fixture
def queue(clock: Clock) -> QueueBus:
    """Return an empty queue in memory."""
    return QueueBus(clock)


@pytest.fixture(params=["queue", "pubsub"])
def bus(request: pytest.FixtureRequest) -> Bus:
    """Return an empty bus."""
    if request.param == "queue":
        queue: QueueBus = request.getfixturevalue("queue")
        return queue
    return TopicBus(_publisher, request.getfixturevalue("project"))


@pytest.fixture
def mailbox(request: pytest.FixtureRequest, bus: Bus, clock: Clock) -> Mailbox:
    """Return where the bus delivers."""
    if isinstance(bus, QueueBus):
        return QueueMailbox(bus, clock.pass_until)
    request.getfixturevalue("emulators")
    project = request.getfixturevalue("project")
    topics = (CV_RECEIVED, JOB_RECEIVED)
    return PubSubMailbox(_publisher(), subscriber_client(), project, topics)
