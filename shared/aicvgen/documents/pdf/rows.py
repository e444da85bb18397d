"""Words of a page to pieces and rows: what stands on one line, with wide gaps marked by a tab."""

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aicvgen.documents.glyphs import BULLETS
from aicvgen.documents.pdf.justified import unbroken
from aicvgen.documents.pdf.markers import drawn_bullets, with_bullets
from aicvgen.documents.pdf.raised import settled
from aicvgen.documents.pdf.shapes import Shapes, holds
from aicvgen.documents.pdf.words import Page, Word

_SAME_ROW_OVERLAP = 0.5
_BASELINE = 0.35
"""Baselines of one line differ by at most this, in units of the smaller font size."""
_LINE_PITCH = 1.75
"""Lines of one text stand at most so far apart, in units of the font size."""
_PIECE_GAP = 0.7
"""In units of the font size: where a wider gap is, a column may begin."""
_LETTER_GAP = 1.3
"""Letters may be spaced out more than words."""
_TOUCHING = 0.35
"""What stands nearer belongs together, in whatever order it was drawn."""
_HEADING = 0.85
"""Text is at most so large, in units of the font size of a heading."""
_MARKER_GAP = 3.0
_WIDE_GAP = 1.6
"""In units of the font size: more than the widest justified word space."""
_STOP_GAP = 0.45
_LABEL_GAP = 0.8
_FIELD_GAP = 0.9
_MUCH_WIDER = 2.5
"""A gap that is so many times the row's usual one parts fields."""
_FEWEST_GAPS = 3
_ACROSS = 0.75
"""A band or rule across the text is at least so wide, in units of the width of the text."""
_SPACED_LETTERS = 4
_PAIRED = 2.2
"""Letters that a piece of a spaced-out word has on average, at most."""
_MOSTLY_SINGLE, _SOME_SINGLE = 0.6, 0.3
_TIGHT = 0.17
"""Words stand further apart."""
_NEW_FIELD = 5.0
"""The same for letter-spaced text, in units of the gap between letters."""


@dataclass(slots=True)
class Row:
    """Words that stand on one line; made once, never changed but for `gaps`."""

    page: int
    words: list[Word]
    gaps: set[int] = field(default_factory=set)
    """Indexes of the words after a wide gap."""
    order: int = 0
    """When it was drawn."""
    left: float = field(init=False)
    top: float = field(init=False)
    right: float = field(init=False)
    bottom: float = field(init=False)
    """Edges in points from the page's top left."""
    main: Word = field(init=False)
    """The word that says how the row is set: its longest."""
    baseline: float = field(init=False)

    def __post_init__(self) -> None:
        words = self.words
        self.left = min([word.left for word in words])
        self.top = min([word.top for word in words])
        self.right = max([word.right for word in words])
        self.bottom = max([word.bottom for word in words])
        lengths = [len(word.text) for word in words]
        self.main = words[lengths.index(max(lengths))]
        self.baseline = self.main.baseline

    @property
    def text(self) -> str:
        """The words as they are drawn."""
        return " ".join(word.text for word in self.words)

    @property
    def bullet(self) -> bool:
        """Whether it starts with a bullet glyph."""
        return is_marker(self.words[0].text)


def is_marker(text: str) -> bool:
    """Say whether a word is no more than a bullet, or a dash that is used as one."""
    return all(char in BULLETS or char in "-\u2013\u2014*\uf0b7\uf0a7" for char in text)


def pieces(page: Page) -> list[Row]:
    """Return the page's words in runs without wide gaps, in the order of drawing."""
    runs: list[list[Word]] = []
    words = settled(page.words)
    for word in (*with_bullets(words), *drawn_bullets(page.shapes.dots, words)):
        if runs and not word.icon and _follows(runs[-1][-1], word, page.shapes):
            runs[-1].append(word)
        else:
            runs.append([word])
    found = [
        Row(page.number, run, order=order) for order, run in enumerate(unbroken(runs, page.shapes))
    ]
    whole: list[Row] = []
    for line in lines(found):
        whole += _put_together(line, page.shapes)
    _widen_bands(whole, page.shapes)
    return sorted(whole, key=lambda piece: piece.order)


def _widen_bands(found: Sequence[Row], shapes: Shapes) -> None:
    """Let what stands alone on a band or above a rule across the text reach as far as that does."""
    if not found:
        return
    width = max(row.right for row in found) - min(row.left for row in found)
    for band in shapes.boxes:
        if band[2] - band[0] >= _ACROSS * width:
            on_band = [row for row in found if holds(band, row)]
            if len(on_band) == 1:
                on_band[0].right = max(on_band[0].right, band[2])


def lines(found: Iterable[Row]) -> list[list[Row]]:
    """Return what stands on one baseline, from left to right; the lines from top to bottom."""
    grouped: list[list[Row]] = []
    for piece in sorted(found, key=lambda piece: piece.baseline):
        if not grouped or not on_one_line(grouped[-1][-1], piece):
            grouped.append([piece])
        elif any(_is_printed_over(other, piece) for other in grouped[-1]):
            larger = piece.main.size > max(other.main.size for other in grouped[-1])
            grouped.insert(len(grouped) - larger, [piece])
        else:
            grouped[-1].append(piece)
    for line in grouped:
        line.sort(key=lambda piece: piece.left)
    return grouped


def on_one_line(row: Row, other: Row) -> bool:
    """Say whether two rows stand beside each other on one baseline."""
    size = min(row.main.size, other.main.size)
    return abs(row.baseline - other.baseline) <= _BASELINE * size


