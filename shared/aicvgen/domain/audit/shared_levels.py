"""One level told of several languages at once: English and Irish (both native)."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.cv import Cv, Entry, Kind

_SHARED = re.compile(
    r"(?:both|beides?|jeweils|each|all|alle)\s+(?P<before>.+)"
    r"|(?P<behind>.+?)\s+(?:of|in)\s+(?:both|all)",
    re.IGNORECASE,
)
_TWO = re.compile(r"\b(?:both|beides?)\b", re.IGNORECASE)


def with_own_levels(cv: Cv) -> Cv:
    """Return a CV in which each language has the level that its line tells of all of them."""
    sections = tuple(
        section.model_copy(update={"entries": tuple(_levelled(section.entries))})
        if section.kind is Kind.LANGUAGES
        else section
        for section in cv.sections
    )
    return cv.model_copy(update={"sections": sections})


def _levelled(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield entries with the level of the next one that shares its own with those before."""
    for place, entry in enumerate(entries):
        steps = (step for step, one in enumerate(entries[place:]) if one.grade)
        step = next(steps, 0)
        told = entries[place + step].grade
        found = _SHARED.fullmatch(told)
        if found is None or (step > 1 and _TWO.search(told)):
            yield entry
        else:
            yield entry.model_copy(update={"grade": found["before"] or found["behind"]})
