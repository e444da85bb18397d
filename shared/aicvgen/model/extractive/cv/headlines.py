"""Whether a row at the top of a CV is the professional title of the person."""

import re

from aicvgen.model.extractive.cv import headings, lexicon, links, places
from aicvgen.model.extractive.cv.names import names_document

_MAX_CHARS = 120
_MAX_PLAIN_WORDS = 6
_MAX_PLAIN_PARTS = 2
_MAX_DIGITS = 2
_MAX_TITLE_WORDS = 14
_OPEN_END = re.compile(r"(?:,|&|/|\(|\b(?:of|for|and|de|du|des|für|und|et|di|e|y|van|en|do|da))$")
_PARTS = re.compile(r"\s*[,;|/•·∙●◦‧⋄◇\t]\s*")

_LEGAL_FORM = re.compile(
    r"(?:\b(?:inc|llc|ltd|limited|corp|corporation|gmbh|ag|kg|se|plc)\.?|e\.\s?v\.)$", re.IGNORECASE
)


def is_headline(text: str, *, under_name: bool) -> bool:
    """Say whether a text is a professional title.

    It names a job, or it stands directly under the name and is nothing else we know: no school,
    employer, heading, list of skills or links, or what documents are called.
    """
    if len(text) > _MAX_CHARS or text.endswith(".") or names_document(text):
        return False
    if lexicon.title_score(text) > 1:
        return len(text.split()) <= _MAX_TITLE_WORDS or len(_PARTS.split(text)) > 1
    return under_name and _is_plain(text)


def split_at_place(text: str) -> list[str]:
    """Return a title and the place behind it, 'Payroll Clerk, York, UK', as two texts."""
    pieces = text.split(", ")
    for cut in range(1, len(pieces)):
        title, place = ", ".join(pieces[:cut]), ", ".join(pieces[cut:])
        if places.is_address(place) and lexicon.title_score(title) > 1:
            return [title, place]
    return [text]


def is_open(text: str) -> bool:
    """Say whether a title must go on: it ends within parentheses or with a word that joins."""
    return text.count("(") > text.count(")") or _OPEN_END.search(text.strip()) is not None


def _is_plain(text: str) -> bool:
    if sum(char.isdigit() for char in text) > _MAX_DIGITS or not text[:1].isupper():
        return False
    if headings.likely_kind_of(text) or headings.is_contact(text):
        return False
    parts = _PARTS.split(text)
    few = len(text.split()) <= _MAX_PLAIN_WORDS and len(parts) <= _MAX_PLAIN_PARTS
    institution = lexicon.is_school(text) or _LEGAL_FORM.search(text)
    return few and not institution and not any(links.is_label(part) for part in parts)
