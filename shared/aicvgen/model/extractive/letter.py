"""A cover letter from the candidate's own words: what is asked for, and the points that answer."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.domain.draft import AD, LETTER, Part, Sentence
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.model.extractive.choice import Point, choose, points_of
from aicvgen.model.extractive.composing import cites, is_short, latest_role
from aicvgen.model.extractive.evidence import wanted
from aicvgen.model.extractive.mentions import Mention, mentions_of
from aicvgen.model.extractive.roles import employer_of, held, in_a_row, role_of
from aicvgen.model.extractive.terms import terms_in

_DONE = (Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER)
_MOST_POINTS = 4
_MOST_TERMS = 5


class _Phrases(NamedTuple):
    """The only words that are not the candidate's; they take role and skills."""

    now: str
    before: str
    alone: str
    """Without a role; takes only what the experience is in."""
    and_: str


_PHRASES = {  # after the comma of a German salutation a sentence goes on in small letters
    "en": _Phrases(
        now="I work as {} and have experience in {}.",
        before="I worked as {} and have experience in {}.",
        alone="I have experience in {}.",
        and_="and",
    ),
    "de": _Phrases(
        now="ich bin tätig als {} und habe Erfahrung in {}.",
        before="ich war tätig als {} und habe Erfahrung in {}.",
        alone="ich habe Erfahrung in {}.",
        and_="und",
    ),
}


def write_letter(cv: Cv, job: Job, fit: Fit) -> Part:
    """Write unit `letter`: its subject from the ad, then who writes, then up to four points.

    Empty where no point answers the ad, and in languages we have no phrases for. Salutation and
    close are not part of it: they say nothing that could be untrue.
    """
    mentions = mentions_of(cv, job, fit, frozenset())
    points = tuple(_points(cv, job, fit, mentions)) if cv.language in _PHRASES else ()
    if not points:
        return Part(unit=LETTER)
    return Part(unit=LETTER, sentences=(*_subject(job), *_opening(cv, mentions), *points))


def _subject(job: Job) -> Iterator[Sentence]:
    text = ", ".join(filter(None, (job.title, job.company)))
    if text:
        yield Sentence(text=text, cites=(AD,))


def _opening(cv: Cv, mentions: tuple[Mention, ...]) -> Iterator[Sentence]:
    """Yield who writes and what they have experience in: skills that their title does not say."""
    phrases, role = _PHRASES[cv.language], latest_role(cv)
    name = role_of(role) if role is not None else ""
    employer = employer_of(role) if role is not None else ""
    known = {term.name for term in terms_in(role.title, cv.language)} if role is not None else ()
    few = [
        one
        for one in mentions
        if one.done and one.key not in known and is_short(one.text) and one.is_skill(cv.language)
    ][:_MOST_TERMS]
    if not few:
        return
    terms = in_a_row([one.in_sentence(cv.language) for one in few], phrases.and_)
    if role is not None and name and employer:
        pattern = phrases.now if _is_current(role) else phrases.before
        text = pattern.format(held(name, [employer], cv.language), terms)
        yield Sentence(text=text, cites=cites(few, role))
    else:
        yield Sentence(text=phrases.alone.format(terms), cites=cites(few))


def _points(cv: Cv, job: Job, fit: Fit, mentions: tuple[Mention, ...]) -> Iterator[Sentence]:
    """Yield the points that answer the ad best, of whatever role; none that answers nothing.

    Points on everyday nouns of the ad only where no other speaks for the person.
    """
    ranked = {one.fact: one for one in fit.ranking}
    entries = list(cv.entries(*_DONE))
    facts = [fact for entry in entries for fact in entry.items]
    told = [one for one in points_of(facts, ranked, len(facts)) if one.terms]
    telling = {one.key for one in mentions}
    best = [one for one in told if any(wanted(t, job.language).key in telling for t in one.terms)]
    points = _not_again(choose(best or told, _MOST_POINTS))
    where = {
        fact.id: entry.organisation or entry.title for entry in entries for fact in entry.items
    }
    for point in points:
        place = where[point.cites[0]]
        text = point.text.rstrip(".")
        yield Sentence(text=f"{text} ({place})" if place else text, cites=point.cites)


def _not_again(points: Sequence[Point]) -> Iterator[Point]:
    """Yield the points that answer something no other has answered."""
    said = set[str]()
    for point in points:
        if not said >= point.terms:
            yield point
        said |= point.terms


def _is_current(role: Entry) -> bool:
    return role.period is not None and role.period.current
