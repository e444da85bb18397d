"""Levels without which a skill alone would claim more than its owner does."""

import re

from aicvgen.domain.cv import Cv, Entry, Kind

_NOW = r"(?:currently|actively|still|now|presently)"
_JETZT = r"(?:gerade|derzeit|aktuell|zurzeit|momentan|noch)"
_LOW = re.compile(
    r"(?<!\w)(?:basics?|beginners?|novice|familiar|grundkenntnisse|grundlagen|anfänger(?:in)?|notions"
    r"|débutante?|básic[oa]|base|basis(?:kennis)?"
    rf"|{_NOW} (?:learning|studying|exploring)|in progress|lerne|(?:in|im) aufbau|in ausbildung"
    rf"|{_JETZT} (?:(?:am|im|beim) lernen|in arbeit)|en cours|aprendiendo|en curso|en progreso"
    r"|in corso|imparando|in apprendimento|aprendendo|em curso|aan het leren)(?!\w)"
    rf"|(?:^|[(:–—]|\s-\s)\W*learning(?: {_NOW})?\W*$",
    re.IGNORECASE,
)
"""'Learning' alone is no skill yet; 'Machine Learning' is one."""


def is_low(text: str) -> bool:
    """Say whether a skill, a heading of skills or a level says that they are not mastered."""
    return bool(_LOW.search(text))


def is_only_low(text: str) -> bool:
    """Say whether a text is such a level and nothing else: 'in progress'."""
    found = _LOW.search(text)
    return found is not None and not re.search(r"\w", text.replace(found[0], ""))


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
