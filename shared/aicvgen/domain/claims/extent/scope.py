"""What limits a fact must stay: support is not lead, begun is not done, deputy is not head."""

import re
from collections.abc import Iterator
from itertools import pairwise

from aicvgen.domain.claims.acts.roles import is_titled
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.extent.helping import is_given, is_present, is_trade_told, was_there
from aicvgen.domain.claims.text.parted import is_tail_parted
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike, known_words, stands
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_HEDGES = (
    "support", "shared", "deputy", "partly", "pending", "candidate", "sometimes", "mostly",
    "basic", "supervised", "preparing",
)  # fmt: skip
_PEOPLE = ("innen", "ende", "enden")
"""Ends of German words for people, whom a supporter supports whatever they are called."""
_STANDS_FOR = {
    "shared": ("shared", "support", "partly", "jointly"),
    "support": (
        "support",
        "shared",
        "partly",
        "jointly",
        "member",
        "familiar",
        "attend",
        "supervised",
    ),
    "partly": ("partly", "support", "shared", "jointly"),
    "preparing": ("preparing", "support"),
    "supervised": ("supervised", "support", "overseen"),
    "deputy": ("deputy", "support"),
    "pending": ("pending", "partly", "negation", "preparing"),
}
_OVER = frozenset({"pending", "candidate"})
"""Limits that are over where the fact also says that the thing was granted."""
_USUAL = (
    "usual", "typical", "normal", "general", "üblich", "gewöhnlich",
    "insbesondere", "besonders", "especially", "particular", "notabl",
)  # fmt: skip
_IN_CREW = re.compile(r"\b(?:in|within|on) an? (?:team|crew|group|squad|gang) of\b")
_IN_TURNS = re.compile(
    r"\b(?:shar(?:ed|es|ing)|rotat\w+|alternat\w+|(?:by|in|took|took it in) turns?)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[a-zäöüß]{3}teile?[ns]?$")
_PART_TIME = re.compile(r"\bpart-time\b", re.IGNORECASE)
_REPRESENTS = re.compile(r"\bact(?:s|ed|ing)? for (?:an?|[a-z]+s)\b", re.IGNORECASE)
"""What a solicitor does for a client; who acts for the head of something stands in."""


def dropped_limits(text: Reading, homes: dict[int, Reading], header: Reading) -> Iterator[Claim]:
    """Yield each limit of a fact that the sentence uses without it."""
    plain = known_words(
        (one for one in header.words if one.text not in word_set("by_section")), text.language
    )
    for unit in {id(home): home for home in homes.values()}.values():
        clauses = {clause for clause, home in homes.items() if home is unit}
        said = [
            word
            for word in text.words
            if word.clause in clauses
            and not stands(word, plain, text.language)
            and not _tells_when(text, word.clause)
        ]
        yield from _dropped_acting(text, unit, header)
        for hedge in _HEDGES:
            if (hedge in _OVER and "granted" in unit.classes) or _is_rate(unit, hedge):
                continue
            if hedge == "deputy" and _REPRESENTS.search(unit.text):
                continue
            for clause in unit.classes.get(hedge, ()):
                if hedge == "support" and is_trade_told(unit, clause):
                    continue
                limited = _limited(unit, clause, hedge)
                used = [
                    word
                    for word in said
                    if hedge not in word.labels
                    and (
                        _is_one_of(word, limited)
                        or (
                            hedge == "support"
                            and not word.text.lower().endswith(_PEOPLE)
                            and is_tail_parted(word, text, limited)
                        )
                    )
                    and (hedge != "deputy" or _is_claimed_title(word, text))
                ]
                stated = _is_said_again(text, unit, clause, hedge, limited) or any(
                    _is_named(name, text) and (name != "jointly" or name not in unit.classes)
                    for name in _STANDS_FOR.get(hedge, (hedge,))
                )
                if used and not stated:
                    words = _words_of(unit, clause, hedge)
                    yield Claim(
                        FindingKind.SCOPE,
                        " ".join(word.text for word in used),
                        hedge,
                        looked_for=words,
                        nearest=unit.text,
                    )
                    break


def _is_rate(unit: Reading, hedge: str) -> bool:
    """Say whether a part is no part in something: an Anteil that was measured, part-time."""
    rated = any(one.unit == "%" for one in unit.quantities)
    parts = [word.text.lower() for word in unit.words if hedge in word.labels | word.whole]
    if hedge == "partly" and parts == ["part"] and _PART_TIME.search(unit.text):
        return True
    return hedge == "partly" and rated and bool(parts) and set(parts) <= {"anteil", "anteile"}


def _tells_when(text: Reading, clause: int) -> bool:
    """Say whether a German clause only tells at what: als SAP eingeführt wurde."""
    inside = [token for token, at in zip(text.tokens, text.clauses, strict=True) if at == clause]
    opens = inside[0].low in word_set("telling_when_german")
    return text.language == "de" and opens and inside[-1].low in word_set("passive_german")


def _is_claimed_title(word: Word, text: Reading) -> bool:
    """Tell what somebody was from whose holidays one covered: the leader's."""
    token = text.tokens[word.at]
    possessive = text.text[token.start : token.end].lower() != token.low
    return is_titled(word, text.language) and not possessive


