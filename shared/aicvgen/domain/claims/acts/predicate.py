"""What a sentence says the candidate did: the words it rests on, apart from what they act upon.

`Prepared returns for review by the manager` says that somebody prepared; that a review took place
is no evidence for `reviewed`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from aicvgen.domain.claims.acts.roles import is_person
from aicvgen.domain.claims.text.reading import Reading, Word, reading
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.tokens import Token
from aicvgen.domain.claims.words.wordnet import is_noun_only

_FRAMES = frozenset({
    "frame", "act", "carrier", "support", "shared", "deputy", "partly", "pending", "familiar",
    "scope", "sometimes", "mostly", "supervised", "candidate", "basic", "up", "down",
})  # fmt: skip
"""Classes of words after which comes what was done: responsible for, helped with, part of."""
_PAST = re.compile(r"[a-z]{2}ed$")
_GERUND = re.compile(r"[a-z]{2}ing$")
_VERBAL_NOUN = re.compile(
    r"(?:ung|ungen|ion|ur|nahme|gabe|wurf|kauf|pflege|leitung|führung|bau|suche|dienst|eln|ieren)$"
)
_FINAL = re.compile(r"(?:t|te|ten|en|rn|ln)$")
_NEXT = 2
_TO_WHAT = frozenset({"on", "for", "an", "für"})


class Doing(NamedTuple):
    """What one clause of a fact says was done, and to what."""

    words: tuple[Word, ...]
    verbal: bool
    """It says so by a verb; a project may be named without one."""


def done_about(fact: Reading, about: Sequence[Word]) -> Doing:
    """Return what a fact says was done in the clauses that speak of the same as these words."""
    doings = _doings(fact.text, fact.language)
    if fact.language == "de":
        chosen = list(doings.values())
    else:
        chosen = [
            doing
            for clause, doing in doings.items()
            if any(
                other.clause == clause and alike(word, other)
                for word in about
                for other in fact.words
            )
        ]
        chosen += [doing for doing in doings.values() if chosen and _is_bare(doing, fact)]
        chosen = chosen or list(doings.values())
    words = dict.fromkeys(word for doing in chosen for word in doing.words)
    return Doing(tuple(words), any(doing.verbal for doing in chosen))


@lru_cache(maxsize=20_000)
def _doings(text: str, language: str) -> Mapping[int, Doing]:
    """Return what each clause says was done; a list of things shares the verb before it."""
    fact = reading(text, language)
    doings = dict[int, Doing]()
    earlier = Doing((), verbal=False)
    for words in _by_clause(fact):
        clause = words[0].clause
        if is_anothers(fact, clause):
            continue
        own = tuple(dict.fromkeys(_doing(fact, words)))
        verbal = _is_verbal(words, fact)
        shared = () if verbal and not _is_bare(earlier, fact) else earlier.words
        doings[clause] = earlier = Doing((*shared, *own), verbal=verbal or earlier.verbal)
    return doings


def said_to_be_done(text: Reading) -> Iterator[Word]:
    """Yield the words by which a sentence says what the candidate did."""
    for words in _by_clause(text):
        if not is_anothers(text, words[0].clause):
            yield from _said_german(text, words) if text.language == "de" else _said(text, words)


def _doing(text: Reading, words: Sequence[Word]) -> Iterator[Word]:
    first = words[: 2 if len(words) > 1 and words[1].at == words[0].at + 1 else 1]
    if text.language == "en":
        yield words[0]
    elif any(_is_final(text, word) and "do" not in word.labels for word in words):
        yield from (word for word in first if _VERBAL_NOUN.search(word.text.lower()))
    else:
        yield from first
    for at, word in enumerate(words):
        opens = at == 0 or (text.language == "de" and at < _NEXT)
        if (opens and word.labels & _FRAMES) or word.whole & _FRAMES:
            yield from framed(text, words[at + 1 :])
    if text.language == "de":
        yield from (word for word in words if _is_final(text, word))
    else:
        yield from (
            word for word in words if _is_verb_inside(text, word) or _is_headline(text, word)
        )


def _is_verbal(words: Sequence[Word], text: Reading) -> bool:
    first, low = words[0], words[0].text.lower()
    if text.language == "de":
        final = any(_is_final(text, word) for word in words)
        return final or any(_VERBAL_NOUN.search(word.text.lower()) for word in words[:_NEXT])
    opens = first.at == 0 and ":" not in text.text and not (first.name or is_noun_only(low))
    return opens or is_past(low) or bool(_GERUND.search(low))


def _is_bare(doing: Doing, text: Reading) -> bool:
    """Say whether a clause is a verb alone, whose objects come later: checked and recorded."""
    return (
        len(doing.words) == 1
        and sum(word.clause == doing.words[0].clause for word in text.words) == 1
    )


def framed(text: Reading, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the heads of what follows a frame, without when and with whom it was done."""
    found, skipping, last = 0, False, None
    for place, word in enumerate(words):
        since = {token.low for token in text.tokens[(last or words[0]).at : word.at]}
        since |= (
            {token.low for token in text.tokens[max(0, word.at - 2) : word.at]}
            if not last
            else set()
        )
        skipping = (skipping and not since & _TO_WHAT) or bool(since & word_set("circumstance"))
        last = word
        named = place < _NEXT and "as" in {
            token.low for token in text.tokens[max(0, words[0].at - 2) : word.at]
        }
        if skipping or (is_person(word, text.language) and not named):
            continue
        following = words[place + 1] if place + 1 < len(words) else None
        is_head = following is None or following.at != word.at + 1 or text.language == "de"
        if is_head or _GERUND.search(word.text.lower()):
            yield word
            found += 1
        if found == _NEXT:
            return


