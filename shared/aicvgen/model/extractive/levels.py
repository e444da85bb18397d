"""Levels without which a skill alone would claim more than its owner does."""

import re

from aicvgen.domain.cv import Cv, Entry, Kind

_LOW = re.compile(
    r"(?<!\w)(?:basics?|beginners?|novice|familiar|grundkenntnisse|grundlagen|anfänger(?:in)?|notions"
    r"|débutante?|básic[oa]|base|basis(?:kennis)?)(?!\w)",
    re.IGNORECASE,
)


def is_low(text: str) -> bool:
    """Say whether a skill, a heading of skills or a level says that they are not mastered."""
    return bool(_LOW.search(text))


def mastered(cv: Cv) -> Cv:
    """Return the CV without the skills of a low level: nobody is presented by these."""
    sections = (
        section.model_copy(update={"entries": tuple(map(_mastered, section.entries))})
        if section.kind in {Kind.SKILLS, Kind.QUALIFICATIONS}
        else section
        for section in cv.sections
    )
    return cv.model_copy(update={"sections": tuple(sections)})


def _mastered(entry: Entry) -> Entry:
    low = is_low(entry.title) or is_low(entry.grade)
    terms = () if low else tuple(term for term in entry.terms if not is_low(term))
    return entry.model_copy(update={"terms": terms})
