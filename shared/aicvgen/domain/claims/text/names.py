"""Names in a sentence of any language: people, employers, products, places, tools, acronyms."""

import re
from collections.abc import Iterator

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.numbers.dates import without_dates
from aicvgen.domain.draft import FindingKind

_TOKEN = re.compile(r"\.NET\b|[A-Za-z](?:\+\+|#)|[^\W_]+(?:['\u2019][^\W_]+)?")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•]|\n)\s*[\"\u201e\u201c(\u2018']*$")
_TOOL = re.compile(
    r"^(?:\.NET|.*[+#]|[^\W\d_]*[A-ZÄÖÜ][^\W_]*[A-ZÄÖÜ][^\W_]*|[A-ZÄÖÜ][a-z]*\d\w*|[a-z]\d+[a-z]"
    r"|\d+:\d+|\w*\d\w*[^\W\d]\w*)$"
)
_POSSESSIVE = re.compile(r"['\u2019]s?$", re.IGNORECASE)
_PRONOUNS = frozenset({"i", "i'm", "i've", "sie", "ihr", "ihre", "ihnen"})
_SHORTEST_PART = 4


def is_tool(word: str) -> bool:
    """Say whether a word is written like a tool or an acronym, never like an everyday word."""
    return bool(_TOOL.match(word))


def names_in(text: str) -> Iterator[Claim]:
    """Yield each word that names something.

    At the start of a sentence only acronyms and words with inner capitals, digits or signs do.
    """
    for found in _TOKEN.finditer(without_dates(text)):
        word = _POSSESSIVE.sub("", found[0])
        if word.casefold() in _PRONOUNS or not word:
            continue
        starts = bool(_SENTENCE_START.search(text[: found.start()]))
        if is_tool(word) or (word[:1].isupper() and len(word) > 1 and not starts):
            yield Claim(FindingKind.NAME, word, word.casefold())


def words_known(text: str) -> frozenset[str]:
    """Return the keys of all words that a text is evidence for."""
    return frozenset(_POSSESSIVE.sub("", found[0]).casefold() for found in _TOKEN.finditer(text))


def supported(claim: Claim, evidence: frozenset[str]) -> bool:
    """Say whether a name stands in the evidence, also in the plural or the genitive.

    A tool is never inflected: Java is not JavaScript, C is not C++.
    """
    if claim.key in evidence:
        return True
    if is_tool(claim.words):
        return claim.key.removesuffix("s") in evidence or f"{claim.key}s" in evidence
    return any(
        len(short) >= _SHORTEST_PART and long in {f"{short}s", f"{short}es"}
        for known in evidence
        for short, long in [sorted((claim.key, known), key=len)]
    )
