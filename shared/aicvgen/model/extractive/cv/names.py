"""The person's name among the rows at the top of a document."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import headings, labels, lexicon, places, styled
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.urls import is_url

_MAX_WORDS, _MOST_WORDS = 5, 8
"""Words of a name beside its particles: as a rule, and where other signs say that it is one."""
_INITIAL = re.compile(r"[^\W\d_]\.\s")
_TOP = 8
_MIN_CHARS = 3
_MAX_PRELUDE = 4
_FEWEST_SPACED, _MOST_SPACED = 5, 2
"""A letter-spaced row has so many words at least, and so many letters to a word at most."""
_LOCAL_PART = re.compile(r"(?<![\w.+-])([\w.+-]++)@")
SET_APART = 1.3
"""A row so many times larger than all others is a name, whatever its words mean."""
_DOCUMENT = frozenset(
    [
        "resume",
        "résumé",
        "cv",
        "curriculum",
        "vitae",
        "lebenslauf",
        "bewerbung",
        "sample",
        "template",
    ]
)
_TITLED = re.compile(
    r"(?:tabellarischer )?(?:lebenslauf|curriculum vitae|cv|résumé|resume)"
    r"(?:\s*[:|–—-]\s*|\s+(?:von|of|for|de|di)\s+|\s+)(?=\S+\s+\S)",
    re.IGNORECASE,
)
"""What documents are called, in front of a name: 'Lebenslauf von Ada Fernsby'."""
_ENDS = re.compile(r"\t|\s*[|•·]\s*|,\s|\s[-–—]\s")


def addressed_row(rows: Sequence[Row]) -> Row | None:
    """Return the first row like a name whose words are in an e-mail address of the rows."""
    known = addressed(rows)
    found = next((row for row in rows if name_in(row.text) and is_addressed(row, known)), None)
    return _with_second_half(found, rows) if found else None


def name_row(rows: Sequence[Row]) -> Row | None:
    """Return the row most like a name: the one in the e-mail address, the largest, the first."""
    known = addressed(rows)
    if rows and _set_apart(rows, known):
        return _with_second_half(rows[0], rows)
    candidates = [row for row in rows[:_TOP] if name_in(row.text)]
    candidates = [row for row in candidates if is_addressed(row, known)] or candidates
    candidates = [row for row in candidates if len(row.text) >= _MIN_CHARS] or candidates
    usual = min((row.line.size for row in rows), default=0)
    candidates = [
        row
        for row in candidates
        if row is rows[0] or " " in name_in(row.text) or row.line.size > usual
    ]
    if not candidates:
        return None
    largest = max(row.line.size for row in candidates)
    top = [row for row in candidates if row.line.size >= largest - 0.1]
    marked = [row for row in top if row.line.role is Role.HEADING and row.line.level == 1]
    return _with_second_half(_first_half((marked or top)[0], rows), rows)


def addressed(rows: Sequence[Row]) -> str:
    """Return what stands before the @ of all e-mail addresses of the rows."""
    text = " ".join(part for row in rows for part in (row.text, *row.line.links))
    return " ".join(_plain(local) for local in _LOCAL_PART.findall(text))


def is_addressed(row: Row, known: str) -> bool:
    """Say whether a word of the row is in an e-mail address and is no job."""
    words = _plain(styled.bare(name_in(row.text, strict=False))).split()
    return any(
        len(word) >= _MIN_CHARS and word in known and not lexicon.title_score(word)
        for word in words
    )


def closed(row: Row, rows: Sequence[Row]) -> Row:
    """Return a row of single letters as words, where the e-mail address says how they divide.

    'A D A F ER N S B Y' above 'ada@example.org' is 'ADA FERNSBY'.
    """
    words = row.text.split()
    letters = "".join(words)
    if len(words) < _FEWEST_SPACED or len(letters) > _MOST_SPACED * len(words):
        return row
    folded = _plain(letters)
    parts = [part for part in re.split(r"[\W\d_]+", addressed(rows)) if part in folded]
    if len(folded) != len(letters) or not any(len(part) >= _MIN_CHARS for part in parts):
        return row
    cuts = {folded.index(part) for part in parts if len(part) >= _MIN_CHARS}
    cuts |= {folded.index(part) + len(part) for part in parts if len(part) >= _MIN_CHARS}
    edges = sorted({0, len(letters), *cuts})
    text = " ".join(letters[start:end] for start, end in pairwise(edges))
    return row.with_text(text.replace(" - ", "-").replace("- ", "-").replace(" -", "-"))


def _plain(text: str) -> str:
    """Return the text without accents and case."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _set_apart(rows: Sequence[Row], known: str) -> bool:
    """Say whether the first row is a name by its look alone, whatever its words mean.

    A job title is none, but for one whose words are in the e-mail address: 'Mary Baker'.
    """
    first, others = rows[0], rows[1:]
    if first.text.islower() and " " in first.text and is_addressed(_in_capitals(first), known):
        return first.line.size > SET_APART * max((row.line.size for row in others), default=0) > 0
    if not name_in(first.text, strict=False) or len(first.text.split()) == 1:
        return False
    if lexicon.title_score(first.text) > 1 and not is_addressed(first, known):
        return False
    if first.line.role is Role.HEADING:
        return first.line.level == 1
    if not name_in(first.text):
        return is_addressed(first, known)
    return bool(others) and first.line.size > SET_APART * max(row.line.size for row in others) > 0


