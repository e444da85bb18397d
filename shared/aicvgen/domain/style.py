"""What makes a CV read well: rules a person may break, each remark named and with its advice."""

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files

from aicvgen.domain.claims.words.lexicon import irregular
from aicvgen.domain.counted import counted
from aicvgen.domain.cv import Cv, Entry, Fact, Kind
from aicvgen.domain.value import Value

MOST_PAGES = 2
SHORTEST, LONGEST = 7, 25
"""Words a bullet should have."""
_WRITTEN = (Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER)
_REQUIRED = ((Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER), (Kind.EDUCATION,), (Kind.SKILLS,))
_FIRST = re.compile(r"[^\W\d_][\w'’-]*")
_ENGLISH_VERB = re.compile(r"(?:ed|ing)$")
_GERMAN_DOING = re.compile(
    r"(?:ung|ungen|ion|ieren|ierte|iert|te|ten|en|ern|eln|t|bau|pflege|arbeit|hilfe|dienst|führung)$",
    re.IGNORECASE,
)

_GERMAN_DONE = re.compile(r"\s[a-zäöüß]+(?:t|en)\W*$")
"""A participle, which stands last: `vier Auszubildende eingearbeitet`."""


class Rule(StrEnum):
    """What a remark is about."""

    LENGTH = "length"
    """A bullet has 7 to 25 words."""
    OPENING = "opening"
    """A bullet says first what was done, or in German last."""
    REPETITION = "repetition"
    """No two bullets of an entry open with the same word."""
    PAGES = "pages"
    """Two pages, unless the original is longer."""
    SECTION = "section"
    """Experience, education and skills are there, and a way to reach the person."""


class Remark(Value):
    """Something that would read better otherwise; never a reason to hold the page back."""

    rule: Rule
    where: str
    """Entry id, or the name of what is missing."""
    text: str
    """What it is about, as on the page."""
    advice: str


def remarks(cv: Cv, pages: int | None = None) -> tuple[Remark, ...]:
    """Return what could read better in a CV; `pages` is its length where that is known."""
    bullets = [remark for entry in cv.entries(*_WRITTEN) for remark in _bullets(entry, cv.language)]
    return (*bullets, *_length(pages), *_missing(cv))


def _bullets(entry: Entry, language: str) -> Iterator[Remark]:
    openings = Counter(_opening(fact) for fact in entry.items)
    for fact in entry.items:
        count = len(fact.text.split())
        if count < SHORTEST:
            yield _remark(
                Rule.LENGTH, entry, fact, f"{counted(count, 'word')}: say what came of it."
            )
        if count > LONGEST:
            advice = f"{counted(count, 'word')}: part it, or cut it to {LONGEST}."
            yield _remark(Rule.LENGTH, entry, fact, advice)
        done_last = language == "de" and _GERMAN_DONE.search(fact.text) is not None
        if not done_last and not _says_what_was_done(_opening(fact), language):
            yield _remark(Rule.OPENING, entry, fact, "Begin with what you did.")
    for opening, times in openings.items():
        if opening and times > 1:
            advice = f"{times} points begin with “{opening}”: begin some of them otherwise."
            first = next(fact for fact in entry.items if _opening(fact) == opening)
            yield _remark(Rule.REPETITION, entry, first, advice)


def _remark(rule: Rule, entry: Entry, fact: Fact, advice: str) -> Remark:
    return Remark(rule=rule, where=entry.id, text=fact.text, advice=advice)


def _length(pages: int | None) -> Iterator[Remark]:
    if pages is not None and pages > MOST_PAGES:
        yield Remark(
            rule=Rule.PAGES,
            where="page",
            text=f"{pages} pages",
            advice=f"Most readers expect {MOST_PAGES}: take out what matters least.",
        )


def _missing(cv: Cv) -> Iterator[Remark]:
    there = {section.kind for section in cv.sections if section.entries}
    for kinds in _REQUIRED:
        if there.isdisjoint(kinds):
            yield _lacks(kinds[0].value, f"There is no section with {kinds[0].value}: add one.")
    if not (cv.contact.email or cv.contact.phone):
        yield _lacks("contact", "There is no e-mail address and no telephone number: add one.")


def _lacks(where: str, advice: str) -> Remark:
    return Remark(rule=Rule.SECTION, where=where, text="", advice=advice)


def _opening(fact: Fact) -> str:
    found = _FIRST.search(fact.text)
    return found[0].casefold() if found else ""


def _says_what_was_done(word: str, language: str) -> bool:
    """Say whether a word is a verb or, in German, names an activity; other languages may do so."""
    if language == "de":
        return _GERMAN_DOING.search(word) is not None
    if language != "en":
        return True
    return (
        _ENGLISH_VERB.search(word) is not None
        or word in irregular("en")
        or word.removesuffix("s") in _plain_verbs()
        or word.removesuffix("es") in _plain_verbs()
    )


@cache
def _plain_verbs() -> frozenset[str]:
    """Return the verbs English CVs open with in the present tense."""
    text = files("aicvgen.domain").joinpath("verbs_en.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
