"""How many of several a fact tells of: half of them, every fourth, one trainee, second-best."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.extent.denials import denied
from aicvgen.domain.claims.figures.totals import is_bare_part
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import function_words, word_set
from aicvgen.domain.claims.words.tokens import Token
from aicvgen.domain.draft import FindingKind

_SUPERLATIVE = re.compile(r"(?:est|best|most|ste|ster|sten|stes)$")
_NEAR = 3
_ONE = frozenset({"one", "single"})
_A = frozenset({"a", "an"})


def dropped_shares(text: Reading, homes: dict[int, Reading]) -> Iterator[Claim]:
    """Yield what a sentence says of an examination of which only some papers are passed."""
    if text.quantities:
        return
    for unit in {id(home): home for home in homes.values()}.values():
        for one, other in pairwise(unit.quantities):
            between = unit.tokens[other.first - 1].low
            after = {word.text.lower() for word in unit.words if 0 < word.at - other.last <= _NEAR}
            if between in {"of", "von"} and one.value < other.value and after & word_set("papers"):
                words = f"{one.words} {between} {other.words}"
                yield Claim(FindingKind.SCOPE, text.text, "share", looked_for=words)


def dropped_turns(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each `every weekend` where the facts tell of every fourth."""
    turns = {
        unit.tokens[number.last + 1].low.removesuffix("s"): number.words
        for unit in units
        for number in unit.quantities
        if number.ordinal and number.last + 1 < len(unit.tokens)
    } | {
        unit.tokens[number.first - 2].low: number.words
        for unit in units
        for number in unit.quantities
        if number.ordinal and unit.tokens[number.first - 1].low in {"in", "von"}
    }
    plain = {period for unit in units for period in unit.periods.values()}
    dated = {low for unit in units for low in _dated_times(unit)}
    for one, other in pairwise(text.tokens):
        if one.low in word_set("every") and other.low in dated:
            yield Claim(FindingKind.NUMBER, f"{one.text} {other.text}", "every")
        turned = other.low in turns and other.low not in plain
        if one.low in word_set("every") and turned and not other.breaks:
            yield Claim(
                FindingKind.NUMBER, f"{one.text} {other.text}", "every", looked_for=turns[other.low]
            )


def _dated_times(unit: Reading) -> Iterator[str]:
    """Yield each time that a fact gives the year of, and does not tell as a rate: winter 2018."""
    every = {other.low for one, other in pairwise(unit.tokens) if one.low in word_set("every")}
    plain = [token for token in unit.tokens if token.low not in {"of", "in"}]
    for one, other in pairwise(plain):
        time = one.low.removesuffix("s")
        if time in word_set("times") - every and other.text[:2] in {"19", "20"}:
            yield time


def dropped_fractions(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield what a sentence says of all where a fact says it of some: half were successful."""
    for unit in units:
        for number in unit.quantities:
            near = {token.low for token in unit.tokens[max(0, number.first - 3) : number.last + 4]}
            some = number.fraction and not number.role and bool(near & word_set("some_of"))
            if not (some or any(is_bare_part(unit, number, one) for one in unit.quantities)):
                continue
            values = {one.value for one in unit.quantities if one is not number}
            if any(one.value not in values for one in text.quantities):
                continue
            said = [
                word
                for word in text.words
                for other in unit.words
                if 0 < other.at - number.last <= _NEAR and alike(word, other)
            ]
            for word in said[:1]:
                yield Claim(FindingKind.SCOPE, word.text, "share", looked_for=number.words)


def dropped_ones(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each English plural of what the facts count as one: trainees for one trainee."""
    for word in text.words:
        low = word.text.lower()
        stated = [
            (unit, other)
            for unit in units
            for other in unit.words
            if not word.roots.isdisjoint(other.roots)
        ]
        counts = stated and not _is_of_group(text, word) and word not in denied(text)
        if text.language == "en" and low.endswith("s") and counts:
            ones = [unit.tokens[max(0, other.at - 3) : other.at] for unit, other in stated]
            if all(
                other.text.lower() == low[:-1]
                and _is_one(before, other, unit)
                and not _is_in_share(other, unit)
                for (unit, other), before in zip(stated, ones, strict=True)
            ):
                yield Claim(FindingKind.NUMBER, word.text, "several", looked_for=stated[0][1].text)


def _is_one(before: Sequence[Token], word: Word, unit: Reading) -> bool:
    """Say whether words before a noun make it one: one trainee, a haulage client."""
    lows = [token.low for token in before]
    if any(low in _ONE for low in lows):
        return True
    rated = any(at for at in unit.periods if unit.clauses[at] == word.clause)
    counted = any(unit.clauses[one.first] == word.clause for one in unit.quantities)
    after = word.at + 1 < len(unit.tokens) and unit.tokens[word.at + 1]
    is_head = not after or after.breaks or after.low in function_words(unit.language)
    return bool(_A & set(lows)) and is_head and not rated and (counted or lows[-1:] != ["a"])


def _is_in_share(word: Word, unit: Reading) -> bool:
    """Say whether a word stands in a share or a turn: one night shift in four."""
    return any(
        one.fraction or (one.ordinal and unit.tokens[one.first - 1].low == "in")
        for one in unit.quantities
        if abs(one.first - word.at) <= _NEAR
    )


def _is_of_group(text: Reading, word: Word) -> bool:
    """Say whether a plural only says of what one is: one of the trainees."""
    before = [token.low for token in text.tokens[max(0, word.at - 5) : word.at]]
    return bool(_ONE & set(before))


def dropped_places(text: Reading, homes: dict[int, Reading]) -> Iterator[Claim]:
    """Yield each superlative whose place in the ranking is gone: best for second-best."""
    said = {quantity.value for quantity in text.quantities if quantity.ordinal}
    for unit in {id(home): home for home in homes.values()}.values():
        ranked = {quantity.last + 1: quantity for quantity in unit.quantities if quantity.ordinal}
        for other in unit.words:
            place = ranked.get(other.at)
            if place is None or place.value in said or not _SUPERLATIVE.search(other.text.lower()):
                continue
            for word in text.words:
                if alike(word, other):
                    yield Claim(FindingKind.SCOPE, word.text, "place", looked_for=place.words)
