"""What a fact tells of some and a sentence of all: 45 Gärten, darunter 12 mit Teich."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.numbers.written import ONES
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.draft import FindingKind

_AMONG = frozenset({"darunter", "davon", "denen", "including", "which", "whom"})
_OF_THEM = frozenset({"them", "these", "those", "which", "whom", "davon", "denen", "ihnen"})
"""What a number may be of that stands behind it: 11 of them, 12 davon."""
_SOME = _AMONG | {"teils", "teilweise", "einige", "einigen", "manche", "some", "partly", "viertel"}


def told_of_all(said: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each word that a fact tells of a counted part and a sentence of the whole."""
    values = {one.value for one in said.quantities}
    if any(one.unit == "%" for one in said.quantities) or _lows(said) & _SOME:
        return
    for unit in units:
        for whole, part in pairwise(unit.quantities):
            if not _is_part(whole, part, unit) or whole.value not in values or part.value in values:
                continue
            yield from _told(said, _told_only(part, unit), part.words)
        for whole, at in _ones(unit):
            if whole.value in values and not any(token.low in ONES for token in said.tokens):
                one = whole._replace(first=at, last=at)
                yield from _told(said, _told_only(one, unit), unit.tokens[at].text)


def _told(said: Reading, words: Sequence[Word], part: str) -> Iterator[Claim]:
    for word in said.words:
        if any(alike(word, other) and _is_whole(other, words, said) for other in words):
            yield Claim(FindingKind.SCOPE, word.text, "all", looked_for=part)
            return


def _is_whole(word: Word, words: Sequence[Word], said: Reading) -> bool:
    """Say whether a sentence has the adjective before a word too: a midwife is no lead midwife."""
    before = [one for one in words if one.at == word.at - 1]
    return said.language != "en" or all(
        any(alike(one, other) for other in said.words) for one in before
    )


def _ones(unit: Reading) -> Iterator[tuple[Quantity, int]]:
    """Yield where one of several is told of by an article: drei Tagungen, davon eine."""
    for whole in unit.quantities:
        if whole.unit or whole.ordinal or whole.value <= 1:
            continue
        between = next((one.first for one in unit.quantities if one.first > whole.last), None)
        for at in range(whole.last + 2, between or len(unit.tokens)):
            before = unit.tokens[at - 1].low in {"davon", "darunter"}
            if unit.tokens[at].low in ONES and (before or _is_of_them(unit, at)):
                yield whole, at


def _is_part(whole: Quantity, part: Quantity, unit: Reading) -> bool:
    between = {token.low for token in unit.tokens[whole.last + 1 : part.first]}
    counted = not (whole.unit or part.unit or whole.ordinal or part.ordinal)
    told = bool(between & _AMONG) or _is_of_them(unit, part.last)
    return counted and part.value < whole.value and told


def _is_of_them(unit: Reading, at: int) -> bool:
    """Say whether a number is told to be of those before it."""
    behind = [token.low for token in unit.tokens[at + 1 : at + 3]]
    return behind[:1] == ["davon"] or (behind[:1] in (["of"], ["von"]) and behind[-1] in _OF_THEM)


def _told_only(part: Quantity, unit: Reading) -> list[Word]:
    """Return the words that a fact tells of the part alone."""
    rest = [word for word in unit.words if word.at < part.first]
    return [
        word
        for word in unit.words
        if word.at > part.last
        and word.clause == unit.clauses[part.last]
        and not any(alike(word, other) for other in rest)
    ]


def _lows(text: Reading) -> set[str]:
    return {token.low for token in text.tokens}
