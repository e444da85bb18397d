"""What stands next to each other and belongs together."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def merged(items: Iterable[T], together: Callable[[T, T], T | None]) -> Iterator[T]:
    """Yield the items, each put together with those after it as long as `together` returns one."""
    before: T | None = None
    for item in items:
        whole = together(before, item) if before is not None else None
        if before is not None and whole is None:
            yield before
        before = item if whole is None else whole
    if before is not None:
        yield before
