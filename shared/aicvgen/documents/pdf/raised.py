"""Small letters and digits above the line: part of the word that they follow."""

from collections.abc import Iterable
from dataclasses import replace

from aicvgen.documents.pdf.looks import is_raised
from aicvgen.documents.pdf.words import Word

_TOUCHING = 0.12
"""In units of the font size: a wider gap is a space."""
_EXPONENTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def settled(words: Iterable[Word]) -> list[Word]:
    """Return the words, what is raised put on the line of the word that it touches.

    Letters behind a digit are one word with it, and with what touches them: '1', 'st', '/50'.
    Digits stay raised: 10 with a raised 6 is not 106.
    """
    found: list[Word] = []
    open_end = False
    for word in words:
        before = found[-1] if found else None
        if before is None or not _touches(before, word):
            found.append(word)
            open_end = False
        elif is_raised(word.size, before.baseline - word.baseline, before.size):
            digits = word.text.isdecimal()
            open_end = digits or (before.text[-1].isdigit() and word.text[0].isalpha())
            if open_end:
                found[-1] = _one(before, word, word.text.translate(_EXPONENTS if digits else {}))
            else:
                found.append(replace(word, baseline=before.baseline))
        elif open_end and word.baseline == before.baseline:
            found[-1] = _one(before, word, word.text)
        else:
            found.append(word)
            open_end = False
    return found


def _touches(before: Word, word: Word) -> bool:
    gap = abs(word.left - before.right)
    overlap = min(before.bottom, word.bottom) - max(before.top, word.top)
    return gap <= _TOUCHING * before.size and overlap > 0 and not (before.icon or word.icon)


def _one(before: Word, word: Word, text: str) -> Word:
    return replace(
        before,
        text=before.text + text,
        top=min(before.top, word.top),
        right=max(before.right, word.right),
        bottom=max(before.bottom, word.bottom),
    )
