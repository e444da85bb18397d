"""Which English words tell a deed by their form and place: to reduce, by preparing, was kept."""

import re

from aicvgen.domain.claims.acts.roles import is_person
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import word_set

GERUND = re.compile(r"[a-z]{2}ing$")
_ARTICLES = frozenset({"the", "a", "an"})
_FARTHEST_ARTICLE = 4


def is_verb_inside(text: Reading, word: Word) -> bool:
    """Say whether a word is a verb by its form and place: to reduce, by preparing, was kept."""
    before = text.tokens[word.at - 1].low if word.at else ""
    low = word.text.lower()
    return (
        (bool(GERUND.search(low)) and not _is_attribute(text, word))
        or before in {"to", "also", "then"}
        or (before == "i" and is_past(low))
        or (before in word_set("relative") and "shared" in text.classes)
        or (before in word_set("passive") and is_past(low) and not _is_told_beside(text, word))
    )


def _is_attribute(text: Reading, word: Word) -> bool:
    """Say whether a form in -ing only says which thing: the new time recording system."""
    before = [token.low for token in text.tokens[max(0, word.at - _FARTHEST_ARTICLE) : word.at]]
    after = next((other for other in text.words if other.at == word.at + 1), None)
    crew = any(
        "team" in other.labels or is_person(other, text.language)
        for other in text.words
        if other.at == word.at - 1
    )
    articles = [place for place, low in enumerate(before) if low in _ARTICLES]
    joined = word_set("not_opening") | {"by"}
    articled = articles and not joined.intersection(before[articles[-1] + 1 :])
    return bool(articled) and not crew and after is not None and not after.text.endswith("s")


def is_headline(text: Reading, word: Word) -> bool:
    """Say whether a participle tells what was done to the noun before it: course renewed."""
    after = text.tokens[word.at + 1].low if word.at + 1 < len(text.tokens) else ""
    return (
        after != "by"
        and is_past(word.text.lower())
        and any(other.at == word.at - 1 and other.clause == word.clause for other in text.words)
    )


def _is_told_beside(text: Reading, word: Word) -> bool:
    """Say whether a clause only tells when: fell after reminders were introduced, by whomever."""
    return any(
        text.tokens[at].low in word_set("telling_when") and text.clauses[at] == word.clause
        for at in range(word.at)
    )


def is_thing(text: Reading, word: Word) -> bool:
    """Tell what is listed, drafted leases and outsourcing agreements, from what was done."""
    before = text.tokens[word.at - 1].low if word.at else ""
    listed = before in {"and", "or"} and is_past(text.tokens[0].low)
    return listed or ends_list(text, word)


def ends_list(text: Reading, word: Word) -> bool:
    """Tell the last of several things, readings and billing, from what somebody was doing."""
    after = text.tokens[word.at + 1] if word.at + 1 < len(text.tokens) else None
    listed = after is not None and after.low in {"and", "or"} and not _is_shared(text, word.at + 2)
    return word.at > 0 and (after is None or after.breaks or listed)


def _is_shared(text: Reading, at: int) -> bool:
    """Say whether two verbs share their object: opening and closing the store."""
    object_ = text.tokens[at + 1 : at + 2]
    shares = object_ and object_[0].low in _ARTICLES and not object_[0].breaks
    return bool(shares) and bool(GERUND.search(text.tokens[at].low))
