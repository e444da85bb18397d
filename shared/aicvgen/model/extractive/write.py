"""Writing one unit from the candidate's own words: choice, order and punctuation, no new word."""

import re

from aicvgen.domain.cv import Cv, Entry, Fact, Kind
from aicvgen.domain.draft import Finding, Group, LeftOut, Part, Sentence
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.model.extractive.evidence import wanted

_MOST_BULLETS = {Kind.WORK: 5, Kind.PROJECTS: 3, Kind.VOLUNTEER: 3}
_FEW_BULLETS = 2
"""Up to this many bullets, an entry's running text is shown beside them."""
_PLAIN_END = re.compile(r"[a-zäöüß]{4}\.$")
_INNER_END = re.compile(r"[.!?]\s")


def write_section(cv: Cv, job: Job, fit: Fit, unit: str, findings: tuple[Finding, ...]) -> Part:
    """Write a role, project, volunteering or the skills.

    A fact whose own words were not accepted before is left out: said again, it would fail again.
    """
    if unit == "skills":
        return _skills(cv, job, fit)
    entry = cv.entry(unit)
    kind = next(section.kind for section in cv.sections if entry in section.entries)
    refused = frozenset(finding.sentence for finding in findings)
    score = {ranked.fact: ranked.score for ranked in fit.ranking}
    facts = [fact for fact in entry.items if _tidy(fact, ends=True) not in refused]
    facts = [fact for fact in facts if _tidy(fact, ends=False) not in refused]
    most = _MOST_BULLETS[kind]
    by_relevance = sorted(facts, key=lambda fact: -score.get(fact.id, 0.0))
    shown = by_relevance[:most]
    prose = entry.prose if len(shown) <= _FEW_BULLETS else ()
    ends = _mostly_ends(shown)
    return Part(
        unit=unit,
        sentences=tuple(Sentence(text=fact.text.strip(), cites=(fact.id,)) for fact in prose)
        + tuple(Sentence(text=_tidy(fact, ends=ends), cites=(fact.id,)) for fact in shown),
        left_out=_left_out(entry, (*prose, *shown), most),
    )


def _left_out(entry: Entry, shown: tuple[Fact, ...], most: int) -> tuple[LeftOut, ...]:
    kept = {fact.id for fact in shown}
    total = len(entry.items)
    dropped = f"Less relevant to this ad than others: {total} points, at most {most} are shown."
    replaced = "Running text: the points say what was done."
    return tuple(
        LeftOut(fact=fact.id, reason=replaced if fact in entry.prose else dropped)
        for fact in entry.facts()
        if fact.id not in kept
    )


def _mostly_ends(facts: list[Fact]) -> bool:
    return sum(1 for fact in facts if fact.text.rstrip().endswith(".")) * 2 > len(facts)


def _tidy(fact: Fact, *, ends: bool) -> str:
    """Return the fact's words with a final period, or without, like the others of its entry."""
    text = fact.text.strip()
    if ends:
        return f"{text}." if text[-1:].isalnum() or text.endswith((")", "%")) else text
    if _PLAIN_END.search(text) and not _INNER_END.search(text):
        return text[:-1]
    return text


def _skills(cv: Cv, job: Job, fit: Fit) -> Part:
    """Put the ad's terms first in each group; all terms stay."""
    asked = {wanted(term, job.language).key for match in fit.matches for term in match.evidenced}
    return Part(
        unit="skills",
        groups=tuple(
            Group(
                entry=entry.id,
                terms=tuple(
                    sorted(entry.terms, key=lambda term: wanted(term, cv.language).key not in asked)
                ),
            )
            for entry in cv.entries(Kind.SKILLS)
            if entry.terms
        ),
    )
