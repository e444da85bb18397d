"""What stands around a number: its label, what it counts, and the period of its rate."""

from typing import NamedTuple

from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading, Word


class Place(NamedTuple):
    """What stands around a number."""

    left: Word | None
    right: tuple[Word, ...]
    period: str
    tight: bool
    """The word on the left is its label: route 12, level 2."""


def place_of(text: Reading, number: Quantity) -> Place:
    """Return what stands around a number in its clause."""
    clause = text.clauses[number.first]
    words = [word for word in text.words if text.clauses[word.at] == clause]
    if len(words) > 1 and text.language == "de" and _is_last(words[-1], text):
        words.pop()
    left = next((word for word in reversed(words) if word.at < number.first), None)
    right = tuple(word for word in words if word.at > number.last)[:2]
    if not right:
        last = text.clauses[number.last]
        right = tuple(
            word
            for word in text.words
            if word.at > number.last
            and word.clause == last
            and not (text.language == "de" and _is_last(word, text))
        )[:2]
    if _is_class(text, number):
        right = ()
    if _counts_a_team(text, number) and right and right[0].at > number.last + 1:
        right = ()
    tight = left is not None and left.at == number.first - 1
    if left is not None and tight and left.name and not number.unit:
        right = tuple(word for word in right if word.at == number.last + 1)
    return Place(left, right, _period(text, number), tight)


def _is_class(text: Reading, number: Quantity) -> bool:
    """Say whether a number names a class of a school, with its letter: 9b."""
    after = text.tokens[number.last + 1 : number.last + 2]
    return not number.unit and any(token.tied and token.text in set("abcdef") for token in after)


def _counts_a_team(text: Reading, number: Quantity) -> bool:
    """Say whether a number tells how many a German team has: im Team von drei, zu dritt."""
    before = [token.low for token in text.tokens[max(0, number.first - 2) : number.first]]
    return before[1:] == ["von"] and before[0] in {"team", "gruppe", "mannschaft"}


def _is_last(word: Word, text: Reading) -> bool:
    """Say whether a word is the verb a German sentence ends with, which no number counts."""
    return word.text.islower() and word.at == len(text.tokens) - 1


def _period(text: Reading, number: Quantity) -> str:
    """Return the period of a rate: the next after the number, else before it, in its clause."""
    others = [one.first for one in text.quantities if one is not number]
    behind = text.tokens[number.last + 1 : number.last + 2]
    if behind and behind[0].tied and number.last + 1 not in text.periods:
        return ""  # a 70-room house has no rooms a day
    clause = text.clauses[number.last]
    taken = {at for one in text.quantities for at in range(one.first, one.last + 1)}
    beside = {clause, text.clauses[number.first]}
    places = [at for at in text.periods if text.clauses[at] in beside and at not in taken]
    after = [
        at
        for at in places
        if at > number.last and not any(number.last < one < at for one in others)
    ]
    before = [
        at
        for at in places
        if at < number.first
        and not any(one < number.first and text.clauses[one] == text.clauses[at] for one in others)
    ]
    chosen = after[:1] or before[-1:] or (places[:1] if len(text.quantities) == 1 else [])
    return text.periods[chosen[0]] if chosen else ""
