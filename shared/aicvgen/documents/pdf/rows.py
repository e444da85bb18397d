"""Words of a page to rows: what stands on one line, with wide gaps marked by a tab."""

import statistics
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from aicvgen.documents.glyphs import clean, split_bullet
from aicvgen.documents.pdf.words import Page, Word
from aicvgen.domain.source import Line, Role

_SAME_ROW_OVERLAP = 0.5
_WIDE_GAP = 1.6
"""In units of the font size: more than the widest justified word space."""
_STOP_GAP = 0.45
_LABEL_GAP = 0.8
_LETTER_SPACED_WORDS = 4
_WORD_GAP = 1.7
"""A gap this many times the median letter gap parts words of letter-spaced text."""


@dataclass(slots=True)
class Row:
    """Words that stand on one line and were drawn one after the other."""

    page: int
    words: list[Word] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    """Indexes of the words after a wide gap."""

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
    for row in found:
        row.gaps = [index for index in range(1, len(row.words)) if _gap(row, index) > _WIDE_GAP]
    _add_gaps_at_stops(found)
    return found


def segments(row: Row) -> list[Row]:
    """Return the row's pieces between wide gaps."""
    edges = [0, *row.gaps, len(row.words)]
    return [Row(row.page, row.words[start:end]) for start, end in pairwise(edges)]


def joined(row: Row, after: Row) -> Row:
    """Return one row of two pieces of it."""
    gap = len(row.words)
    gaps = [*row.gaps, gap, *(gap + index for index in after.gaps)]
    return Row(row.page, row.words + after.words, gaps)


def at_baseline(row: Row, other: Row) -> bool:
    """Say whether two rows stand beside each other."""
    overlap = min(row.bottom, other.bottom) - max(row.top, other.top)
    shorter = min(row.bottom - row.top, other.bottom - other.top)
    return row.page == other.page and overlap > _SAME_ROW_OVERLAP * shorter


def _gap(row: Row, index: int) -> float:
    """Return the space before a word in units of the font size."""
    before, word = row.words[index - 1], row.words[index]
    return (word.left - before.right) / max(before.size, word.size, 1.0)


def _add_gaps_at_stops(found: list[Row]) -> None:
    """Mark also narrower gaps: at a tab stop of other rows, or where a bold label ends."""
    stops = Counter(round(row.words[row.gaps[0]].left) for row in found if row.gaps)
    for row in found:
        if row.gaps:
            continue
        for index in range(1, len(row.words)):
            gap = _gap(row, index)
            label_ends = row.words[index - 1].bold and not row.words[index].bold
            at_stop = stops[round(row.words[index].left)] > 1
            if (at_stop and gap > _STOP_GAP) or (label_ends and gap > _LABEL_GAP):
                row.gaps = [index]
                break


def _same_row(before: Word, word: Word) -> bool:
    overlap = min(before.bottom, word.bottom) - max(before.top, word.top)
    shorter = min(before.bottom - before.top, word.bottom - word.top)
    if overlap < _SAME_ROW_OVERLAP * max(shorter, 1.0):
        return False
    return word.left >= before.right - max(before.size, word.size)


def line(row: Row, links: list[tuple[tuple[float, float, float, float], str]]) -> Line | None:
    """Return the row as a line, or None where nothing readable is on it."""
    text = clean(_text(row))
    bullet, text = split_bullet(text)
    if not text:
        return None
    first = row.words[: row.gaps[0] if row.gaps else None]
    sizes = [word.size for word in first for _ in word.text]
    looks = Counter({word.look: 0 for word in first})
    for word in first:
        looks[word.look] += len(word.text)
    bold = sum(count for look, count in looks.items() if look.bold)
    italic = sum(count for look, count in looks.items() if look.italic)
    left, top, right, bottom = row.left, row.top, row.right, row.bottom
    box = (round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
    return Line(
        text=text,
        page=row.page,
        role=Role.BULLET if bullet else Role.TEXT,
        size=statistics.mode(sizes),
        bold=2 * bold > len(sizes),
        italic=2 * italic > len(sizes),
        colour=looks.most_common(1)[0][0].colour,
        box=box,
        links=tuple(address for place, address in links if _touches(place, box)),
    )


def _touches(
    link: tuple[float, float, float, float], box: tuple[float, float, float, float]
) -> bool:
    middle = (link[1] + link[3]) / 2
    return box[1] <= middle <= box[3] and link[0] < box[2] and link[2] > box[0]


def _text(row: Row) -> str:
    words = row.words
    if len(words) >= _LETTER_SPACED_WORDS and all(len(word.text) == 1 for word in words):
        return _letter_spaced(words)
    text = words[0].text
    for index in range(1, len(words)):
        text += ("\t" if index in row.gaps else " ") + words[index].text
    return text


def _letter_spaced(words: list[Word]) -> str:
    gaps = [after.left - before.right for before, after in pairwise(words)]
    usual = statistics.median(gaps)
    text = words[0].text
    for gap, word in zip(gaps, words[1:], strict=True):
        text += (" " if gap > _WORD_GAP * max(usual, 0.1) else "") + word.text
    return text
