"""Sentences of a summary made from the fields of a CV: titles, terms, degrees, certificates."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.domain.draft import Sentence
from aicvgen.model.extractive.cv.spoken import is_language, is_level
from aicvgen.model.extractive.denied import affirmed, is_held
from aicvgen.model.extractive.mentions import Mention
from aicvgen.model.extractive.roles import employer_of, held, in_a_row, role_of
from aicvgen.model.extractive.studied import studies_of
from aicvgen.model.extractive.terms import terms_in

LONGEST_TERM = 30
"""Characters of a term that fits into a list; some CVs list half sentences as skills."""
_MOST_WORDS = 3
_MOST_LISTED = 5
_MOST_NAMED = 3
_MOST_PLACED = 2
_FEWEST_LISTED = 2
_LEVEL_BESIDE = re.compile(r"\s*\([^()]*\)$")
_LEVEL_END = re.compile(r"\s+(?:in|of|auf)$", re.IGNORECASE)


class _Phrases(NamedTuple):
    """The only words that are not the candidate's."""

    done: str
    listed: str
    also: str
    worked: str
    role: str
    """Before each role."""
    studied: str
    certified: str
    speaks: str
    conjunction: str


_PHRASES = {
    "en": _Phrases(
        done="with experience in",
        listed="with skills in",
        also="Skills include",
        worked="Also worked",
        role="as",
        studied="Studied",
        certified="Certificates:",
        speaks="Speaks",
        conjunction="and",
    ),
    "de": _Phrases(
        done="mit Erfahrung in",
        listed="mit Kenntnissen in",
        also="Kenntnisse in",
        worked="Außerdem tätig",
        role="als",
        studied="Studierte",
        certified="Zertifikate:",
        speaks="Spricht",
        conjunction="und",
    ),
}


def composed(
    cv: Cv, mentions: tuple[Mention, ...], said: tuple[Sentence, ...]
) -> Iterator[Sentence]:
    """Yield what could stand for or follow the candidate's own summary, most telling first.

    Behind an own summary only what the ad asks for and it does not say. Without one the latest
    title with terms the CV supports, other roles, degrees, certificates and languages, in the
    languages we have words for; nothing where the latest title is no role. Years and seniority are
    never added.
    """
    phrases = _PHRASES.get(cv.language)
    if phrases is None:
        return
    if said:
        yield from _asked_too(cv, mentions, said, phrases)
        return
    latest = latest_role(cv)
    if latest is None or not role_of(latest):
        return
    experience = tuple(_experience(cv, mentions, latest, phrases))
    yield from experience
    if not experience:
        return
    yield from _placed(phrases.worked, phrases.role, _other_roles(cv, latest), cv, phrases)
    yield from _placed(phrases.studied, "", studies_of(cv), cv, phrases)
    certificates = [
        entry
        for entry in cv.entries(Kind.CERTIFICATES)
        if entry.title and is_held(entry, cv.language)
    ]
    yield from _named(phrases.certified, [(one, one.title) for one in certificates], phrases)
    yield from _named(phrases.speaks, list(_spoken(cv)), phrases)


def is_short(text: str) -> bool:
    """Say whether a term fits into a list, its level in brackets not counted."""
    text = _LEVEL_BESIDE.sub("", text)
    return len(text) <= LONGEST_TERM and len(text.split()) <= _MOST_WORDS


def _asked_too(
    cv: Cv, mentions: tuple[Mention, ...], said: tuple[Sentence, ...], phrases: _Phrases
) -> Iterator[Sentence]:
    texts = [affirmed(own.text, cv.language) for own in said]
    known = {term.name for text in texts for term in terms_in(text, cv.language)}
    new = [one for one in _sayable(mentions, cv, known) if one.asked and one.listed]
    if len(new) >= _FEWEST_LISTED:
        few = new[:_MOST_LISTED]
        yield Sentence(text=f"{phrases.also} {_listed(few, cv.language)}.", cites=cites(few))


