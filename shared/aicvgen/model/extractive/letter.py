"""A cover letter from the candidate's own words: what is asked for, and the points that answer."""

from collections.abc import Iterator
from typing import NamedTuple

from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.domain.draft import AD, LETTER, Part, Sentence
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.model.extractive.choice import choose, points_of
from aicvgen.model.extractive.composing import cites, in_a_row, is_short, latest_role
from aicvgen.model.extractive.mentions import mentions_of

_DONE = (Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER)
_MOST_POINTS = 4
_MOST_TERMS = 5


class _Phrases(NamedTuple):
    """The only words that are not the candidate's; they take title and employer."""

    now: str
    before: str
    and_: str


_PHRASES = {  # after the comma of a German salutation a sentence goes on in small letters
    "en": _Phrases(
        now="I am {} at {} and have experience in {}.",
        before="I worked as {} at {} and have experience in {}.",
        and_="and",
    ),
    "de": _Phrases(
        now="ich bin {} bei {} und habe Erfahrung in {}.",
        before="ich war tätig als {} bei {} und habe Erfahrung in {}.",
        and_="und",
    ),
}


def write_letter(cv: Cv, job: Job, fit: Fit) -> Part:
    """Write unit `letter`: its subject from the ad, then who writes, then up to four points.

    Empty where no point answers the ad, and in languages we have no phrases for. Salutation and
    close are not part of it: they say nothing that could be untrue.
    """
    points = tuple(_points(cv, fit)) if cv.language in _PHRASES else ()
    if not points:
        return Part(unit=LETTER)
    return Part(unit=LETTER, sentences=(*_subject(job), *_opening(cv, job, fit), *points))


def _subject(job: Job) -> Iterator[Sentence]:
    text = ", ".join(filter(None, (job.title, job.company)))
    if text:
        yield Sentence(text=text, cites=(AD,))


def _opening(cv: Cv, job: Job, fit: Fit) -> Iterator[Sentence]:
    phrases, role = _PHRASES[cv.language], latest_role(cv)
    done = [one for one in mentions_of(cv, job, fit, frozenset()) if one.done]
    few = [one for one in done if is_short(one.text)][:_MOST_TERMS]
    if role is not None and role.organisation and few:
        pattern = phrases.now if _is_current(role) else phrases.before
        terms = in_a_row([one.in_sentence(cv.language) for one in few], phrases.and_)
        text = pattern.format(role.title, role.organisation, terms)
        yield Sentence(text=text, cites=cites(few, role))


def _points(cv: Cv, fit: Fit) -> Iterator[Sentence]:
    """Yield the points that answer the ad best, of whatever role; none that answers nothing."""
    ranked = {one.fact: one for one in fit.ranking}
    entries = list(cv.entries(*_DONE))
    facts = [fact for entry in entries for fact in entry.items]
    points = choose(points_of(facts, ranked, len(facts)), _MOST_POINTS)
    where = {
        fact.id: entry.organisation or entry.title for entry in entries for fact in entry.items
    }
    for point in (one for one in points if one.terms):
        place = where[point.cites[0]]
        text = point.text.rstrip(".")
        yield Sentence(text=f"{text} ({place})" if place else text, cites=point.cites)


def _is_current(role: Entry) -> bool:
    return role.period is not None and role.period.current
