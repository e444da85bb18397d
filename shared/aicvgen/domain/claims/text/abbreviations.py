"""Abbreviations opened and closed: AWS for Amazon Web Services, Kl. for Klasse."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.words.lexicon import function_words
from aicvgen.domain.claims.words.tokens import Token

_ACRONYM = re.compile(r"^(?:[a-z]?[A-Z]{2,6}s?|[a-z]{2}[A-Z])$")
_SHORTEST_OPENED, _LONGEST_OPENED = 2, 6
_SHORTEST_COMPOUND = 9
"""A German compound this long may give more than its first letter."""
_CAPITALS = 3
"""Capitals at least of an abbreviation that stands for one compound."""
_SHORTEST_LAW = 16
_LONGEST_CUT = 5
_LEFT_OUT = 3
"""Letters a cut word must have lost at least."""


def spelled_out(text: Reading, units: Sequence[Reading]) -> frozenset[int]:
    """Return the tokens of a sentence that only open or close an abbreviation of its facts."""
    found = set[int]()
    acronyms = {
        token.text.removesuffix("s").lower()
        for unit in units
        for token in unit.tokens
        if _ACRONYM.match(token.text)
    }
    kept = {
        token.text.removesuffix("s").lower()
        for token in text.tokens
        if text.text[token.start - 1 : token.start] != "("
    }
    for start in range(len(text.tokens)):
        for run in _runs(text, start):
            if _initials([text.tokens[at] for at in run]) in acronyms - kept:
                found.update(run)
    found.update(_closed(text, acronyms))
    found.update(_opened_compounds(text, units))
    found.update(_cut(text, units))
    found.update(_uncut(text, units))
    return frozenset(found)


def is_code_of(code: str, label: str, digits: str) -> bool:
    """Say whether a code in lower case is a label cut short with its number: v3, kl8."""
    letters = code.removesuffix(digits)
    return letters != code and letters.isalpha() and label.lower().startswith(letters)


def _runs(text: Reading, start: int) -> Iterator[tuple[int, ...]]:
    """Yield runs of words from here, without the words that only join them."""
    run = list[int]()
    for at in range(start, len(text.tokens)):
        token = text.tokens[at]
        if at > start and token.breaks:
            return
        if token.low in function_words(text.language) and not token.text[0].isupper():
            if at == start:
                return
            continue
        run.append(at)
        if len(run) > _LONGEST_OPENED:
            return
        if len(run) >= _SHORTEST_OPENED:
            yield tuple(run)


def _initials(found: Sequence[Token]) -> str:
    """Return the initials of words, and what is an abbreviation itself whole: HM Revenue."""
    return "".join(token.low if _ACRONYM.match(token.text) else token.low[0] for token in found)


def _closed(text: Reading, acronyms: set[str]) -> Iterator[int]:
    """Yield each acronym in brackets that spells the words before it: Patientenakte (ePA).

    Where the facts have the acronym, the words are what it opens.
    """
    for at, words in glosses(text):
        if at > words[0]:
            yield at
            yield from words if _letters(text, at) in acronyms else ()


def glosses(text: Reading) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each acronym with the words it spells, one of them in brackets beside the other."""
    for at, token in enumerate(text.tokens):
        if not at or text.text[token.start - 1] != "(":
            continue
        if _ACRONYM.match(token.text):
            before = _worded(text, range(max(0, at - _LONGEST_OPENED), at))
            for first in range(len(before)):
                if _is_spelled(text, before[first:], at):
                    yield at, before[first:]
        elif _ACRONYM.match(text.tokens[at - 1].text):
            behind = text.text.find(")", token.end)
            last = (one for one, other in enumerate(text.tokens) if other.end == behind)
            inside = _worded(text, range(at, next(last, at - 1) + 1))
            if inside and _is_spelled(text, inside, at - 1):
                yield at - 1, inside


def _worded(text: Reading, places: range) -> tuple[int, ...]:
    """Return the places of words that do more than join."""
    return tuple(at for at in places if text.tokens[at].low not in function_words(text.language))


def _is_spelled(text: Reading, places: Sequence[int], acronym: int) -> bool:
    return _spells([text.tokens[at] for at in places], _letters(text, acronym))


def _letters(text: Reading, at: int) -> str:
    return text.tokens[at].text.removesuffix("s").lower()


def _opened_compounds(text: Reading, units: Sequence[Reading]) -> Iterator[int]:
    """Yield each German compound that an abbreviation of a fact stands for: BImSchG.

    Its letters begin the parts of the compound in their order, the last one a part of some length.
    """
    short = {
        token.text
        for unit in units
        for token in unit.tokens
        if text.language == "de" and sum(map(str.isupper, token.text)) >= _CAPITALS
    }
    for at, token in enumerate(text.tokens):
        if len(token.low) >= _SHORTEST_LAW and any(_opens(token.low, one) for one in short):
            yield at


def _opens(low: str, short: str) -> bool:
    """Say whether a word has the letters in order, the last where its last part may begin."""
    letters = short.lower()
    if not letters.isalpha() or low[0] != letters[0]:
        return False
    rest = iter(low[: low.rfind(letters[-1], 0, -_LEFT_OUT)])
    return all(letter in rest for letter in letters[:-1])


def _spells(found: Sequence[Token], letters: str) -> bool:
    """Say whether each word gives its first letter, and a long one letters inside it."""
    if not found:
        return not letters
    if not letters or found[0].low[0] != letters[0]:
        return False
    rest, inside = letters[1:], found[0].low[1:]
    if _spells(found[1:], rest):
        return True
    while rest and len(found[0].low) >= _SHORTEST_COMPOUND and rest[0] in inside:
        inside = inside[inside.index(rest[0]) + 1 :]
        rest = rest[1:]
        if _spells(found[1:], rest):
            return True
    return False


def _cut(text: Reading, units: Sequence[Reading]) -> Iterator[int]:
    """Yield each word cut short with a full stop: Kl. D, stv. Leiter."""
    for at, token in enumerate(text.tokens[:-1]):
        if text.text[token.end : token.end + 1] != "." or len(token.low) > _LONGEST_CUT:
            continue
        whole = (other.low for unit in units for other in unit.tokens)
        if any(_is_cut(token.low, low) for low in whole):
            yield at


def _is_cut(low: str, whole: str) -> bool:
    if len(low) < _SHORTEST_OPENED or len(whole) < len(low) + _LEFT_OUT or low[0] != whole[0]:
        return False
    letters = iter(whole)
    return low.isalpha() and all(letter in letters for letter in low)


def _uncut(text: Reading, units: Sequence[Reading]) -> Iterator[int]:
    """Yield the words of a name that a fact cuts short word by word: J. Appl. Ecol."""
    said = [
        (at, token.low)
        for at, token in enumerate(text.tokens)
        if token.low not in function_words(text.language)
    ]
    for unit in units:
        for run in _cut_runs(unit):
            for start in range(len(said) - len(run) + 1):
                words = said[start : start + len(run)]
                if all(low.startswith(cut) for (_, low), cut in zip(words, run, strict=True)):
                    yield from (at for at, _ in words)


def _cut_runs(unit: Reading) -> Iterator[list[str]]:
    """Yield the words that stand together, each cut short with a full stop."""
    run = list[str]()
    for token in unit.tokens:
        cut = unit.text[token.end : token.end + 1] == "." and token.low.isalpha()
        if run and not (cut and unit.text[token.start - 2 : token.start] == ". "):
            if len(run) >= _SHORTEST_OPENED:
                yield run
            run = []
        if cut:
            run.append(token.low)
    if len(run) >= _SHORTEST_OPENED:
        yield run
