"""What is said to be the most of its kind: the largest branch, der beste Umsatz."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading
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
