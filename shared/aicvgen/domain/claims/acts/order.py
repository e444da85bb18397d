"""Who did what to whom: direction of a change, causes nobody stated."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from aicvgen.domain.claims.acts.owning import is_mine
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text import series
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import known, known_words, stands
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_FREE = frozenset({"light", "generic"})
_WENT = frozenset({"went", "going", "moved", "came", "ging", "gingen", "gegangen"})
_OPPOSITE = {"up": "down", "down": "up"}
_BY_HOW_MUCH = frozenset({"by", "from", "to", "in", "of", ""})
_RELATIVE = frozenset({"that", "which"})
_BY_DOING = re.compile(
    r"\b(?:[Bb]y|[Tt]hrough|[Vv]ia)\s+(?:[a-z]+ly\s+)?(?!evening|morning|meeting|building)"
    r"[a-z]+ing\b"
    r"|\b[Dd]urch\s+(?:d(?:ie|en|as)\b|eine?n?\b|(?:[a-zäöüß]{3,}[enrs]\s+)?[A-ZÄÖÜ])|\b[Ii]ndem\b"
)
_GERMAN_MEANS = re.compile(
    r"\b(?:[Dd]urch|[Dd]ank|[Mm]ittels|[Mm]ithilfe|[Mm]it Hilfe|[Ii]ndem|[Dd]amit)\b"
    r"|[a-zäöüß]{3}(?:t|en): "
)
"""How a German fact says by what means: through it, or as its own first words and a colon."""
_REPLACED_BY = re.compile(r"\bdurch (?:\S+ ){1,4}?(?:ersetzt|ausgetauscht|abgelöst)\b")
"""By what a thing was replaced, which is no means of a change: durch Umrichter ersetzt."""
_INTRANSITIVE = re.compile(
    r"\b(?:which|that)\s+(?:then\s+|has\s+|have\s+)?(?:fell|rose|dropped|grew|declined|increased|decreased|went|sank"
    r"|climbed|improved|shrank|fallen|risen|grown|gone)"
    r"\s+(?:by|from|to|up|down|below|above|over|between|in|slightly|steadily|again|,)",
    re.IGNORECASE,
)
"""What befell a thing is no result: waste, which fell by 10 kg."""
_RESULTING = re.compile(
    r",\s+(?:thus |thereby |so |also )?(?:achiev|add|allow|attract|avoid|beat|boost|bring|cutt"
    r"|doubl|earn|enabl|end|free|gain|gett|giv|grow|halv|improv|increas|lead|leav|lift|lower|mak|prevent"
    r"|rais|reach|recover|reduc|remov|result|sav|shorten|spar|speed|tak|trimm|winn|yield)ing\b"
    r"|\band (?:so |thus |thereby )?(?:saved|freed)\b"
)
"""What follows from the act before it: shortened the run, saving two days."""
_MEANS = re.compile(
    r"\b(?:through|with|using|via|by|by means of|thanks to) "
    r"(?!an? team|two|three|four|five|six|my|other)[a-z]"
)
_OF_THING = re.compile(r"\b(?:that|which) (?:had |has |have )?([a-z-]+)\b")
_THEREBY = re.compile(
    r"(?:^|,\s*)(?:which|that|wodurch|so that|sodass|thereby|thus)\b|,\s*was\b", re.IGNORECASE
)


def directions(text: Reading, homes: Mapping[int, Reading]) -> Iterator[Claim]:
    """Yield each change that the evidence tells the other way round."""
    for word in text.words:
        ways = {way for way in _OPPOSITE if way in word.labels}
        if len(ways) != 1 or word.clause not in homes:
            continue
        (way,) = ways
        stated = _ways(text, word, homes[word.clause])
        if stated and way not in stated:
            yield Claim(FindingKind.DIRECTION, word.text, way, nearest=homes[word.clause].text)


def claimed_changes(text: Reading, homes: Mapping[int, Reading]) -> Iterator[Claim]:
    """Yield each change that a sentence claims and its fact only tells: fell is not cut."""
    for word in text.words:
        home = homes.get(word.clause)
        if home is None or not _may_change(word, text, home):
            continue
        before = text.tokens[word.at - 1] if word.at else None
        if text.language == "de":
            active = before is None or _ends_clause(word, text)
        else:
            active = before is None or before.breaks or before.low in {"and", "then"}
        told = [
            "" if _is_done_to(other, home) else other.text.lower()
            for other in home.words
            if _OPPOSITE.keys() & other.labels
        ] or (_went(home, word, text) or _befell(home))
        if (
            active
            and not _is_brought_in(word, text)
            and told
            and (word_set("intransitive") | word_set("befell")).issuperset(told)
        ):
            yield Claim(FindingKind.CAUSE, word.text, "changed", looked_for=" ".join(told))


def _may_change(word: Word, text: Reading, home: Reading) -> bool:
    """Say whether a verb tells that somebody changed something: cut costs, grew the sales."""
    low = word.text.lower()
    if low in word_set("agentive"):
        return True
    after = text.tokens[word.at + 1].low if word.at + 1 < len(text.tokens) else ""
    past = is_past(low) or low in word_set("past")
    opens = past and word.at == 0 and not _OPPOSITE.keys().isdisjoint(word.labels)
    return opens and after not in _BY_HOW_MUCH and any(series.changes(home))


def _ends_clause(word: Word, text: Reading) -> bool:
    """Say whether a German participle is the verb of its clause, also with the numbers behind."""
    after = text.tokens[word.at + 1] if word.at + 1 < len(text.tokens) else None
    if after is None:
        return True
    return word.text.islower() and (after.breaks or after.low in {"von", "um", "auf"})


def _is_brought_in(word: Word, text: Reading) -> bool:
    """Tell brought in a test, which introduces it, from brought the time down."""
    after = text.tokens[word.at + 1].low if word.at + 1 < len(text.tokens) else ""
    return after in {"in", "into", "out", "together"}


def _went(unit: Reading, word: Word, text: Reading) -> list[str]:
    """Return the verbs by which a fact tells a change without its way: went from 5 to 9."""
    about = known_words((one for one in text.words if one.clause == word.clause), text.language)
    same = {one.clause for one in unit.words if stands(one, about, text.language)}
    changes = any(one.role == "from" for one in unit.quantities)
    return [
        token.low
        for token, clause in zip(unit.tokens, unit.clauses, strict=True)
        if changes and token.low in _WENT and clause in same
    ]


def _befell(unit: Reading) -> list[str]:
    """Return a verb for what the numbers of a fact did from year to year, for no known reason."""
    return ["went"] if any(series.changes(unit)) else []


def _is_done_to(word: Word, unit: Reading) -> bool:
    """Tell grew a client, at the start of an English fact, from sales grew."""
    after = unit.tokens[word.at + 1].low if word.at + 1 < len(unit.tokens) else ""
    opens = word.at == 0 and unit.language == "en"
    return opens and bool(after) and after not in word_set("not_opening") - {"the", "a", "an"}


def _ways(text: Reading, word: Word, unit: Reading) -> set[str]:
    """Return the directions of the evidence's clause that speaks of the same thing."""
    about = frozenset(
        root
        for other in text.words
        if other.clause == word.clause and other is not word
        for root in other.roots
    )
    best, most = set[str](), -1
    for clause in {other.clause for other in unit.words}:
        ways = {way for way in _OPPOSITE if clause in unit.classes.get(way, ())}
        ways.update(_counted_ways(unit, clause))
        inside = [other for other in unit.words if other.clause == clause]
        shared = sum(not other.roots.isdisjoint(about) for other in inside)
        if ways and shared > most:
            best, most = ways, shared
    return best


