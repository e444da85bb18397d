"""What a thing was in its fact: the plan worked from is not what was made, a poster is no talk."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.acts.agents import agents
from aicvgen.domain.claims.acts.predicate import is_verbal_noun, said_to_be_done
from aicvgen.domain.claims.acts.roles import is_person, is_titled
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.parted import is_tail_parted
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_REACH = 5
_NEAR = 5
_SHORTEST_DEED = 5
"""Letters: Bau names what is built as well, and ends many a word."""


def turned_complements(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each thing made that the facts only name as what was worked from."""
    acts = {word.at for word in said_to_be_done(text)}
    for word in text.words:
        parted = any(is_tail_parted(word, text, unit.words) for unit in units)
        if "model" not in word.labels or _is_source(word, text) or parted:
            continue
        stated = [
            other
            for unit in units
            for other in unit.words
            if not word.roots.isdisjoint(other.roots) and not _is_german_verb(other, unit)
        ]
        sources = [
            other
            for unit in units
            for other in unit.words
            if other in stated and _is_source(other, unit)
        ]
        if (
            sources
            and len(sources) == len(stated)
            and (text.language == "de" or any(at < word.at for at in acts))
        ):
            yield Claim(FindingKind.SCOPE, word.text, "made", looked_for=f"from {word.text}")


