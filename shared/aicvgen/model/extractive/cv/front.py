"""The rows of a document with those in front that are seen first: name, title and town."""

from collections.abc import Sequence

from aicvgen.model.extractive.cv import headings, places
from aicvgen.model.extractive.cv.headlines import is_headline, is_open
from aicvgen.model.extractive.cv.names import SET_APART, addressed, is_addressed, name_in
from aicvgen.model.extractive.cv.rows import Row

_MOST_PARTS = 3
_MAX_WORDS = 5
_UNDER = 2
"""Rows under the name that go with it: the title and the town."""


def name_first(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the name in front where it was read later than it is seen.

    In some layouts the name at the top of the page comes after a column. It is the largest text of
    the first page that is like a name: by far, or it is in the e-mail address, too.
    """
    page = [row for row in rows if row.line.page == rows[0].line.page]
    named = [row for row in page if row.line.size and name_in(row.text)]
    known = addressed(page)
    owned = [row for row in named if is_addressed(row, known)]
    largest = max(owned or named, key=lambda row: row.line.size, default=None)
    if largest is None:
        return list(rows)
    around = max((row.line.size for row in page if row.style != largest.style), default=0)
    if largest.line.size < (around if owned else SET_APART * around):
        return list(rows)
    parts = _parts(largest, page, around)
    front = [*parts, *_under(parts[-1], rows)] if rows[0] not in parts else parts
    return [*front, *(row for row in rows if row not in front)]


def _parts(name: Row, page: Sequence[Row], around: float) -> list[Row]:
    """Return all rows of a name: the next one set alike, or all where it is by far the largest."""
    alike = [row for row in page if row.style == name.style and name_in(row.text, strict=False)]
    words = sum(len(row.text.split()) for row in alike)
    apart = name.line.size >= SET_APART * around and name.line.box is not None
    if apart and len(alike) <= _MOST_PARTS and words <= _MAX_WORDS:
        return sorted(alike, key=lambda row: row.line.box[1] if row.line.box else 0)
    at = page.index(name)
    return [row for row in page[at : at + 2] if row in alike and name_in(row.text)]


def _under(name: Row, rows: Sequence[Row]) -> list[Row]:
    """Return the title and the town directly under a name in the middle of the rows."""
    found: list[Row] = []
    at = rows.index(name) + 1
    for number, row in enumerate(rows[at : at + _UNDER]):
        if headings.kind_of(row.text) or headings.is_contact(row.text):
            break
        goes_on = bool(found) and is_open(found[-1].text) and row.style == found[-1].style
        title = goes_on or is_headline(row.text, under_name=number == 0)
        if not title and not places.is_address(row.text):
            break
        found.append(row)
    return found
