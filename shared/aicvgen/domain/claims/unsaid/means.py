"""Whether a German verb only tells the means a fact names: durch Umrüstung gesenkt."""

from collections.abc import Sequence

from aicvgen.domain.claims.acts.endings import is_final
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set

_MEANS = frozenset({"durch"})
_OCCASIONS = frozenset({"zur", "zum", "bei", "beim", "der", "während"})
_NEAR = 4


def is_by_way_of(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a German verb tells the means a fact names: durch den Wechsel gesenkt.

    A passive does so whoever did it; after als, which only says when, it also tells what it was
    done for: zur Zusammenlegung.
    """
    opening = said.tokens[said.clauses.index(word.clause)].low
    ways = _MEANS | _OCCASIONS if opening in word_set("telling_when_german") else _MEANS
    after = said.tokens[word.at + 1].low if word.at + 1 < len(said.tokens) else ""
    passive = after in word_set("passive_german")
    return any(
        (passive or _is_brought_about(unit))
        and alike(word, other)
        and any(token.low in ways for token in unit.tokens[max(0, other.at - _NEAR) : other.at])
        for unit in units
        for other in unit.words
        if other.text[:1].isupper()
    )


def _is_brought_about(unit: Reading) -> bool:
    """Say whether a German fact tells a change as what the candidate did: gesenkt, not sank."""
    return any(is_final(unit, one) and one.text in word_set("agentive") for one in unit.words)