def other_objects(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each German deed done to another thing than its compound names: Planung von Festen."""
    for word in text.words if text.language == "de" else ():
        if len(word.text) < _SHORTEST_DEED or not (
            is_verbal_noun(word.text) and word.text[:1].isupper() and _has_object(word, text)
        ):
            continue
        compounds = [
            (unit, one)
            for unit in units
            for one in unit.words
            if one.text.lower().endswith(word.text.lower()) or alike(word, one)
        ]
        if compounds and not any(
            alike(word, one) or _has_object(one, unit) or is_tail_parted(word, text, (one,))
            for unit, one in compounds
        ):
            yield Claim(FindingKind.SCOPE, word.text, "of", looked_for=compounds[0][1].text)


def _has_object(word: Word, text: Reading) -> bool:
    """Say whether a German noun is followed by what it was done to."""
    behind = text.tokens[word.at + 1 : word.at + 2]
    return any(token.low in {"von", "der", "des"} and not token.breaks for token in behind)


def hosted_for_attended(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each occasion a sentence puts on that its facts only tell to have been there."""
    hosts = [word for word in said_to_be_done(text) if "hosting" in word.labels | word.whole]
    for word in text.words:
        if "occasion" not in word.labels or not any(_precedes(host, word) for host in hosts):
            continue
        places = [(unit, other) for unit in units for other in unit.words if alike(word, other)]
        if places and all(_is_attended(other, unit) for unit, other in places):
            yield Claim(FindingKind.SCOPE, word.text, "hosted", looked_for=f"at {word.text}")


def _precedes(host: Word, word: Word) -> bool:
    return host.clause == word.clause and 0 < word.at - host.at <= _REACH


def _is_attended(word: Word, unit: Reading) -> bool:
    """Say whether a fact takes place there, without putting it on: at a workshop, auf der Messe."""
    before = {token.low for token in unit.tokens[max(0, word.at - _NEAR) : word.at]}
    hosts = any("hosting" in other.labels and other.clause == word.clause for other in unit.words)
    return bool(before & word_set("places")) and not hosts


def other_kinds(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield what a sentence calls a talk where the fact speaks of a poster."""
    for unit in units:
        for clause in unit.classes.get("poster", ()):
            if clause in unit.classes.get("talk", ()) or "poster" in text.classes:
                continue
            shown = [
                word for word in unit.words if word.clause == clause and word.name | _is_noun(word)
            ]
            for word in text.words:
                if "talk" in text.classes and any(
                    "poster" not in other.labels and alike(word, other) for other in shown
                ):
                    yield Claim(FindingKind.SCOPE, word.text, "talk", looked_for="poster")


def _is_noun(word: Word) -> bool:
    return word.text[:1].isupper() and word.at > 0


def _is_german_verb(word: Word, text: Reading) -> bool:
    return text.language == "de" and word.text.islower()


def _is_source(word: Word, text: Reading) -> bool:
    """Say whether a word is what something was made from: from the plans, nach Vorgaben."""
    numbers = {number.first for number in text.quantities}
    return _is_followed(word, text) or any(
        text.tokens[at].low in word_set("sources") and at + 1 not in numbers
        for at in range(max(0, word.at - _REACH), word.at)
        if text.clauses[at] == word.clause
    )


def _is_followed(word: Word, text: Reading) -> bool:
    """Say whether a German word stands before what it was done by: den Vorgaben entsprechend."""
    return any(
        token.low in {"entsprechend", "gemäß", "folgend", "zufolge"}
        for token, clause in zip(text.tokens, text.clauses, strict=True)
        if clause == word.clause and token.start > text.tokens[word.at].start
    )


def led_companions(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each person or team led that the facts only name as a companion or a recipient."""
    leaders = [
        word
        for word in text.words
        if (
            "scope" in word.labels
            and "deputy" not in text.classes
            and word.at not in agents(text)
            and word.text.lower() not in word_set("trade_verbs") | word_set("alone")
            and not text.tokens[word.at].tied
            and not _is_of_title(word, text)
        )
        or word.text.lower() in word_set("running") | word_set("over_others")
    ]
    for word in text.words:
        if not (
            "team" in word.labels
            or is_person(word, text.language)
            or word.text.lower().removesuffix("s") in word_set("persons")
        ):
            continue
        if _is_companion(word, text) or not any(_leads(leader, word) for leader in leaders):
            continue
        stated = [(unit, other) for unit in units for other in unit.words if alike(word, other)]
        if all(_teaches(leader, word, units) for leader in leaders if _leads(leader, word)):
            continue
        if stated and all(_is_companion(other, unit) for unit, other in stated):
            yield Claim(FindingKind.SCOPE, word.text, "led", looked_for=f"with {word.text}")


def _is_of_title(word: Word, text: Reading) -> bool:
    """Tell the head chef, whom one helped, from heading the chefs."""
    return "rank" in word.labels and any(
        other.at == word.at + 1
        and (is_person(other, text.language) or other.text.lower() in word_set("persons"))
        for other in text.words
    )


def posed_companions(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield a person one claims to be whom the facts name as served: as one of two directors."""
    for word in text.words:
        before = " ".join(token.low for token in text.tokens[max(0, word.at - _NEAR) : word.at])
        if "as one of" not in before or not is_titled(word, "en"):
            continue
        stated = [(unit, other) for unit in units for other in unit.words if alike(word, other)]
        if stated and all(_is_companion(other, unit) for unit, other in stated):
            yield Claim(FindingKind.TITLE, word.text, "companion", looked_for=f"with {word.text}")


def _teaches(leader: Word, taught: Word, units: Sequence[Reading]) -> bool:
    """Say whether teaching stands in the facts in whatever form: peer mentor to six officers."""
    return leader.text.lower() in word_set("over_others") and any(
        alike(leader, other) and not alike(taught, other) for unit in units for other in unit.words
    )


def _leads(leader: Word, word: Word) -> bool:
    return leader.clause == word.clause and 0 < abs(word.at - leader.at) <= _REACH


def _is_companion(word: Word, text: Reading) -> bool:
    """Say whether a person is only whom one worked with or for: with the team, an den Chef."""
    return any(
        text.tokens[at].low in word_set("companions") and not _is_of_deed(text, at)
        for at in range(max(0, word.at - _NEAR), word.at)
        if text.clauses[at] == word.clause - (text.tokens[word.at - 1].low in {"und", "and"})
    )


def _is_of_deed(text: Reading, at: int) -> bool:
    """Say whether a word joins a deed to its object: Steuerung von bis zu zwölf Firmen."""
    before = text.tokens[at - 1].low if at else ""
    return (text.tokens[at].low == "von" and before.endswith("ung")) or (
        text.tokens[at].low == "zu" and before == "bis"
    )


def introduced_things(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each thing introduced where the facts only tell of people introduced to it."""
    for word in text.words:
        if "introducing" not in word.labels or _introduces_people(word, text):
            continue
        stated = [
            (unit, other)
            for unit in units
            for other in unit.words
            if not word.roots.isdisjoint(other.roots)
        ]
        if stated and all(_introduces_people(other, unit) for unit, other in stated):
            yield Claim(FindingKind.SCOPE, word.text, "introduced", looked_for="introduced people")


def _introduces_people(word: Word, text: Reading) -> bool:
    """Say whether people are introduced to a thing: Praktikanten in Git eingeführt."""
    served = word_set("served") | word_set("fellows")
    people = [
        other.at
        for other in text.words
        if other.clause == word.clause
        and (is_person(other, text.language) or other.text.lower() in served)
    ]
    to_what = {
        at
        for at, token in enumerate(text.tokens)
        if token.low in {"in", "to", "into"} and text.clauses[at] == word.clause
    }
    if text.language == "de":
        return bool(people) and bool(to_what)
    first = min(people, default=word.at)
    return (
        any(at > max(first, word.at) for at in to_what)
        and bool(people)
        and (first > word.at or word.at + 1 in to_what)
    )
