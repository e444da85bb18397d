"""A row of words to a line of text with its look."""

import statistics
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from aicvgen.documents.glyphs import clean, split_bullet
from aicvgen.documents.pdf.grounds import Box
from aicvgen.documents.pdf.rows import Row, is_letter_spaced
from aicvgen.documents.pdf.words import Word
from aicvgen.domain.source import Line, Role

_WORD_GAP = 1.7
"""A gap this many times the median letter gap parts words of letter-spaced text."""
_LEAST_GAP = 0.1
"""In units of the font size."""
_RATING = frozenset("●○◐★☆✩✭■□▪▫◆◇⬤⚫⚪•◦")
_FEWEST_MARKS = 3
_OTHER_SIZE = 1.0
"""Type is larger or smaller if it is so by this many points."""


def line(row: Row, links: list[tuple[Box, str]]) -> Line | None:
    """Return the row as a line, or None where nothing readable is on it."""
    whole = clean(_text(row))
    bullet, text = split_bullet(whole)
    if not text:
        return None
    first = row.words[: min(row.gaps) if row.gaps else None]
    sizes = [word.size for word in first for _ in word.text]
    looks = Counter({word.look: 0 for word in first})
    for word in first:
        looks[word.look] += len(word.text)
    bold = sum(count for look, count in looks.items() if look.bold)
    italic = sum(count for look, count in looks.items() if look.italic)
    box = (round(row.left, 1), round(row.top, 1), round(row.right, 1), round(row.bottom, 1))
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
        turns=tuple(_turns(row, whole, len(whole) - len(text))),
    )


def _turns(row: Row, whole: str, skipped: int) -> Iterator[int]:
    """Yield where the type changes, behind a space; `skipped` letters in front are a bullet."""
    words = row.words
    if is_letter_spaced(words):
        return
    for index in range(1, len(words)):
        if not _same_type(words[index - 1], words[index]):
            at = len(clean(" ".join(word.text for word in words[:index]))) + 1
            if at > skipped and whole.startswith(f" {clean(words[index].text)}", at - 1):
                yield at - skipped


def _same_type(before: Word, word: Word) -> bool:
    alike = (before.bold, before.look.italic, before.look.colour) == (
        word.bold,
        word.look.italic,
        word.look.colour,
    )
    return alike and abs(before.size - word.size) < _OTHER_SIZE


def _touches(link: Box, box: Box) -> bool:
    middle = (link[1] + link[3]) / 2
    return box[1] <= middle <= box[3] and link[0] < box[2] and link[2] > box[0]


def _text(row: Row) -> str:
    edges = [0, *sorted(row.gaps), len(row.words)]
    fields = [_field(row.words[start:end]) for start, end in pairwise(edges)]
    return "\t".join(text for text in fields if text)


def _field(words: list[Word]) -> str:
    words = _without_rating(words)
    if is_letter_spaced(words):
        return _letter_spaced(words)
    return " ".join(word.text for word in words)


def _without_rating(words: list[Word]) -> list[Word]:
    """Return the words without a row of dots or stars that shows a level."""
    end = len(words)
    while end and _RATING.issuperset(words[end - 1].text):
        end -= 1
    marks = sum(len(word.text) for word in words[end:])
    return words[:end] if marks >= _FEWEST_MARKS else words


def _letter_spaced(words: list[Word]) -> str:
    gaps = [after.left - before.right for before, after in pairwise(words)]
    usual = statistics.median(gaps)
    wide = max(_WORD_GAP * usual, _LEAST_GAP * words[0].size)
    text = words[0].text
    for gap, word in zip(gaps, words[1:], strict=True):
        text += (" " if gap > wide else "") + word.text
    return text
