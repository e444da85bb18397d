"""Which section stands where: one column as in the CV, or some beside the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from aicvgen.documents.printed import shown
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Section
from aicvgen.domain.look import Template

_BESIDE = frozenset(
    {
        Kind.QUALIFICATIONS,
        Kind.SKILLS,
        Kind.LANGUAGES,
        Kind.CERTIFICATES,
        Kind.INTERESTS,
    }
)
"""Sections of short pieces, which a narrow column holds well."""
_LINE = 28
"""Small letters that certainly fit into a line of the sidebar."""
_CAPITAL = 1.4
"""Widths of a small letter."""
_LINES = 50
"""Lines that certainly fit beside each other on the first page: the sidebar never goes on over
the page, so that whoever reads it column by column reads it in one piece."""
_HEADING_LINES = 3
_MOST_LINES = 22
"""Of one section: what is longer is text, and text reads badly in a narrow column."""
_LEAST_MAIN = 60
"""Lines, counted as for the sidebar: beside less text nothing tells that there are two columns."""
_MOST_ABOVE = 400
"""Letters of name, headline and contact that leave room below for a sidebar; most of the name's
are `_MOST_NAME`."""
_MOST_NAME = 70


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The sections in the order of the page: first those beside, then the others."""

    beside: tuple[Section, ...]
    main: tuple[Section, ...]


def arranged(cv: Cv, template: Template) -> Arrangement:
    """Return where a template puts the sections that have entries; none is left out."""
    sections = tuple(_unnamed_first(section) for section in cv.sections if section.entries)
    if template != "modern" or not _leaves_room(cv.contact):
        return Arrangement((), sections)
    beside, room = list[Section](), _LINES
    for section in sections:
        lines = _lines(section)
        fits = lines <= min(room, _MOST_LINES) and not _breaks_a_word(section)
        if section.kind in _BESIDE and fits:
            beside.append(section)
            room -= lines
    main = tuple(section for section in sections if section not in beside)
    if sum(map(_lines, main)) < max(_LEAST_MAIN, sum(map(_lines, beside))):
        return Arrangement((), sections)
    return Arrangement(tuple(beside), main)


def _unnamed_first(section: Section) -> Section:
    """Return skills without a group above the groups: below one they would seem to belong to it."""
    if section.kind is not Kind.SKILLS:
        return section
    entries = sorted(section.entries, key=lambda entry: bool(entry.title))
    return section.model_copy(update={"entries": tuple(entries)})


def columns(cv: Cv, template: Template) -> tuple[Cv, ...]:
    """Return what stands in each column, the contact with the widest.

    A program reads each from top to bottom, but may take either first.
    """
    order = arranged(cv, template)
    main = cv.model_copy(update={"sections": order.main})
    if not order.beside:
        return (main,)
    return main, cv.model_copy(update={"contact": Contact(), "sections": order.beside})


def _leaves_room(contact: Contact) -> bool:
    profiles = (each.url or each.username for each in contact.profiles)
    above = (contact.headline, contact.email, contact.phone, contact.url, contact.location)
    letters = len(contact.name) + sum(map(len, (*above, *profiles)))
    return len(contact.name) <= _MOST_NAME and letters <= _MOST_ABOVE


def _breaks_a_word(section: Section) -> bool:
    """Say whether a word, such as a long address, is wider than the sidebar."""
    return any(
        _width(word) > _LINE
        for entry in section.entries
        for text in (
            *(entry.title, entry.area, entry.grade, entry.organisation, shown(entry.url)),
            *entry.terms,
            *(fact.text for fact in entry.facts()),
        )
        for word in text.split()
    )


def _lines(section: Section) -> int:
    entries = section.entries
    if section.kind is Kind.QUALIFICATIONS:  # a line for each
        return _HEADING_LINES + sum(_height(term) for entry in entries for term in entry.terms)
    return _HEADING_LINES + sum(_entry_lines(entry) for entry in entries)


def _entry_lines(entry: Entry) -> int:
    header = f"{entry.title} {entry.area} {entry.grade}".strip()
    period = entry.period.raw if entry.period else ""
    details = f"{period} {entry.organisation} {entry.location} {shown(entry.url)}"
    texts = (details.strip(), *(fact.text for fact in entry.facts()))
    listed = (header, *entry.terms) if header else entry.terms
    return _listed_height(listed) + sum(map(_height, texts))


def _listed_height(pieces: Iterable[str]) -> int:
    """Return how many lines pieces with commas between may take: none is broken that fits one."""
    lines, room = 0, 0.0
    for width in map(_width, pieces):
        if width > room:
            lines += max(1, ceil(width / _LINE))
            room = _LINE
        room = max(0.0, room - width % _LINE - len(", "))
    return lines


def _height(text: str) -> int:
    """Return how many lines a text may take."""
    return ceil(_width(text) / _LINE)


def _width(text: str) -> float:
    """Return how wide a text is, in small letters."""
    capitals = sum(not (char.islower() or char.isspace()) for char in text)
    return len(text) + (_CAPITAL - 1) * capitals
