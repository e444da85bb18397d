"""What was only begun or done for others a while: one year of a degree, a colleague's holidays."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_NEAR = 3
_LIMITED = frozenset({"deputy", "pending", "partly"})


def unfinished_courses(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each course told as earned of which the facts only tell that it was begun.

    A part of it that is completed, the first year, does not complete it.
    """
    low = [token.low for token in text.tokens]
    earned = [
        at for at, one in enumerate(low) if one in word_set("earning") and _is_whole(text, at)
    ]
    if not earned:
        return
    for word in text.words:
        if word.text.lower() not in word_set("courses"):
            continue
        told = [
            unit
            for unit in units
            if any(not word.roots.isdisjoint(one.roots) for one in unit.words)
        ]
        if told and all(_is_only_begun(unit) for unit in told):
            yield Claim(FindingKind.TITLE, word.text, "begun", nearest=told[0].text)


def _is_only_begun(unit: Reading) -> bool:
    low = {token.low for token in unit.tokens}
    ended = any(
        token.low in word_set("earning") and _is_whole(unit, at)
        for at, token in enumerate(unit.tokens)
    )
    return bool(low & word_set("begun")) and not ended


def _is_whole(text: Reading, at: int) -> bool:
    """Say whether a word of earning is of a whole, not of the first year or two modules."""
    clause = text.clauses[at]
    near = range(max(0, at - _NEAR - 1), min(len(text.tokens), at + _NEAR + 2))
    return not any(
        text.tokens[place].low in word_set("partial") and text.clauses[place] == clause
        for place in near
    )


def lasting_substitutes(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield the work of a substitute told as ongoing: cover for holidays, laufend mitbetreut."""
    lasting = [token for token in text.tokens if token.low in word_set("lasting_work")]
    if not lasting or _is_limited(text):
        return
    for unit in units:
        low = {token.low for token in unit.tokens}
        if "deputy" not in unit.classes or not low & word_set("absences"):
            continue
        if lasting[0].low not in low and any(_is_in(word, unit) for word in text.words):
            yield Claim(FindingKind.SCOPE, lasting[0].text, "deputy", nearest=unit.text)


def _is_limited(text: Reading) -> bool:
    low = {token.low for token in text.tokens}
    return "deputy" in text.classes or bool(low & word_set("absences"))


def _is_in(word: Word, unit: Reading) -> bool:
    return any(alike(word, other) for other in unit.words)
