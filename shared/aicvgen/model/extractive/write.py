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

_USUAL_BULLETS = {Kind.WORK: 5, Kind.PROJECTS: 3, Kind.VOLUNTEER: 3}
"""More are shown only where the page has room."""
_FEW_BULLETS = 2
"""Up to this many bullets, an entry's running text is shown beside them."""
_PLAIN_END = re.compile(r"[a-zäöüß]{4}\.$")
_INNER_END = re.compile(r"[.!?]\s")


def write_section(cv: Cv, job: Job, fit: Fit, unit: str) -> Part:
    """Write a role, project, volunteering or the skills.

    All points of an entry are bullets; those beyond the usual number are marked as extra.
    """
    if unit == "skills":
        return _skills(cv, job, fit)
    entry = cv.entry(unit)
    bullets = _Bullets(cv, job, fit)
    ranked = {one.fact: one for one in fit.ranking}
    most = _USUAL_BULLETS[entry.kind]
    points = points_of(entry.items, ranked, most)
    shown, usual = choose(points, len(points)), choose(points, most)
    prose = entry.prose if len(shown) <= _FEW_BULLETS else ()
    written = [bullets.write(point, ends=_mostly_ends(shown)) for point in shown]
    return Part(
        unit=unit,
        sentences=tuple(Sentence(text=fact.text.strip(), cites=(fact.id,)) for fact in prose)
        + tuple(one.sentence for one in written),
        extra=tuple(
            one.sentence for point, one in zip(shown, written, strict=True) if point not in usual
        ),
        left_out=(
            *_left_out(entry, prose),
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
        self._one_language = cv.language == job.language
        """Otherwise the ad's spellings are those of another language."""

    def write(self, point: Point, *, ends: bool) -> _Written:
        """Write a point, with a final period or without."""
        asked = frozenset(self._spelling)
        short = shortened(point.text, asked, self._language)
        spelling = self._spelling if self._one_language else {}
        text = in_the_ads_words(short.text, spelling, self._language)
        cuts = tuple(f"Shortened, left out here: “{cut}”." for cut in short.cut)
        return _Written(Sentence(text=_tidy(text, ends=ends), cites=point.cites), cuts)


def _left_out(entry: Entry, prose: tuple[Fact, ...]) -> Iterator[LeftOut]:
    for fact in entry.prose:
        if fact not in prose:
            yield LeftOut(fact=fact.id, reason="Running text: the points say what was done.")


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
