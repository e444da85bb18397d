"""Other wordings by which a fact says what a word of a sentence says."""

import re
from collections.abc import Sequence

from aicvgen.domain.claims.acts.anothers import SITTING, is_anothers
from aicvgen.domain.claims.acts.leaders import is_led_by_another
from aicvgen.domain.claims.acts.moves import is_moved_alike
from aicvgen.domain.claims.acts.order import tells_cause
from aicvgen.domain.claims.acts.owning import is_mine
from aicvgen.domain.claims.acts.received import lessons
from aicvgen.domain.claims.extent.denials import is_denied_alike, is_without
from aicvgen.domain.claims.extent.universals import is_every
from aicvgen.domain.claims.text.names import is_tool
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import Known, alike, is_made_of, known_words, stands
from aicvgen.domain.claims.unsaid.means import is_by_way_of
from aicvgen.domain.claims.unsaid.turned import is_done_oneself, is_introduction, is_turned_into
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.labels import labels
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.roots import roots

_SHORTEST_END = 3
_HANGING = re.compile(r"-\s+(?:und|oder|sowie|bzw\.?)\b")
_EVERY = frozenset({"all", "each"})
_LEADING = frozenset({"scope", "rank", "supervised", "overseen"})
_THINGS = frozenset({"them", "which", "that", "these", "those", "they", "it"})
"""Subjects that are not the candidate: six of them advanced."""
_SELF = frozenset({"i", "he", "she", "and"})


