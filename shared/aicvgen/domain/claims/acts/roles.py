"""What a sentence calls the candidate: as head chef, or a title it starts with."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike, known, stands
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import function_words, word_set
from aicvgen.domain.draft import FindingKind

_VERB = re.compile(r"te$")
_PARTICIPLE = re.compile(r"ge\w+(?:t|en)$|iert$|(?:^|ver|be|ent|er|zer)\w+(?:t|en)$")
_DONE = re.compile(r"[a-z]{2}ed$")
_ADJECTIVE = re.compile(r"(?:lich|isch|bar|sam|los|haft|ell|iv|ig)er$")
_NO_TITLE = frozenset({"support", "attend", "member"})
"""Classes of persons who only took part."""
_SHORTEST_FIRST = 4
_OF_PAPER = 3
_AS = frozenset({"as", "als"})
_SINCE = frozenset({"seit", "ab", "bis", "von"})
_BEFORE_YEAR = 2
"""Words at most between `seit` and the year."""
_PERSON = {
    "en": (
        "er", "or", "ist", "ian", "ant", "chef", "head", "lead", "president", "director",
        "counsel", "judge", "clerk",
    ),
    "de": (
        "er", "erin", "or", "orin", "ist", "istin", "chef", "chefin", "ant", "antin", "anwalt",
        "anwältin", "notar", "assistent", "assistentin", "student", "studentin", "präsident",
        "präsidentin", "dozent", "dozentin", "referent", "referentin", "agent", "agentin",
        "eur", "eurin", "ling", "iar", "ekar", "endar", "arin", "disponent", "disponentin",
        "produzent", "produzentin", "dirigent", "dirigentin",
    ),
}  # fmt: skip


def roles(text: Reading, units: Sequence[Reading], title: Reading) -> Iterator[Claim]:
    """Yield what the sentence calls the candidate and the entry does not."""
    for phrase in _role_phrases(text):
        head = phrase[-1]
        if head.labels & _NO_TITLE or holds_paper(head, text):
            continue
        words = {text.tokens[word.at].low for word in phrase}
        in_title = known((title,))
        field = text.language == "en" and not any(_names(head, one) for one in title.words)
        if not field and all(stands(word, in_title, text.language) for word in phrase):
            ranks = {token.low for token in title.tokens} & word_set("ranks")
            if not ranks or ranks & words:
                continue
        elif (len(phrase) == 1 and any(_is_doer(head, unit) for unit in units)) or any(
            _is_own_role(head, unit, acting="deputy" in text.classes) and _all_stand(phrase, unit)
            for unit in units
        ):
            continue
        yield Claim(
            FindingKind.TITLE,
            " ".join(word.text for word in phrase),
            head.text.lower(),
            looked_for=title.text,
        )


def _names(head: Word, one: Word) -> bool:
    """Tell the solicitor of a title from the legal work that it only speaks of."""
    return not head.roots.isdisjoint(one.roots) or (is_titled(one, "en") and alike(head, one))


def holds_paper(word: Word, text: Reading) -> bool:
    """Say whether an owner only has a licence or a card: Inhaberin des Jagdscheins."""
    behind = (one for one in text.words if word.at < one.at <= word.at + _OF_PAPER)
    paper = next(behind, None)
    return (
        word.text in {"Inhaber", "Inhaberin"}
        and paper is not None
        and text.tokens[word.at + 1].low in {"der", "des", "einer", "eines", "von"}
        and paper.text.lower().endswith(tuple(word_set("papers_held")))
    )


def _is_doer(head: Word, unit: Reading) -> bool:
    """Say whether a fact opens with what such a person does: supervised, was supervisor."""
    first = unit.words[:1]
    return (
        bool(first)
        and is_past(first[0].text.lower())
        and not (head.roots.isdisjoint(first[0].roots) or "rank" in head.labels & first[0].labels)
    )


def _all_stand(phrase: tuple[Word, ...], unit: Reading) -> bool:
    evidence = known((unit,))
    return all(
        not word.roots.isdisjoint(evidence.roots)
        if "rank" in word.labels
        else stands(word, evidence, unit.language)
        for word in phrase
    )


def _role_phrases(text: Reading) -> Iterator[tuple[Word, ...]]:
    """Yield the persons after `as`, and the person a sentence starts with."""
    by_token = {word.at: word for word in text.words}
    for at, token in enumerate(text.tokens):
        first = by_token.get(at + 1) or by_token.get(at + 2)
        if token.low not in _AS or first is None:
            continue
        run = _run(text, first)
        persons = [place for place, word in enumerate(run) if is_titled(word, text.language)]
        if persons:
            yield tuple(run[: persons[-1 if text.language == "en" else 0] + 1])
    opener = _opener(text)
    if opener in by_token:
        run = _run(text, by_token[opener])
        yield from _opening(run, text)
    yield from _told_when(text)


def _opener(text: Reading) -> int:
    """Return the place a sentence starts at, past what only tells when: Davor Lagerleiter."""
    if text.words and _opens_with_date(text):
        return text.words[0].at
    return int(any(token.low in word_set("order_german") for token in text.tokens[:1]))


def _told_when(text: Reading) -> Iterator[tuple[Word, ...]]:
    """Yield the German persons behind a time: danach Schichtleiter, seit 2017 leitender Arzt."""
    for word in text.words if text.language == "de" else ():
        at = word.at - 1
        if at < 1 or text.tokens[word.at].breaks or not _is_time(text, at):
            continue
        run = _run(text, word)
        place = next((place for place, one in enumerate(run) if one.text[:1].isupper()), 0)
        if is_person(run[place], "de") and "generic" not in run[place].labels:
            yield tuple(run[: place + 1])


def _is_time(text: Reading, at: int) -> bool:
    """Say whether a token is an adverb of order or the year behind `seit`."""
    before = {token.low for token in text.tokens[max(0, at - _BEFORE_YEAR) : at]}
    year = re.fullmatch(r"\d{4}", text.tokens[at].text) and not before.isdisjoint(_SINCE)
    return bool(year) or text.tokens[at].low in word_set("order_german")


def _opens_with_date(text: Reading) -> bool:
    """Say whether a German sentence tells first since when: Seit 2017 Lagerleiter."""
    before = text.tokens[: text.words[0].at]
    return (
        text.language == "de"
        and bool(before)
        and before[0].low in _SINCE
        and any(token.text.isdigit() for token in before)
        and before[-1].text.isdigit()
    )


def _opening(run: list[Word], text: Reading) -> Iterator[tuple[Word, ...]]:
    """Yield the person a sentence starts with: Duty manager who …, Geprüfter Meister."""
    if text.language == "en":
        if "rank" in run[-1].labels and is_person(run[-1], "en"):
            yield tuple(run)
        elif len(run) > 1 and text.tokens[run[1].at].tied and is_person(run[1], "en"):
            yield tuple(run[:2])
        elif is_titled(run[0], "en") and run[0].text.lower() not in word_set("verbs_like_persons"):
            yield tuple(run[:1])
        return
    persons = [
        place
        for place, word in enumerate(run)
        if is_person(word, "de") and not _is_adjective(place, run)
    ]
    if _is_acted_upon(text):
        return
    phrase = run[: persons[-1] + 1] if persons and not _VERB.search(run[0].text) else []
    if phrase and all(word.text[:1].isupper() for word in phrase):
        yield tuple(phrase)


def _is_acted_upon(text: Reading) -> bool:
    """Say whether what a German sentence starts with is its object: Minibagger gefahren."""
    last = text.tokens[-1]
    return (
        last.text[0].islower()
        and bool(_PARTICIPLE.search(last.low))
        and last.low not in word_set("being")
        and all(_is_listed(at, text) for at, one in enumerate(text.tokens) if at and one.breaks)
    )


def _is_listed(at: int, text: Reading) -> bool:
    """Say whether a comma parts two of a list after a preposition: in Wien, Graz und Linz."""
    before = [token.low for token in text.tokens[1 : at - 1]]
    behind = text.tokens[at + 1] if at + 1 < len(text.tokens) else None
    return (
        not function_words("de").isdisjoint(before)
        and text.tokens[at - 1].text[:1].isupper()
        and text.tokens[at].text[:1].isupper()
        and behind is not None
        and (behind.breaks or behind.low in {"und", "sowie", "oder"})
    )


def _is_adjective(place: int, run: list[Word]) -> bool:
    """Say whether a capitalised word is the adjective of the noun behind it: Nächtlicher Lauf."""
    noun = place + 1 < len(run) and run[place + 1].text[:1].isupper()
    return noun and bool(_ADJECTIVE.search(run[place].text))


def _run(text: Reading, first: Word) -> list[Word]:
    """Return the words from here to the first that only joins, or to a comma."""
    run = [first]
    for word in text.words[text.words.index(first) + 1 :]:
        if word.at != run[-1].at + 1 or text.tokens[word.at].breaks:
            break
        run.append(word)
    return run


def _is_own_role(head: Word, unit: Reading, *, acting: bool) -> bool:
    """Say whether a fact names the candidate so, not somebody it speaks of.

    Whom one stood in for one was for that time, as long as the sentence says so: `acting`.
    """
    if acting and "deputy" in unit.classes:
        return any(not head.roots.isdisjoint(other.roots) for other in unit.words)
    for other in unit.words:
        synonyms = {label for label in head.labels & other.labels if label[0] == "#"}
        if (
            head.roots.isdisjoint(other.roots)
            and not (synonyms and is_titled(other, unit.language))
            and not _is_kind_of(other.text.lower(), head.text.lower())
        ):
            continue
        before = [token.low for token in unit.tokens[max(0, other.at - 3) : other.at]]
        if _is_object(before) or _is_of_person(other, unit):
            continue
        joining = _joining(other, unit)
        if "at" in joining and other.text[:1].isupper():  # an employer: at Dunn Solicitors
            continue
        if not joining & word_set("anothers") or joining & _AS or other.at == 0:
            return "deputy" not in unit.classes or other.at == 0
    return False


def _is_of_person(word: Word, unit: Reading) -> bool:
    """Say whether a German person right before a role has it: ein Lehrling Kammersieger."""
    if unit.language != "de" or unit.tokens[word.at].breaks:
        return False
    return any(one.at == word.at - 1 and is_person(one, "de") for one in unit.words)


def _is_kind_of(low: str, head: str) -> bool:
    """Say whether a German compound is a kind of its end: Schichtsprecher, but no Miterfinder."""
    first = low.removesuffix(head)
    return len(first) >= _SHORTEST_FIRST and first not in {low, *word_set("lessening")}


def _joining(word: Word, unit: Reading) -> set[str]:
    """Return what joins a person to the words before: with the, als; past its own adjectives."""
    first = word.at
    while first and not unit.tokens[first].breaks and not _joins(unit, first - 1):
        first -= 1
    found = set[str]()
    while first and _joins(unit, first - 1) and not unit.tokens[first].breaks:
        first -= 1
        found.add(unit.tokens[first].low)
    return found


def _joins(unit: Reading, at: int) -> bool:
    return unit.tokens[at].low in function_words(unit.language)


def _is_object(before: list[str]) -> bool:
    """Say whether something was done to a person, as in instructed counsel."""
    return (
        bool(before) and bool(_DONE.search(before[-1])) and before[-1] not in word_set("qualities")
    )


def is_titled(word: Word, language: str) -> bool:
    """Say whether a word after `als` is what somebody was: als Stationsleitung."""
    if is_person(word, language):
        return True
    low = word.text.lower()
    if language == "en":
        return "rank" in word.labels or low.removesuffix("s") in word_set("persons")
    return word.text[:1].isupper() and low.endswith(tuple(word_set("titled")))


def is_person(word: Word, language: str) -> bool:
    """Say whether a word names a person by what they do."""
    low = word.text.lower().removesuffix("s") if language == "en" else word.text.lower()
    return low.endswith("ausbilder") or (
        not low.endswith(tuple(word_set("things")))
        and low.endswith(_PERSON[language])
        and (language == "en" or word.text[:1].isupper())
    )
