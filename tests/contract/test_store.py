"""What every Store promises, sentence by sentence."""

import threading
from collections.abc import Sequence

import pytest
from pydantic import ValidationError

from aicvgen.domain.errors import Conflict, Reason, Rejected
from aicvgen.ports import Create, Patch, Put, Replace, Store, Version, Write

from .values import LATER, Label, Note

ODD = 'Łódź "quoted" \\ back\nnew\ttab \u2028 日本語 🙂 \x7f'


def _commit(store: Store, *writes: Write) -> list[Version]:
    return store.commit(writes, expires_at=LATER)


def _texts(store: Store, *paths: str) -> Sequence[str | None]:
    return [found.load(Note).text if found else None for found in store.read(paths)]


def test_missing_is_none(store: Store) -> None:
    """A document that is not there is None, not an error."""
    assert list(store.read(["notes/a"])) == [None]


def test_nothing_asked_nothing_read(store: Store) -> None:
    """Reading no paths gives no documents."""
    assert list(store.read([])) == []


def test_read_keeps_the_order_asked_for(store: Store) -> None:
    """Documents come in the order of the paths, missing ones in their place, repeated ones too."""
    _commit(store, *(Create(f"notes/{name}", Note(text=name)) for name in "abc"))

    assert _texts(store, "notes/c", "notes/x", "notes/a", "notes/c") == ["c", None, "a", "c"]


def test_snapshots_know_their_path_and_version(store: Store) -> None:
    """What was read says where it lies and as which version, the one the commit returned."""
    (version,) = _commit(store, Create("notes/a/parts/b", Note()))

    (found,) = store.read(["notes/a/parts/b"])

    assert found is not None
    assert (found.path, found.version) == ("notes/a/parts/b", version)


def test_snapshots_are_equal_by_path_and_version(store: Store) -> None:
    """Two reads of an unchanged document are equal; after a write they are not."""
    _commit(store, Create("notes/a", Note()))
    first, second = *store.read(["notes/a"]), *store.read(["notes/a"])
    _commit(store, Put("notes/a", Note()))
    (third,) = store.read(["notes/a"])

    assert first == second
    assert hash(first) == hash(second)
    assert first != third


def test_values_come_back_exactly(store: Store) -> None:
    """Any text and number is read as it was written."""
    note = Note(text=ODD, count=-(2**53), share=0.1 + 0.2, done=True, hint="")
    _commit(store, Create("notes/a", note))

    (found,) = store.read(["notes/a"])

    assert found is not None
    assert found.load(Note) == note


def test_loading_as_another_kind_fails(store: Store) -> None:
    """A document of another kind is an error, not an empty value."""
    _commit(store, Create("notes/a", Label(label="x")))

    (found,) = store.read(["notes/a"])

    assert found is not None
    with pytest.raises(ValidationError):
        found.load(Note)


def test_create_twice_conflicts(store: Store) -> None:
    """A document that is there is not created again, and stays as it was."""
    _commit(store, Create("notes/a", Note(text="first")))

    with pytest.raises(Conflict):
        _commit(store, Create("notes/a", Note(text="second")))

    assert _texts(store, "notes/a") == ["first"]


def test_replace_of_the_current_version(store: Store) -> None:
    """Who knows the version may replace the document, again and again."""
    (version,) = _commit(store, Create("notes/a", Note(text="1")))
    (version,) = _commit(store, Replace("notes/a", Note(text="2"), version))
    _commit(store, Replace("notes/a", Note(text="3"), version))

    assert _texts(store, "notes/a") == ["3"]


@pytest.mark.parametrize(
    "between",
    [
        Put("notes/a", Note(text="first")),
        Patch("notes/a", {"text": "first"}),
    ],
    ids=["put", "patch"],
)
def test_stale_replace_conflicts(store: Store, between: Write) -> None:
    """Any write in between makes a version stale, also one that changed nothing."""
    (version,) = _commit(store, Create("notes/a", Note(text="first")))
    _commit(store, between)

    with pytest.raises(Conflict):
        _commit(store, Replace("notes/a", Note(text="second"), version))

    assert _texts(store, "notes/a") == ["first"]


def test_replace_of_a_missing_document_conflicts(store: Store) -> None:
    """A replacement never creates."""
    (version,) = _commit(store, Create("notes/a", Note()))

    with pytest.raises(Conflict):
        _commit(store, Replace("notes/b", Note(), version))

    assert _texts(store, "notes/b") == [None]


@pytest.mark.parametrize(
    "failing",
    [
        Create("notes/there", Note(text="new")),
        Replace("notes/there", Note(text="new"), "0"),
        Patch("notes/missing", {"text": "new"}),
    ],
    ids=["create", "replace", "patch"],
)
@pytest.mark.parametrize("last", [True, False], ids=["fails last", "fails first"])
def test_all_or_nothing(store: Store, failing: Write, *, last: bool) -> None:
    """One failed precondition undoes the whole commit, whatever kind and place."""
    _commit(store, Create("notes/there", Note(text="old")), Create("notes/b", Note(text="old")))
    (_, before) = store.read(["notes/there", "notes/b"])
    good: list[Write] = [Create("notes/c", Note(text="new")), Put("notes/b", Note(text="new"))]

    with pytest.raises(Conflict):
        _commit(store, *([*good, failing] if last else [failing, *good]))

    assert _texts(store, "notes/there", "notes/b", "notes/c") == ["old", "old", None]
    assert store.read(["notes/b"])[0] == before, "not even the version changed"


