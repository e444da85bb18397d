"""How long several stations were together: a year, half of it in each, from six months and six."""

from collections.abc import Sequence

from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike

_EACH = frozenset({"je", "jeweils", "each", "apiece"})
_HALF = 50
_PAIR = 2
_EMPTY = frozenset({"light", "generic", "frame"})


def is_time_summed(number: Quantity, text: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a number is how long all the stations last that a sentence names, or half of it.

    A station is a fact that opens with how long it was; what names it stands in no other.
    """
    times = [time for unit in units if (time := _named_time(unit, units, text)) is not None]
    if len(times) < _PAIR or number.ordinal:
        return False
    if number.unit == "month":
        return number.value == sum(time.value for time in times) and not _is_each(number, text)
    halved = len(times) == _PAIR and times[0].value == times[1].value
    return halved and number.fraction and number.value == _HALF and _is_each(number, text)


def _named_time(unit: Reading, units: Sequence[Reading], text: Reading) -> Quantity | None:
    """Return how long a fact says that its station was, if the sentence names that station."""
    opening = next((one for one in unit.quantities if one.unit == "month" and not one.first), None)
    if opening is None:
        return None
    others = [word for other in units if other is not unit for word in other.words]
    own = [
        word for word in unit.words if word.labels.isdisjoint(_EMPTY) and not _is_any(word, others)
    ]
    return opening if any(_is_any(word, text.words) for word in own) else None


def _is_each(number: Quantity, text: Reading) -> bool:
    """Say whether a number is told of each, up to the next comma: je ein Jahr, ein Jahr je."""
    after = list[str]()
    for token in text.tokens[number.last + 1 : number.last + 3]:
        if token.breaks:
            break
        after.append(token.low)
    before = [token.low for token in text.tokens[max(0, number.first - 2) : number.first]]
    return bool(_EACH & {*before, *after})


def _is_any(word: Word, words: Sequence[Word]) -> bool:
    return any(alike(word, other) for other in words)