def is_act_restated(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a fact tells a deed in another way than by its verb."""
    return (
        _is_with(word, units)
        or _is_said_so(word, said, units)
        or _is_made(word, units)
        or _is_lesson_given(word, said, units)
        or _is_befallen(word, said, units)
        or is_by_way_of(word, said, units)
        or _is_headline(word, units)
        or _is_kept(word, units)
        or _is_making(word, units)
        or _is_gained(word, said, units)
        or _is_member(word, units)
        or is_turned_into(word, units)
        or is_introduction(word, said, units)
        or _is_come_to(word, said)
        or is_moved_alike(word, said, units)
    )


def is_word_restated(word: Word, said: Reading, units: Sequence[Reading], facts: Known) -> bool:
    """Say whether a fact tells a thing, a quality or a cause in another form."""
    listed = word.labels
    return (
        ("cause" in listed and any(tells_cause(unit) for unit in units))
        or _is_grade(word, units)
        or _is_hanging(word, said, facts)
        or (bool(listed & _EVERY) and is_every(word, said, units))
        or is_without(word, units)
        or is_denied_alike(word, said, units)
        or is_mine(word, said, units)
        or _is_whole(word, facts)
        or _befalls(word, said)
        or is_done_oneself(word, said, units)
        or _is_kind_of_tool(word, said, facts)
        or is_moved_alike(word, said, units)
    )


def _is_kind_of_tool(word: Word, said: Reading, facts: Known) -> bool:
    """Say whether a word only calls a tool of the facts what it is: the package DADA2."""
    low = word.text.lower()
    return low.removesuffix("s") in word_set("tool_kinds") and any(
        other.at in {word.at - 1, word.at + 1}
        and is_tool(other.text)
        and not other.roots.isdisjoint(facts.roots)
        and not _is_named_further(other, said)
        for other in said.words
    )


def _is_named_further(tool: Word, said: Reading) -> bool:
    """Say whether a tool's name goes on with a word that is none by itself: DATEV Lohn."""
    after = said.tokens[tool.at + 1 : tool.at + 2]
    return any(one.text.istitle() and not one.breaks and not is_tool(one.text) for one in after)


def is_led_by(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether somebody else leads, as a fact says: headed by the sister."""
    theirs = _is_by(word, said) or is_led_by_another(word, said) or is_anothers(said, word.clause)
    return theirs and any(
        (_is_by(other, unit) or is_led_by_another(other, unit))
        and bool((other.labels | other.whole) & _LEADING)
        for unit in units
        for other in unit.words
    )


def _is_by(word: Word, text: Reading) -> bool:
    after = text.tokens[word.at + 1].low if word.at + 1 < len(text.tokens) else ""
    return after in {"by", "von", "durch"}


def _is_befallen(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a passive tells what a fact says of the thing: the rating was retained."""
    before = [token.low for token in said.tokens[max(0, word.at - 2) : word.at]]
    if before and before[-1] in _THINGS:
        return any(_says(word, other) for unit in units for other in unit.words)
    if len(before) < 2 or before[-1] not in word_set("passive") or before[0] in _SELF:  # noqa: PLR2004  subject and `was`
        return False
    return any(
        is_past(other.text.lower()) and alike(word, other) and not _is_by(other, unit)
        for unit in units
        for other in unit.words
    )


def _says(word: Word, other: Word) -> bool:
    """Say whether a word says the same as another, or as a phrase the other is part of."""
    same = word.labels & (other.labels | other.whole)
    return not word.roots.isdisjoint(other.roots) or any(label[0] == "#" for label in same)


def _is_kept(word: Word, units: Sequence[Reading]) -> bool:
    """Say whether German books or stores were looked after that a fact says were kept."""
    return word.text.lower() in word_set("keeping_german") and any(
        "do" in other.labels and other.text.lower() in {"geführt", "führung", "führte"}
        for unit in units
        for other in unit.words
    )


def _is_headline(word: Word, units: Sequence[Reading]) -> bool:
    """Say whether an English fact names the deed without a verb: reports to the client."""
    low = word.text.lower()
    return any(
        unit.language == "en"
        and other.clause == unit.words[0].clause
        and other.text.lower().rstrip("s") in {low[:-1], low[:-2], low[:-3]}
        and _before_whom(other, unit)
        and not any(is_past(first.text.lower()) for first in unit.words[:1])
        for unit in units
        for other in unit.words
    )


def _before_whom(word: Word, text: Reading) -> bool:
    after = text.tokens[word.at + 1].low if word.at + 1 < len(text.tokens) else ""
    return after in {"to", "on", "about", "for", "with"}


def _is_making(word: Word, units: Sequence[Reading]) -> bool:
    """Say whether an English fact says made, which only joins elsewhere, for a verb of making."""
    made = {label for label in labels("make", "en") if label[0] == "#"}
    return not made.isdisjoint(word.labels) and any(
        unit.language == "en" and token.low == "made" and (not at or token.breaks)
        for unit in units
        for at, token in enumerate(unit.tokens)
    )


def _is_gained(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether an English fact tells in its verb what a sentence gains: was promoted."""
    if word.text.lower() not in word_set("gaining"):
        return False
    beside = [other for other in said.words if other.clause == word.clause and other is not word]
    return any(
        is_past(first.text.lower()) and not first.roots.isdisjoint(other.roots)
        for unit in units
        for first in unit.words[:1]
        for other in beside
    )


def _is_grade(word: Word, units: Sequence[Reading]) -> bool:
    """Say whether a letter stands in a fact as a letter: A/B-Test, Klasse A."""
    return len(word.text) == 1 and any(
        token.text == word.text for unit in units for token in unit.tokens
    )


def _is_hanging(word: Word, said: Reading, facts: Known) -> bool:
    """Say whether a German word waits for the end of a later one: Solo- und Gelenkbussen."""
    end = said.tokens[word.at].end
    if said.language != "de" or not _HANGING.match(said.text, end):
        return False
    later = next((one.text for one in said.words if one.at > word.at + 1), "").lower()
    return any(
        stands(word._replace(text=whole, roots=roots(whole.lower(), "de"), name=False), facts, "de")
        for at in range(_SHORTEST_END, len(later) - _SHORTEST_END + 1)
        for whole in [word.text + later[at:]]
    )


def _is_member(word: Word, units: Sequence[Reading]) -> bool:
    """Say whether a fact tells of a part in a group: as part of a field group."""
    return word.text.lower() == "member" and any(
        {"team", "partly"} <= unit.classes.keys() or SITTING.search(unit.text) for unit in units
    )


def _befalls(word: Word, said: Reading) -> bool:
    """Say whether a clause about a thing only tells what came to it: that received 400 calls."""
    before = said.tokens[word.at - 1].low if word.at else ""
    after = said.tokens[word.at + 1].low if word.at + 1 < len(said.tokens) else ""
    meets = word.text.lower() in {"met", "meets"} and after in word_set("meeting")
    return (meets or word.text.lower() in word_set("befalling")) and (
        before in {"that", "which"} or is_anothers(said, word.clause)
    )


def _is_come_to(word: Word, said: Reading) -> bool:
    """Say whether a verb only tells what came to the thing before it: a bid which received £5."""
    before = said.tokens[word.at - 1].low if word.at else ""
    return before in {"that", "which"} and _befalls(word, said)


def _is_whole(word: Word, facts: Known) -> bool:
    """Say whether a German measure is summed up: Gesamtbudget for the budgets of a fact."""
    measure = word.text.lower().removeprefix("gesamt")
    return (
        measure != word.text.lower()
        and any(measure.startswith(known) for known in word_set("measured"))
        and not roots(measure, "de").isdisjoint(facts.roots)
    )


def _is_said_so(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a fact has the same form beside the same word: a lost account."""
    at = said.words.index(word)
    beside = {(1, other) for other in said.words[at + 1 : at + 2] if other.clause == word.clause}
    beside |= {(-1, other) for other in said.words[max(0, at - 1) : at]}
    if any(
        other.labels & {"up", "down"} for other in said.words[at:] if other.clause == word.clause
    ):
        beside |= {(-step, other) for step, other in beside} | {
            (-1, other) for other in said.words[at + 1 : at + 3] if other.clause == word.clause
        }
    return any(
        word.text.lower() == one.text.lower()
        and any(
            0 <= place + step < len(unit.words)
            and not unit.words[place + step].roots.isdisjoint(other.roots)
            for step, other in beside
        )
        for unit in units
        for place, one in enumerate(unit.words)
    )


def _is_with(word: Word, units: Sequence[Reading]) -> bool:
    """Say whether a German fact names what was done after mit: Prüfung mit Prüfprotokoll."""
    return any(
        unit.language == "de"
        and other.text[:1].isupper()
        and other.at
        and unit.tokens[other.at - 1].low in word_set("added")
        and stands(word, known_words([other], "de"), "de")
        for unit in units
        for other in unit.words
    )


def _is_made(word: Word, units: Sequence[Reading]) -> bool:
    """Say whether what somebody made does it: wrote scripts that replaced manual counts."""
    for unit in units:
        makes = {other.clause for other in unit.words if other.text.lower() in word_set("makers")}
        for other in unit.words:
            before = unit.tokens[other.at - 1].low if other.at else ""
            if (
                before in {"that", "which"}
                and other.clause in {clause + step for clause in makes for step in (0, 1)}
                and word.text.lower() == other.text.lower()
            ):
                return True
    return False


def _is_lesson_given(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a fact tells of teaching as of lessons given: gave a course."""
    return word.text.lower() in word_set("teaching") and any(
        given and any(alike(other, lesson) for other in said.words if other is not word)
        for unit in units
        for given, lesson in lessons(unit)
    )


def is_licence(word: Word, said: Reading) -> bool:
    """Say whether a word says of what kind a licence is, which no synonym may change."""
    after = said.tokens[word.at + 1].low if word.at + 1 < len(said.tokens) else ""
    return after in word_set("licences") and not said.tokens[word.at + 1].breaks


def is_compound_of(word: Word, said: Reading, facts: Known) -> bool:
    """Say whether a German noun joins what was done with what it was done to."""
    return said.language == "de" and word.text[:1].isupper() and is_made_of(word.text, facts)