def _counted_ways(unit: Reading, clause: int) -> Iterator[str]:
    """Yield the directions that a clause tells by its numbers alone: from 5 to 14 months."""
    for one, other in pairwise(unit.quantities):
        inside = unit.clauses[one.first] == clause == unit.clauses[other.first]
        if inside and (one.role, other.role) == ("from", "to") and one.unit == other.unit:
            yield "up" if other.value > one.value else "down"
    for start, end in series.changes(unit):
        if clause in {unit.clauses[start.number.first], unit.clauses[end.number.first]}:
            yield "up" if end.number.value > start.number.value else "down"


def causes(
    text: Reading, units: Sequence[Reading], homes: Mapping[int, Reading], header: Reading
) -> Iterator[Claim]:
    """Yield causes and results that no single fact states."""
    if is_causal(text) and not any(tells_cause(unit) for unit in units):
        yield Claim(FindingKind.CAUSE, _causal_words(text), "cause")
        return
    for clause in sorted(_changing(text) & homes.keys()):
        words = [
            word
            for word in text.words
            if word.clause == clause
            and word.labels.isdisjoint(_FREE)
            and word.text.lower() not in word_set("changing")
        ]
        moved = {one.role for one in homes[clause].quantities} >= {"from", "to"} or any(
            series.changes(homes[clause])
        )
        named = [word for word in words if not (moved and {"up", "down"} & word.labels)]
        if _acts(words, text, homes[clause]) or _is_joined(named, units, header):
            claim = " ".join(word.text for word in words)
            yield Claim(FindingKind.CAUSE, claim, "joined", nearest=homes[clause].text)
            return