def test_put_writes_whatever_was_there(store: Store) -> None:
    """A put creates and overwrites."""
    _commit(store, Put("notes/a", Note(text="1")))
    _commit(store, Put("notes/a", Note(text="2")))

    assert _texts(store, "notes/a") == ["2"]


def test_patch_sets_its_fields_only(store: Store) -> None:
    """A patch leaves the other fields, works on any version and makes a new one."""
    (version,) = _commit(store, Create("notes/a", Note(text="t", count=1, hint="h")))
    (patched,) = _commit(store, Patch("notes/a", {"count": 2, "done": True, "share": 0.5}))

    (found,) = store.read(["notes/a"])

    assert found is not None
    assert found.load(Note) == Note(text="t", count=2, done=True, share=0.5, hint="h")
    assert patched == found.version != version


def test_patch_can_set_nothing(store: Store) -> None:
    """None is a value like any other: the field is there, and empty."""
    _commit(store, Create("notes/a", Note(hint="h")))
    _commit(store, Patch("notes/a", {"hint": None}))

    (found,) = store.find("notes")

    assert found.load(Note).hint is None
    assert "hint" in found.load(Note).model_fields_set


def test_patch_of_a_missing_document_conflicts(store: Store) -> None:
    """A patch never creates."""
    with pytest.raises(Conflict):
        _commit(store, Patch("notes/a", {"text": "x"}))

    assert _texts(store, "notes/a") == [None]


def test_versions_come_in_the_order_of_the_writes(store: Store) -> None:
    """A commit tells each document's new version."""
    versions = _commit(store, *(Create(f"notes/{name}", Note()) for name in "cab"))

    found = store.read(["notes/c", "notes/a", "notes/b"])

    assert versions == [one.version for one in found if one]


def test_a_version_never_comes_back(store: Store) -> None:
    """However often a document is written, also with the same value, its version is a new one."""
    seen = [_commit(store, Put("notes/a", Note()))[0] for _ in range(50)]

    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("letter", ["x", "ü", "🙂"])
def test_a_document_over_one_mebibyte_is_refused(store: Store, letter: str) -> None:
    """The limit counts bytes; what is over it is refused, with everything else of the commit."""
    too_large = letter * (2**20 // len(letter.encode()))
    writes = [Create("notes/small", Note()), Create("notes/large", Note(text=too_large))]

    with pytest.raises(Rejected) as refused:
        _commit(store, *writes)

    assert refused.value.reason is Reason.TOO_LARGE
    assert list(store.read(["notes/small", "notes/large"])) == [None, None]


def test_a_document_just_below_one_mebibyte_fits(store: Store) -> None:
    """The limit is the limit, not some way before it."""
    text = "x" * (2**20 - 200)
    _commit(store, Create("notes/large", Note(text=text)))

    assert _texts(store, "notes/large") == [text]


def test_a_patch_cannot_grow_a_document_over_the_limit(store: Store) -> None:
    """The limit holds for the document, not for what is sent."""
    _commit(store, Create("notes/large", Note(text="x" * (2**20 - 500))))

    with pytest.raises(Rejected) as refused:
        _commit(store, Patch("notes/large", {"hint": "y" * 1000}))

    assert refused.value.reason is Reason.TOO_LARGE
    assert store.find("notes")[0].load(Note).hint is None


def test_of_many_replacements_at_once_one_wins(store: Store) -> None:
    """Whoever races for a version: exactly one gets it, the others are told."""
    for number in range(30):
        (version,) = _commit(store, Put("notes/a", Note()))
        outcomes = _race(store, version, racers=3)

        assert sorted(outcomes) == ["conflict", "conflict", "won"], f"round {number}"


def _race(store: Store, version: Version, racers: int) -> list[str]:
    barrier, outcomes = threading.Barrier(racers), []

    def race(name: int) -> None:
        barrier.wait()
        try:
            _commit(store, Replace("notes/a", Note(count=name), version))
        except Conflict:
            outcomes.append("conflict")
        else:
            outcomes.append("won")
        if hasattr(store, "close"):
            store.close()

    threads = [threading.Thread(target=race, args=(name,)) for name in range(racers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_a_read_sees_one_moment(store: Store, torn: float) -> None:
    """Two documents always written together are never read apart."""
    _commit(store, Put("notes/a", Note()), Put("notes/b", Note()))
    stop = threading.Event()

    def write() -> None:
        count = 0
        while not stop.is_set():
            count += 1
            _commit(store, Put("notes/a", Note(count=count)), Put("notes/b", Note(count=count)))
        if hasattr(store, "close"):
            store.close()

    writer = threading.Thread(target=write)
    writer.start()
    pairs = [store.read(["notes/a", "notes/b"]) for _ in range(300)]
    stop.set()
    writer.join()

    counts = [[one.load(Note).count for one in pair if one] for pair in pairs]
    apart = [first for first, second in counts if first != second]
    assert len(apart) <= torn * len(counts)
