"""Staff in somebody's charge: to show people a till is not to be responsible for them."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.lexicon import function_words, word_set
from aicvgen.domain.draft import FindingKind

_CHARGE = (
    ("in", "charge", "of"), ("responsible", "for"), ("accountable", "for"),
    ("zuständig", "für"), ("verantwortlich", "für"), ("verantwortung", "für"),
)  # fmt: skip
_LEADING = frozenset({"scope", "rank", "supervised", "overseen", "duty", "frame", "deputy"})
_CARE = ("betreu", "anleit", "angeleit", "ausbild", "ausgebild", "supervis", "mentor", "train")
"""Beginnings of words for having somebody in one's care."""
_FARTHEST = 4
_BEFORE_CHARGE = frozenset({"for", "of", "and"})
_ARTICLES = frozenset({"the", "a", "an"})


def charged_with_people(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield staff whom a sentence puts in the candidate's charge and no fact does."""
    if any(_leads_people(unit) or _is_cared_for(unit) for unit in units):
        return
    lows = [token.low for token in text.tokens]
    for at in range(len(lows)):
        for phrase in _CHARGE:
            if tuple(lows[at : at + len(phrase)]) == phrase:
                yield from _people(text, at + len(phrase))
    if "zuständig" in lows and text.language == "de":
        first = max(0, lows.index("zuständig") - _FARTHEST)
        if "für" in lows[first : lows.index("zuständig")]:
            yield from _people(text, lows.index("für", first) + 1)


def _people(text: Reading, first: int) -> Iterator[Claim]:
    """Yield the people right behind a word of charge, past numbers, articles and adjectives."""
    taken = {at for one in text.quantities for at in range(one.first, one.last + 1)}
    for at in range(first, min(len(text.tokens), first + _FARTHEST)):
        token = text.tokens[at]
        if token.low in word_set("juniors"):
            yield Claim(FindingKind.SCOPE, token.text, "in charge")
            return
        free = at in taken or token.low in function_words(text.language) | word_set("fresh")
        if not free or token.breaks:
            return


def _leads_people(unit: Reading) -> bool:
    people = "team" in unit.classes or any(t.low in word_set("juniors") for t in unit.tokens)
    return people and bool(_LEADING & unit.classes.keys())


def _is_cared_for(unit: Reading) -> bool:
    return any(token.low.startswith(_CARE) for token in unit.tokens)


def is_in_ones_charge(word: Word, said: Reading) -> bool:
    """Say whether a team is what an English sentence says one answers for: responsible for it."""
    charged = next((token.low for token in said.tokens), "") in word_set("charged")
    at = word.at
    while at and not said.tokens[at].breaks and said.tokens[at - 1].low not in _BEFORE_CHARGE:
        at -= 1
    before = said.tokens[at - 1].low if at else ""
    after = any(other.at == word.at + 1 for other in said.words)
    named = not any(
        one.low in function_words("en") - _ARTICLES for one in said.tokens[at : word.at]
    )
    return said.language == "en" and charged and named and not after and before in _BEFORE_CHARGE
