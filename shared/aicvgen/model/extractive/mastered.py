"""Which skills present a person, and how well they say they master them."""

import re
from functools import partial

from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.model.extractive.cv.spoken import is_level
from aicvgen.model.extractive.denied import held_terms
from aicvgen.model.extractive.levels import is_low
from aicvgen.model.extractive.terms import terms_in

_BRACKET = re.compile(r"(.*?\w.*?)\s*\(([^(),/]{1,30})\)")


def beside(term: str, language: str) -> tuple[str, str]:
    """Return a skill and how well it is mastered, empty where no bracket says so."""
    found = _BRACKET.fullmatch(term.strip())
    level = found[2].strip() if found else ""
    if not found or not (level[:1].islower() or is_level(level)) or terms_in(level, language):
        return term, ""
    return found[1].strip(), level


def mastered(cv: Cv) -> Cv:
    """Return the CV without the skills of a low level, or of none: nobody is presented by these."""
    known = partial(_mastered, language=cv.language)
    sections = (
        section.model_copy(update={"entries": tuple(map(known, section.entries))})
        if section.kind in {Kind.SKILLS, Kind.QUALIFICATIONS}
        else section
        for section in cv.sections
    )
    return cv.model_copy(update={"sections": tuple(sections)})


def _mastered(entry: Entry, *, language: str) -> Entry:
    low = is_low(entry.title) or is_low(entry.grade)
    held = (term for term, said in held_terms(entry, language) if term == said)
    terms = () if low else tuple(term for term in held if not is_low(term))
    return entry.model_copy(update={"terms": terms})
