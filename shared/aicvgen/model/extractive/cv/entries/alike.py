"""Entries without a date, told by their likeness to the dated ones: they were read into a body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.entries.cells import (
    cells_of,
    is_duration,
    is_place,
    is_remark,
    strip_date,
)
from aicvgen.model.extractive.cv.entries.looks import Look, look_of
from aicvgen.model.extractive.cv.entries.parts import cuts, peel_place
from aicvgen.model.extractive.cv.entries.segments import Group
from aicvgen.model.extractive.cv.entries.undated import POSITION, is_name
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.urls import is_url

_TWO = 2
"""Names that an entry has: a position and an employer."""
_Shape = tuple[int, int]
"""Rows with names, and the names in them."""
_LONE = (1, 1)
"""A leave, which names no employer."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """What the entries with a date have in common."""

    shapes: frozenset[_Shape]
    looks: frozenset[Look]
    """The types of their first names, which no text under them has."""
    whole: frozenset[tuple[Look, ...]]
    """The types of all their rows with names."""
    marks: frozenset[str]
    """What all of them have: a place at their end, a dash or an 'at' between their names."""


def part(groups: Sequence[Group]) -> list[Group]:
    """Return the groups, entries that have the shape of the dated ones cut off the bodies.

    Such a one stands behind a list, is set in a type that only headers have, or is marked as the
    others are: by a place at its end, by what parts its names.
    """
    dated = [each for each in groups if any(row.dated for row in each.header)]
    named = [rows for each in dated if (rows := _named(each.header))]
    looks = {look_of(rows[0]) for rows in named}
    looks -= {look_of(row) for each in dated for row in each.body if not is_name(row)}
    looks -= {look_of(row) for rows in named for row in rows[1:]}
    marks = [_marks(rows) for rows in named if _marks(rows) or _shape(rows) != _LONE]
    like = _Dated(
        frozenset(map(_shape, named)),
        frozenset(looks),
        frozenset(tuple(map(look_of, rows)) for rows in named),
        frozenset.intersection(*marks) if marks else frozenset(),
    )
    return [one for each in groups for one in _parts(each, like)]


def _parts(each: Group, like: _Dated) -> list[Group]:
    """Return the entries of a group; its header may hold a sentence and the names of the next."""
    ends = [at for at, row in enumerate(each.header) if at and is_remark(row.text)]
    dated = ends and any(row.dated for row in each.header[: ends[0]])
    if dated and _shape(each.header[: ends[0]]) in like.shapes:
        body = each.header[ends[0] :] + each.body
        found = list(_parted(Group(each.header[: ends[0]], body), like))
        if len(found) > 1:
            return found
    return list(_parted(each, like))


def _parted(each: Group, like: _Dated) -> Iterator[Group]:
    """Yield the entries of a group, the undated ones behind the first."""
    header, body = each.header, each.body
    start = at = 0
    while at < len(body):
        length = _header_at(body, at, like) if at or header else 0
        if length:
            yield Group(header, body[start:at])
            header, start = body[at : at + length], at + length
        at += length or 1
    yield Group(header, body[start:])


def _header_at(body: Sequence[Row], at: int, like: _Dated) -> int:
    """Return the number of rows of the header that begins there, 0 where none does."""
    typed = look_of(body[at]) in like.looks
    listed = at > 0 and body[at - 1].bullet
    for count in sorted({rows for rows, _ in like.shapes}, reverse=True):
        rows = body[at : at + count]
        ended = typed or not any(map(_names_more, body[at + count : at + count + 1]))
        fits = len(rows) == count and all(map(is_name, rows)) and _shape(rows) in like.shapes
        if not (ended and fits):
            continue
        marked = bool(like.marks & _marks(rows))
        alike = typed and count > 1 and tuple(map(look_of, rows)) in like.whole
        parted = listed and marked and len(_names(rows[0])) > 1
        if alike or parted or ((typed or listed or marked) and _names_role(rows)):
            return count
    return 0


def _names_more(row: Row) -> bool:
    """Say whether a row under a header names something else than where that was."""
    return is_name(row) and not is_place(row.text)


def _marks(rows: Sequence[Row]) -> frozenset[str]:
    names = [name for row in rows for name in _names(row)]
    kinds = {kind for name in names for kind, _, _ in cuts(name)} & {"at", "dash"}
    last = names[-1]
    placed = last.endswith(")") or is_place(last) or bool(peel_place(last)[1])
    return frozenset(kinds | ({"place"} if placed else set()))


def _shape(rows: Sequence[Row]) -> _Shape:
    named = _named(rows)
    return len(named), sum(len(_names(row)) for row in named)


def _named(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if _names(row)]


def _names(row: Row) -> list[str]:
    cells = cells_of(strip_date(row) if row.dated else row.text)
    return [cell for cell in cells if not (is_url(cell) or is_duration(cell))]


def _names_role(rows: Sequence[Row]) -> bool:
    """Say whether the rows name a position or an employer, and something beside it."""
    cells = [cell for row in rows for cell in _names(row)]
    pieces = [piece for cell in cells for cut in cuts(cell) for piece in cut[1:]]
    known = [
        text
        for text in (*cells, *pieces)
        if lexicon.title_score(text) >= POSITION or lexicon.company_score(text)
    ]
    return bool(known) and (len(cells) >= _TWO or bool(pieces))
