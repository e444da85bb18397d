"""When help need not be told as such: it is what a title is about, it is given, it was there."""

from itertools import pairwise

from aicvgen.domain.claims.acts.roles import is_titled
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike

_AT = frozenset({"bei", "beim", "during"})
_NEAR = 3


def is_trade_told(unit: Reading, clause: int) -> bool:
    """Say whether `working on` only tells what a title is about: designer working on apps."""
    helping = [
        word
        for word in unit.words
        if word.clause == clause and "support" in word.labels | word.whole
    ]
    return bool(helping) and all(
        word.text == "working"
        and any(other.at == word.at - 1 and is_titled(other, "en") for other in unit.words)
        for word in helping
    )


def was_there(text: Reading) -> bool:
    """Say whether a German sentence tells of having been there: beim Test dabei, mit geplant."""
    joined = any(
        one.low == "mit" and _ends_as_participle(text, at)
        for at, one in enumerate(text.tokens[:-1], start=1)
    )
    return text.language == "de" and (joined or text.tokens[-1].low in {"dabei", "mit", "zugegen"})


def _ends_as_participle(text: Reading, at: int) -> bool:
    token = text.tokens[at]
    ends = at + 1 == len(text.tokens) or text.tokens[at + 1].breaks
    return ends and token.text.islower() and token.low.endswith(("t", "en"))


def is_present(text: Reading, unit: Reading, limited: list[Word]) -> bool:
    """Say whether a sentence only tells at what something was done: during the launch."""
    if any(token.low in _AT for token in unit.tokens):
        return False
    if any(token.low.endswith("verantwortung") for token in text.tokens):
        return "verantwort" in unit.text.lower()
    return any(
        (word.text[:1].isupper() or text.language == "en")
        and any(token.low in _AT for token in text.tokens[max(0, word.at - _NEAR) : word.at])
        for word in text.words
        if any(alike(word, other) for other in limited)
    )


def is_given(text: Reading, unit: Reading) -> bool:
    """Say whether a sentence gives the very thing contributed: supplied data for a study."""
    return any(
        word.text.lower().startswith("contribut")
        and unit.tokens[word.at + 1].low not in {"to", "towards", "in"}
        and alike(given, other)
        for word, given in pairwise(unit.words)
        for other in text.words[1:2]
    )
