"""Section headings in seven languages: text to the kind of section."""

import re
from functools import lru_cache

from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.cv.heading_phrases import CONTACT, PHRASES, TITLES
from aicvgen.model.extractive.cv.heading_words import ENDINGS, NOUNS, QUALIFIERS

_TELLING = (
    Kind.VOLUNTEER,
    Kind.LANGUAGES,
    Kind.PUBLICATIONS,
    Kind.AWARDS,
    Kind.REFERENCES,
    Kind.INTERESTS,
    Kind.CERTIFICATES,
    Kind.PROJECTS,
    Kind.EDUCATION,
    Kind.SKILLS,
    Kind.WORK,
    Kind.QUALIFICATIONS,
    Kind.SUMMARY,
    Kind.CUSTOM,
)
"""Kinds by how much their words tell: a 'volunteer experience' is no 'experience'."""
_MAX_WORDS = 6
_FEWEST_LETTERS = 4
_AND = re.compile(r"\s*(?:&|\+|/|,|;|\||•|·|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bed\b|\ben\b)\s*")
_PUNCTUATION = re.compile(r"^[\W\d_]+|[\W_]+$")
_NUMBER = re.compile(r"^(?:[ivx]{1,4}|[a-h])[.)]\s+")
_HALF = re.compile(r"(?<![^\W\d_])[^\W\d_]++- and ")
"""The first half of two compounds that share their end: the word 'Fach-' of two kinds."""
_SCHOOL = re.compile(
    r"(?:universit\w+|universidade?|école|escuela|escola|scuola|istituto|instituto?|akademie|"
    r"academ\w+|school|college) (?:of|des?|du|del|di|della|degli|dei|do|da|für|voor|van)\b"
)
"""A school's name has words of headings: 'Università degli Studi di …'."""
_FIRST_HALF = re.compile(r"([^\W\d_]+)- and [^\W\d_]*?(erfahrung|praxis|bildung|kenntnisse)")
"""Two compounds that share such an end are of the kind of the first: 'Berufs- und …erfahrung'."""
_CONTINUED = re.compile(
    r"\s*[(\[–—-]?\s*(?:continued|cont['.]?d?\.?|fortsetzung|forts\.|suite|continuación|continuazione|"
    r"segue|continuação|vervolg)\s*[)\]]?$"
)


def is_contact(text: str) -> bool:
    """Say whether a heading stands above contact details, which are no section of their own."""
    return normalise(text) in _set(CONTACT)


def is_document_title(text: str) -> bool:
    """Say whether the text is what documents are called, above or beside the name."""
    return normalise(text) in _set(TITLES)


def is_continued(text: str) -> bool:
    """Say whether the heading says that its section goes on: 'Experience (continued)'."""
    return bool(_CONTINUED.search(text.casefold()))


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Kind | None:
    """Return the kind of section a line announces if its whole text is a known heading.

    It is one by itself, or is made of nothing but words of headings.
    """
    name = normalise(text)
    exact = _table().get(name) or _spaced(text)
    if exact is not None:
        return exact
    first = _FIRST_HALF.fullmatch(name)
    if first and (whole := _kind_of_part(first[1] + first[2])):
        return whole
    words = _words(_HALF.sub("and ", name))
    known = len(words) <= _MAX_WORDS and all(
        _kind_of_word(word) or word in _set(QUALIFIERS) or word == "and" for word in words
    )
    return _composed(name) if known else None


@lru_cache(maxsize=4096)
def likely_kind_of(text: str) -> Kind | None:
    """Return the kind of a heading that has some known words: 'Hospital Experience'.

    For lines that look like headings; a sentence with such a word would be taken for one.
    """
    exact = kind_of(text)
    if exact is not None:
        return exact
    name = normalise(text)
    known = len(_words(name)) <= _MAX_WORDS and not _SCHOOL.match(name)
    return _composed(name) if known else None


def kinds_of(text: str) -> tuple[Kind, ...]:
    """Return the kinds a compound heading names: 'Education & Skills'."""
    kinds = (_kind_of_part(part) for part in _AND.split(normalise(text)))
    return tuple(dict.fromkeys(kind for kind in kinds if kind))


@lru_cache(maxsize=4096)
def normalise(text: str) -> str:
    """Fold case, numbers and punctuation at the ends, and the spellings of 'and'."""
    folded = text.casefold().replace("’", "'").replace("\t", " ")
    folded = _CONTINUED.sub("", folded)
    folded = _NUMBER.sub("", _PUNCTUATION.sub("", folded))
    return _AND.sub(" and ", folded) if _AND.search(folded) else folded


def _composed(name: str) -> Kind | None:
    """Return the kind of the first part between 'and's that tells one of the usual kinds."""
    kinds = [kind for part in _AND.split(name) if (kind := _kind_of_part(part))]
    return next((kind for kind in kinds if kind is not Kind.CUSTOM), kinds[0] if kinds else None)


def _kind_of_part(part: str) -> Kind | None:
    whole = _table().get(part)
    if whole is not None:
        return whole
    named = {kind for word in _words(part) if (kind := _kind_of_word(word))}
    return next((kind for kind in _TELLING if kind in named), None)


def _kind_of_word(word: str) -> Kind | None:
    kind = _nouns().get(word)
    if kind is not None:
        return kind
    return next((ENDINGS[ending] for ending in _endings() if word.endswith(ending)), None)


def _spaced(text: str) -> Kind | None:
    """Return the kind of a letter-spaced heading: 'S K I L L S'."""
    pieces = text.casefold().split()
    if len(pieces) < _FEWEST_LETTERS or any(len(piece) > 1 for piece in pieces):
        return None
    return _joined_table().get("".join(pieces))


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", name)


@lru_cache(maxsize=1)
def _table() -> dict[str, Kind]:
    return {normalise(name): kind for kind, names in PHRASES.items() for name in names.split("|")}


@lru_cache(maxsize=1)
def _joined_table() -> dict[str, Kind]:
    """Return the known headings without their spaces."""
    return {re.sub(r"\W", "", name): kind for name, kind in (_table() | _nouns()).items()}


@lru_cache(maxsize=1)
def _nouns() -> dict[str, Kind]:
    return {word: kind for kind, words in NOUNS.items() for word in words.split("|")}


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(sorted(ENDINGS, key=len, reverse=True))


@lru_cache(maxsize=4)
def _set(names: str) -> frozenset[str]:
    return frozenset(names.split("|"))
