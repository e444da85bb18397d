"""Whether a sentence takes a number from one thing and gives it to another of the same fact.

`Fitting and servicing of boilers, 120 services a year` counts services, not boilers fitted.
"""

import re
from collections.abc import Sequence

from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike, known_words, stands
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import word_set

_EMPTY = frozenset({"light", "generic", "team", "frame"})
"""Classes of words that name nothing a number could be taken from."""
_LONGEST_LABEL = 4
_COMPOUND = re.compile(r"[a-zäöü]{3}ige?[nrsm]?$")


def is_moved(number: Quantity, one: Quantity, text: Reading, unit: Reading) -> bool:
    """Say whether a sentence leaves out what a fact counts or measures and names another thing."""
    if number.ordinal or one.ordinal or number.fraction or _is_compound(number, text):
        return False
    own = _counted(one, unit) or _labelled(one, unit)
    kept, said = (known_words(words, text.language) for words in (own, text.words))
    if (
        not own
        or any(stands(word, kept, text.language) or _is_any(word, own) for word in text.words)
        or any(stands(word, said, text.language) for word in own)
    ):
        return False
    others = [word for word in unit.words if word not in own]
    return any(_is_any(word, others) for word in _given_to(number, text))


def _is_compound(number: Quantity, text: Reading) -> bool:
    """Say whether a German number says itself what it counts: siebenköpfig, 42-köpfig."""
    after = text.tokens[number.last + 1 : number.last + 2]
    own = [text.tokens[number.last], *(token for token in after if token.tied)]
    return any(_COMPOUND.search(token.low) for token in own)


def _counted(one: Quantity, unit: Reading) -> tuple[Word, ...]:
    """Return the words that follow a number without a unit: 120 services."""
    if one.unit or one.bound == "-":
        return ()
    run = _run(one.last + 1, unit)
    if all(word.text.lower() in word_set("pieces") | word_set("total") for word in run):
        return ()  # of what stands before it: stair lifts, 35 units
    return _filled(run)


def _labelled(one: Quantity, unit: Reading) -> tuple[Word, ...]:
    """Return the words of a clause that only names what was measured: downtime 20 minutes."""
    clause = unit.clauses[one.first]
    inside = [word for word in unit.words if word.clause == clause]
    numbers = [other for other in unit.quantities if unit.clauses[other.first] == clause]
    if (
        not clause
        or len(numbers) > 1
        or len(inside) > _LONGEST_LABEL
        or any(word.at > one.last and not word.labels & _EMPTY for word in inside)
        or _follows_bracket(unit, clause)
        or any(is_past(word.text.lower()) for word in inside[:1])
    ):
        return ()
    named = [word for word in inside if word.text.lower() not in word_set("dimensions")]
    return _filled([word for word in named if word.at < one.first])


def _follows_bracket(unit: Reading, clause: int) -> bool:
    first = unit.tokens[unit.clauses.index(clause)]
    return unit.text[: first.start].endswith("(")


def _filled(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words if they name something that a sentence would have to keep."""
    return tuple(words) if any(word.labels.isdisjoint(_EMPTY) for word in words) else ()


def _run(first: int, text: Reading) -> list[Word]:
    """Return the words that stand together from here on, without a break."""
    found = list[Word]()
    for word in text.words:
        if word.at == first + len(found) and not (found and text.tokens[word.at].breaks):
            found.append(word)
    return found


def _given_to(number: Quantity, text: Reading) -> Sequence[Word]:
    """Return what a sentence counts with a number, or what it measures in its clause."""
    if not number.unit:
        return _run(number.last + 1, text)
    return [word for word in text.words if word.clause == text.clauses[number.first]]


def _is_any(word: Word, words: Sequence[Word]) -> bool:
    return word.labels.isdisjoint(_EMPTY) and any(alike(word, other) for other in words)
