"""List items that begin in the middle of a row, behind a bold label as forms have them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from aicvgen.documents.glyphs import BULLETS
from aicvgen.documents.pdf.rows import Row

_FEWEST = 2
"""A bullet in the middle of a row opens an item where others stand below or above it."""


def apart(found: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, those parted that hold an item behind a wide gap."""
    edges = Counter(
        (row.page, round(row.words[at].left))
        for row in found
        for at in (0, *row.gaps)
        if _is_bullet(row, at)
    )
    for row in found:
        cut = next((at for at in sorted(row.gaps) if _is_bullet(row, at)), 0)
        if cut and _is_label(row, cut) and edges[row.page, round(row.words[cut].left)] >= _FEWEST:
            yield Row(row.page, row.words[:cut], {at for at in row.gaps if at < cut}, row.order)
            gaps = {at - cut for at in row.gaps if at > cut}
            yield Row(row.page, row.words[cut:], gaps, row.order)
        else:
            yield row


def _is_label(row: Row, cut: int) -> bool:
    """Say whether the words up to a gap are one bold text in front of one that is not."""
    label = row.words[:cut]
    plain = not any(char.isdigit() for word in label for char in word.text)
    return min(row.gaps) == cut and label[0].bold and not row.words[cut + 1].bold and plain


def _is_bullet(row: Row, at: int) -> bool:
    """Say whether a word is a bullet with text behind it."""
    marks = all(char in BULLETS for char in row.words[at].text)
    return marks and at + 1 < len(row.words) and at + 1 not in row.gaps
