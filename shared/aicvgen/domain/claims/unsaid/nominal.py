"""What was done told by a noun: replaced brakes, replacement of brakes; wrote queries, queried."""

from collections.abc import Sequence

from aicvgen.domain.claims.acts.predicate import said_to_be_done
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import word_set

_FARTHEST = 3
"""How many tokens a thing may stand behind its noun: replacement of the brakes."""
_LONGEST_NAME = 3
"""Words before the noun that a verb makes: wrote SQL queries."""


def is_nominal(word: Word, text: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a fact does the same to a thing with its one verb, or names the thing so."""
    behind = text.tokens[word.at + 1 : word.at + 2]
    if text.language != "en" or not behind or behind[0].low != "of":
        return False
    things = [one for one in text.words if word.at < one.at <= word.at + _FARTHEST]
    return bool(things) and any(
        _opens(word, things[0], unit) or _is_before(word, things[0], unit) for unit in units
    )


def is_made(word: Word, text: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a fact makes, with a verb that says no more, the noun of this verb."""
    beside = [one for one in text.words if one.clause == word.clause and one is not word]
    return text.language == "en" and any(
        first.text.lower() in word_set("writing")
        and _share(word, noun)
        and not is_past(noun.text.lower())
        and noun.clause == first.clause
        and any(_share(one, other) for one in beside for other in unit.words)
        for unit in units
        for first in unit.words[:1]
        for noun in _noun_run(unit)
    )


def _noun_run(unit: Reading) -> Sequence[Word]:
    """Return the last of the words that stand together behind the first."""
    run = [
        word
        for place, word in enumerate(unit.words[1 : 2 + _LONGEST_NAME], start=1)
        if word.at - unit.words[0].at == place
    ]
    return run[-1:]


def _opens(word: Word, thing: Word, unit: Reading) -> bool:
    """Say whether the one verb of a fact opens it, and the thing is in what follows."""
    first = unit.words[0] if unit.words else word
    past = [one for one in said_to_be_done(unit) if is_past(one.text.lower())]
    return (
        past == [first]
        and _share(word, first)
        and any(_share(thing, other) for other in unit.words[1:])
    )


def _is_before(word: Word, thing: Word, unit: Reading) -> bool:
    """Say whether a fact has the thing right before the noun: CTG interpretation."""
    return any(
        _share(word, noun) and _share(thing, one) and noun.at == one.at + 1
        for one, noun in zip(unit.words, unit.words[1:], strict=False)
    )


def _share(one: Word, other: Word) -> bool:
    return not one.roots.isdisjoint(other.roots)
