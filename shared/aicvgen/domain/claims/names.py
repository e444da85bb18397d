"""Names in a sentence: people, employers, products, places, tools, acronyms."""

import re
from collections.abc import Iterator

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.dates import without_dates
from aicvgen.domain.claims.nouns import is_ordinary_noun
from aicvgen.domain.draft import FindingKind

_TOKEN = re.compile(r"\.NET\b|[A-Za-z](?:\+\+|#)|[^\W_]+(?:['\u2019][^\W_]+)?")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•]|\n)\s*[\"\u201e\u201c(\u2018']*$")
_TOOL = re.compile(
    r"^(?:\.NET|.*[+#]|[^\W\d_]*[A-ZÄÖÜ][^\W_]*[A-ZÄÖÜ][^\W_]*|[A-ZÄÖÜ][a-z]*\d\w*|[a-z]\d+[a-z])$"
)
_POSSESSIVE = re.compile(r"['\u2019]s?$", re.IGNORECASE)
_PRONOUNS = frozenset({"i", "i'm", "i've", "sie", "ihr", "ihre", "ihnen"})
_JOINING = frozenset(("and", "or", "of", "in", "for", "with", "und", "oder", "von", "für", "mit"))
_SHORTEST_PART = 4
_GERMAN_ENDING = re.compile(r"(?:innen|in|ern|er|en|es|e|n|s)$")


def names_in(text: str, language: str) -> Iterator[Claim]:
    """Yield each word that names something.

    At the start of a sentence only acronyms and words with inner capitals, digits or signs do.
    German writes every noun with a capital: its everyday nouns are no names.
    """
    for found in _TOKEN.finditer(without_dates(text)):
        word = _POSSESSIVE.sub("", found[0])
        if word.casefold() in _PRONOUNS or not word:
            continue
        if _TOOL.match(word) or (_is_capitalised(word) and not _starts(text, found.start())):
            if language == "de" and not _TOOL.match(word) and is_ordinary_noun(word):
                continue
            yield Claim(FindingKind.NAME, word, word.casefold())


def words_in(text: str) -> Iterator[Claim]:
    """Yield every word of a text as if it named something; words that only join are left out."""
    for found in _TOKEN.finditer(text):
        word = _POSSESSIVE.sub("", found[0])
        if word.casefold() not in _JOINING:
            yield Claim(FindingKind.NAME, word, word.casefold())


def words_known(text: str) -> frozenset[str]:
    """Return the keys of all words that a text is evidence for."""
    return frozenset(_POSSESSIVE.sub("", found[0]).casefold() for found in _TOKEN.finditer(text))


def supported(claim: Claim, evidence: frozenset[str], language: str) -> bool:
    """Say whether a name stands in the evidence, also inflected; in German also in a compound.

    A tool is never inflected: Java is not JavaScript, C is not C++.
    """
    if claim.key in evidence:
        return True
    if _TOOL.match(claim.words):
        return claim.key.removesuffix("s") in evidence or f"{claim.key}s" in evidence
    return any(_is_inflected(claim.key, known, language) for known in evidence)


def _is_inflected(key: str, known: str, language: str) -> bool:
    if language == "de":
        return _is_inflected_german(key, known)
    short, long = sorted((key, known), key=len)
    return len(short) >= _SHORTEST_PART and long in {f"{short}s", f"{short}es"}


def _is_inflected_german(key: str, known: str) -> bool:
    """Compare without endings, also with the first and the last part of a compound."""
    part, whole = (_GERMAN_ENDING.sub("", word) for word in (key, known))
    if min(len(part), len(whole)) < _SHORTEST_PART:
        return False
    return whole.startswith(part) or whole.endswith(part) or part.endswith(whole)


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and len(word) > 1


def _starts(text: str, at: int) -> bool:
    return bool(_SENTENCE_START.search(text[:at]))
