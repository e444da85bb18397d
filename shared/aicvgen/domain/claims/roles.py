"""What a sentence calls the candidate: as head chef, or a title it starts with."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.lexicon import word_set
from aicvgen.domain.claims.reading import Reading, Word
from aicvgen.domain.claims.wording import known, stands
from aicvgen.domain.draft import FindingKind

_VERB = re.compile(r"te$")
_DONE = re.compile(r"[a-z]{2}ed$")
_AS = frozenset({"as", "als"})
_PERSON = {
    "en": (
        "er", "or", "ist", "ian", "ant", "chef", "head", "lead", "president", "director",
        "counsel", "judge", "clerk",
    ),
    "de": (
        "er", "erin", "or", "orin", "ist", "istin", "chef", "chefin", "ant", "antin", "anwalt",
        "anwältin", "notar", "assistent", "assistentin", "student", "studentin", "präsident",
        "präsidentin", "dozent", "dozentin", "referent", "referentin", "agent", "agentin",
    ),
}  # fmt: skip


def roles(text: Reading, units: Sequence[Reading], title: Reading) -> Iterator[Claim]:
    """Yield what the sentence calls the candidate and the entry does not."""
    for phrase in _role_phrases(text):
        head = phrase[-1]
        words = {text.tokens[word.at].low for word in phrase}
        in_title = known((title,))
        if all(stands(word, in_title, text.language) for word in phrase):
            ranks = {token.low for token in title.tokens} & word_set("ranks")
            if not ranks or ranks & words:
                continue
        elif any(_is_own_role(head, unit) and _all_stand(phrase, unit) for unit in units):
            continue
        yield Claim(
            FindingKind.TITLE,
            " ".join(word.text for word in phrase),
            head.text.lower(),
            looked_for=title.text,
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
        persons = [place for place, word in enumerate(run) if is_person(word, text.language)]
        if persons:
            yield tuple(run[: persons[-1 if text.language == "en" else 0] + 1])
    if 0 in by_token:
        run = _run(text, by_token[0])
        yield from _opening(run, text)


def _opening(run: list[Word], text: Reading) -> Iterator[tuple[Word, ...]]:
    """Yield the person a sentence starts with: Duty manager who …, Geprüfter Meister."""
    if text.language == "en":
        if "rank" in run[-1].labels and is_person(run[-1], "en"):
            yield tuple(run)
        elif len(run) > 1 and text.tokens[run[1].at].tied and is_person(run[1], "en"):
            yield tuple(run[:2])
        elif is_person(run[0], "en") and run[0].text.lower() not in word_set("verbs_like_persons"):
            yield tuple(run[:1])
        return
    persons = [place for place, word in enumerate(run) if is_person(word, "de")]
    phrase = run[: persons[-1] + 1] if persons and not _VERB.search(run[0].text) else []
    if phrase and all(word.text[:1].isupper() for word in phrase):
        yield tuple(phrase)


def _run(text: Reading, first: Word) -> list[Word]:
    """Return the words from here to the first that only joins, or to a comma."""
    run = [first]
    for word in text.words[text.words.index(first) + 1 :]:
        if word.at != run[-1].at + 1 or text.tokens[word.at].breaks:
            break
        run.append(word)
    return run


def _is_own_role(head: Word, unit: Reading) -> bool:
    """Say whether a fact names the candidate so, not somebody it speaks of."""
    for other in unit.words:
        synonyms = {label for label in head.labels & other.labels if label[0] == "#"}
        if head.roots.isdisjoint(other.roots) and not (
            synonyms and is_person(other, unit.language)
        ):
            continue
        before = [token.low for token in unit.tokens[max(0, other.at - 3) : other.at]]
        if _is_object(before):
            continue
        if not set(before[-2:]) & word_set("anothers") or set(before) & _AS or other.at == 0:
            return "deputy" not in unit.classes or other.at == 0
    return False


def _is_object(before: list[str]) -> bool:
    """Say whether something was done to a person, as in instructed counsel."""
    return (
        bool(before) and bool(_DONE.search(before[-1])) and before[-1] not in word_set("qualities")
    )


def is_person(word: Word, language: str) -> bool:
    """Say whether a word names a person by what they do."""
    low = word.text.lower().removesuffix("s") if language == "en" else word.text.lower()
    return low.endswith("ausbilder") or (
        not low.endswith(tuple(word_set("things")))
        and low.endswith(_PERSON[language])
        and (language == "en" or word.text[:1].isupper())
    )
