"""What something was made for is not what was made: an interface for a system is no system."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.acts.predicate import said_to_be_done
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import function_words, word_set
from aicvgen.domain.draft import FindingKind

_MAKING = (
    "entwick", "entwarf", "entwerf", "entworfen", "entwurf", "erstell", "gebaut", "baute",
    "programmier", "konstru", "gestalt", "konzip", "aufgebaut", "aufbau", "einführ", "eingeführt",
)  # fmt: skip


def purposes_made(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each thing that a German sentence says was made and its facts only made another for."""
    if text.language != "de" or not any(map(_is_making, said_to_be_done(text))):
        return
    for unit in units:
        for purpose, things in _purposes(unit):
            if any(alike(thing, word) for thing in things for word in text.words):
                continue
            for word in text.words:
                if not word.roots.isdisjoint(purpose.roots) and _is_object(word, text):
                    looked_for = f"für {purpose.text}"
                    yield Claim(FindingKind.SCOPE, word.text, "made", looked_for=looked_for)


def _purposes(unit: Reading) -> Iterator[tuple[Word, tuple[Word, ...]]]:
    """Yield each thing for which a German fact says another was made, with the others."""
    if not any(map(_is_making, unit.words)):
        return
    for purpose in unit.words:
        at = _joining(purpose, unit)
        if not _is_noun(purpose) or at < 0 or unit.tokens[at].low != "für":
            continue
        things = tuple(
            word
            for word in unit.words
            if word.at < at
            and word.clause == purpose.clause
            and _is_noun(word)
            and not _is_making(word)
            and _is_object(word, unit)
        )
        if things:
            yield purpose, things


def _is_object(word: Word, text: Reading) -> bool:
    """Say whether a German noun is what was made, and hangs on nothing else."""
    at = _joining(word, text)
    if at < 0:
        return True
    token = text.tokens[at]
    if token.low == "von":
        token = text.tokens[at - 1]
    return token.low.startswith(_MAKING)


def _joining(word: Word, text: Reading) -> int:
    """Return where the noun or the preposition stands that a noun hangs on, -1 where none does."""
    for at in range(word.at - 1, -1, -1):
        if text.tokens[at + 1].breaks:
            return -1
        token = text.tokens[at]
        if text.tokens[at + 1].tied:
            continue
        joins = token.low in word_set("german_prepositions") or token.low == "für"
        if joins or (token.text[:1].isupper() and token.low not in function_words("de")):
            return at
    return -1


def _is_making(word: Word) -> bool:
    return word.text.lower().startswith(_MAKING)


def _is_noun(word: Word) -> bool:
    return word.text[:1].isupper()
