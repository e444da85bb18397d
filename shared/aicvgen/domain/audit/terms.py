"""The terms of an entry that may stand alone elsewhere: skills, also those listed in a line."""

import re
from collections.abc import Iterator

from aicvgen.domain.cv import Entry, Kind

JOINED = re.compile(r"\s+(?:and|und|&|sowie)\s+")
_LEVEL = re.compile(
    r"\b(?:basic|basics|beginner|some|elementary|introductory|intermediate|\w*grundlagen|\w*kenntnisse"
    r"|einfache?n?|erste|geringe)\b",
    re.IGNORECASE,
)
_LISTING = frozenset({Kind.SKILLS, Kind.QUALIFICATIONS, Kind.CUSTOM})
"""Kinds of sections in which a line of several short parts is a list of terms."""
_COMMA = re.compile(r",\s+(?![^()]*\))")
"""A comma that stands in no brackets."""
_FEWEST, _LONGEST = 3, 5
"""Terms of a list at least, and words of a term at most."""


def terms_of(entry: Entry) -> Iterator[str]:
    """Yield each term of an entry, and what it joins or a line lists."""
    for term in entry.terms:
        yield from _parts(term)
    if entry.kind in _LISTING and not entry.title:
        for fact in entry.facts():
            terms = _COMMA.split(fact.text)
            short = all(len(term.split()) <= _LONGEST for term in terms)
            if len(terms) >= _FEWEST and short and ":" not in fact.text:
                yield from terms


def _parts(term: str) -> tuple[str, ...]:
    """Return a term and what it joins, unless one level is told of all: basic Java and SQL."""
    parts = JOINED.split(term)
    told = any(_LEVEL.search(part) for part in parts)
    return (term,) if told or any(part.endswith("-") for part in parts) else (term, *parts)
