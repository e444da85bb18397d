"""What a fact says in more words: into a digital archive for digitised, selbst for eigenständig."""

import re
from collections.abc import Sequence

from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike

_MAKING = re.compile(
    r"^(?P<quality>\w{4,}?)(?:al)?(?:i[sz](?:ed|ing|ation)|isier(?:t|te|ten|ung))$"
)
_INTO = frozenset({"to", "into", "in", "auf", "zu"})
_ARTICLES = frozenset({"a", "an", "one", "ein", "eine", "einen", "einem", "einer"})
_ALONE = re.compile(r"(?:eigenständig|selbst?ständig)(?:e[nrsm]?)?$")
_SHOWED = frozenset({"showed", "explained", "familiarised", "taught", "trained", "briefed"})
_ONESELF = frozenset({"selbst", "selber"})


def is_turned_into(word: Word, units: Sequence[Reading]) -> bool:
    """Say whether a fact tells of what a thing became, which the verb says: digitised."""
    made = _MAKING.match(word.text.lower())
    return made is not None and any(
        token.low.startswith(made["quality"]) and _is_outcome(unit, at)
        for unit in units
        for at, token in enumerate(unit.tokens)
    )


def _is_outcome(unit: Reading, at: int) -> bool:
    before = [token.low for token in unit.tokens[max(0, at - 2) : at]]
    articled = before[-1:] and before[-1] in _ARTICLES
    return bool(articled and set(before[:-1]) & _INTO)


def is_done_oneself(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a German fact says selbst of the deed that a sentence calls eigenständig."""
    if _ALONE.match(word.text.lower()) is None:
        return False
    beside = [one for one in said.words if one.clause == word.clause and one is not word]
    return any(
        token.low in _ONESELF
        and any(
            one.clause == clause and alike(one, other) for one in unit.words for other in beside
        )
        for unit in units
        for token, clause in zip(unit.tokens, unit.clauses, strict=True)
    )


def is_introduction(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a fact shows people a thing that a sentence introduces them to."""
    after = {token.low for token in said.tokens[word.at + 1 :]}
    return (
        "introducing" in word.labels
        and "to" in after
        and any(first.text.lower() in _SHOWED for unit in units for first in unit.words[:1])
    )
