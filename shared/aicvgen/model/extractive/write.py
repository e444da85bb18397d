"""Writing one unit from the candidate's own words: choice, order, length and punctuation."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aicvgen.domain.cv import Cv, Entry, Fact, Kind
from aicvgen.domain.draft import Group, LeftOut, Part, Sentence
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.model.extractive.choice import Point, choose, points_of
from aicvgen.model.extractive.evidence import wanted
from aicvgen.model.extractive.wording import in_the_ads_words, shortened

_MOST_BULLETS = {Kind.WORK: 5, Kind.PROJECTS: 3, Kind.VOLUNTEER: 3}
_FEW_BULLETS = 2
"""Up to this many bullets, an entry's running text is shown beside them."""
_PLAIN_END = re.compile(r"[a-zäöüß]{4}\.$")
_INNER_END = re.compile(r"[.!?]\s")


def write_section(cv: Cv, job: Job, fit: Fit, unit: str) -> Part:
    """Write a role, project, volunteering or the skills."""
    if unit == "skills":
        return _skills(cv, job, fit)
    entry = cv.entry(unit)
    kind = next(section.kind for section in cv.sections if entry in section.entries)
    bullets = _Bullets(cv, job, fit)
    ranked = {one.fact: one for one in fit.ranking}
    points = points_of(entry.items, ranked, _MOST_BULLETS[kind])
    shown = choose(points, _MOST_BULLETS[kind])
    prose = entry.prose if len(shown) <= _FEW_BULLETS else ()
    written = [bullets.write(point, ends=_mostly_ends(shown)) for point in shown]
    return Part(
        unit=unit,
        sentences=tuple(Sentence(text=fact.text.strip(), cites=(fact.id,)) for fact in prose)
        + tuple(one.sentence for one in written),
        left_out=(
            *_left_out(entry, (*prose,), points, shown, _MOST_BULLETS[kind]),
            *(
                LeftOut(fact=one.sentence.cites[0], reason=cut)
                for one in written
                for cut in one.cuts
            ),
        ),
    )


class _Written(NamedTuple):
    sentence: Sentence
    cuts: tuple[str, ...]


class _Bullets:
    """Writes points as bullets of one entry."""

    def __init__(self, cv: Cv, job: Job, fit: Fit) -> None:
        wants = [wanted(ask.term, job.language) for ask in fit.asked if ask.places]
        self._spelling = {want.name: want.term for want in wants if want.name is not None}
        self._language = cv.language

    def write(self, point: Point, *, ends: bool) -> _Written:
        """Write a point, with a final period or without."""
        asked = frozenset(self._spelling)
        short = shortened(point.text, asked, self._language)
        text = in_the_ads_words(short.text, self._spelling, self._language)
        cuts = tuple(f"Shortened, left out here: “{cut}”." for cut in short.cut)
        return _Written(Sentence(text=_tidy(text, ends=ends), cites=point.cites), cuts)


def _left_out(
    entry: Entry,
    prose: tuple[Fact, ...],
    points: Sequence[Point],
    shown: Sequence[Point],
    most: int,
) -> Iterator[LeftOut]:
    """Yield every fact, or sentence of a fact, that the entry does not show."""
    kept = {fact.id for fact in prose} | {cite for point in shown for cite in point.cites}
    total = sum(1 for _ in entry.items)
    for fact in entry.prose:
        if fact.id not in kept:
            yield LeftOut(fact=fact.id, reason="Running text: the points say what was done.")
    for fact in entry.items:
        if fact.id not in kept:
            dropped = (
                f"Less relevant to this ad than others: {total} points, at most {most} are shown."
            )
            yield LeftOut(fact=fact.id, reason=dropped)
    for point in points:
        if point not in shown and kept.issuperset(point.cites):
            partly = f"Only its most relevant sentences are shown, without: “{point.text}”"
            yield LeftOut(fact=point.cites[0], reason=partly)


def _mostly_ends(points: Sequence[Point]) -> bool:
    return sum(1 for point in points if point.text.endswith(".")) * 2 > len(points)


def _tidy(text: str, *, ends: bool) -> str:
    """Return the words with a final period, or without, like the others of the entry."""
    if ends:
        return f"{text}." if text[-1:].isalnum() or text.endswith((")", "%")) else text
    if _PLAIN_END.search(text) and not _INNER_END.search(text):
        return text[:-1]
    return text


def _skills(cv: Cv, job: Job, fit: Fit) -> Part:
    """Put the groups with most of the ad's terms first, and these first in each; all terms stay."""
    asked = {wanted(ask.term, job.language).key for ask in fit.asked if ask.places}

    def is_asked(term: str) -> bool:
        return wanted(term, cv.language).key in asked

    groups = [
        Group(entry=entry.id, terms=tuple(sorted(entry.terms, key=lambda term: not is_asked(term))))
        for entry in cv.entries(Kind.SKILLS)
        if entry.terms
    ]
    groups.sort(key=lambda group: -sum(map(is_asked, group.terms)))
    return Part(unit="skills", groups=tuple(groups))
