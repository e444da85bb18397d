"""Who else did it in German: Freigabe durch den Leiter, den Plan schrieb die Leitung.

What a fact says of another is no evidence that the candidate did it.
"""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.acts.predicate import said_to_be_done
from aicvgen.domain.claims.acts.roles import is_person
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike, known, stands
from aicvgen.domain.claims.words.lexicon import function_words, word_set
from aicvgen.domain.draft import FindingKind

_PARTICIPLE = re.compile(r"(?:ge|be|ver|er|ent|zer)?[a-zäöüß]{3,}(?:t|en)$")
_MEANS = re.compile(r"(?:ung|ungen|ion|ionen|ieren|eln|ern|en)$")
"""Endings of what is done, not of who does it: durch Umsortierung."""
_ARTICLES = frozenset({"der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem", "einer"})
_SUBJECT = frozenset({"der", "die", "das", "ein", "eine"})
_CHANGED = frozenset({"up", "down", "faster"})
_LONGEST = 5
"""Words between the preposition or the verb and the end of who did it."""
_DUTY = ("verantwort", "zuständig", "leitung", "federführ", "disziplinarisch", "entscheidung")


def others_german_acts(said: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each act of a German sentence that its facts tell of somebody else alone."""
    if said.language != "de":
        return
    theirs = [(unit, set(acts_of_others(unit))) for unit in units]
    if not any(acts for _, acts in theirs):
        return
    shared = set(acts_of_others(said))
    duties = {
        word
        for word in said.words
        if word.text.lower().startswith(_DUTY) and not _follows_somebody(word, said)
    }
    for word in {*said_to_be_done(said), *duties} - shared:
        after = said.tokens[word.at + 1].low if word.at + 1 < len(said.tokens) else ""
        mates = [
            other in acts
            for unit, acts in theirs
            for other in unit.words
            if not word.roots.isdisjoint(other.roots) or (other in acts and alike(word, other))
        ]
        own = any(
            stands(word, known((unit,)), "de")
            for unit, acts in theirs
            if not any(alike(word, other) for other in acts)
        )
        if word.text.lower() in word_set("befalling_german"):
            continue
        if mates and all(mates) and not own and after not in word_set("passive_german"):
            yield Claim(FindingKind.SCOPE, word.text, "own", looked_for=f"{word.text} durch andere")


def _follows_somebody(word: Word, said: Reading) -> bool:
    """Say whether a person stands right before a duty: für das die Chefin verantwortlich war."""
    before = (other for other in said.words if other.at == word.at - 1)
    return not said.tokens[word.at].breaks and any(_is_somebody(one, said) for one in before)


def acts_of_others(text: Reading) -> Iterator[Word]:
    """Yield the words by which a German text tells what somebody else did."""
    words = {word.at: word for word in text.words}
    for at, word in words.items():
        if (
            _is_by(text, at)
            or _is_between(text, at, words)
            or _has_subject(text, at)
            or _lies_with(text, at)
        ):
            yield word


def _is_by(text: Reading, at: int) -> bool:
    """Say whether who did it follows: Freigabe durch den Leiter, genehmigt von der Leitung."""
    after = text.tokens[at + 1] if at + 1 < len(text.tokens) else None
    if after is None or after.breaks:
        return False
    noun = text.tokens[at].text[0].isupper()
    if after.low == "durch" and noun:
        changed = any(
            word.clause == text.clauses[at] and word.labels & _CHANGED for word in text.words
        )
        return _is_agent(text, at + 1, named=not changed)
    done = not noun and bool(_PARTICIPLE.match(text.tokens[at].low))
    return done and after.low in {"durch", "von", "vom"} and _is_agent(text, at + 1, named=False)


def _is_between(text: Reading, at: int, words: dict[int, Word]) -> bool:
    """Say whether who did it stands right before: vom Notar geprüft."""
    token = text.tokens[at]
    if token.text[0].isupper() or not _PARTICIPLE.match(token.low):
        return False
    first = max(0, at - _LONGEST)
    for by in range(at - 1, first - 1, -1):
        articled = text.tokens[by].low == "vom" or text.tokens[by + 1].low in _ARTICLES
        if text.tokens[by].low in {"vom", "von", "durch"}:
            inside = [words[place] for place in range(by + 1, at) if place in words]
            told = articled or _is_passive(text, at)
            return told and any(_is_somebody(word, text) for word in inside)
        if text.tokens[by + 1].breaks:
            return False
    return False


def _is_passive(text: Reading, at: int) -> bool:
    """Say whether a German clause tells what was done by whom: wurde von Prüfern abgenommen."""
    return any(
        token.low in {"wurde", "wurden"}
        for token, clause in zip(text.tokens[:at], text.clauses, strict=False)
        if text.clauses[at] - 1 <= clause <= text.clauses[at]
    )


def _has_subject(text: Reading, at: int) -> bool:
    """Say whether a verb inside its clause has a subject behind it: schrieb die Leitung."""
    token = text.tokens[at]
    after = text.tokens[at + 1] if at + 1 < len(text.tokens) else None
    if token.text[0].isupper() or token.breaks or after is None or after.breaks:
        return False
    if token.low in function_words("de") or token.low.endswith(("en", "er", "es", "em")):
        return False
    return after.low in _SUBJECT and _is_agent(text, at, named=False)


def _lies_with(text: Reading, at: int) -> bool:
    """Say whether a duty lies with another: Verantwortung bei der Chefin, Nachweis beim Chef."""
    last = at + 1
    if last < len(text.tokens) and text.tokens[last].low in {"lag", "lagen", "liegt", "liegen"}:
        last += 1
    if last >= len(text.tokens) or text.tokens[last].low not in {"bei", "beim"}:
        return False
    duty = text.tokens[at].low.startswith(_DUTY) or last > at + 1
    return duty and _is_agent(text, last, named=False)


def _is_agent(text: Reading, at: int, *, named: bool) -> bool:
    """Say whether who acts follows this token; `named`: any name without an article will do."""
    following = range(at + 1, min(len(text.tokens), at + 1 + _LONGEST))
    words = {word.at: word for word in text.words}
    for place in following:
        token = text.tokens[place]
        if token.breaks and place > at + 1:
            return False
        if token.low in function_words("de") and token.low not in _ARTICLES:
            return False
        if place in words and token.text[0].isupper():
            if named and not _MEANS.search(token.low):
                return True
            return _is_somebody(words[place], text)
    return False


def _is_somebody(word: Word, text: Reading) -> bool:
    low = word.text.lower()
    return is_person(word, text.language) or low.endswith(tuple(word_set("german_bodies")))
