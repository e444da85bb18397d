"""What is told of each thing in German: 1.900 € je Gast is not 1.900 € in all."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.figures.averages import is_average
from aicvgen.domain.claims.figures.derived import figures
from aicvgen.domain.claims.figures.places import place_of
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.numbers.units import PERIOD_WORDS
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_PER = frozenset({"je", "pro", "per"})
_DEALT = _PER | {"jeweils", "jede", "jeder", "jedes", "jeden", "jedem", "à", "einzeln", "einzelne"}
_REACH = 3


def dealt_out(said: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each number that a sentence gives each thing and its facts give all together."""
    if said.language != "de":
        return
    for number in said.quantities:
        mates = [
            unit
            for unit in units
            for one in unit.quantities
            if (one.value, one.unit) == (number.value, number.unit) and not is_average(one, unit)
        ]
        thing = _thing(number, said)
        if not mates or thing is None or not any(_counts(thing, unit) for unit in mates):
            continue
        if any("/" in unit.text or _is_dealt(unit) for unit in mates):
            continue
        each = {one.value for unit in units for one in figures(unit) if one.unit == "each"}
        if number.value not in each:
            yield Claim(FindingKind.NUMBER, number.words, "each", looked_for=mates[0].text)


def _is_dealt(unit: Reading) -> bool:
    return any(token.low in _DEALT for token in unit.tokens)


def _counts(thing: Word, unit: Reading) -> bool:
    """Say whether a fact counts several of a thing: 150 Gäste."""
    return any(
        one.value > 1 and any(alike(thing, word) for word in place_of(unit, one).right[:1])
        for one in unit.quantities
        if not one.unit
    )


def _thing(number: Quantity, said: Reading) -> Word | None:
    """Return the thing of `je Gast` right before a number or soon behind it."""
    words = {word.at: word for word in said.words}
    before = range(max(0, number.first - 2), number.first)
    after = range(number.last + 1, min(len(said.tokens) - 1, number.last + 1 + _REACH))
    for at in (*before, *after):
        thing = said.tokens[at + 1]
        timed = thing.low in PERIOD_WORDS or thing.low in word_set("times")
        if said.tokens[at].low in _PER and not timed and not thing.breaks:
            return words.get(at + 1)
    return None
