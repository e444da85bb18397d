"""Names that are broken over two lines because a date stands beside the first of them."""

from collections.abc import Iterator, Sequence

from aicvgen.documents.pdf.rows import Row, is_next_line
from aicvgen.domain.neighbours import merged

_SAME_EDGE = 1.0
_SPACE = 1.0
"""Between a name and its date, in units of the font size: at least so much was left free."""


def whole(found: Sequence[Row]) -> Iterator[Row]:
    """Return the rows whose gaps are marked, the end of a name put in front of the name's date."""
    return merged(found, _whole)


def _whole(before: Row, row: Row) -> Row | None:
    if not _goes_on(before, row):
        return None
    at = min(before.gaps)
    words = [*before.words[:at], *row.words, *before.words[at:]]
    return Row(before.page, words, {at + len(row.words)}, before.order)


def _goes_on(before: Row, row: Row) -> bool:
    """Say whether a row is the end of the name above, which was too long for the room there."""
    if len(before.gaps) != 1 or row.gaps or before.page != row.page or before.bullet or row.bullet:
        return False
    at = min(before.gaps)
    name, date = before.words[:at], before.words[at:]
    if not any(char.isdigit() for word in date for char in word.text):
        return False
    if not (name[0].text[0].isalpha() and row.words[0].text[0].isalpha()):
        return False
    if len({word.look for word in (*name, *row.words)}) > 1 or name[0].look == date[0].look:
        return False
    if abs(before.left - row.left) > _SAME_EDGE or not is_next_line(before, row):
        return False
    first = row.words[0]
    room = date[0].left - name[-1].right - _SPACE * first.size
    return row.baseline > before.baseline and first.right - first.left > room
