"""What several kinds come to together, under a word for all of them: two porters and a clerk."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.figures.figure import ANY, Figure
from aicvgen.domain.claims.figures.places import place_of
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.numbers.written import ONES
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.lexicon import word_set

_AND = frozenset({"and", "und", "sowie"})
_FARTHEST = 4
"""How many words a kind may have before the next: two part-time site managers and a fitter."""
_PERSON = re.compile(
    r"(?:er|or|ist|ant|ent|ice|man|woman|men|women|people|adult|child|children|pupil|hand|commis|chef"
    r"|cook|clerk|guard|pilot|nurse|guide|aide|coach|fellow|intern|temp|junior|senior)s?$"
    r"|(?:in|innen|ling|linge[n]?|kraft|kräfte[n]?|hilfen?|ende[nr]?|azubis?|gesellen?|meistern?"
    r"|anten?|enten?|isten?|köchen?|koch|frau|frauen|mann|männern?|leuten?|kindern?|kind|eurer?n?"
    r"|euren?|ern)$"
)


def kinds_with_one(text: Reading, number: Quantity) -> Iterator[Figure]:
    """Yield the sum where an article counts one of two kinds: a clerk and two porters."""
    things = counted(text, number)
    for one in (_one_after(text, number), _one_before(text, number)):
        if one:
            parts = tuple(words for words in (things, one) if words)
            yield Figure(number.value + 1, "", ANY, number.bound, parts=parts)


def counted(text: Reading, number: Quantity) -> tuple[Word, ...]:
    """Return the words right after a number: of `5 adults to Norway` the adults alone."""
    found = list[Word]()
    for word in place_of(text, number).right:
        if word.at == number.last + 1 + len(found):
            found.append(word)
    return tuple(found) or place_of(text, number).right[:1]


def are_people(figure: Figure) -> bool:
    """Say whether all summands of a figure are persons."""
    return all(
        any(_PERSON.search(word.text.lower()) for word in words) for words in figure.parts
    ) and bool(figure.parts)


def is_people_word(word: Word) -> bool:
    """Say whether a word names persons of whatever kind: colleagues, Kräfte."""
    return word.text.lower() in word_set("people_words")


def _one_after(text: Reading, number: Quantity) -> tuple[Word, ...]:
    """Return the one that follows: three schools and a health centre."""
    for at in range(number.last + 1, min(len(text.tokens) - 1, number.last + 2 + _FARTHEST)):
        if text.tokens[at].low in _AND and text.tokens[at + 1].low in ONES:
            return _words(text, range(at + 2, at + 4))
    return ()


def _one_before(text: Reading, number: Quantity) -> tuple[Word, ...]:
    """Return the one before: eine Auszubildende und zwei Aushilfen."""
    if not number.first or text.tokens[number.first - 1].low not in _AND:
        return ()
    for at in range(number.first - 2, max(-1, number.first - 3 - _FARTHEST), -1):
        if text.tokens[at].low in ONES:
            return _words(text, range(at + 1, number.first - 1))
        if text.tokens[at].breaks:
            break
    return ()


def _words(text: Reading, places: Sequence[int]) -> tuple[Word, ...]:
    """Return the words that stand together from the first place on."""
    found = list[Word]()
    for at in places:
        found += [word for word in text.words if word.at == at]
        if len(found) <= at - places[0]:
            break
    return tuple(found)
