"""The words of a sentence that nothing in its evidence says."""

import re
from collections.abc import Iterator, Mapping, Sequence

from aicvgen.domain.claims.abbreviations import spelled_out
from aicvgen.domain.claims.changes import follows
from aicvgen.domain.claims.compound_acts import is_half_of_compound
from aicvgen.domain.claims.derived import figures
from aicvgen.domain.claims.implied import is_implied
from aicvgen.domain.claims.lexicon import word_set
from aicvgen.domain.claims.predicate import Doing, done_about, framed, said_to_be_done
from aicvgen.domain.claims.reading import Reading, Word
from aicvgen.domain.claims.received import lessons
from aicvgen.domain.claims.roles import is_person
from aicvgen.domain.claims.wording import Known, alike, is_made_of, known, known_words, stands

_FREE = frozenset({"light", "generic", "support", "shared", "jointly", "frame"})
_GENERIC = frozenset({"generic"})
_FRAMING = frozenset({"do", "duty"})
_PERSON = re.compile(r"(?:er|ers|or|ors|erin|innen|in)$")


def strange_words(
    said: Reading,
    units: Sequence[Reading],
    header: Reading,
    homes: Mapping[int, Reading],
    title: Reading,
) -> Iterator[Word]:
    """Yield each word that claims something and stands neither in the facts nor in the header."""
    facts, head = known(units) if units else known((header,)), known((header,))
    acts = {word for word in said_to_be_done(said) if units}
    done = _done(said, homes, acts)
    spelled = spelled_out(said, (*units, header))
    for word in said.words:
        listed = word.labels | word.whole
        if word.at in spelled:
            continue
        if listed & {"scope", "rank"}:
            grounds = (homes.get(word.clause, header), header)
            stated = any(_stands_as_rank(word, unit) for unit in grounds)
            if not (
                stated
                or _is_drivers(word, header)
                or is_half_of_compound(word, said, units, opens=True)
            ):
                yield word
            continue
        if "each" in listed and (_is_per(word, said, units) or _is_shared_out(said, units)):
            continue
        if _is_free(word, said, is_act=word in acts) or follows(word, units):
            continue
        doing = done.get(word.clause)
        if word in acts and doing is not None:
            supported = "act" not in listed and (
                _stands_in(word, doing, said.language)
                or _is_compound_of(word, said, facts)
                or _is_with(word, units)
                or is_half_of_compound(word, said, units)
                or (not doing.verbal and _is_trade(word, header))
                or _is_said_so(word, said, units)
                or _is_made(word, units)
                or _is_lesson_given(word, said, units)
            )
        elif _is_licence(word, said):
            supported = not word.roots.isdisjoint(facts.roots | head.roots)
        else:
            supported = (
                stands(word, facts, said.language, split=False)
                or any(stands(word, known((unit,)), said.language) for unit in units)
                or stands(word, head, said.language)
                or is_implied(word, title)
            )
        supported = supported or ("deed" in listed and doing is not None and not doing.verbal)
        framing = doing is not None and bool(listed & _FRAMING)
        if not supported and not (framing and _is_framing(word, said, doing, facts)):
            yield word


def _done(said: Reading, homes: Mapping[int, Reading], acts: set[Word]) -> dict[int, Doing]:
    """Return, by clause, what the fact it draws on says was done to the same things."""
    found = dict[int, Doing]()
    about = dict[int, list[Word]]()
    for word in said.words:
        says = word not in acts and word.labels.isdisjoint(_FREE)
        about.setdefault(word.clause, []).extend([word] if says else [])
    for clause, words in about.items():
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
            found[clause] = done_about(homes[place], words or about[place])
    return found


def _stands_in(word: Word, doing: Doing, language: str) -> bool:
    return stands(word, known_words(doing.words, language), language)


