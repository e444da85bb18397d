"""The person's name among the rows at the top of a document."""

import re
from collections.abc import Sequence

from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import headings, lexicon, places
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.urls import is_url

_NAME_WORD = re.compile(r"^(?:[^\W\d_][\w.'’`-]*|\"[^\"]+\")$")
_MAX_WORDS = 5
_TOP = 8
_BELOW = 3
_SET_APART = 1.3
"""A first row so many times larger than all others is a name, whatever its words mean."""
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "zu",
        "al",
        "el",
        "bin",
        "ibn",
        "ter",
        "y",
    ]
)
_DOCUMENT = frozenset(
    ["resume", "résumé", "cv", "curriculum", "vitae", "lebenslauf", "sample", "template"]
)
_ENDS = re.compile(r"\t|\s*[|•·]\s*|,\s|\s[-–—]\s")


def name_row(rows: Sequence[Row]) -> Row | None:
    """Return the row most like a name: the largest one, else the first one."""
    if rows and _set_apart(rows):
        return _with_second_half(rows[0], rows)
    candidates = [row for row in rows[:_TOP] if name_in(row.text)]
    if not candidates:
        return None
    largest = max(row.line.size for row in candidates)
    top = [row for row in candidates if row.line.size >= largest - 0.1]
    marked = [row for row in top if row.line.role is Role.HEADING and row.line.level == 1]
    return _with_second_half((marked or top)[0], rows)


def _set_apart(rows: Sequence[Row]) -> bool:
    """Say whether the first row is a name by its look alone, whatever its words mean."""
    first, others = rows[0], rows[1:]
    if not name_in(first.text, strict=False) or len(first.text.split()) == 1:
        return False
    if first.line.role is Role.HEADING:
        return first.line.level == 1
    if lexicon.title_score(first.text) > 1 and any(
        " " in name_in(row.text) for row in others[:_BELOW]
    ):
        return False
    return bool(others) and first.line.size > _SET_APART * max(row.line.size for row in others) > 0


def _with_second_half(name: Row, rows: Sequence[Row]) -> Row:
    """Return the name with its second half from the next row, set as large as the first."""
    after = next((row for row in rows if row.lines[0] == name.lines[-1] + 1), None)
    words = len(name.text.split())
    if after is None or words > 2 or not name.line.size or name.line.box is None:  # noqa: PLR2004
        return name
    usual = min(row.line.size for row in rows)
    if after.style != name.style or name.line.size <= usual or not name_in(after.text):
        return name
    return Row(f"{name.text} {after.text}", name.lines + after.lines, name.line, after.line)


def name_in(text: str, *, strict: bool = True) -> str:
    """Return the name a row starts with, or an empty text; strictly, a job title is no name."""
    first = _ENDS.split(text.strip())[0].strip()
    if not _spelt_like_a_name(first) or is_url(first):
        return ""
    if strict and (lexicon.title_score(first) > 1 or places.is_place(first)):
        return ""
    if headings.kind_of(first) or headings.is_contact(first):
        return ""
    return first


def _spelt_like_a_name(text: str) -> bool:
    words = text.split()
    if not 0 < len(words) <= _MAX_WORDS or _DOCUMENT & set(text.casefold().split()):
        return False
    capital = all(word[0].isupper() or word in _PARTICLES for word in words)
    return capital and all(_NAME_WORD.match(word) for word in words)
