"""Further degrees of one school, above the next school that stands over its own."""

from collections.abc import Sequence
from itertools import pairwise

from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.entries.segments import Group
from aicvgen.model.extractive.cv.rows import Row


def kept_with_their_school(groups: Sequence[Group]) -> list[Group]:
    """Return the groups, degrees that the header of the next one began with moved to their own.

    Where schools with dates stand above degrees, and a further degree follows one at once, it is of
    the school above, unless the one below it has nothing else.
    """
    for before, after in pairwise(groups):
        at = next((at for at, row in enumerate(after.header) if row.dated), 0)
        degrees = after.header[:at]
        own = [*after.header[at + 1 :], *after.body][:1]
        if (
            at
            and _is_school(after.header[at])
            and _ends_below_school(before)
            and all(map(_is_degree, degrees))
            and own
            and not own[0].bullet
        ):
            before.body += degrees
            after.header = after.header[at:]
    return list(groups)


def _ends_below_school(group: Group) -> bool:
    """Say whether a group is a dated school and a degree under it, with nothing further."""
    above = bool(group.header) and group.header[0].dated and _is_school(group.header[0])
    return above and not group.body and _is_degree(group.header[-1])


def _is_school(row: Row) -> bool:
    return lexicon.is_school(row.text) and not lexicon.is_degree(row.text)


def _is_degree(row: Row) -> bool:
    plain = not (row.bullet or row.dated)
    return plain and lexicon.is_degree(row.text) and not lexicon.is_school(row.text)
