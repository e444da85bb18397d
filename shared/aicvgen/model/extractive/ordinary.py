"""Terms that are phrases of ordinary English words: knife skills, and no name such as Opera."""

from aicvgen.domain.claims.words.wordnet import senses
from aicvgen.model.extractive.cv.gazetteer import known
from aicvgen.model.extractive.terms import terms_in

_PRODUCTS = frozenset((
    "access", "base", "blackboard", "buffer", "canvas", "clover", "copper", "crystal", "drift",
    "front", "gusto", "hive", "linear", "logic", "maple", "minitab", "monday", "numbers", "opera",
    "pages", "pastel", "pivot", "reason", "scratch", "segment", "simplicity", "square", "stage",
    "stripe", "teams", "toast", "unity", "windows", "wave", "word",
))  # fmt: skip
"""Everyday words that software is called by, where no table says so."""


def is_phrase(text: str) -> bool:
    """Say whether a term of several words begins with an ordinary one that names nothing.

    A word alone may be anything's name, and so may whatever has a capital beyond its first letter.
    """
    first, _, rest = text.partition(" ")
    if not rest or not text[1:].islower():
        return False
    low = first.lower()
    found = (*terms_in(first, "en"), *terms_in(text, "en"))
    name = low in _PRODUCTS or known(low) or any(term.name[:1].isupper() for term in found)
    return bool(senses(low)) and not name
