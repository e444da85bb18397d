"""What a heading says of what stands under it, and the place of a name among several authors."""

import re
from collections.abc import Iterator

from aicvgen.domain.audit.authors import authors
from aicvgen.domain.audit.standing import is_undone
from aicvgen.domain.cv import Entry, Kind

_CALLED = frozenset({Kind.CERTIFICATES, Kind.PUBLICATIONS})
"""Kinds of entries that the heading above them may call what they are."""
_GENERAL = re.compile(r"publi|veröff|[cz]ertifi", re.IGNORECASE)
_INTERESTS = re.compile(r"\binterests?\b|\w*interessen?\b", re.IGNORECASE)
_TRAINING = re.compile(r"\b(?:training|courses)\b", re.IGNORECASE)
_INTERESTED = {"en": "Interested in", "de": "Interessiert an"}
_WITH = re.compile(r"\b(?:with|mit)\b", re.IGNORECASE)


def headed(entry: Entry, heading: str, language: str, name: str) -> Iterator[str]:
    """Yield what a heading makes of an entry: what it is called, an interest, a training.

    `name` is whose CV it is. Of several things under one heading, and of what is only published,
    nobody knows which it is.
    """
    plain = len(heading.split()) == 1 and not _GENERAL.match(heading)
    if entry.kind in _CALLED and entry.title and plain:
        yield f"{heading}: {entry.title} {entry.organisation}"
    if _INTERESTS.search(heading) and language in _INTERESTED:
        told = ", ".join((*entry.terms, *(fact.text for fact in entry.facts())))
        yield f"{_INTERESTED[language]} {told}"
    if entry.kind is Kind.CERTIFICATES and _TRAINING.search(heading) and not is_undone(entry.title):
        yield f"Trained in {entry.title}"
    if entry.kind is Kind.PUBLICATIONS and language == "en":
        yield from _authored(entry, "".join(name.casefold().split()[-1:]))


def _authored(entry: Entry, surname: str) -> Iterator[str]:
    """Yield whether somebody wrote a publication first, or with others."""
    found = authors(entry)
    told = f"{entry.title}, {entry.organisation}"
    several = len(found) > 1 and surname in found
    if several and surname == found[0]:
        yield f"First author, lead author and co-author of the article {told}"
    elif several or (found and _WITH.search(entry.organisation or entry.title)):
        yield f"Co-author of the article {told}"
