"""The rows of a document with those in front that are seen first: name, title and town."""

from collections.abc import Sequence

from aicvgen.model.extractive.cv import headings, places
from aicvgen.model.extractive.cv.headlines import is_headline, is_open
from aicvgen.model.extractive.cv.names import SET_APART, addressed, is_addressed, name_in
from aicvgen.model.extractive.cv.rows import Row

_MOST_PARTS = 3
_MAX_WORDS = 5
_TIGHT = 1.9
"""The lines of one title are not further apart than this many line heights."""
_SAME_EDGE = 2.0
"""Points."""
_UNDER = 2
"""Rows under the name that go with it: the title and the town."""


def name_first(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the name in front where it was read later than it is seen.

    In some layouts the name at the top of the page comes after a column. It is the largest text of
    the first page that is like a name: by far, or it is in the e-mail address, too; of any size
    where all of it is in the address and no name stands above the first heading.
    """
    page = [row for row in rows if row.line.page == rows[0].line.page]
    beside = _beside_column(page)
    if beside is not None:
        front = [beside, *_under(beside, rows)]
        return [*front, *(row for row in rows if row not in front)]
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


def _beside_column(page: Sequence[Row]) -> Row | None:
    """Return the row whose whole text is the name in the e-mail address, read after a column."""
    first = next((at for at, row in enumerate(page) if _is_heading(row)), len(page))
    if any(" " in name_in(row.text) for row in page[:first]):
        return None
    known = addressed(page)
    return next((row for row in page[first:] if not row.bullet and _is_whole(row, known)), None)


def _is_right_below(above: Row, row: Row) -> bool:
    """Say whether a row stands close under another, at the same edge."""
    box, below = above.line.box, row.line.box
    if box is None or below is None or abs(box[0] - below[0]) > _SAME_EDGE:
        return False
    return 0 < below[1] - box[1] <= _TIGHT * (box[3] - box[1])


def _is_whole(row: Row, known: str) -> bool:
    """Say whether a row is a name of two words or more, each of which is in an address."""
    words = row.text.split()
    found = all(is_addressed(row.with_text(word), known) for word in words)
    return len(words) > 1 and found and name_in(row.text) == row.text


def _is_heading(row: Row) -> bool:
    return headings.kind_of(row.text) is not None or headings.is_contact(row.text)


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
        if _is_heading(row):
            break
        alike = bool(found) and row.style == found[-1].style
        goes_on = alike and (is_open(found[-1].text) or _is_right_below(found[-1], row))
        title = goes_on or is_headline(row.text, under_name=number == 0)
        if not title and not places.is_address(row.text):
            break
        found.append(row)
    return found
