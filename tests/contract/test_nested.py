"""What every Store promises of values in values."""

from aicvgen.ports import Create, Patch, Store

from .values import LATER, Part, Tree

TREE = Tree(
    parts=(Part(name="ä", numbers=((1, 2), (), (3,))), Part(name="")),
    by_name={"a.b/c `d`": Part(name="x"), "": None, "__name__": None},
    words=("", '"', "\\", "\u2028"),
)


def _loaded(store: Store) -> Tree:
    (found,) = store.read(["trees/a"])
    assert found is not None
    return found.load(Tree)


def test_values_in_values_come_back_exactly(store: Store) -> None:
    """Lists of lists, any key, empty ones and nothing."""
    store.commit([Create("trees/a", TREE)], expires_at=LATER)

    assert _loaded(store) == TREE


def test_nothing_in_it_is_nothing(store: Store) -> None:
    """Empty lists and objects are not missing."""
    store.commit([Create("trees/a", Tree(parts=(), by_name={}, words=()))], expires_at=LATER)

    assert _loaded(store).model_fields_set == set(Tree.model_fields)


def test_a_patch_leaves_them_alone(store: Store) -> None:
    """Setting one field keeps the others whatever they hold."""
    store.commit([Create("trees/a", TREE)], expires_at=LATER)
    store.commit([Patch("trees/a", {"flag": True})], expires_at=LATER)

    assert _loaded(store) == TREE.model_copy(update={"flag": True})


def test_many_small_values_fit(store: Store) -> None:
    """Only bytes are counted, not values."""
    tree = Tree(words=tuple("x" for _ in range(100_000)))
    store.commit([Create("trees/a", tree)], expires_at=LATER)

    assert _loaded(store) == tree
