"""What a sentence says the candidate did: the words it rests on, apart from what they act upon.

`Prepared returns for review by the manager` says that somebody prepared; that a review took place
is no evidence for `reviewed`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from aicvgen.domain.claims.acts.agents import agents
from aicvgen.domain.claims.acts.anothers import is_anothers
from aicvgen.domain.claims.acts.endings import is_final
from aicvgen.domain.claims.acts.english_verbs import (
    GERUND,
    ends_list,
    is_headline,
    is_thing,
    is_verb_inside,
)
from aicvgen.domain.claims.acts.roles import is_person
from aicvgen.domain.claims.text.reading import Reading, Word, reading
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.wordnet import is_noun_only

_FRAMES = frozenset({
    "frame", "act", "carrier", "support", "shared", "deputy", "partly", "pending", "familiar",
    "scope", "sometimes", "mostly", "supervised", "candidate", "basic", "up", "down",
})  # fmt: skip
"""Classes of words after which comes what was done: responsible for, helped with, part of."""
_VERBAL_NOUN = re.compile(
    r"(?:ung|ungen|ion|ur|nahme|gabe|wurf|kauf|pflege|leitung|führung|bau|suche|dienst|eln|ieren"
    r"|stieg|wechsel|tausch|umzug|verkauf|versand|aufbau|umbau)$"
)
_PARTICIPLE = re.compile(r"[a-zäöüß]*ge[a-zäöüß]{3,}(?:t|en)$|[a-zäöüß]{3,}iert$")
_CARRYING = frozenset({"do", "deed", "act", "carrier", "frame", "scope", "rank", "support"})
"""Classes of German verbs at the end that only carry the noun a sentence opens with."""
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
            found = _said_german(text, words) if text.language == "de" else _said(text, words)
            yield from (word for word in found if word.at not in agents(text))


def _doing(text: Reading, words: Sequence[Word]) -> Iterator[Word]:
    first = words[: 2 if len(words) > 1 and words[1].at == words[0].at + 1 else 1]
    if text.language == "en":
        yield words[0]
    elif any(is_final(text, word) and "do" not in word.labels for word in words):
        yield from (word for word in first if _VERBAL_NOUN.search(word.text.lower()))
    else:
        yield from first
    for at, word in enumerate(words):
        opens = at == 0 or (text.language == "de" and at < _NEXT)
        if "overseen" in word.labels:  # what others did under one's eyes
            continue
        frames = opens and word.labels & _FRAMES and (not word.at or word.text != "works")
        if frames or word.whole & _FRAMES:
            yield from framed(text, words[at + 1 :])
    if text.language == "de":
        yield from (word for word in words if _is_done_inside(text, word))
    else:
        yield from (word for word in words if is_verb_inside(text, word) or is_headline(text, word))


def is_verbal_noun(text: str) -> bool:
    """Say whether a German noun names a deed: Prüfung, Einkauf."""
    return bool(_VERBAL_NOUN.search(text.lower()))


def _is_done_inside(text: Reading, word: Word) -> bool:
    """Say whether a German word tells a deed where it stands: gesenkt bei gleichem Umsatz."""
    after = text.tokens[word.at + 1].low if word.at + 1 < len(text.tokens) else ""
    told = _PARTICIPLE.match(word.text) and after in word_set("german_prepositions")
    return (
        is_final(text, word) or "deputy" in word.labels or bool(told) or _is_carried_out(text, word)
    )


def _is_carried_out(text: Reading, word: Word) -> bool:
    """Say whether a German noun names what the last verb only carries out: Wechsel umgesetzt."""
    inside = [one for one in text.words if one.clause == word.clause]
    nouns = [one for one in inside if _VERBAL_NOUN.search(one.text.lower())]
    return nouns[:1] == [word] and any(
        is_final(text, one) and "act" in one.labels for one in inside
    )


def _is_verbal(words: Sequence[Word], text: Reading) -> bool:
    first, low = words[0], words[0].text.lower()
    if text.language == "de":
        final = any(is_final(text, word) for word in words)
        return final or any(_VERBAL_NOUN.search(word.text.lower()) for word in words[:_NEXT])
    opens = first.at == 0 and ":" not in text.text and not (first.name or is_noun_only(low))
    return opens or is_past(low) or (bool(GERUND.search(low)) and not is_thing(text, first))


def _is_bare(doing: Doing, text: Reading) -> bool:
    """Say whether clauses are verbs alone, whose objects come later: checked and recorded."""
    return bool(doing.words) and all(
        sum(word.clause == verb.clause for word in text.words) == 1 for verb in doing.words
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
        inside = place > 0 and words[place - 1].at == word.at - 1
        if is_head or (GERUND.search(word.text.lower()) and not inside):
            yield word
            found += 1
        if found == _NEXT:
            return


def _said(text: Reading, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the verbs at the start of a clause, and participles after `was`."""
    first = words[0]
    for word in words[: _NEXT if first.text.endswith("ly") else 1]:
        low = word.text.lower()
        between = {token.low for token in text.tokens[first.at : word.at]}
        opens = not between & word_set("not_opening") and not _is_after_article(text, word)
        opens = opens and (not word.at or text.tokens[word.at - 1].low not in {"by", "being"})
        labels = text.text[text.tokens[word.at].end :].startswith(":")
        doing = is_past(low) or (GERUND.search(low) and not ends_list(text, word))
        if opens and not (word.name or labels) and doing:
            yield word
            break
    if first.at == 0 and len(text.tokens) > 1 and text.tokens[1].low == "of":
        yield first
    opening = text.tokens[text.clauses.index(first.clause)].low
    for word in words:
        told = opening in word_set("opening_a_clause") and opening not in {"and", "but"}
        passive = word.at and text.tokens[word.at - 1].low in word_set("passive")
        if passive and is_past(word.text.lower()) and not told:
            yield word


def _said_german(text: Reading, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the verb at the end of a clause, or the verbal noun a sentence starts with."""
    opening = text.tokens[text.clauses.index(words[0].clause)].low
    inside = {
        one.low for one, at in zip(text.tokens, text.clauses, strict=True) if at == words[0].clause
    }
    tells = opening in word_set("telling_german") or (
        opening == "seit" and bool(inside & word_set("passive_german"))
    )
    if tells or inside & {"wird", "werden"}:
        return
    yield from (word for word in words if is_final(text, word))
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
    return is_final(text, last) and (
        bool(last.labels & {"up", "down", "faster"}) or last.labels.isdisjoint(_CARRYING)
    )


def _is_after_article(text: Reading, word: Word) -> bool:
    before = text.tokens[word.at - 1] if word.at and not text.tokens[word.at].breaks else None
    return before is not None and before.low in word_set("not_opening")


def _by_clause(text: Reading) -> Iterator[tuple[Word, ...]]:
    clauses = dict[int, list[Word]]()
    for word in text.words:
        clauses.setdefault(word.clause, []).append(word)
    return (tuple(words) for words in clauses.values())