def _experience(
    cv: Cv, mentions: tuple[Mention, ...], latest: Entry, phrases: _Phrases
) -> Iterator[Sentence]:
    """Yield the latest role with what was done, and listed skills that are not said yet."""
    role = role_of(latest)
    new = _sayable(mentions, cv, {term.name for term in terms_in(role, cv.language)})
    done = [one for one in new if one.done][:_MOST_LISTED]
    listed = [one for one in new if one.listed and one not in done][:_MOST_LISTED]
    first, rest = (done, listed) if done else (listed, [])
    if first:
        lead = phrases.done if done else phrases.listed
        text = f"{role} {lead} {_listed(first, cv.language)}."
        yield Sentence(text=text, cites=cites(first, latest))
    if len(rest) >= _FEWEST_LISTED:
        yield Sentence(text=f"{phrases.also} {_listed(rest, cv.language)}.", cites=cites(rest))


def _sayable(mentions: tuple[Mention, ...], cv: Cv, known: set[str]) -> list[Mention]:
    """Return the skills a sentence can list: in English none whose capital may be a name's."""
    return [
        one
        for one in mentions
        if one.key not in known and is_short(one.text) and one.is_skill(cv.language)
    ]


def _other_roles(cv: Cv, latest: Entry) -> Iterator[tuple[Entry, str]]:
    """Yield the roles at other employers than the latest."""
    for entry in cv.entries(Kind.WORK):
        role = role_of(entry)
        if role and entry.organisation != latest.organisation:
            yield entry, role


def _spoken(cv: Cv) -> Iterator[tuple[Entry, str]]:
    """Yield languages with their level, none whose level was not understood."""
    for entry in cv.entries(Kind.LANGUAGES):
        level = _LEVEL_END.sub("", entry.grade.strip())
        name = entry.title.strip()
        if is_language(name) and is_held(entry, cv.language) and (not level or is_level(level)):
            yield entry, f"{name} ({level})" if level else name


def _placed(
    start: str, lead: str, named: Iterable[tuple[Entry, str]], cv: Cv, phrases: _Phrases
) -> Iterator[Sentence]:
    """Yield one sentence with what was done where, at most at two places."""
    found = dict[str, list[Entry]]()
    for entry, name in named:
        seen = [one for entries in found.values() for one in entries]
        places = {one.organisation for one in found.get(name, ())}
        if employer_of(entry) and entry.organisation not in places and len(seen) < _MOST_PLACED:
            found.setdefault(name, []).append(entry)
    parts = [
        f"{lead} {held(name, [employer_of(one) for one in where], cv.language)}".strip()
        for name, where in found.items()
    ]
    if parts:
        entries = [one for where in found.values() for one in where]
        yield _sentence(f"{start} {in_a_row(parts, phrases.conjunction)}", entries)


def _named(start: str, named: Sequence[tuple[Entry, str]], phrases: _Phrases) -> Iterator[Sentence]:
    """Yield one sentence that lists entries by name, at most three."""
    few = named[:_MOST_NAMED]
    if few:
        listed = in_a_row([name for _, name in few], phrases.conjunction)
        yield _sentence(f"{start} {listed}", [entry for entry, _ in few])


def _sentence(text: str, entries: Sequence[Entry]) -> Sentence:
    rests_on = tuple(entry.id for entry in entries)
    return Sentence(text=f"{text.removesuffix('.')}.", cites=rests_on)


def latest_role(cv: Cv) -> Entry | None:
    """Return the role the person has now, else the first one; None where none has a title."""
    titled = [entry for entry in cv.entries(Kind.WORK) if entry.title]
    current = [entry for entry in titled if entry.period is not None and entry.period.current]
    return next(iter((*current, *titled)), None)


def _listed(mentions: Sequence[Mention], language: str) -> str:
    return in_a_row([one.in_sentence(language) for one in mentions], _PHRASES[language].conjunction)


def cites(mentions: Sequence[Mention], *titles: Entry) -> tuple[str, ...]:
    """Return what a sentence with these terms and titles rests on."""
    found = (cite for mention in mentions for cite in mention.cites)
    return tuple(dict.fromkeys((*(title.id for title in titles), *found)))
