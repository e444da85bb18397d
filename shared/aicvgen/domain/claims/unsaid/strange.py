"""The words of a sentence that nothing in its evidence says."""

import re
from collections.abc import Iterator, Mapping, Sequence

from aicvgen.domain.claims.acts.charged import is_in_ones_charge
from aicvgen.domain.claims.acts.compound_acts import is_half_of_compound, is_tail_of
from aicvgen.domain.claims.acts.german_agents import acts_of_others
from aicvgen.domain.claims.acts.occasions import names_occasions
from aicvgen.domain.claims.acts.predicate import (
    Doing,
    done_about,
    framed,
    is_verbal_noun,
    said_to_be_done,
)
from aicvgen.domain.claims.acts.roles import holds_paper
from aicvgen.domain.claims.extent.denials import limits
from aicvgen.domain.claims.extent.universals import is_per, is_rated, is_shared_out
from aicvgen.domain.claims.figures.changes import follows
from aicvgen.domain.claims.figures.figured import counted_people
from aicvgen.domain.claims.text.abbreviations import spelled_out
from aicvgen.domain.claims.text.implied import is_implied
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import Known, alike, known, known_words, stands
from aicvgen.domain.claims.unsaid.carried import is_carried
from aicvgen.domain.claims.unsaid.nominal import is_made, is_nominal
from aicvgen.domain.claims.unsaid.ranks import is_lead_stated
from aicvgen.domain.claims.unsaid.restated import (
    is_act_restated,
    is_compound_of,
    is_licence,
    is_word_restated,
)
from aicvgen.domain.claims.unsaid.trade import is_titular, is_trade
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.roots import JOINT

_FREE = frozenset({"light", "generic", "support", "shared", "jointly", "frame"})
_GENERIC = frozenset({"generic"})
_FRAMING = frozenset({"do", "duty"})
_PARTED = 2
"""Clauses that a bracket makes between a German verb and what it speaks of."""
_HELPED = re.compile(r"mit(?:ge|zu)?(?:half|holf|helf|wirk|arbeit|mach|zog|geh|gang|komm)")


def strange_words(
    said: Reading,
    units: Sequence[Reading],
    header: Reading,
    homes: Mapping[int, Reading],
    title: Reading,
) -> Iterator[Word]:
    """Yield each word that claims something and stands neither in the facts nor in the header."""
    facts, head = known(units) if units else known((header,)), known((header,))
    others = frozenset(acts_of_others(said)) if said.language == "de" else frozenset[Word]()
    acts = {word for word in said_to_be_done(said) if units} - others
    done = _done(said, homes, acts)
    spelled = spelled_out(said, (*units, header)) | counted_people(said, units)
    for word in said.words:
        listed = word.labels | word.whole
        if word.at in spelled or limits(word, said) or (word in others and _is_light(word)):
            continue
        if listed & {"scope", "rank"}:
            if not is_lead_stated(word, said, units, (homes.get(word.clause, header), header)):
                yield word
            continue
        if _is_each_or_held(word, said, units) or _is_light_here(word, said, units):
            continue
        held = word in acts and "act" in listed and names_occasions(word.clause, said, units)
        if (_is_free(word, said, is_act=word in acts) and not held) or follows(word, units):
            continue
        doing = done.get(word.clause)
        if word in acts and doing is not None and word.text.lower() not in word_set("success"):
            supported = "act" not in listed and (
                _stands_in(word, doing, said.language)
                or is_tail_of(word, doing.words)
                or is_compound_of(word, said, facts)
                or is_half_of_compound(word, said, units)
                or (is_verbal_noun(word.text) and is_half_of_compound(word, said, (header,)))
                or (_is_open_deed(doing, said) and _is_of_title(word, doing, header))
                or _is_denied(word, said, facts)
                or is_act_restated(word, said, units)
                or is_nominal(word, said, units)
                or is_made(word, said, units)
                or is_carried(word, said, units)
            )
        elif is_licence(word, said):
            supported = not word.roots.isdisjoint(facts.roots | head.roots)
        else:
            supported = (
                stands(word, facts, said.language, split=False)
                or any(stands(word, known((unit,)), said.language) for unit in units)
                or (stands(word, head, said.language) and not _is_tool_of(word, said, head))
                or is_implied(word, title)
                or is_word_restated(word, said, units, facts)
                or holds_paper(word, said)
                or is_carried(word, said, units)
                or (_may_be_verb(word) and is_half_of_compound(word, said, units))
            )
        framing = doing is not None and not names_occasions(word.clause, said, units)
        deed = framing and doing is not None and not doing.verbal
        supported = supported or ("deed" in listed and deed)
        framing = framing and bool(listed & _FRAMING)
        if not supported and not (framing and _is_framing(word, said, doing, facts)):
            yield word


