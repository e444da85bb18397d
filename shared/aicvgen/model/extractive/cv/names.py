"""The person's name among the rows at the top of a document."""

import re
import unicodedata
from collections.abc import Sequence

from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import headings, lexicon, places
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.urls import is_url

_NAME_WORD = re.compile(r"^(?:[^\W\d_][\w.'’`-]*|\"[^\"]+\")$")
_MAX_WORDS = 5
_TOP = 8
_MIN_CHARS = 3
_LOCAL_PART = re.compile(r"(?<![\w.+-])([\w.+-]++)@")
_SET_APART = 1.3
"""A row so many times larger than all others is a name, whatever its words mean."""
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


def name_first(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the name in front where it was read later than it is seen.

    In some layouts the name at the top of the page comes after a column. It is the largest text of
    the first page that is like a name: by far, or it is in the e-mail address, too.
    """
    page = [row for row in rows if row.line.page == rows[0].line.page]
    named = [row for row in page if row.line.size and name_in(row.text)]
    known = _addressed(page)
    owned = [row for row in named if _is_addressed(row, known)]
    largest = max(owned or named, key=lambda row: row.line.size, default=None)
    if largest is None:
        return list(rows)
    around = max((row.line.size for row in page if row.style != largest.style), default=0)
    if largest.line.size < (around if owned else _SET_APART * around):
        return list(rows)
    halves = [
        row
        for row in (largest, *rows[rows.index(largest) + 1 : rows.index(largest) + 2])
        if row.style == largest.style and name_in(row.text)
    ]
    return [*halves, *(row for row in rows if row not in halves)]


def name_row(rows: Sequence[Row]) -> Row | None:
    """Return the row most like a name: the one in the e-mail address, the largest, the first."""
    known = _addressed(rows)
    if rows and _set_apart(rows, known):
        return _with_second_half(rows[0], rows)
    candidates = [row for row in rows[:_TOP] if name_in(row.text)]
    candidates = [row for row in candidates if _is_addressed(row, known)] or candidates
    if not candidates:
        return None
    largest = max(row.line.size for row in candidates)
    top = [row for row in candidates if row.line.size >= largest - 0.1]
    marked = [row for row in top if row.line.role is Role.HEADING and row.line.level == 1]
    return _with_second_half((marked or top)[0], rows)


def _addressed(rows: Sequence[Row]) -> str:
    """Return what stands before the @ of all e-mail addresses of the rows."""
    text = " ".join(part for row in rows for part in (row.text, *row.line.links))
    return " ".join(_plain(local) for local in _LOCAL_PART.findall(text))


def _is_addressed(row: Row, known: str) -> bool:
    """Say whether a word of the row is in an e-mail address and is no job."""
    words = _plain(name_in(row.text, strict=False)).split()
    return any(
        len(word) >= _MIN_CHARS and word in known and not lexicon.title_score(word)
        for word in words
    )


def _plain(text: str) -> str:
    """Return the text without accents and case."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _set_apart(rows: Sequence[Row], known: str) -> bool:
    """Say whether the first row is a name by its look alone, whatever its words mean.

    A job title is none, but for one whose words are in the e-mail address: 'Mary Baker'.
    """
    first, others = rows[0], rows[1:]
    if not name_in(first.text, strict=False) or len(first.text.split()) == 1:
        return False
    if lexicon.title_score(first.text) > 1 and not _is_addressed(first, known):
        return False
    if first.line.role is Role.HEADING:
        return first.line.level == 1
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


def names_document(text: str) -> bool:
    """Say whether a word of the text is what documents are called: 'Functional Resume Sample'."""
    return not _DOCUMENT.isdisjoint(text.casefold().split())


def _spelt_like_a_name(text: str) -> bool:
    words = text.split()
    if not 0 < len(words) <= _MAX_WORDS or names_document(text):
        return False
    capital = all(word[0].isupper() or word in _PARTICLES for word in words)
    return capital and all(_NAME_WORD.match(word) for word in words)
