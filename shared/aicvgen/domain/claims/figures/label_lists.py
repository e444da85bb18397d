"""Numbers that only name things in a list, and how many these are: routes 7, 9 and 22."""

from collections.abc import Iterator
from decimal import Decimal

from aicvgen.domain.claims.figures.figure import ANY, Figure
from aicvgen.domain.claims.figures.places import place_of
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading, Word

_AND = frozenset({"and", "und", "sowie"})
_PLURAL = ("s", "n", "e", "r")


def label_counts(text: Reading) -> Iterator[Figure]:
    """Yield how many things a list names by number."""
    for label, run in _lists(text):
        yield Figure(Decimal(len(run)), "", ANY, "", (label,))


def is_label_alone(one: Quantity, unit: Reading, number: Quantity, text: Reading) -> bool:
    """Say whether a fact's number only names one of a list, and the sentence's is in no such."""
    return _is_listed(one, unit) and not _is_listed(number, text)


def _is_listed(number: Quantity, text: Reading) -> bool:
    return any(number in run for _, run in _lists(text))


def _lists(text: Reading) -> Iterator[tuple[Word, list[Quantity]]]:
    run, label = list[Quantity](), None
    for number in (*text.quantities, None):
        if run and number is not None and _is_next(text, run[-1], number):
            run.append(number)
            continue
        if label is not None and len({one.value for one in run}) == len(run) > 1:
            between = text.tokens[run[-2].last + 1 : run[-1].first]
            if [token.low for token in between][-1:] and between[-1].low in _AND:
                yield label, run
        run, label = ([number], _label(text, number)) if number is not None else ([], None)


def _is_next(text: Reading, one: Quantity, other: Quantity) -> bool:
    """Say whether nothing but a comma or an `and` stands between two numbers."""
    between = [token.low for token in text.tokens[one.last + 1 : other.first]]
    gap = text.text[text.tokens[one.last].end : text.tokens[other.first].start].strip()
    return _is_plain(other) and (gap == "," or (len(between) == 1 and between[0] in _AND))


def _is_plain(number: Quantity) -> bool:
    return not (number.unit or number.ordinal or number.fraction or number.bound or number.role)


def _label(text: Reading, number: Quantity) -> Word | None:
    """Return the plural before a number that it could be one of."""
    place = place_of(text, number)
    if not (place.tight and _is_plain(number)) or place.left is None or place.right:
        return None
    return (
        place.left
        if place.left.text.endswith(_PLURAL) and text.tokens[number.first].text.isdigit()
        else None
    )
