"""What a German fact only names as the occasion: bei der Betriebsprüfung is not to have held it."""

from collections.abc import Sequence

from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike

_AT = frozenset({"bei", "beim", "während"})
_REACH = 3


def names_occasions(clause: int, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether the nouns of a clause are nothing but occasions in the facts."""
    if said.language != "de":
        return False
    every = [word for word in said.words if word.text[:1].isupper()]
    nouns = [word for word in every if word.clause == clause] or every
    told = [
        (word, unit)
        for unit in units
        for word in unit.words
        if any(alike(noun, word) for noun in nouns)
    ]
    return bool(told) and all(_is_occasion(word, unit) for word, unit in told)


def _is_occasion(word: Word, unit: Reading) -> bool:
    """Say whether bei or während goes before a noun, with nothing but its adjectives between."""
    for at in range(word.at - 1, max(-1, word.at - 1 - _REACH), -1):
        token = unit.tokens[at]
        if token.low in _AT:
            return True
        if token.text[0].isupper() or unit.tokens[at + 1].breaks:
            return False
    return False
