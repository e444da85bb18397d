"""What is said to be the most of its kind: the largest branch, der beste Umsatz."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.tokens import Token
from aicvgen.domain.draft import FindingKind

_GERMAN = re.compile(
    r"(?P<most>\w*(?:best|größt|höchst|kleinst|längst|kürzest|stärkst|schnellst|modernst"
    r"|jüngst|ältest|(?:ig|lich|isch|reich|sam|bar|voll)st))"
    r"e[nrsm]?"
)
_ENGLISH = re.compile(
    r"best|largest|biggest|greatest|highest|fastest|quickest|longest|strongest|youngest|smallest|busiest"
    r"|oldest|finest"
)
_SAME = {"biggest": "largest", "greatest": "largest", "fastest": "quickest", "höchst": "größt"}
"""Superlatives that say the same as another."""
_AS_GOOD_AS = {
    "top": "highest", "maximum": "highest", "bestnote": "best", "bestwert": "best",
    "bestleistung": "best", "bestzeit": "schnellst", "höchstnote": "best", "maximal": "größt",
}  # fmt: skip
"""Words that tell a superlative without being one."""
_HOW_MUCH = frozenset({"am", "at", "mindestens"})
"""Before a superlative that ranks nothing: am besten, at best."""
_ONE_OF = frozenset({
    "one", "among", "eine", "einer", "eines", "einem", "einen", "ein", "zu", "second", "third",
    "fourth", "fifth", "2nd", "3rd", "4th",
})  # fmt: skip
"""Words that make it less: one of the largest, second best."""
_OF = frozenset({"of", "the", "der", "den", "des"})
_FARTHEST = 3
_GROWING = frozenset({"more", "fewer", "additional"})


def superlatives(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each superlative that no text states, or that all make less: second best is not."""
    told = [(key, less) for unit in units for _, key, less in _most(unit)]
    told += [
        (_AS_GOOD_AS[token.low], False)
        for unit in units
        for token in unit.tokens
        if token.low in _AS_GOOD_AS
    ]
    for token, key, less in _most(text):
        if not any(key == other and (less or not lower) for other, lower in told):
            yield Claim(FindingKind.UNIVERSAL, token.text, key)


def unsaid_growth(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each `more merchants` of an English sentence whose facts tell of no more of them.

    Two more nurses are counted, one or more clients are not compared.
    """
    counted = {number.last for number in text.quantities}
    told = {token.low for unit in units for token in unit.tokens}
    for word in text.words if text.language == "en" and not told & _GROWING else ():
        before = [token.low for token in text.tokens[max(0, word.at - 2) : word.at]]
        after = {token.low for token in text.tokens[word.at : word.at + _FARTHEST]}
        grows = set(before[-1:]) & _GROWING and word.text.endswith("s") and "than" not in after
        fixed = before[:1] == ["or"] or word.at - 2 in counted
        if grows and not fixed and not any(_changes(word, unit) for unit in units):
            yield Claim(FindingKind.DIRECTION, f"{before[-1]} {word.text}", before[-1])


def _changes(word: Word, unit: Reading) -> bool:
    """Say whether a fact tells of a thing that there was more or less of it."""
    return any(
        alike(word, other)
        for way in ("up", "down")
        for clause in unit.classes.get(way, ())
        for other in unit.words
        if other.clause == clause
    )


def _most(text: Reading) -> Iterator[tuple[Token, str, bool]]:
    """Yield each superlative without its ending, and whether a word before it makes it less."""
    pattern = _GERMAN if text.language == "de" else _ENGLISH
    for at, token in enumerate(text.tokens):
        found = pattern.fullmatch(token.low)
        before = [one.low for one in text.tokens[max(0, at - _FARTHEST) : at]]
        if found and not (before and before[-1] in _HOW_MUCH):
            key = found["most"] if text.language == "de" else token.low
            yield token, _SAME.get(key, key), _is_less(before)


def _is_less(before: Sequence[str]) -> bool:
    """Say whether the words before a superlative make it one of several, or the second."""
    return any(one in _ONE_OF and other in _OF for one, other in pairwise((*before, "of")))