def _is_framing(word: Word, said: Reading, doing: Doing | None, facts: Known) -> bool:
    """Say whether `carried out` frames what a fact says was done: carried out repairs."""
    if doing is None or not doing.words:
        return True
    others = [other for other in said.words if other.clause == word.clause and other is not word]
    light = any(word.text.lower() in word_set("light_verbs") for word in doing.words)
    if others and (light or not doing.verbal):
        return any(stands(other, facts, said.language) for other in others)
    if said.language == "de":
        done = known_words(doing.words, "de")
        nouns = [other for other in others if "do" not in other.labels]
        return any(stands(noun, done, "de", split=False) for noun in nouns)
    later = [
        other for other in said.words if word.at < other.at and other.clause <= word.clause + 1
    ]
    return any(_stands_in(other, doing, "en") for other in framed(said, later))


def _is_shared_out(said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a number of the sentence is what comes to each: 20 for each of 32 plots."""
    each = {figure.value for unit in units for figure in figures(unit) if figure.unit == "each"}
    return any(one.value in each for one in said.quantities)


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


def _is_licence(word: Word, said: Reading) -> bool:
    """Say whether a word says of what kind a licence is, which no synonym may change."""
    after = said.tokens[word.at + 1].low if word.at + 1 < len(said.tokens) else ""
    return after in word_set("licences") and not said.tokens[word.at + 1].breaks


def _is_per(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether `every tour` says what a fact says as `per tour`."""
    following = next((other for other in said.words if other.at == word.at + 1), None)
    return following is not None and any(
        alike(following, other) and unit.tokens[other.at - 1].low in word_set("rate")
        for unit in units
        for other in unit.words
        if other.at
    )


def _is_drivers(word: Word, header: Reading) -> bool:
    """Say whether a driver drove, which nobody else does as a figure of speech."""
    return word.text.lower() in word_set("trade_verbs") and _is_trade(word, header)


def _is_free(word: Word, said: Reading, *, is_act: bool) -> bool:
    """Say whether a word claims nothing; a person does unless it says with whom."""
    listed = word.labels | word.whole
    if is_act and not listed & (_FREE - _GENERIC):
        return False
    if said.tokens[word.at].tied and word.text.lower() in word_set("frame_parts"):
        return True
    if not listed & _FREE or ("team" in listed and _is_led(word, said)):
        return False
    if "jointly" not in listed or word.text.lower() not in word_set("fellows"):
        return True
    before = {token.low for token in said.tokens[max(0, word.at - 3) : word.at]}
    return bool(before & word_set("together"))


def _is_led(word: Word, said: Reading) -> bool:
    """Say whether a team is what a leader leads, not whom one worked with."""
    between = ""
    if any(one.last + 1 == word.at for one in said.quantities):
        return False
    for other in said.words:
        if other.clause == word.clause and other.at < word.at and "scope" in other.labels:
            between = " ".join(token.low for token in said.tokens[other.at : word.at])
    return bool(between) and not set(between.split()) & word_set("together")


def _is_compound_of(word: Word, said: Reading, facts: Known) -> bool:
    """Say whether a German noun joins what was done with what it was done to."""
    return said.language == "de" and word.text[:1].isupper() and is_made_of(word.text, facts)


def _is_trade(word: Word, header: Reading) -> bool:
    """Say whether the title says it: a driver drove."""
    persons = [other for other in header.words if is_person(other, header.language)]
    return any(
        not word.roots.isdisjoint(other.roots)
        or (
            header.language == "de"
            and stands(word, known_words([other], "de"), "de")
            and "scope" not in word.labels
        )
        for other in persons
    )


def _stands_as_rank(word: Word, unit: Reading) -> bool:
    """Say whether a rank or the verb of a leader stands there as one: a manager is not managed."""
    synonyms = {label for label in word.labels | word.whole if label[0] == "#"}
    low = word.text.lower()
    for other in unit.words:
        same = not word.roots.isdisjoint(other.roots)
        if "supervised" in other.whole and "supervised" not in word.whole:
            continue
        weaker = low in word_set("weaker_scope") and (
            other.text.lower() in word_set("stronger_scope")
        )
        if weaker:
            return True
        if not same and ("rank" in word.labels or synonyms.isdisjoint(other.labels | other.whole)):
            continue
        is_person = _PERSON.search(other.text.lower()) is not None
        if low == other.text.lower() or bool(_PERSON.search(low)) is is_person:
            return True
        if not is_person and "rank" not in word.labels:
            return True
    return False