def _done(said: Reading, homes: Mapping[int, Reading], acts: set[Word]) -> dict[int, Doing]:
    """Return, by clause, what the fact it draws on says was done to the same things."""
    found = dict[int, Doing]()
    about = dict[int, list[Word]]()
    for word in said.words:
        says = word not in acts and word.labels.isdisjoint(_FREE)
        about.setdefault(word.clause, []).extend([word] if says else [])
    for clause, own in about.items():
        words = own or (_before(clause, about) if said.language == "de" else [])
        back = any(
            token.low in word_set("pronouns")
            for token, number in zip(said.tokens, said.clauses, strict=True)
            if number == clause
        )
        back = back or bool(words) or said.language == "de"
        beside = (clause - 1, clause + 1) if back else (clause + 1, clause - 1)
        counts = any(said.clauses[one.last] == clause for one in said.quantities)
        places = (clause, *beside) if words or counts else (*beside, clause)
        place = next((at for at in places if at in homes), None)
        if place is not None:
            about_it = words or [*about[place], *_beside(said, clause, acts)]
            found[clause] = done_about(homes[place], about_it)
    return found


def _before(clause: int, about: Mapping[int, list[Word]]) -> list[Word]:
    """Return what a German verb speaks of that a bracket or a comma parts from it.

    An acronym alone in brackets only repeats what stands before it: das Gesetz (RVG) geändert.
    """
    near, farther = (about.get(clause - step, []) for step in (1, 2))
    if len(near) == 1 and near[0].text.isupper():
        return [*farther, *near]
    return next((about[at] for at in (clause - 1, clause - 2) if about.get(at)), [])


def _beside(said: Reading, clause: int, acts: set[Word]) -> list[Word]:
    """Return the words of a clause that name next to nothing: reviewed their work."""
    return [word for word in said.words if word.clause == clause and word not in acts]


def _may_be_verb(word: Word) -> bool:
    """Say whether a German word is no noun, or opens its sentence and need not be one."""
    return word.text.islower() or not word.at


def _stands_in(word: Word, doing: Doing, language: str) -> bool:
    return stands(word, known_words(doing.words, language), language)


def _is_framing(word: Word, said: Reading, doing: Doing | None, facts: Known) -> bool:
    """Say whether `carried out` frames what a fact says was done: carried out repairs."""
    if doing is None or not doing.words:
        return True
    others = [other for other in said.words if other.clause == word.clause and other is not word]
    if not others and said.language == "de":  # a bracket parts the verb from what it is told of
        others = [other for other in said.words if 0 < word.clause - other.clause <= _PARTED]
    light = any(word.text.lower() in word_set("light_verbs") for word in doing.words)
    if others and (light or not doing.verbal):
        return any(stands(other, facts, said.language) for other in others)
    if said.language == "de":
        done = known_words(doing.words, "de")
        nouns = [other for other in others if "do" not in other.labels]
        ends = tuple(one.text.lower() for one in doing.words if one.text[:1].isupper())
        return any(
            stands(noun, done, "de")
            or (bool(ends) and noun.text.lower().endswith(ends) and stands(noun, facts, "de"))
            for noun in nouns
        )
    present = doing.words[0].text.lower() in word_set("being_there")
    if present and word.text.lower() in word_set("making"):
        return False
    last = word.clause + (0 if _is_told_by_itself(word.clause + 1, said) and others else 1)
    later = [other for other in said.words if word.at < other.at and other.clause <= last]
    return any(_stands_in(other, doing, "en") for other in framed(said, later))


def _is_tool_of(word: Word, said: Reading, head: Known) -> bool:
    """Say whether a name is what something was done with: Illustrator is no illustrator."""
    before = said.tokens[word.at - 1].low if word.at else ""
    return before in word_set("by_tools") and word.name and word.roots.isdisjoint(head.roots)


