"""Grades of degrees and levels of languages: whether another wording says no more."""

import re
from collections.abc import Sequence

from aicvgen.domain.alignment import words
from aicvgen.domain.audit.levels import LOW, is_low, uninflected
from aicvgen.domain.audit.texts import all_words
from aicvgen.domain.audit.titles import JOINING
from aicvgen.domain.claims.evidence import header
from aicvgen.domain.cv import Entry

_SAME = (
    LOW.pattern,
    r"native|mother[ -]tongue|first language|mutterspra\w*|bilingual",
    r"fluent|fließend|fliessend|verhandlungssicher|proficient|c2",
    r"\b2[:.]1\b|upper second(?:[ -]class)?|second[ -]class honou?rs,? \(?upper division\)?",
    r"\b2[:.]2\b|lower second(?:[ -]class)?|second[ -]class honou?rs,? \(?lower division\)?",
    r"\b1st(?:[ -]class)?|\bfirst[ -]class|\bfirst$",
    r"\bhons\b|\bhonou?rs\b",
)
"""Words for one and the same grade or level."""
_SAYS = (
    (r"\ba[12]\b", r"basics?|elementary|beginner\w*|grundkenntnisse|grundlagen|einfach\w*"),
    (r"\bb1\b", r"basics?|intermediate|working knowledge|conversational|grundkenntnisse|mittel\w*"),
    (r"\bb2\b", r"intermediate|upper[ -]intermediate|good|working knowledge|gut(?:e|es)?"),
    (
        r"\bc[12]\b",
        r"advanced|fluent|(?:very )?good|upper[ -]intermediate|fließend\w*|(?:sehr )?gut(?:e|es)?",
    ),
)
"""Levels of the European framework for languages, each with the words that say no more."""
_ABOUT = JOINING | {
    "about", "auf", "cefr", "gers", "grade", "ist", "is", "knowledge", "kenntnisse", "language",
    "level", "my", "niveau", "note", "nur", "on", "only", "speaker", "spoken", "sprache", "stufe",
}  # fmt: skip
"""Words that stand beside a grade or level and are none."""


def has_grade(grade: str, sources: Sequence[Entry]) -> bool:
    """Say whether one of the headers has a grade or level, or one from which it follows."""
    known = frozenset(word for source in sources for word in all_words(source))
    known |= frozenset(word for source in sources for word in words(uninflected(source.grade)))
    grade = uninflected(grade)
    said = words(grade) - _ABOUT
    if said <= known:
        return True
    numbers = {word for word in said if any(map(str.isdigit, word))}
    if numbers and numbers == said & known:
        return True
    return words(without_grade(grade, sources)) - _ABOUT <= known


def is_unlimited(entry: Entry, sources: Sequence[Entry]) -> bool:
    """Say whether a language of which somebody knows the basics is told without a level."""
    said = f"{entry.title} {entry.grade} {entry.organisation}"
    low = all(_is_beginner(f"{source.title} {source.grade}") for source in sources)
    return not entry.grade and low and not is_low(said)


def _is_beginner(text: str) -> bool:
    return is_low(text) or re.search(_SAYS[0][0], text, re.IGNORECASE) is not None


def without_grade(grade: str, sources: Sequence[Entry]) -> str:
    """Return what is left of a text without the grades and levels that a header bears out."""
    text = " ".join(text for source in sources for text in header(source))
    pairs = ((level, level) for level in _SAME)
    for known, said in (*pairs, *_SAYS):
        if re.search(known, text, re.IGNORECASE):
            grade = re.sub(rf"(?<!\w)(?:{said})(?!\w)", "", grade, flags=re.IGNORECASE)
    return grade
