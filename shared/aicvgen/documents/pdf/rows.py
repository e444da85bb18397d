"""Words of a page to rows: what stands on one line, with wide gaps marked by a tab."""

import statistics
from dataclasses import dataclass, field

from aicvgen.documents.glyphs import clean, split_bullet
from aicvgen.documents.pdf.words import Page, Word
from aicvgen.domain.source import Line, Role

_SAME_ROW_OVERLAP = 0.5
_WIDE_GAP = 1.6
"""In units of the font size: more than the widest justified word space."""
_LETTER_SPACED_WORDS = 4
_WORD_GAP = 1.7
"""A gap this many times the median letter gap parts words of letter-spaced text."""


@dataclass(slots=True)
class Row:
    """Words that stand on one line and were drawn one after the other."""

    page: int
    words: list[Word] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Left edge in points."""
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        """Right edge in points."""
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        """Top edge in points from the top of the page."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Bottom edge in points from the top of the page."""
        return max(word.bottom for word in self.words)


def rows(page: Page) -> list[Row]:
    """Group the words, kept in the order of drawing, into rows."""
    found: list[Row] = []
    for word in page.words:
        if found and _same_row(found[-1].words[-1], word):
            found[-1].words.append(word)
        else:
            found.append(Row(page.number, [word]))
    return found


def _same_row(before: Word, word: Word) -> bool:
    overlap = min(before.bottom, word.bottom) - max(before.top, word.top)
    shorter = min(before.bottom - before.top, word.bottom - word.top)
    if overlap < _SAME_ROW_OVERLAP * max(shorter, 1.0):
        return False
    return word.left >= before.right - max(before.size, word.size)


def line(row: Row, links: list[tuple[tuple[float, float, float, float], str]]) -> Line | None:
    """Return the row as a line, or None where nothing readable is on it."""
    text, _ = clean(_text(row.words))
    bullet, text = split_bullet(text)
    if not text:
        return None
    sizes = [word.size for word in row.words for _ in word.text]
    bold = sum(len(word.text) for word in row.words if word.bold)
    box = (row.left, row.top, row.right, row.bottom)
    return Line(
        text=text,
        page=row.page,
        role=Role.BULLET if bullet else Role.TEXT,
        size=statistics.mode(sizes),
        bold=2 * bold > len(sizes),
        box=tuple(round(edge, 1) for edge in box),
        links=tuple(address for place, address in links if _touches(place, box)),
    )


def _touches(
    link: tuple[float, float, float, float], box: tuple[float, float, float, float]
) -> bool:
    middle = (link[1] + link[3]) / 2
    return box[1] <= middle <= box[3] and link[0] < box[2] and link[2] > box[0]


def _text(words: list[Word]) -> str:
    if len(words) >= _LETTER_SPACED_WORDS and all(len(word.text) == 1 for word in words):
        return _letter_spaced(words)
    text = words[0].text
    for before, word in zip(words, words[1:], strict=False):
        gap = word.left - before.right
        size = max(before.size, word.size, 1.0)
        text += ("\t" if gap > _WIDE_GAP * size else " ") + word.text
    return text


def _letter_spaced(words: list[Word]) -> str:
    gaps = [after.left - before.right for before, after in zip(words, words[1:], strict=False)]
    usual = statistics.median(gaps)
    text = words[0].text
    for gap, word in zip(gaps, words[1:], strict=True):
        text += (" " if gap > _WORD_GAP * max(usual, 0.1) else "") + word.text
    return text
