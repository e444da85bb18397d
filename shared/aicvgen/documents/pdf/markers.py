"""Bullets that are drawn as a figure and are no character of any font."""

from collections import Counter

from aicvgen.documents.pdf.shapes import Box
from aicvgen.documents.pdf.words import Word

_BULLET_SIZE = 0.5
"""A drawn bullet is at most this wide, in units of the font size."""
_BULLET_GAP = 2.0
_TEXT_GAP = 3.0
"""An icon may stand between the bullet and the text."""


def drawn_bullets(dots: list[Box], words: list[Word]) -> list[Word]:
    """Return a bullet for each dot alone in front of a text.

    Dots beside each other show a level, and one between two words parts them.
    """
    found: list[Word] = []
    for dot in dots:
        after = _marked_by(dot, dots, words)
        if after is not None:
            box = (dot[0], after.top, dot[2], after.bottom)
            found.append(Word("\u2022", *box, after.look, after.baseline))
    columns = Counter(round(word.left) for word in found)
    return [word for word in found if columns[round(word.left)] > 1]


def _marked_by(dot: Box, dots: list[Box], words: list[Word]) -> Word | None:
    """Return the word that begins the text behind a dot, or None where the dot is no bullet."""
    middle = (dot[1] + dot[3]) / 2
    level = [word for word in words if word.top < middle < word.bottom]
    after = min((word for word in level if word.left >= dot[2]), key=_left, default=None)
    if after is None or dot[2] - dot[0] > _BULLET_SIZE * after.size:
        return None
    room = _BULLET_GAP * after.size
    before = [word.right for word in level if word.right <= dot[0]]
    before += [other[2] for other in dots if other[1] < middle < other[3] and other[2] < dot[0]]
    beside = any(dot[2] < other[0] < after.left and other[1] < middle < other[3] for other in dots)
    far = after.left - dot[2] > _TEXT_GAP * after.size
    return None if far or beside or any(dot[0] - right < room for right in before) else after


def _left(word: Word) -> float:
    return word.left
