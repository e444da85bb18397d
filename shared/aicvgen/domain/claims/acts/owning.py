"""What is one's own: des eigenen Fahrzeugs says what a fact says as meines Fahrzeugs."""

import re
from collections.abc import Sequence

from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set

_OWN = re.compile(r"(?P<whose>[a-zäöü]{3,})?eigene?[nrsm]?$")


def is_mine(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a fact calls the same thing mine, or simply own where the firm's is meant."""
    low = word.text.lower()
    if low == "selbst":
        return any(token.low.startswith("eigen") for unit in units for token in unit.tokens)
    found = _OWN.match(low)
    if found is None:
        return False
    things = [other for other in said.words if other.at == word.at + 1]
    if found["whose"] is None and any(_is_thought(thing, units) for thing in things):
        return True
    return any(
        alike(thing, other)
        for unit in units
        for other in unit.words
        for thing in things
        if other.at and _is_owned(unit.tokens[other.at - 1].low, found["whose"], other)
    )


def _is_thought(thing: Word, units: Sequence[Reading]) -> bool:
    """Say whether a fact names what can only be one's own: Ideen, Vorschläge."""
    return thing.text.lower() in word_set("thoughts") and any(
        alike(thing, other) for unit in units for other in unit.words
    )


def _is_owned(low: str, whose: str | None, thing: Word) -> bool:
    if whose is None:
        at_work = low == "am" and thing.text.lower() in word_set("own_parts")
        return at_work or low in word_set("mine")
    own = _OWN.match(low)
    return own is not None and own["whose"] is None