def tells_cause(unit: Reading) -> bool:
    """Say whether a fact tells a cause in any construction, also without a word for it.

    A result may follow as a participle (`, saving two days`), a means behind a change (`cut the
    time with templates`), and a thing that did something is its cause (`a script that replaced`).
    """
    if is_causal(unit):
        return True
    changes = bool({"up", "down", "faster"} & unit.classes.keys()) or any(
        one.role in {"from", "to"} for one in unit.quantities
    )
    if unit.language == "de":
        return changes and bool(_GERMAN_MEANS.search(unit.text))
    of_thing = _OF_THING.search(unit.text)
    return (
        bool(_RESULTING.search(unit.text))
        or (changes and bool(_MEANS.search(unit.text)))
        or (
            of_thing is not None
            and is_past(of_thing[1])
            and not _INTRANSITIVE.search(unit.text)
            and of_thing[1] not in word_set("befalling")
        )
    )


def _causal_words(text: Reading) -> str:
    marker = _BY_DOING.search(text.text) or _THEREBY.search(text.text)
    if marker is not None:
        return marker[0].strip(" ,")
    named = (word.text for word in text.words if "cause" in word.labels | word.whole)
    return next(named, text.text)


def _changing(text: Reading) -> set[int]:
    """Return the clauses that say that something changed, or why."""
    found = {clause for way in ("up", "down", "cause") for clause in text.classes.get(way, ())}
    found |= {text.clauses[one.first] for one in text.quantities if one.unit == "x"}
    if is_causal(text):
        found |= {clause - 1 for clause in found} | {clause + 1 for clause in found}
    return found


def _acts(words: Sequence[Word], text: Reading, home: Reading) -> bool:
    """Say whether something stands before the change that its fact does not name."""
    changes = [word.at for word in words if {"up", "down"} & word.labels]
    return any(
        word.at < max(changes, default=0)
        and word.labels.isdisjoint({"cause", "member"})
        and not stands(word, known((home,)), home.language)
        and not is_mine(word, text, (home,))
        for word in words
    )


def _is_joined(words: Sequence[Word], units: Sequence[Reading], header: Reading) -> bool:
    """Say whether the words of one clause stand in several facts, but in no single one."""
    each = [
        {word.at for word in words if stands(word, known((unit, header)), unit.language)}
        for unit in units
    ]
    together = set[int]().union(*each)
    return bool(together) and together not in each


def is_causal(text: Reading) -> bool:
    """Say whether a text tells a cause or a result."""
    if _INTRANSITIVE.search(text.text) and "cause" not in text.classes:
        return False
    by_token = {word.at: word for word in text.words}
    for at, token in enumerate(text.tokens[:-1]):
        after = by_token.get(at + 1)
        if token.low in _RELATIVE and after is not None and {"up", "down"} & after.labels:
            return True
    doing = None if _REPLACED_BY.search(text.text) else _BY_DOING.search(text.text)
    changes = bool({"up", "down", "faster"} & text.classes.keys())
    if "cause" in text.classes or (doing and (changes or doing[0].lower()[:5] != "durch")):
        return True
    return bool(_THEREBY.search(text.text)) and bool({"up", "down"} & text.classes.keys())
