"""Parts of a whole: included is not added, a module is no degree, one year is not all of them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.extent.denials import denied
from aicvgen.domain.claims.numbers.dates import occurrences
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_NEAR = 5


def added_parts(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each number that a sentence adds to a whole which already includes it."""
    included = {
        (one.value, other.value)
        for unit in units
        for one, other in pairwise(unit.quantities)
        if _between(unit, one.last, other.first) & word_set("including")
    }
    for one, other in pairwise(text.quantities):
        if (one.value, other.value) in included and (
            _between(text, one.last, other.first) & word_set("adding")
        ):
            yield Claim(FindingKind.NUMBER, other.words, "added", looked_for=f"{one.words} in all")


def promoted_modifiers(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each degree of which the facts only name a module, a course or a paper."""
    if text.language != "en":
        return
    for word in text.words:
        if word.text.lower() not in word_set("degrees") or _is_modifier(word, text):
            continue
        told = [
            (unit, other)
            for unit in units
            for other in unit.words
            if not word.roots.isdisjoint(other.roots)
        ]
        if told and all(_is_modifier(other, unit) for unit, other in told):
            yield Claim(FindingKind.TITLE, word.text, "part", looked_for=f"part of a {word.text}")


def shared_out_wholes(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each number told of every one of several, which a fact tells of them together."""
    values = {one.value for unit in units for one in unit.quantities}
    for number in text.quantities:
        things = [
            word
            for word in text.words
            if number.last < word.at <= number.last + _NEAR
            and text.tokens[word.at - 1].low == "per"
        ]
        if number.value not in values or not things:
            continue
        told = [
            (unit, other)
            for unit in units
            for other in unit.words
            if not things[0].roots.isdisjoint(other.roots)
        ]
        if told and all(_is_counted(other, unit) for unit, other in told):
            yield Claim(FindingKind.NUMBER, number.words, "per", looked_for=number.words)


def _is_counted(word: Word, unit: Reading) -> bool:
    """Say whether a fact counts several of a thing: 3 halls."""
    return any(
        one.last == word.at - 1 and one.value > 1 and not (one.unit or one.ordinal)
        for one in unit.quantities
    )


def unfinished_qualifications(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each `ATT-qualified` where the facts only tell of papers of it."""
    for one, other in pairwise(text.words):
        if other.text.lower() != "qualified" or not text.tokens[other.at].tied:
            continue
        told = [
            (unit, word)
            for unit in units
            for word in unit.words
            if not one.roots.isdisjoint(word.roots)
        ]
        if told and all(_is_modifier(word, unit) for unit, word in told):
            yield Claim(FindingKind.TITLE, f"{one.text}-qualified", "part")


def widened_regions(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each place of which the facts only name one side: England for northern England."""
    for word in text.words:
        if not word.name or _sided(word, text):
            continue
        told = [
            (unit, other)
            for unit in units
            for other in unit.words
            if word.text.lower() == other.text.lower()
        ]
        if told and all(_sided(other, unit) for unit, other in told):
            yield Claim(FindingKind.SCOPE, word.text, "side", looked_for=f"part of {word.text}")


def undated_denials(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield what a sentence says never happened and its facts only say of one year."""
    if occurrences(text.text):
        return
    for word in denied(text):
        told = [
            unit
            for unit in units
            if any(alike(word, other) for other in denied(unit))
            or any(alike(word, other) and "negation" in unit.classes for other in unit.words)
        ]
        if told and all(_is_dated_denial(unit) for unit in told):
            yield Claim(FindingKind.UNIVERSAL, f"not {word.text}", "ever", nearest=told[0].text)


def _is_dated_denial(unit: Reading) -> bool:
    heads = denied(unit)
    behind = unit.text[unit.tokens[heads[0].at].end :] if heads else ""
    return bool(occurrences(behind.split(",")[0].split(";")[0]))


def _between(text: Reading, first: int, last: int) -> set[str]:
    return {token.low for token in text.tokens[first + 1 : last]}


def _is_modifier(word: Word, text: Reading) -> bool:
    """Say whether a word only says which module or paper: a degree module."""
    after = text.tokens[word.at + 1] if word.at + 1 < len(text.tokens) else None
    return after is not None and not after.breaks and after.low in word_set("papers") | {"level"}


def _sided(word: Word, text: Reading) -> bool:
    """Say whether a side of the compass stands before a place: northern England, north of."""
    before = {token.low for token in text.tokens[max(0, word.at - 3) : word.at]}
    near = {text.tokens[word.at - 1].low} if word.at else set[str]()
    return bool(near & word_set("sides")) or ("of" in near and bool(before & word_set("sides")))