def _is_printed_over(row: Row, other: Row) -> bool:
    """Say whether a heading and the text under it stand so near that one is drawn over the other.

    They are two lines, the heading first.
    """
    small, large = sorted((row.main.size, other.main.size))
    right = min(row.words[-1].right, other.words[-1].right)  # what is drawn, without its band
    overlap = right - max(row.left, other.left)
    return small < _HEADING * large and overlap > large


def is_next_line(before: Row, row: Row) -> bool:
    """Say whether no more white than between lines of a text is between two rows."""
    return row.baseline - before.words[-1].baseline <= _LINE_PITCH * row.main.size


def joined(found: Sequence[Row], *, gap: bool = False) -> Row:
    """Return one row of several pieces of it, with a wide gap between them where it is said."""
    if len(found) == 1:
        return found[0]
    words: list[Word] = []
    gaps: set[int] = set()
    for row in found:
        gaps |= {len(words) + index for index in row.gaps}
        if gap and words:
            gaps.add(len(words))
        words += row.words
    return Row(found[0].page, words, gaps, min(row.order for row in found))


def wrapped(row: Row, after: Row) -> Row:
    """Return the one text of two rows below each other, at the place of the first."""
    whole = joined([row, after])
    whole.baseline = row.baseline
    return whole


def mark_gaps(found: Sequence[Row], shapes: Shapes) -> None:
    """Mark the wide gaps of finished rows.

    Also narrower ones: at a tab stop of other rows, where a bold label ends, between boxes.
    """
    for row in found:
        row.gaps |= _wide_gaps(row, shapes)
    stops = Counter(round(row.words[min(row.gaps)].left) for row in found if row.gaps)
    for row in found:
        if not row.gaps:
            row.gaps |= _narrow_gap(row, stops)


def _wide_gaps(row: Row, shapes: Shapes) -> set[int]:
    first = 2 if row.bullet else 1
    places = range(first, len(row.words))
    spaces = {at: _gap(row.words[at - 1], row.words[at]) for at in places}
    if is_letter_spaced(row.words):
        usual = statistics.median(spaces.values())
        return {at for at, space in spaces.items() if space > max(_WIDE_GAP, _NEW_FIELD * usual)}
    usual = statistics.median(spaces.values()) if len(spaces) >= _FEWEST_GAPS else _WIDE_GAP
    wide = min(_WIDE_GAP, max(_FIELD_GAP, _MUCH_WIDER * usual))
    return {
        at
        for at, space in spaces.items()
        if space > wide
        or (row.words[at].icon and not row.words[at - 1].icon)
        or (space > _TOUCHING and shapes.part(row.words[at - 1], row.words[at]))
    }


def is_letter_spaced(words: Sequence[Word]) -> bool:
    """Say whether the words are the letters of spaced-out ones.

    Some letters are drawn in pairs: 'C O N TA C T'. Those of small letters stand nearer to each
    other than words do.
    """
    single = sum(len(word.text) == 1 for word in words)
    if len(words) < _SPACED_LETTERS or single == len(words):
        return single >= _SPACED_LETTERS
    if sum(len(word.text) for word in words) > _PAIRED * len(words) or words[0].icon:
        return False
    if single >= _MOSTLY_SINGLE * len(words) and all(word.text.isupper() for word in words):
        return len(words) > _SPACED_LETTERS
    gaps = [_gap(*pair) for pair in pairwise(words)]
    return single >= _SOME_SINGLE * len(words) and statistics.median(gaps) < _TIGHT


def _narrow_gap(row: Row, stops: Counter[int]) -> set[int]:
    if is_letter_spaced(row.words):
        return set()
    for index in range(2 if row.bullet else 1, len(row.words)):
        before, word = row.words[index - 1], row.words[index]
        gap = _gap(before, word)
        label_ends = before.bold and not word.bold
        at_stop = stops[round(word.left)] > 1
        if (at_stop and gap > _STOP_GAP) or (label_ends and gap > _LABEL_GAP):
            return {index}
    return set()


def _put_together(line: Sequence[Row], shapes: Shapes) -> list[Row]:
    """Join neighbours that were drawn at different times, and bullets with what they mark."""
    found: list[Row] = []
    for piece in line:
        before = found[-1] if found else None
        if before is not None and _belong(before, piece, shapes):
            found[-1] = joined([before, piece])
        else:
            found.append(piece)
    return found


def _belong(before: Row, piece: Row, shapes: Shapes) -> bool:
    gap = _gap(before.words[-1], piece.words[0])
    if piece.words[0].icon or gap < -1:
        return False
    if len(before.words) == 1 and (before.bullet or before.words[0].icon):
        return gap < _MARKER_GAP
    return gap < _TOUCHING and not shapes.part(before.words[-1], piece.words[0])


def _gap(before: Word, word: Word) -> float:
    """Return the space between two words in units of the font size."""
    return (word.left - before.right) / max(before.size, word.size, 1.0)


def _follows(before: Word, word: Word, shapes: Shapes) -> bool:
    """Say whether the word goes on where the one drawn before it ends."""
    overlap = min(before.bottom, word.bottom) - max(before.top, word.top)
    shorter = min(before.bottom - before.top, word.bottom - word.top)
    if overlap < _SAME_ROW_OVERLAP * max(shorter, 1.0):
        return False
    gap = _gap(before, word)
    letters = len(before.text) == len(word.text) == 1 and word.text.isalpha()
    if not -1 <= gap <= (_LETTER_GAP if letters else _PIECE_GAP):
        return False
    return gap < _TOUCHING or not shapes.part(before, word)