def _dropped_acting(text: Reading, unit: Reading, header: Reading) -> Iterator[Claim]:
    """Yield a title of two words that somebody only stood in for: was county archivist."""
    if "deputy" in text.classes or "deputy" not in unit.classes:
        return
    for one, other in pairwise(unit.words):
        named = f"{one.text} {other.text}".lower()
        is_title = other.at == one.at + 1 and is_titled(other, unit.language)
        acted = unit.tokens[one.at - 1].low == "acting" if one.at else False
        said = named in text.text.lower() and named not in header.text.lower()
        if is_title and acted and said:
            yield Claim(FindingKind.SCOPE, named, "deputy", nearest=unit.text)


def _is_named(name: str, text: Reading) -> bool:
    """Say whether a sentence has a class of words; who trains others attends no training."""
    having = [word for word in text.words if name in word.labels | word.whole]
    taught = having and name == "attend" and all("lesson" in word.labels for word in having)
    return name in text.classes and not taught


def _is_said_again(
    text: Reading, unit: Reading, clause: int, hedge: str, limited: list[Word]
) -> bool:
    """Say whether a sentence limits a thing by the fact's own word, or counts one of several."""
    if text.language == "de" and hedge in {"pending", "preparing"}:
        limits = [other for other in unit.words if hedge in other.labels | other.whole]
        if any(alike(word, other) for word in text.words for other in limits):
            return True
    if hedge == "shared" and (
        any(token.low == "one" for token in text.tokens) or _IN_TURNS.search(text.text)
    ):
        return True
    if hedge in {"shared", "support", "partly"} and (_is_one_of_crew(text) or _is_with(text)):
        return True
    if (hedge == "mostly" and _tells_usual(text)) or (
        hedge == "deputy" and _acts_at_times(text, unit)
    ):
        return True
    if hedge == "support":
        return was_there(text) or is_given(text, unit) or is_present(text, unit, limited)
    return hedge == "partly" and any(
        not word.roots.isdisjoint(other.roots) or _is_part_of_it(word, text)
        for other in unit.words
        if other.clause == clause and hedge in other.labels | other.whole
        for word in text.words
    )


def _tells_usual(text: Reading) -> bool:
    return "in der regel" in text.text.lower() or any(
        token.low.startswith(_USUAL) for token in text.tokens
    )


def _acts_at_times(text: Reading, unit: Reading) -> bool:
    """Say whether both tell the same share of the time somebody acted as something."""
    acted = any(one.low == "acted" and other.low == "as" for one, other in pairwise(unit.tokens))
    shares = {one.value for one in unit.quantities if one.fraction}
    return acted and any(one.fraction and one.value in shares for one in text.quantities)


def _is_one_of_crew(text: Reading) -> bool:
    """Say whether a sentence names a group of several that did it: in a seven-person unit."""
    if ("member" in text.classes and "team" in text.classes) or _IN_CREW.search(text.text):
        return True
    return any(
        text.tokens[number.last + 1].low in {"person", "man", "strong", "member"}
        for number in text.quantities
        if number.last + 1 < len(text.tokens)
        and number.value > 1
        and "for"
        not in {token.low for token in text.tokens[max(0, number.first - 2) : number.first]}
    )


def _is_with(text: Reading) -> bool:
    """Say whether a sentence tells with whom: with two others, among four of them."""
    lows = [token.low for token in text.tokens]
    return "among" in lows or any(
        low == "with" and set(lows[at + 1 : at + 3]) & word_set("more_of_them")
        for at, low in enumerate(lows)
    )


def _is_part_of_it(word: Word, text: Reading) -> bool:
    """Say whether a German compound names a part: Theorieteil."""
    return text.language == "de" and _PART.search(word.text) is not None


def _limited(unit: Reading, clause: int, hedge: str) -> list[Word]:
    """Return the words a limit speaks of: its clause, or the next where it stands alone."""
    behind = hedge == "basic" and _is_in_brackets(unit, clause)
    for at in (clause, clause - 1, clause + 1) if behind else (clause, clause + 1, clause - 1):
        found = [
            word
            for word in unit.words
            if word.clause == at
            and hedge not in word.labels | word.whole
            and not (hedge == "support" and _is_own_role(word, unit))
        ]
        if found:
            return found
    return []


def _is_in_brackets(unit: Reading, clause: int) -> bool:
    """Say whether a limit stands behind its thing: Spanisch (Grundkenntnisse)."""
    first = unit.tokens[unit.clauses.index(clause)]
    return unit.text[: first.start].endswith("(")


def _is_own_role(word: Word, unit: Reading) -> bool:
    """Say whether a word is what somebody was while helping: als Mentorin begleitet."""
    before = unit.tokens[word.at - 1].low if word.at else ""
    return before in {"as", "als"} and is_titled(word, unit.language)


def _is_one_of(word: Word, words: list[Word]) -> bool:
    return any(alike(word, other) for other in words)


def _words_of(unit: Reading, clause: int, hedge: str) -> str:
    return (
        " ".join(
            word.text
            for word in unit.words
            if word.clause == clause and hedge in word.labels | word.whole
        )
        or hedge
    )
