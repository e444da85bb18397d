"""What small words say of one thing and another: before or after it, across it, in a language."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

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
_GOAL = frozenset({"to", "into", "onto", "nach", "auf", "ins"})
_FROM = frozenset({"from", "by", "von", "durch"})
_TO = frozenset({"to", "nach", "auf", "an"})


class _Sides(NamedTuple):
    source: frozenset[str]
    """Names in small letters."""
    target: frozenset[str]


def turned_relations(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each `before` that the facts tell as `after`, of the same thing."""
    for one, other in (pair for sides in _OPPOSED for pair in (sides, sides[::-1])):
        for at, token in enumerate(text.tokens):
            if token.low not in word_set(one):
                continue
            anchors = _anchors(text, at)
            if _is_number_turned(text, at, word_set(other), units):
                yield Claim(FindingKind.DIRECTION, token.text, one, looked_for=other)
            if not _is_related(anchors, word_set(one), units) and _is_related(
                anchors, word_set(other), units
            ):
                words = " ".join((token.text, *(word.text for word in anchors)))
                yield Claim(FindingKind.DIRECTION, words, one, looked_for=other)


def _is_number_turned(
    text: Reading, at: int, opposite: frozenset[str], units: Sequence[Reading]
) -> bool:
    """Say whether a time after one preposition stands after its opposite in every fact."""
    times = [number.value for number in text.quantities if number.first == at + 1 and number.unit]
    told = [
        unit.tokens[number.first - 1].low in opposite
        for unit in units
        for number in unit.quantities
        if number.first and number.value in times and number.unit
    ]
    return bool(told) and all(told)


def _anchors(text: Reading, at: int) -> tuple[Word, ...]:
    """Return the first words after a preposition, up to the next that tells where to."""
    reach = range(at + 1, min(len(text.tokens), at + 1 + _REACH))
    end = next((one for one in reach if text.tokens[one].low in _GOAL), at + 1 + _REACH)
    near = (word for word in text.words if at < word.at < end)
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


def swapped_sides(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each name told as what was moved from that its facts tell as what was moved to."""
    stated = [sides for unit in units for sides in _sides(unit)]
    for said in _sides(text):
        for name in said.source | said.target:
            own, other = ("source", "target") if name in said.source else ("target", "source")
            turned = [name in getattr(one, other) - getattr(one, own) for one in stated]
            if turned and all(turned):
                yield Claim(FindingKind.DIRECTION, name, own, looked_for=other)


def _sides(text: Reading) -> Iterator[_Sides]:
    """Yield the names on both sides of a move or sale: from VMs to AWS, by Acme to Lumo."""
    lows = [token.low for token in text.tokens]
    for start, low in enumerate(lows):
        if low not in _FROM or not _TO & set(lows[start:]):
            continue
        to = next(at for at in range(start, len(lows)) if lows[at] in _TO)
        if low in {"by", "durch"} and to - start > _REACH:
            continue
        breaks = (at for at in range(to + 1, len(lows)) if text.tokens[at].breaks)
        end = next(breaks, len(lows))
        german = text.language == "de"
        names = [w for w in text.words if w.name or (german and w.text[:1].isupper())]
        yield _Sides(
            frozenset(one.text.lower() for one in names if start < one.at < to),
            frozenset(one.text.lower() for one in names if to < one.at < end),
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
            every = any({"all", "each"} & unit.classes.keys() for unit in units)
            named = any(near & word_set("inside") for near in places) or _is_around(
                word, text, units
            )
            if (places and not named) or not (places or every or named):
                yield Claim(FindingKind.SCOPE, f"{token.text} … {word.text}", "across")


def _is_around(word: Word, text: Reading, units: Sequence[Reading]) -> bool:
    """Say whether facts tell of a place and around it what is told of its area: around Leeds."""
    before = [one for one in text.words if one.at == word.at - 1 and one.name]
    return any(
        "around" in _prepositions(other, unit)
        for place in before
        for unit in units
        for other in unit.words
        if alike(place, other)
    )


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
    named = {
        _language(token.low)
        for unit in grounds
        for at, token in enumerate(unit.tokens)
        if not _is_origin(unit, at)
    } - {""}
    speaking = False
    for at, token in enumerate(text.tokens):
        language = _language(token.low)
        before = text.tokens[at - 1].low if at else ""
        speaking = bool(language) and (
            before in word_set("speaking") or (speaking_before(text, at) and speaking)
        )
        if speaking and language not in named:
            yield Claim(FindingKind.NAME, token.text, token.low)


def _is_origin(unit: Reading, at: int) -> bool:
    """Say whether a German adjective tells where somebody comes from: vier ukrainische Kinder."""
    low = unit.tokens[at].low
    after = unit.tokens[at + 1] if at + 1 < len(unit.tokens) else None
    if unit.language != "de" or unit.tokens[at].text[0].isupper() or low.endswith("isch"):
        return False
    ends = after is None or after.breaks
    return low.endswith("e") and (ends or (after is not None and after.low in word_set("served")))


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
