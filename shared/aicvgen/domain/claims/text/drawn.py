"""Which of many facts a sentence draws on, where it does not say so itself."""

from collections.abc import Sequence

from aicvgen.domain.claims.numbers.spellings import plain
from aicvgen.domain.claims.text.reading import Reading, reading
from aicvgen.domain.claims.text.wording import known, stands

_FREE = frozenset({"light", "generic", "frame"})
_JOINED = 2
"""So much a sentence must have of one more fact: a single word may stand in any fact."""


def drawn_on(text: str, facts: Sequence[str], language: str) -> tuple[str, ...]:
    """Return the facts a sentence tells of: the one most like it, and any it has enough more of.

    A word that the fact retold lacks is not true of it because some other fact has that word.
    """
    said = reading(plain(text), language)
    covered = [_covered(said, reading(plain(fact), language)) for fact in facts]
    most = max(map(len, covered), default=0)
    chosen = {one for one, places in enumerate(covered) if most and len(places) == most}
    open_ = frozenset[int]().union(*covered) - _all_of(chosen, covered)
    while open_:
        best = max(range(len(facts)), key=lambda one: len(covered[one] & open_))
        if len(covered[best] & open_) < _JOINED and not _is_own_clause(covered[best], said, open_):
            break
        chosen.add(best)
        open_ -= covered[best]
    for one, fact in enumerate(facts):
        if covered[one] & open_ and _is_whole(reading(plain(fact), language), said):
            chosen.add(one)
            open_ -= covered[one]
    return tuple(facts[one] for one in sorted(chosen)) or tuple(facts)


def _all_of(chosen: set[int], covered: Sequence[frozenset[int]]) -> frozenset[int]:
    return frozenset[int]().union(*(covered[one] for one in chosen))


def _is_own_clause(places: frozenset[int], said: Reading, open_: frozenset[int]) -> bool:
    """Say whether one more fact has all of a clause that anything has: and served 70 a day."""
    clauses = {said.clauses[at] for at in places & open_}
    inside = {
        word.at for word in said.words if word.clause in clauses and word.labels.isdisjoint(_FREE)
    }
    return bool(clauses) and inside <= places & open_


def _is_whole(unit: Reading, said: Reading) -> bool:
    """Say whether a sentence tells all of a fact that has a number: a group of ten children."""
    evidence = known((said,))
    values = {one.value for one in said.quantities}
    return (
        bool(unit.quantities)
        and all(one.value in values for one in unit.quantities)
        and all(stands(word, evidence, unit.language) for word in unit.words)
    )


def _covered(said: Reading, unit: Reading) -> frozenset[int]:
    """Return the places of a sentence whose word or number a fact has."""
    evidence = known((unit,))
    words = {
        word.at
        for word in said.words
        if word.labels.isdisjoint(_FREE) and stands(word, evidence, said.language)
    }
    values = {one.value for one in unit.quantities}
    periods = set(unit.periods.values())
    return frozenset(
        words
        | {one.first for one in said.quantities if one.value in values}
        | {at for at, period in said.periods.items() if period in periods}
    )
