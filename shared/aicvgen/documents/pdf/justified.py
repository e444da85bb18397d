"""Lines of justified text whose word spaces are as wide as the white between columns."""

from collections.abc import Sequence
from itertools import pairwise

from aicvgen.documents.pdf.shapes import Shapes
from aicvgen.documents.pdf.words import Word

_WIDEST = 1.6
"""In units of the font size: a wider gap is no word space."""
_EVEN = 1.5
"""The widest word space of a line is at most this many times its narrowest."""
_FEWEST = 4
"""Spaces of fewer words may be even by chance."""
_SAME_EDGE = 1.0
_BASELINE = 0.35
_LINE_PITCH = 1.75
"""In units of the font size."""

Run = list[Word]


def unbroken(runs: Sequence[Run], shapes: Shapes) -> list[Run]:
    """Return the runs of words, those put together that are one line of justified text.

    Its spaces are even, and a line next to it begins and ends where it does.
    """
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _may_follow(groups[-1][-1][-1], run[0], shapes):
            groups[-1].append(run)
        else:
            groups.append([run])
    whole = [[word for run in group for word in run] for group in groups]
    found: list[Run] = []
    for group, words in zip(groups, whole, strict=True):
        loose = len(group) > 1 and _is_even(words)
        if loose and any(_is_beside(words, other) for other in whole):
            found.append(words)
        else:
            found += group
    return found


def _may_follow(before: Word, word: Word, shapes: Shapes) -> bool:
    return (
        not (before.icon or word.icon)
        and before.size == word.size
        and abs(before.baseline - word.baseline) <= _BASELINE * word.size
        and 0 < word.left - before.right <= _WIDEST * word.size
        and not shapes.part(before, word)
    )


def _is_even(words: Run) -> bool:
    gaps = [after.left - before.right for before, after in pairwise(words)]
    return len(words) >= _FEWEST and max(gaps) <= _EVEN * min(gaps)


def _is_beside(words: Run, other: Run) -> bool:
    """Say whether the other is the line above or below, with the same edges and type."""
    pitch = abs(words[0].baseline - other[0].baseline)
    return (
        0 < pitch <= _LINE_PITCH * words[0].size
        and abs(words[0].left - other[0].left) <= _SAME_EDGE
        and abs(words[-1].right - other[-1].right) <= _SAME_EDGE
        and words[0].size == other[0].size
    )
