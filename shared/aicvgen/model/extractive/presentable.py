"""Which terms present a person: skills and fields, and no everyday noun of some bullet."""

import re

from aicvgen.domain.claims.words.wordnet import senses
from aicvgen.domain.cv import Entry, Kind
from aicvgen.model.extractive.cv.spoken import is_language
from aicvgen.model.extractive.evidence import Piece, Wanted, wanted

LISTED = frozenset({Kind.QUALIFICATIONS, Kind.SKILLS})
_FIELDS = frozenset({Kind.WORK, Kind.EDUCATION, Kind.CERTIFICATES})
"""Titles, fields of study and certificates name what a person is versed in."""
_BROKEN = re.compile(
    r"^(?:and|or|und|oder|sowie|&|with|mit|in|of|the|other|etc)\s"
    r"|\s(?:and|or|und|oder|in|of|mit|with|the|&)$|[:;?!]|^[^\w.]|^\d+\s",
    re.IGNORECASE,
)
_QUALITY = re.compile(
    r"^(?:highly|very|sehr)\s|\s\w+(?:able|ible|ful|ous|oriented|driven)$", re.IGNORECASE
)
"""What something is, not what somebody can do."""
_NO_SKILLS = re.compile(
    r"führerschein|fahrerlaubnis|\bscheine\b|licen[cs]e|social media|interes|hobb|languages? spoken"
    r"|sprachen",
    re.IGNORECASE,
)
_COMPOUND = 12
"""Letters from which on a German word is as telling as two of another language."""
_INSIDE = re.compile(r"[A-ZÄÖÜ0-9+#./]")


def lists_skills(entry: Entry) -> bool:
    """Say whether an entry's terms are skills: not driving licences or accounts."""
    return not _NO_SKILLS.search(entry.title)


def is_whole(text: str) -> bool:
    """Say whether a term reads as one of its own: not `and Excel`, nor `Highly Scalable`."""
    return not (_BROKEN.search(text) or _QUALITY.search(text) or is_language(text.strip()))


def presents(want: Wanted, text: str, pieces: list[Piece], language: str) -> bool:
    """Say whether a term that these pieces name says what the person can do."""
    if not is_whole(text):
        return False
    if " " in text.strip() or _is_name(want, text, language):
        return True
    return any(_stands_alone(want, piece, language) for piece in pieces if not piece.is_fact)


def _is_name(want: Wanted, text: str, language: str) -> bool:
    """Say whether a word names a thing, such as Python, and is no everyday noun."""
    if _INSIDE.search(text[1:]):
        return True
    if want.name is not None:
        return want.name[:1].isupper() or (language == "de" and len(text) >= _COMPOUND)
    if language == "de":
        return len(text) >= _COMPOUND
    return text[:1].isupper() and not senses(text.casefold())


def _stands_alone(want: Wanted, piece: Piece, language: str) -> bool:
    if piece.kind in LISTED:
        return any(wanted(one, language).key == want.key for one in piece.text.split("; "))
    return piece.kind in _FIELDS
