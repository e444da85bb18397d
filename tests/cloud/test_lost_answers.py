"""An answer of Google that gets lost: nothing is done twice, nobody is told a wrong outcome."""

from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from google.api_core.exceptions import Aborted, ServiceUnavailable
from google.cloud.firestore_v1.services.firestore import FirestoreClient

from aicvgen.cloud import calls
from aicvgen.cloud.clients import Lazy, firestore_client, storage_client
from aicvgen.cloud.files import BucketFiles
from aicvgen.cloud.store import FirestoreStore
from aicvgen.domain.errors import Conflict, Unavailable
from aicvgen.ports import Create, Put, Replace, Version, Write
from contract.values import LATER, Note

from .emulators import Emulators

Fault = Literal["lost", "not done", "contended"]
Made = Callable[..., tuple[FirestoreStore, "BadLine"]]


class BadLine(FirestoreClient):
    """Google's client on a line where the next commits go wrong."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(transport=firestore_client().transport)
        self._faults = faults
        self.meanwhile: Callable[[], object] = lambda: None
        """What others do after a fault."""

    def commit(self, *given: Any, **options: Any) -> Any:
        """Commit, with the next fault if there is one."""
        if not self._faults:
            return super().commit(*given, **options)
        fault = self._faults.pop(0)
        if fault == "lost":
            super().commit(*given, **options)
        self.meanwhile()
        raise Aborted("hot") if fault == "contended" else ServiceUnavailable("reset")


@pytest.fixture
def line(project: str) -> Made:
    """Return a store on a bad line, with the line."""

    def make(*faults: Fault) -> tuple[FirestoreStore, BadLine]:
        client = BadLine(list(faults))
        return FirestoreStore(Lazy(lambda: client), project, "(default)"), client

    return make


@pytest.fixture
def good(project: str) -> FirestoreStore:
    """Return the same documents over a good line."""
    return FirestoreStore(Lazy(firestore_client), project, "(default)")


def _versions(store: FirestoreStore, *paths: str) -> list[Version]:
    return [found.version for found in store.read(paths) if found]


@pytest.mark.parametrize("faults", [["lost"], ["not done", "lost"], ["contended", "lost"]])
def test_a_commit_whose_answer_was_lost_is_known_again(
    line: Made, good: FirestoreStore, faults: list[Fault]
) -> None:
    """A repetition meets what the first attempt wrote, and returns its versions."""
    store, _ = line(*faults)
    writes: list[Write] = [Create("notes/a", Note(text="once")), Put("notes/b", Note(text="once"))]

    versions = store.commit(writes, expires_at=LATER)

    assert versions == _versions(good, "notes/a", "notes/b")


@pytest.mark.parametrize("fault", ["not done", "contended"])
def test_a_commit_that_was_not_done_is_repeated(
    line: Made, good: FirestoreStore, fault: Fault
) -> None:
    """What did not arrive is sent again."""
    store, _ = line(fault, fault)

    versions = store.commit([Create("notes/a", Note(text="once"))], expires_at=LATER)

    assert versions == _versions(good, "notes/a")


@pytest.mark.parametrize("fault", ["not done", "contended"])
def test_somebody_else_was_faster_than_the_repetition(
    line: Made, good: FirestoreStore, fault: Fault
) -> None:
    """If the first attempt failed and another's write came in between, that is a conflict."""
    (version,) = good.commit([Create("notes/a", Note())], expires_at=LATER)
    store, client = line(fault)
    client.meanwhile = lambda: good.commit([Put("notes/a", Note(text="theirs"))], expires_at=LATER)

    with pytest.raises(Conflict):
        store.commit([Replace("notes/a", Note(text="ours"), version)], expires_at=LATER)

    (there,) = good.read(["notes/a"])
    assert there is not None
    assert there.load(Note).text == "theirs"


def test_others_wrote_after_a_commit_whose_answer_was_lost(
    line: Made, good: FirestoreStore
) -> None:
    """It was done, but the version of what others wrote since is not ours to replace."""
    store, client = line("lost")
    client.meanwhile = lambda: good.commit([Put("notes/a", Note(text="theirs"))], expires_at=LATER)
    writes = [Create("notes/a", Note()), Create("notes/b", Note())]

    stale, current = store.commit(writes, expires_at=LATER)

    assert [current] == _versions(good, "notes/b")
    with pytest.raises(Conflict):
        good.commit([Replace("notes/a", Note(), stale)], expires_at=LATER)


def test_a_line_that_stays_dead_is_unavailable(line: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """After its time a call says when to come again."""
    monkeypatch.setattr(calls, "TOTAL_SECONDS", 0.2)
    store, _ = line(*["not done"] * 50)

    with pytest.raises(Unavailable) as raised:
        store.commit([Create("notes/a", Note())], expires_at=LATER)

    assert raised.value.retry_after == calls.RETRY_AFTER


@pytest.fixture
def files(project: str, buckets: dict[str, str]) -> Iterator[BucketFiles]:
    """Return an empty file storage."""
    with storage_client(project) as client:
        yield BucketFiles(Lazy(lambda: client), buckets)


def test_a_write_whose_answer_was_lost_is_known_again(
    files: BucketFiles, emulators: Emulators
) -> None:
    """Putting, swapping and removing end as if nothing had happened."""
    emulators.objects.answers_to_lose = 1
    files.put("runs/a/x", b"first")
    (first,) = files.list("runs/a/")

    emulators.objects.answers_to_lose = 1
    files.swap("runs/a/x", b"second", first.generation)
    (second,) = files.list("runs/a/")
    assert files.get("runs/a/x") == b"second"

    emulators.objects.answers_to_lose = 1
    files.remove("runs/a/x", second.generation)
    assert files.list("runs/a/") == []