def _in_capitals(row: Row) -> Row:
    return row.with_text(row.text.title())


def _with_second_half(name: Row, rows: Sequence[Row]) -> Row:
    """Return the name with its other parts from the next rows, set as large as the first."""
    if name.line.box is None or name not in rows:
        return name
    for after in rows[rows.index(name) + 1 :]:
        if _is_whole(name) or not _is_half(after, name, rows):
            break
        text = f"{name.text} {after.text}".replace("- ", "-")
        name = Row(text, name.lines + after.lines, name.line, after.line)
    return name


def _first_half(name: Row, rows: Sequence[Row]) -> Row:
    """Return the row above where it is the first half of a name: set alike and larger than text."""
    at = rows.index(name)
    if not at or _is_whole(name) or name.line.box is None:
        return name
    return rows[at - 1] if _is_half(rows[at - 1], name, rows) else name


def _is_whole(name: Row) -> bool:
    return len(styled.bare(name.text).split()) > 2  # noqa: PLR2004


def _is_half(row: Row, name: Row, rows: Sequence[Row]) -> bool:
    """Say whether a row is set like the other half of a name, larger than the text around it.

    Half a name may be a town's name, too, but no job title.
    """
    sizes = [each.line.size for each in rows if each.style != name.style]
    single = len(row.text.split()) == len(name.text.split()) == 1
    alike = row.style == name.style or (
        single and (row.line.size, row.text.isupper()) == (name.line.size, name.text.isupper())
    )
    if not alike or not min(sizes, default=0) < name.line.size:
        return False
    return bool(name_in(row.text, strict=not single)) and lexicon.title_score(row.text) <= 1


@lru_cache(maxsize=4096)
def name_in(text: str, *, strict: bool = True) -> str:
    """Return the name a row starts with, or an empty text; strictly, a job title is no name.

    Titles, degrees and brackets that go with a name are part of it.
    """
    first = _first_piece(_untitled(_beside_address(text)))
    name = styled.bare(first)
    if not _spelt_like_a_name(name, _MAX_WORDS if strict else _MOST_WORDS) or is_url(name):
        return ""
    if strict and (lexicon.title_score(name) > 1 or places.is_place(name)):
        return ""
    labelled = labels.split(name)[0] and not _INITIAL.match(name)
    if headings.kind_of(name) or headings.is_contact(name) or labelled:
        return ""
    return first


def _untitled(text: str) -> str:
    """Return the text without what documents are called in front of it."""
    titled = _TITLED.match(text)
    return text[titled.end() :] if titled else text


def _beside_address(text: str) -> str:
    """Return the text without a place in a column of its own to the left."""
    first, _, rest = text.partition("\t")
    return rest if rest and places.is_address(first) else text


def _first_piece(text: str) -> str:
    """Return the first piece of a row that is neither a heading, a label nor initials."""
    pieces = [piece.strip() for piece in _ENDS.split(text.strip())]
    if len(pieces) > 1 and (
        headings.is_contact(pieces[0])
        or are_initials(pieces[0], pieces[1])
        or labels.split(pieces[0]) == (labels.NAME, pieces[0], "")
    ):
        return _with_what_follows(pieces[1], text)
    return _without_prelude(_with_what_follows(pieces[0], text))


def _with_what_follows(piece: str, text: str) -> str:
    """Return a piece of a text with the degrees and brackets behind it."""
    start = text.index(piece)
    return text[start : styled.end_with_what_follows(text, start + len(piece))]


def are_initials(text: str, name: str) -> bool:
    """Say whether a text is the initials of a name: 'AF' or 'ABF' of Ada B. Fernsby."""
    initials = "".join(word[0] for word in name.split())
    if not text.isupper() or not 1 < len(text) <= len(initials) or text[0] != initials[0]:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in text)


def _without_prelude(text: str) -> str:
    """Return the text without a heading or the initials of the name in front of it."""
    words = text.split()
    for cut in range(1, min(len(words), _MAX_PRELUDE)):
        if headings.is_contact(" ".join(words[:cut])):
            return " ".join(words[cut:])
    if len(words) > 2 and are_initials(words[0], " ".join(words[1:])):  # noqa: PLR2004
        return " ".join(words[1:])
    return text


def names_document(text: str) -> bool:
    """Say whether a word of the text is what documents are called: 'Functional Resume Sample'."""
    return not _DOCUMENT.isdisjoint(text.casefold().split())


def _spelt_like_a_name(text: str, most: int) -> bool:
    words = styled.words_alike(text)
    return 0 < styled.proper(words) <= most and not names_document(text)
