"""Sentences of a summary made from the fields of a CV: titles, terms, degrees, certificates."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.domain.draft import Sentence
from aicvgen.model.extractive.mentions import Mention
from aicvgen.model.extractive.terms import terms_in

LONGEST_TERM = 30
"""Characters of a term that fits into a list; some CVs list half sentences as skills."""
_MOST_WORDS = 3
_MOST_LISTED = 5
_MOST_NAMED = 3
_MOST_PLACED = 2


class _Phrases(NamedTuple):
    """The only words that are not the candidate's."""

    done: str
    listed: str
    also: str
    worked: tuple[str, str]
    """The start, and what is said of each role; takes title and employer."""
    studied: tuple[str, str]
    """The same of degrees; takes field and institution."""
    certified: str
    speaks: str
    conjunction: str


_PHRASES = {
    "en": _Phrases(
        done="with experience in",
        listed="with skills in",
        also="Skills include",
        worked=("Also worked", "as {} at {}"),
        studied=("Studied", "{} at {}"),
        certified="Certificates:",
        speaks="Speaks",
        conjunction="and",
    ),
    "de": _Phrases(
        done="mit Erfahrung in",
        listed="mit Kenntnissen in",
        also="Kenntnisse in",
        worked=("Außerdem tätig", "als {} bei {}"),
        studied=("Studierte", "{} ({})"),
        certified="Zertifikate:",
        speaks="Spricht",
        conjunction="und",
    ),
}


def composed(
    cv: Cv, mentions: tuple[Mention, ...], said: tuple[Sentence, ...]
) -> Iterator[Sentence]:
    """Yield what could follow the candidate's own summary, most telling first.

    The latest title with terms the CV supports, other roles, degrees, certificates and
    languages, in the languages we have words for. Years and seniority are never added.
    """
    phrases = _PHRASES.get(cv.language)
    if phrases is None:
        return
    experience = tuple(_experience(cv, mentions, said, phrases))
    yield from experience
    if not said and not experience:
        return
    latest = latest_role(cv)
    roles = [entry for entry in cv.entries(Kind.WORK) if entry is not latest]
    yield from _placed(phrases.worked, roles, "title", phrases)
    yield from _placed(phrases.studied, list(cv.entries(Kind.EDUCATION)), "area", phrases)
    certificates = [entry for entry in cv.entries(Kind.CERTIFICATES) if entry.title]
    yield from _named(phrases.certified, certificates, _title, phrases)
    yield from _named(phrases.speaks, list(cv.entries(Kind.LANGUAGES)), _language, phrases)


def is_short(text: str) -> bool:
    """Say whether a term fits into a list."""
    return len(text) <= LONGEST_TERM and len(text.split()) <= _MOST_WORDS


def _experience(
    cv: Cv, mentions: tuple[Mention, ...], said: tuple[Sentence, ...], phrases: _Phrases
) -> Iterator[Sentence]:
    """Yield the latest title with what was done, and listed skills that are not said yet."""
    title = latest_role(cv)
    known = {term.name for own in said for term in terms_in(own.text, cv.language)}
    if title is not None:
        known |= {term.name for term in terms_in(title.title, cv.language)}
    new = [mention for mention in mentions if mention.key not in known and is_short(mention.text)]
    done = [mention for mention in new if mention.done][:_MOST_LISTED]
    if title is not None and done and not said:
        terms = _listed(done, cv.language)
        yield Sentence(text=f"{title.title} {phrases.done} {terms}.", cites=cites(done, title))
        new = [mention for mention in new if mention not in done]
    listed = [mention for mention in new if mention.listed][:_MOST_LISTED]
    if not listed:
        return
    terms = _listed(listed, cv.language)
    if title is not None and not done and not said:
        yield Sentence(text=f"{title.title} {phrases.listed} {terms}.", cites=cites(listed, title))
    else:
        yield Sentence(text=f"{phrases.also} {terms}.", cites=cites(listed))


def _placed(
    pattern: tuple[str, str], entries: Sequence[Entry], field: str, phrases: _Phrases
) -> Iterator[Sentence]:
    """Yield one sentence with what was done where, at most twice."""
    full = [entry for entry in entries if getattr(entry, field) and entry.organisation][
        :_MOST_PLACED
    ]
    if full:
        start, said = pattern
        parts = [said.format(getattr(entry, field), entry.organisation) for entry in full]
        yield _sentence(f"{start} {in_a_row(parts, phrases.conjunction)}", full)


def _named(
    start: str, entries: Sequence[Entry], name: Callable[[Entry], str], phrases: _Phrases
) -> Iterator[Sentence]:
    """Yield one sentence that lists entries by name, at most three."""
    few = entries[:_MOST_NAMED]
    if few:
        yield _sentence(
            f"{start} {in_a_row([name(entry) for entry in few], phrases.conjunction)}", few
        )


def _sentence(text: str, entries: Sequence[Entry]) -> Sentence:
    rests_on = tuple(entry.id for entry in entries)
    return Sentence(text=f"{text}.", cites=rests_on)


def in_a_row(texts: Sequence[str], conjunction: str) -> str:
    """Return `a, b and c`."""
    *first, last = texts
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def latest_role(cv: Cv) -> Entry | None:
    """Return the role the person has now, else the first one; None where none has a title."""
    titled = [entry for entry in cv.entries(Kind.WORK) if entry.title]
    current = [entry for entry in titled if entry.period is not None and entry.period.current]
    return next(iter((*current, *titled)), None)


def _title(entry: Entry) -> str:
    return entry.title


def _language(entry: Entry) -> str:
    return f"{entry.title} ({entry.grade})" if entry.grade else entry.title


def _listed(mentions: Sequence[Mention], language: str) -> str:
    return in_a_row([one.in_sentence(language) for one in mentions], _PHRASES[language].conjunction)


def cites(mentions: Sequence[Mention], *titles: Entry) -> tuple[str, ...]:
    """Return what a sentence with these terms and titles rests on."""
    found = (cite for mention in mentions for cite in mention.cites)
    return tuple(dict.fromkeys((*(title.id for title in titles), *found)))
