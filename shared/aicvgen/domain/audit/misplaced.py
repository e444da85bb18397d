"""What a reader put elsewhere: a degree under another one, a skill among the languages."""

import re
from collections.abc import Iterable

from aicvgen.domain.alignment import words
from aicvgen.domain.audit.levels import is_level
from aicvgen.domain.audit.spellings import as_spelled
from aicvgen.domain.audit.standing import is_undone
from aicvgen.domain.audit.texts import fields, is_same, labelled, squeezed
from aicvgen.domain.audit.titles import JOINING
from aicvgen.domain.audit.whole import Whole
from aicvgen.domain.cv import Entry, Kind

_LISTED = re.compile(r"[,;|·•]\s+")
_EARNED = frozenset({Kind.EDUCATION, Kind.CERTIFICATES})


def is_line_under(entry: Entry, sources: Iterable[Entry], whole: Whole) -> bool:
    """Say whether a header says no more than one line under an entry of the original."""
    if entry.kind not in _EARNED or any(entry.facts()):
        return False
    earned = (source for source in sources if source.kind in _EARNED)
    header = " ".join(fields(entry))
    return any(_says(header, fact.text, whole) for source in earned for fact in source.facts())


def is_header_above(text: str, entry: Entry, whole: Whole) -> bool:
    """Say whether a line under an entry says no more than the header of another."""
    if entry.kind not in _EARNED:
        return False
    return any(
        _says(text, " ".join(fields(one)), whole)
        for one in whole.entries
        if one.kind in _EARNED and not any(one.facts())
    )


def is_listed_skill(entry: Entry, whole: Whole) -> bool:
    """Say whether a language that is its name alone is a skill: of lists under one heading.

    A reader takes the heading of the languages for that of the next list too.
    """
    if entry.kind is not Kind.LANGUAGES or entry.organisation or entry.grade or any(entry.facts()):
        return False
    label, skill = entry.title.partition(": ")[0], labelled(entry.title)
    name = skill if skill and not is_level(label) else entry.title
    lists = (fact.text for one in whole.entries for fact in one.facts())
    known = (squeezed(part) for line in lists for part in _LISTED.split(line))
    return whole.is_term(name) or squeezed(name) in known


def without_skills(grade: str, whole: Whole) -> str:
    """Return the level of a language without the skills that stood behind it on its line."""
    return ", ".join(
        part
        for part in _LISTED.split(grade)
        if not (whole.is_term(part) or any(is_same(part, one.title) for one in whole.entries))
    )


def _says(text: str, line: str, whole: Whole) -> bool:
    wanted = words(as_spelled(text, line, whole.cv.language)) - JOINING
    return bool(wanted) and wanted <= words(line) and is_undone(text) == is_undone(line)
