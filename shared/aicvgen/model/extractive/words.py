"""Words of a text with the stem they are compared by."""

import re
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

_WORD = re.compile(r"\.NET\b|\b[A-Za-z](?:\+\+|#)|[^\W_]+")
_ALGORITHM = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
}
_SHORTEST_STEMMED = 4


class Word(NamedTuple):
    """One word and where it stands."""

    text: str
    key: str
    """What it is compared by: folded and, where it is an ordinary word, stemmed."""
    start: int
    end: int


def words(text: str, language: str) -> tuple[Word, ...]:
    """Return the words of a text; `C++`, `C#` and `.NET` are words, a hyphen parts two."""
    return tuple(
        Word(found[0], key(found[0], language), found.start(), found.end())
        for found in _WORD.finditer(text)
    )


@lru_cache(maxsize=50_000)
def key(word: str, language: str) -> str:
    """Return what a word is compared by in texts of this language."""
    folded = word.casefold()
    if len(folded) < _SHORTEST_STEMMED or not folded.isalpha():
        return folded
    # A stemmer keeps the word it works on: threads must not share one.
    stemmer = snowballstemmer.stemmer(_ALGORITHM.get(language, "english"))
    return str(stemmer.stemWord(folded)).casefold()
