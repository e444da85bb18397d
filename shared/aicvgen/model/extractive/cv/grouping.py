"""Rows of a section to groups, one per role, project or degree: its header and its body."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import fragments, lexicon, places
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.starts import beside_date, looks_like_header, starts, undated
from aicvgen.model.extractive.cv.urls import is_url

_MAX_TRAIL = 3
_TITLED_WORDS = 14
_NAME_WORDS = 8
_PLACED_WORDS = 12


@dataclass(slots=True)
class Group:
    """The rows of one entry."""

    header: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)


def group(rows: Sequence[Row]) -> list[Group]:
    """Split the rows of a section where a new entry starts."""
    found = starts(rows)
    if not found:
        return [Group(body=list(rows))] if rows else []
    return _before_first(rows[: found[0][0]]) + _cut(rows, found)


def _cut(rows: Sequence[Row], found: Sequence[tuple[int, int]]) -> list[Group]:
    groups: list[Group] = []
    ends = [start for start, _ in found[1:]] + [len(rows)]
    for (start, anchor), end in zip(found, ends, strict=True):
        stop = _header_end(rows, start, anchor, end)
        groups.append(Group(list(rows[start:stop]), list(rows[stop:end])))
    return groups


def _before_first(rows: Sequence[Row]) -> list[Group]:
    """Return the entries above the first dated one."""
    if not rows:
        return []
    found = [(index, index) for index in undated(rows)]
    if not found or found[0][0]:
        return [Group(body=list(rows))]
    return _cut(rows, found)


def _header_end(rows: Sequence[Row], start: int, anchor: int, end: int) -> int:
    """Return the index after the last row of the header."""
    stop = anchor + 1
    bulleted = any(row.bullet for row in rows[anchor + 1 : end])
    anchor_full = _names_both(rows[start : anchor + 1])
    while stop < end and stop - anchor <= _MAX_TRAIL:
        row = rows[stop]
        if not looks_like_header(row) or _deeper(row, rows[anchor]):
            break
        dates_or_places = (row.found and not beside_date(row)) or places.is_place(row.text)
        if dates_or_places:
            stop += 1
            continue
        if anchor_full or not _trails(row, rows[anchor], rows[stop + 1 : end], bulleted=bulleted):
            break
        stop += 1
        anchor_full = _names_both(rows[start:stop])
    return stop


def _deeper(row: Row, anchor: Row) -> bool:
    """Say whether the row is a heading inside of the entry."""
    if row.line.role is not Role.HEADING or anchor.line.role is not Role.HEADING:
        return False
    return row.line.level > anchor.line.level


def _names_both(header: Sequence[Row]) -> bool:
    """Say whether the header already has two texts that are no date and no place."""
    return len([text for row in header for text in fragments.texts(row)]) > 1


def _trails(row: Row, anchor: Row, after: Sequence[Row], *, bulleted: bool) -> bool:
    """Say whether a row under the dated one still belongs to the header."""
    names, place = fragments.split_row(row.text)
    words = len(" ".join(names).split())
    if place or any(is_url(name) for name in names):
        return words <= _PLACED_WORDS
    if lexicon.title_score(row.text) or lexicon.company_score(row.text) or "\t" in row.text:
        return words <= _TITLED_WORDS
    if lexicon.is_degree(row.text) or lexicon.is_school(row.text) or _stands_out(row, after):
        return True
    return _stands_alone(anchor, after, bulleted=bulleted) and words <= _NAME_WORDS


def _stands_out(row: Row, after: Sequence[Row]) -> bool:
    smallest = min((other.line.size for other in after), default=row.line.size)
    return row.line.bold or row.line.size > smallest


def _stands_alone(anchor: Row, after: Sequence[Row], *, bulleted: bool) -> bool:
    """Say whether list items or running text follow right after a single row under the date."""
    if bulleted:
        after = after[1:] if after and places.is_place(after[0].text) else after
        return bool(after) and after[0].bullet and not anchor.bullet
    return not beside_date(anchor) or (anchor.line.bold and (not after or after[0].sentence))
