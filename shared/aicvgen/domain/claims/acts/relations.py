"""What small words say of one thing and another: before or after it, across it, in a language."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import function_words, word_set
from aicvgen.domain.draft import FindingKind

_OPPOSED = (
    ("earlier", "later"), ("below", "above"), ("within", "outside"), ("source", "target"),
)  # fmt: skip
"""Sets of prepositions that say the opposite of one another."""
_YEAR = re.compile(r"(?:19|20)\d\d$")
_REACH = 4
_ANCHORS = 2


def turned_relations(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each `before` that the facts tell as `after`, of the same thing."""
    for one, other in (pair for sides in _OPPOSED for pair in (sides, sides[::-1])):
        for at, token in enumerate(text.tokens):
            if token.low not in word_set(one):
                continue
            anchors = _anchors(text, at)
            if not _is_related(anchors, word_set(one), units) and _is_related(
                anchors, word_set(other), units
            ):
                words = " ".join((token.text, *(word.text for word in anchors)))
                yield Claim(FindingKind.DIRECTION, words, one, looked_for=other)


def _anchors(text: Reading, at: int) -> tuple[Word, ...]:
    """Return the first words after a preposition."""
    near = (word for word in text.words if at < word.at <= at + _REACH)
    return tuple(word for word in near if word.clause == text.clauses[at])[:_ANCHORS]


def _is_related(
    anchors: Sequence[Word], prepositions: frozenset[str], units: Sequence[Reading]
) -> bool:
    return bool(anchors) and any(
        all(any(alike(word, other) for other in _anchors(unit, at)) for word in anchors)
        for unit in units
        for at, token in enumerate(unit.tokens)
        if token.low in prepositions
    )


def widened_places(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each place a sentence reaches across that its facts only tell what it was for."""
    for at, token in enumerate(text.tokens):
        if token.low not in word_set("across"):
            continue
        for word in _anchors(text, at):
            if word.text.lower() not in word_set("wide_places"):
                continue
            places = [
                _prepositions(other, unit)
                for unit in units
                for other in unit.words
                if alike(word, other)
            ]
            if places and not any(near & word_set("inside") for near in places):
                yield Claim(FindingKind.SCOPE, f"{token.text} … {word.text}", "across")


def _prepositions(word: Word, unit: Reading) -> set[str]:
    """Return the words that join a word to what stands before it."""
    near = unit.tokens[max(0, word.at - _REACH) : word.at]
    return {token.low for token in near if token.low in function_words(unit.language)}


def other_seasons(text: Reading, grounds: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each season of a year that the evidence does not name: spring 2019 is no autumn."""
    named = {season for unit in grounds for season in _seasons(unit)}
    for season, year in _seasons(text):
        if (season, year) not in named and any(year == other for _, other in named):
            yield Claim(FindingKind.DATE, f"{season} {year}", f"{year} {season}")


def _seasons(text: Reading) -> Iterator[tuple[str, str]]:
    for at, token in enumerate(text.tokens[1:], start=1):
        before = text.tokens[at - 1].low
        if before in word_set("seasons") and _YEAR.match(token.low):
            yield before, token.low


def other_languages(text: Reading, grounds: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each language spoken that the evidence does not name as one: Italy is no Italian."""
    named = {_language(token.low) for unit in grounds for token in unit.tokens} - {""}
    speaking = False
    for at, token in enumerate(text.tokens):
        language = _language(token.low)
        before = text.tokens[at - 1].low if at else ""
        speaking = bool(language) and (
            before in word_set("speaking") or (speaking_before(text, at) and speaking)
        )
        if speaking and language not in named:
            yield Claim(FindingKind.NAME, token.text, token.low)


def speaking_before(text: Reading, at: int) -> bool:
    """Say whether the word before, or the one before `and`, names a language too."""
    return any(_language(token.low) for token in text.tokens[max(0, at - 2) : at])


def _language(low: str) -> str:
    """Return the base of a language's name: deutsch for Deutschen, empty for other words."""
    for ending in ("", "e", "en", "er", "em", "es"):
        base = low.removesuffix(ending) if ending else low
        if base in word_set("languages"):
            return base
    return ""
