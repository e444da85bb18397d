"""Whose lead a text tells of: (chair: the dean), unter Leitung der Chefin, with her as lead."""

from aicvgen.domain.claims.acts.agents import agents
from aicvgen.domain.claims.acts.roles import is_person
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.lexicon import word_set

_UNDER = frozenset({"under", "unter"})
_AT = frozenset({"beim", "bei", "with"})
_AS = frozenset({"as", "als"})
_WITH = frozenset({"with", "mit"})
_ARTICLES = frozenset({"der", "die", "das", "the"})
_NEAR = 4


def is_led_by_another(word: Word, text: Reading) -> bool:
    """Say whether a word of leading tells of somebody else's lead."""
    return (
        _is_label(word, text)
        or _is_under(word, text)
        or _is_at(word, text)
        or _is_as(word, text)
        or _is_of_subject(word, text)
        or _is_attributed(word, text)
        or word.at in agents(text)
    )


def _is_label(word: Word, text: Reading) -> bool:
    """Say whether a word is the label of a person: (Leitung: Konrektorin), head of it: Dr Low."""
    last = word.at
    while last + 1 < len(text.tokens) and text.clauses[last + 1] == word.clause:
        last += 1
    first = text.clauses.index(word.clause)
    if not first or last + 1 >= len(text.tokens) or last - word.at > 1:
        return False
    gap = text.text[text.tokens[last].end : text.tokens[last + 1].start]
    return ":" in gap and text.tokens[last + 1].low not in word_set("mine")


def _is_under(word: Word, text: Reading) -> bool:
    """Say whether one worked under it: under the lead of; unter meiner Leitung is one's own."""
    if not word.text.lower().endswith(tuple(word_set("leads"))):
        return False
    before = [token.low for token in text.tokens[max(0, word.at - 3) : word.at]]
    under = [at for at, low in enumerate(before) if low in _UNDER]
    return bool(under) and not set(before[under[-1] :]) & word_set("mine")


def _is_at(word: Word, text: Reading) -> bool:
    """Say whether the lead lies with a person: Leitung beim Direktor."""
    after = text.tokens[word.at + 1].low if word.at + 1 < len(text.tokens) else ""
    return (
        after in _AT
        and bool(word.at)
        and text.tokens[word.at].breaks
        and any(
            word.at < other.at <= word.at + _NEAR
            and (other.name or is_person(other, text.language))
            for other in text.words
        )
    )


def _is_as(word: Word, text: Reading) -> bool:
    """Say whether one worked with somebody in that role: with Dr Low as lead."""
    before = [token.low for token in text.tokens[max(0, word.at - 2) : word.at]]
    inside = [token.low for token in text.tokens[max(0, word.at - 2 * _NEAR) : word.at]]
    return bool(_AS & set(before)) and bool(_WITH & set(inside[: -len(before)]))


def _is_of_subject(word: Word, text: Reading) -> bool:
    """Say whether a clause says who leads: federführend das Amt."""
    after = text.tokens[word.at + 1].low if word.at + 1 < len(text.tokens) else ""
    return text.language == "de" and text.tokens[word.at].breaks and after in _ARTICLES


def _is_attributed(word: Word, text: Reading) -> bool:
    """Say whether a participle before its noun tells by whom: die vom Rektor geleitete Gruppe."""
    if text.language != "de" or not word.text.islower() or not word.text.endswith(("te", "ten")):
        return False
    after = text.tokens[word.at + 1] if word.at + 1 < len(text.tokens) else None
    near = text.tokens[max(0, word.at - _NEAR) : word.at]
    return (
        after is not None
        and after.text[0].isupper()
        and not after.breaks
        and any(token.low in {"von", "vom"} for token in near)
    )
