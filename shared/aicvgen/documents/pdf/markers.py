"""Bullets that are drawn as a figure, or are a picture out of a font."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from aicvgen.documents.pdf.grounds import Box
from aicvgen.documents.pdf.words import Word

_BULLET_SIZE = 0.5
"""A drawn bullet is at most this wide, in units of the font size."""
_BULLET_GAP = 2.0
_TEXT_GAP = 3.0
"""An icon may stand between the bullet and the text."""
_LINE_PITCH = 1.75
"""Items stand at most so far apart where nothing was wrapped, in units of the font size."""
_FEWEST = 2


def with_bullets(words: Sequence[Word]) -> list[Word]:
    """Return the words with a bullet for each picture that opens texts right below each other.

    Pictures in front of contact details differ, and those of dates and places are further apart.
    """
    columns: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for at, (word, after) in enumerate(pairwise(words)):
        if word.icon and _opens(words[at - 1] if at else None, word, after):
            columns[word.text, round(word.left)].append(at)
    bullets = {at for column in columns.values() if _is_list(column, words) for at in column}
    return [
        replace(word, text="\u2022", icon=False) if at in bullets else word
        for at, word in enumerate(words)
    ]


def _opens(before: Word | None, word: Word, after: Word) -> bool:
    """Say whether a picture stands alone in front of a text."""
    alone = before is None or abs(before.baseline - word.baseline) > word.size / 2
    beside = abs(after.baseline - word.baseline) < after.size / 2
    near = 0 <= after.left - word.right < _BULLET_GAP * after.size
    return alone and beside and near and not after.icon


def _is_list(column: Sequence[int], words: Sequence[Word]) -> bool:
    """Say whether the same picture opens lines without another picture between them."""
    pairs = [pair for pair in pairwise(column) if not _has_icon(words[pair[0] + 1 : pair[1]])]
    pitches = (
        (words[second].baseline - words[first].baseline) / words[second + 1].size
        for first, second in pairs
    )
    return sum(0 < pitch < _LINE_PITCH for pitch in pitches) >= _FEWEST


def _has_icon(words: Sequence[Word]) -> bool:
    return any(word.icon for word in words)


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
