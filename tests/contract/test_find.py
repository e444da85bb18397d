"""What every Store promises of its queries."""

import pytest

from aicvgen.domain.value import Value
from aicvgen.ports import Create, Patch, Put, Store, Where

from .values import LATER, Label, Note


@pytest.fixture(autouse=True)
def _filled(store: Store) -> None:
    """Fill the store with notes below two owners, labels, and a note about a note."""
    documents: dict[str, Value] = {
        "people/ann": Label(label="Ann"),
        "people/ann/notes/1": Note(text="b", count=3, share=0.5, done=True),
        "people/ann/notes/2": Note(text="a", count=1, hint="x"),
        "people/ann/notes/1/notes/deep": Note(text="deep", count=9),
        "people/anna/notes/3": Note(text="c", count=2, share=2.5, hint="y"),
        "people/ann/labels/4": Label(label="l"),
        "notes/top": Note(text="top", count=5),
        "notes/odd": Label(label="a label among notes"),
    }
    store.commit([Create(path, value) for path, value in documents.items()], expires_at=LATER)


def _found(store: Store, *where: Where, under: str = "", order_by: str = "") -> list[str]:
    found = store.find("notes", *where, under=under, order_by=order_by)
    return [one.path.rpartition("/")[2] for one in found]


def test_all_collections_of_a_name(store: Store) -> None:
    """Without a parent, every collection of this name is searched, and ordered by path."""
    found = [one.path for one in store.find("notes")]

    assert len(found) == 6
    assert found == sorted(found)


def test_under_a_parent(store: Store) -> None:
    """With a parent, only the documents directly below it: no namesake, nothing deeper."""
    assert _found(store, under="people/ann") == ["1", "2"]
    assert _found(store, under="people/ann/notes/1") == ["deep"]
    assert _found(store, under="people/an") == []


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Where("text", "==", "a"), {"2"}),
        (Where("count", "==", 3), {"1"}),
        (Where("share", "==", 2.5), {"3"}),
        (Where("done", "==", True), {"1"}),
        (Where("count", "<=", 2), {"2", "3"}),
        (Where("share", "<=", 0.5), {"1", "2", "deep", "top"}),
        (Where("text", "<=", "b"), {"1", "2"}),
        (Where("text", "in", ("a", "c", "zz")), {"2", "3"}),
        (Where("text", "in", ("a", "not an identifier'")), {"2"}),
        (Where("count", "in", (1, 5)), {"2", "top"}),
        (Where("text", "in", ()), set()),
        (Where("text", "==", "A"), set()),
    ],
)
def test_a_condition(store: Store, where: Where, expected: set[str]) -> None:
    """Equality, upper bounds and sets hold on text, numbers and switches."""
    order_by = where.field if where.is_ == "<=" else ""

    assert set(_found(store, where, order_by=order_by)) == expected


@pytest.mark.parametrize("order_by", ["", "text"])
def test_an_upper_bound_needs_its_order(store: Store, order_by: str) -> None:
    """A query that some backend has no index for works on none."""
    with pytest.raises(ValueError, match="order"):
        _found(store, Where("count", "<=", 2), order_by=order_by)


def test_all_conditions_must_hold(store: Store) -> None:
    """Conditions narrow each other."""
    bound, among = Where("count", "<=", 3), Where("text", "in", ("b", "c"))

    assert _found(store, bound, among, order_by="count") == ["3", "1"]


def test_a_missing_field_never_matches(store: Store) -> None:
    """A document without the field is not found, by whatever condition, nor ordered by it."""
    assert _found(store, Where("label", "<=", "zzz"), order_by="label") == ["odd"]
    assert "odd" not in _found(store, Where("count", "<=", 1000), order_by="count")
    assert "odd" not in _found(store, order_by="count")


def test_order_by_a_field(store: Store) -> None:
    """Numbers are ordered as numbers, ascending."""
    store.commit([Put("notes/ten", Note(count=10))], expires_at=LATER)

    assert _found(store, order_by="count") == ["2", "3", "1", "top", "deep", "ten"]


def test_limit_takes_the_first(store: Store) -> None:
    """A limit cuts what comes last in the order."""
    found = store.find("notes", order_by="count", limit=2)

    assert [one.load(Note).count for one in found] == [1, 2]


def test_descending_takes_the_last(store: Store) -> None:
    """Turned round, the order of a field begins with its end, with conditions and without."""
    found = store.find("notes", order_by="count", descending=True, limit=2)
    narrowed = store.find(
        "notes", Where("text", "in", ("a", "b")), order_by="count", descending=True
    )

    assert [one.load(Note).count for one in found] == [9, 5]
    assert [one.load(Note).count for one in narrowed] == [3, 1]
    with pytest.raises(ValueError, match="order"):
        store.find("notes", descending=True)


def test_a_write_is_found_at_once(store: Store) -> None:
    """Every later query sees a commit, and sees it only as it is now."""
    store.commit([Patch("notes/top", {"text": "changed"})], expires_at=LATER)

    assert _found(store, Where("text", "==", "changed")) == ["top"]
    assert _found(store, Where("text", "==", "top")) == []


def test_found_versions_can_be_replaced(store: Store) -> None:
    """What a query returns has the version that a read returns."""
    (found,) = store.find("notes", Where("text", "==", "top"))

    assert found == store.read(["notes/top"])[0]
