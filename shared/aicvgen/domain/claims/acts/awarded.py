"""What an award was for: the bacon won bronze, not the sausage; distinction in one paper."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_EMPTY = frozenset({"light", "generic", "frame"})
_NEAR = 5


def moved_awards(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each award that a sentence gives to another thing than its fact does.

    A fact that names what won, or in which paper, says so of nothing else it speaks of.
    """
    for word in text.words:
        if word.text.lower() not in word_set("awards"):
            continue
        told = [
            (unit, other)
            for unit in units
            for other in unit.words
            if not word.roots.isdisjoint(other.roots)
        ]
        if told and all(_is_given_to_another(word, text, other, unit) for unit, other in told):
            named = " ".join(one.text for one in _winners(told[0][1], told[0][0]))
            yield Claim(FindingKind.SCOPE, word.text, "award", looked_for=f"{named} {word.text}")


def _is_given_to_another(word: Word, text: Reading, other: Word, unit: Reading) -> bool:
    named = _winners(other, unit)
    apart = [one for one in unit.words if one not in named and one is not other and _names(one)]
    winners = [one for one in named if not any(_is_same(one, some) for some in apart)]
    if not winners or any(_is_same(one, said) for one in winners for said in text.words):
        return False
    claimed = [one for one in text.words if one is not word and _names(one)]
    return any(alike(one, said) for one in apart for said in claimed)


def _is_same(one: Word, other: Word) -> bool:
    return not one.roots.isdisjoint(other.roots)


def _winners(award: Word, unit: Reading) -> list[Word]:
    """Return the words of what won, before the award, or of the paper it was for, behind it."""
    inside = [one for one in unit.words if one.clause == award.clause and _names(one)]
    behind = [one for one in inside if award.at < one.at <= award.at + _NEAR]
    if any(one.text.lower() in word_set("papers") for one in behind):
        return behind
    before = [one for one in inside if one.at < award.at]
    heads = [one for one in before if not before[0].name or one is not before[-1]]
    return heads if unit.clauses.index(award.clause) or _has_subject(before, unit) else []


def _has_subject(before: Sequence[Word], unit: Reading) -> bool:
    """Say whether a fact opens with what won: our rye loaf won silver."""
    return bool(before) and unit.tokens[0].low in word_set("agent_article") | word_set("mine")


def _names(word: Word) -> bool:
    return (
        word.labels.isdisjoint(_EMPTY)
        and word.text.lower() not in word_set("awards")
        and not is_past(word.text.lower())
    )
