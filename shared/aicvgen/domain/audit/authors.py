"""The order of a publication's authors, which tells who did most of it."""

import re
from collections.abc import Sequence

from aicvgen.domain.alignment import words
from aicvgen.domain.cv import Entry

_NAME = r"[^\W\d_][\w'’-]+"
_INITIALS = r"(?:[A-ZÄÖÜ]\.[ -]?)+"
_AUTHOR = re.compile(
    rf"(?P<last>(?:(?:van|von|de|der|den|di|el|la) )*{_NAME})"
    rf"(?:,? {_INITIALS}| [A-ZÄÖÜ]{{1,3}}(?=[,.]))"
    rf"|{_INITIALS}\s*(?P<first>(?:(?:van|von|de|der|den|di|el|la) )*{_NAME})"
)
"""A surname and initials, in whichever order."""
_LISTED = re.compile(
    rf"^\W*(?:{_NAME}(?:\s*/\s*|, (?=[^:.]*:)| & | und | and (?=[^:.]*:)))*{_NAME}:"
)
"""Surnames before the title: Dornfeld/Vossbeck: ..."""
_PARTING = re.compile(r"\s*/\s*|,\s+|\s+(?:&|und|and)\s+")


def authors(entry: Entry) -> tuple[str, ...]:
    """Return the surnames of the authors, in their order."""
    text = f"{entry.title} {entry.organisation}"
    listed = _LISTED.match(text)
    names = (
        _PARTING.split(listed[0].rstrip(":"))
        if listed
        else [found["last"] or found["first"] for found in _AUTHOR.finditer(text)]
    )
    return tuple(" ".join(sorted(words(name))) for name in names)


def is_other_order(entry: Entry, sources: Sequence[Entry]) -> bool:
    """Say whether somebody else is first, or two authors have changed places."""
    said = authors(entry)
    orders = [order for source in sources if (order := authors(source))]
    return bool(said and orders) and not any(_is_order(said, order) for order in orders)


def _is_order(said: Sequence[str], known: Sequence[str]) -> bool:
    same = [name for name in said if name in known]
    return said[0] not in known[1:] and same == [name for name in known if name in same]