def _is_told_by_itself(clause: int, said: Reading) -> bool:
    """Say whether a clause opens with a verb of its own: built shops and took photographs."""
    first = next((word for word in said.words if word.clause == clause), None)
    return first is not None and is_past(first.text.lower())


def _is_open_deed(doing: Doing, said: Reading) -> bool:
    """Say whether a fact leaves open what was done: a German one names no other deed at first."""
    first = doing.words[0] if said.language == "de" and doing.words else None
    if first is None or not is_verbal_noun(first.text):
        return True
    return any(alike(first, other) for other in said.words)


def _is_of_title(word: Word, doing: Doing, header: Reading) -> bool:
    """Say whether the title tells the deed, where its fact has no verb of its own."""
    titular = header.language == "de" and is_titular(word, header)
    return titular or (_is_noun_style(doing) and is_trade(word, header))


def _is_noun_style(doing: Doing) -> bool:
    """Say whether a fact names what was done without a verb: Früh- und Spätdienst."""
    return not doing.verbal or all(word.text[:1].isupper() for word in doing.words)


def _is_denied(word: Word, said: Reading, facts: Known) -> bool:
    """Say whether a German sentence says with its verb what never happened: keinen verschuldet."""
    return (
        said.language == "de"
        and word.clause in said.classes.get("negation", ())
        and not word.roots.isdisjoint(facts.roots)
    )


def _is_none_found(word: Word, said: Reading) -> bool:
    """Say whether a verb only says that there was none of what is denied: keine Mängel gefunden."""
    denies = word.clause in said.classes.get("negation", ())
    return denies and word.text.lower() in word_set("finding")


def _is_light_here(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    return _is_none_found(word, said) or _is_made_so(word, said, units)


def _is_made_so(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a German verb only carries what the numbers of a fact show: schneller gemacht."""
    if word.text.lower() not in {"gemacht", "machte"}:
        return False
    changed = any(one.text.lower() in word_set("agentive") for unit in units for one in unit.words)
    return changed and any(one.at == word.at - 1 and follows(one, units) for one in said.words)


def _is_each_or_held(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a word tells what a fact does of each of several, or by naming a licence."""
    if "each" in word.labels | word.whole:
        dealt = is_shared_out(said, units) or is_rated(word, said, units)
        return dealt or is_per(word, said, units)
    named = all(
        any(_is_licence(token.low) for text in texts for token in text.tokens)
        for texts in ((said,), units)
    )
    return word.text.lower() in word_set("holding") and named


def _is_licence(low: str) -> bool:
    return low in word_set("licences") or low.endswith(("schein", "zertifikat", "certified"))


def _is_free(word: Word, said: Reading, *, is_act: bool) -> bool:
    """Say whether a word claims nothing; a person does unless it says with whom."""
    listed = word.labels | word.whole
    if is_act and (not listed & (_FREE - _GENERIC) or _is_joint_deed(word)):
        return False
    if said.tokens[word.at].tied and word.text.lower() in word_set("frame_parts"):
        return True
    if word.text.lower() in word_set("success"):
        return False
    if not listed & _FREE or ("team" in listed and _is_led(word, said)):
        return False
    if "jointly" not in listed or word.text.lower() not in word_set("fellows"):
        return True
    before = {token.low for token in said.tokens[max(0, word.at - 3) : word.at]}
    return bool(before & word_set("together"))


def _is_light(word: Word) -> bool:
    """Say whether a verb only carries what another did: die Abnahme machte der Meister."""
    return bool(word.labels & {"do", "deed", "carrier", "act"})


def _is_joint_deed(word: Word) -> bool:
    """Tell mitorganisiert, which says what was done together, from mitgeholfen."""
    low = word.text.lower()
    return bool(JOINT.match(low)) and not _HELPED.match(low)


def _is_led(word: Word, said: Reading) -> bool:
    """Say whether a team is what a leader leads, not whom one worked with."""
    between = ""
    if any(one.last + 1 == word.at for one in said.quantities):
        return False
    for other in said.words:
        if other.clause == word.clause and other.at < word.at and "scope" in other.labels:
            between = " ".join(token.low for token in said.tokens[other.at : word.at])
    led = bool(between) and not set(between.split()) & word_set("together")
    return led or is_in_ones_charge(word, said)