def _is_verb_inside(text: Reading, word: Word) -> bool:
    """Say whether a word is a verb by its form and place: to reduce, by preparing, was kept."""
    before = text.tokens[word.at - 1].low if word.at else ""
    low = word.text.lower()
    return (
        bool(_GERUND.search(low))
        or before in {"to", "also", "then"}
        or (before in word_set("relative") and "shared" in text.classes)
        or (before in word_set("passive") and is_past(low) and not _is_told_beside(text, word))
    )


def _is_headline(text: Reading, word: Word) -> bool:
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


def _said(text: Reading, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the verbs at the start of a clause, and participles after `was`."""
    first = words[0]
    for word in words[: _NEXT if first.text.endswith("ly") else 1]:
        low = word.text.lower()
        between = {token.low for token in text.tokens[first.at : word.at]}
        opens = not between & word_set("not_opening") and not _is_after_article(text, word)
        opens = opens and (not word.at or text.tokens[word.at - 1].low != "by")
        labels = text.text[text.tokens[word.at].end :].startswith(":")
        if opens and not (word.name or labels) and (is_past(low) or _GERUND.search(low)):
            yield word
            break
    if first.at == 0 and len(text.tokens) > 1 and text.tokens[1].low == "of":
        yield first
    for word in words:
        if word.at and text.tokens[word.at - 1].low in word_set("passive"):
            yield word


def _said_german(text: Reading, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the verb at the end of a clause, or the verbal noun a sentence starts with."""
    yield from (word for word in words if _is_final(text, word))
    first = words[0]
    if (
        first.at == 0
        and not _is_acted_upon(text, words)
        and _VERBAL_NOUN.search(first.text.lower())
    ):
        following = text.tokens[1].low if len(text.tokens) > 1 else ""
        if following in word_set("after_verbal_noun") and not text.tokens[1].breaks:
            yield first


def _is_acted_upon(text: Reading, words: Sequence[Word]) -> bool:
    """Say whether a verbal noun is the object of the verb at the end: Bearbeitung beschleunigt."""
    last = words[-1]
    return last.labels & {"up", "down", "faster"} != frozenset() and _is_final(text, last)


def _is_final(text: Reading, word: Word) -> bool:
    """Say whether a German word ends its clause as a verb does."""
    if not word.text.islower() or not _FINAL.search(word.text):
        return False
    after = text.tokens[word.at + 1] if word.at + 1 < len(text.tokens) else None
    return after is None or after.breaks or after.low in {"und", "oder", "sowie", "wurde", "wurden"}


def is_past(low: str) -> bool:
    """Say whether an English word has the form of a past or a participle."""
    return bool(_PAST.search(low)) or low in word_set("past")


def _is_after_article(text: Reading, word: Word) -> bool:
    before = text.tokens[word.at - 1] if word.at and not text.tokens[word.at].breaks else None
    return before is not None and before.low in word_set("not_opening")


def is_anothers(text: Reading, clause: int) -> bool:
    """Say whether a clause tells what another did: who closed, reviewed by the manager."""
    inside = [at for at, number in enumerate(text.clauses) if number == clause]
    first = text.tokens[inside[0]]
    if first.low in word_set("relative") or _is_german_relative(text, first, inside[-1]):
        return clause - 1 not in text.classes.get("shared", ())
    if (text.language == "de" and _is_done_by(text, clause)) or _is_named_by(text, inside):
        return True
    changing = {word.at for word in text.words if word.labels & {"up", "down"}}
    return any(
        at + 1 in inside
        and at - 1 not in changing
        and (at - 1 == inside[0] or text.tokens[at - 2].low in word_set("passive"))
        and is_past(text.tokens[at - 1].low)
        and not (text.tokens[at + 1].text.islower() and _GERUND.search(text.tokens[at + 1].low))
        for at in inside
        if text.tokens[at].low in {"by", "durch"}
    )


def _is_named_by(text: Reading, inside: list[int]) -> bool:
    """Say whether a clause only names whose deed a thing is: drafts by the head designer."""
    by = inside[0] + 1
    return (
        inside[0] > 0
        and by in inside
        and text.tokens[by].low in {"by", "vom", "durch"}
        and any(is_person(one, text.language) for one in text.words if by < one.at <= inside[-1])
    )


def _is_done_by(text: Reading, clause: int) -> bool:
    """Say whether a German clause names who did it: vom Notar geprüft."""
    words = [word for word in text.words if word.clause == clause]
    return any(_is_final(text, word) for word in words) and any(
        is_person(word, "de") and text.tokens[word.at - 1].low in {"vom", "durch"} for word in words
    )


def _is_german_relative(text: Reading, first: Token, last: int) -> bool:
    """Say whether a clause is one such as `, die der Notar beurkundete`."""
    return (
        text.language == "de"
        and first.breaks
        and first.low in word_set("german_relative")
        and text.tokens[last].text.islower()
        and any(
            token.text[0].isupper()
            for token in text.tokens
            if first.start < token.start < text.tokens[last].start
        )
    )


def _by_clause(text: Reading) -> Iterator[tuple[Word, ...]]:
    clauses = dict[int, list[Word]]()
    for word in text.words:
        clauses.setdefault(word.clause, []).append(word)
    return (tuple(words) for words in clauses.values())
