"""The employer of a role whose header names none by itself: between commas, or of one above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aicvgen.domain.cv import Entry
from aicvgen.model.extractive.cv import lexicon, places
from aicvgen.model.extractive.cv.entries import breaks
from aicvgen.model.extractive.cv.entries.cells import Named
from aicvgen.model.extractive.cv.rows import Row

SELF = re.compile(
    r"freiberuf|selbst(?:st)?ändig|self-?employed|freelance|autoentrepreneur|indépendant|autónom|"
    r"libera professione|libero professionista|trabalhador independente|zzp",
    re.IGNORECASE,
)
"""Who works like this has no employer but clients."""
_POSITION = 2
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Role:
    """Who somebody was, and where."""

    title: Named | None
    organisation: Named | None
    place: Named | None = None
    rest: tuple[Named, ...] = ()
    inherited: bool = False
    """The employer stands only above an earlier role."""


def names_other(text: str) -> bool:
    """Say whether what stands behind a comma is neither of the position nor a place."""
    return text[:1].isupper() and not (lexicon.title_score(text) or places.place_score(text))


def _with_own(role: Role) -> Role:
    """Return the role with the employer that stands between commas: 'Cook, Moss, Leeds'."""
    if role.title is None or role.organisation is not None:
        return role
    title, *others = [each.strip() for each in role.title.text.split(",")]
    place = role.place.text if role.place else others.pop() if others else ""
    if len(others) != 1 or not places.place_score(place) or lexicon.title_score(title) < _POSITION:
        return role
    if not names_other(others[0]) or lexicon.is_team(others[0]):
        return role
    lines = role.title.lines
    where = role.place or Named(place, lines)
    return Role(Named(title, lines), Named(others[0], lines), where, role.rest)


def inherited(role: Role, before: Entry, header: Sequence[Row]) -> Role:
    """Repeat the employer of the role above, and its town, where this one names none.

    Only one that stood in front of that role, as above several, or of one that is alike by name.
    """
    if not (before.organisation and _stands_apart(before) and _leads(before, header)):
        role = _with_own(role)
    if role.title is None or role.organisation is not None or not before.organisation:
        return role
    if _stands_alone(role.title.text):
        return role
    if not (_leads(before, header) or _share_word(role.title.text, before.title)):
        return role
    lines = before.evidence["organisation"].lines
    place = role.place
    if place is None and not role.rest and before.location:
        place = Named(before.location, before.evidence["location"].lines)
    return Role(role.title, Named(before.organisation, lines), place, role.rest, inherited=True)


def _stands_apart(entry: Entry) -> bool:
    """Say whether the employer of an entry stands in a row of its own."""
    lines = [entry.evidence[field].lines for field in ("title", "organisation") if entry.title]
    return len(lines) > 1 and set(lines[0]).isdisjoint(lines[1])


def _leads(entry: Entry, header: Sequence[Row]) -> bool:
    """Say whether the employer of an entry stands in front of its position."""
    if "title" not in entry.evidence:
        return True
    text = " ".join(row.text for row in header)
    return text.find(entry.organisation) < text.find(entry.title)


def _share_word(title: str, other: str) -> bool:
    """Say whether two positions have a word in common: 'Clerk' and 'Senior Clerk'."""
    words = [set(_WORD.findall(each.casefold())) for each in (title, other)]
    return bool(words[0] & words[1])


def _stands_alone(text: str) -> bool:
    """Say whether a time was not spent with any employer."""
    return breaks.mentions(text) or bool(SELF.search(text))
