"""Spaces that are on the page and not in its text: PDFium misses them between narrow letters."""

import re
from collections.abc import Callable, Sequence

_NARROW = re.compile(r"(?=[rtfijlI1.,:;'\u2019!|()\[\]/-]{2})")
_LEAST = 0.12
"""A space is wider, in units of the font size."""
_ALIKE = 0.25
"""The spaces of a line differ by at most this share."""
_KERNED = 0.3
"""The white between the letters of a word is at most this share of a space."""

Gap = Callable[[int], float]
"""The white in points between two letters of a word, in front of the second, by its number."""


def lost(text: str, gap: Gap, size: float, beside: Callable[[], Sequence[float]]) -> list[int]:
    """Return where words begin in what was taken for one word.

    `beside` returns the spaces in front of the text and behind it on the same line, in points.
    """
    narrow = (match.start() + 1 for match in _NARROW.finditer(text))
    wide = [at for at in narrow if gap(at) > _LEAST * size]
    if not wide:
        return []
    spaces = beside()
    found = [at for at in wide if any(abs(gap(at) - each) <= _ALIKE * each for each in spaces)]
    if not found:
        return []
    widest = max((gap(at) for at in range(1, len(text)) if at not in found), default=0.0)
    return found if widest <= _KERNED * min(map(gap, found)) else []
