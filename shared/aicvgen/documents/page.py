"""What a template sets: the fields of a CV as the lines of a page, still free of any layout."""

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator

from aicvgen.documents import labels
from aicvgen.documents.printed import mail_target, printable, shown, web_target
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Profile, Section
from aicvgen.domain.value import Value

_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")
_INLINE_KINDS = frozenset({Kind.SKILLS, Kind.LANGUAGES, Kind.INTERESTS})
_INLINE_POINT = 40
"""The longest key point, in characters, that shares its line with others."""
_UNBROKEN = 1200
"""The longest text, in characters, that is kept on one page: more might not fit on any."""


Printed = Annotated[str, AfterValidator(printable)]


class Span(Value):
    """Text that stays on one line, and where a click on it leads."""

    text: Printed
    target: str = ""


class Text(Value):
    """A paragraph or bullet."""

    text: Printed
    whole: bool
    """It must not be broken over two pages."""


class Block(Value):
    """One entry: a bold first line with its date, a line of details, then its texts."""

    title: Printed = ""
    date: Printed = ""
    details: tuple[Span, ...] = ()
    paragraphs: tuple[Text, ...] = ()
    bullets: tuple[Text, ...] = ()
    label: Printed = ""
    """Bold words before the terms."""
    terms: Printed = ""
    points: tuple[Printed, ...] = ()
    """Short key points that share lines."""


class PageSection(Value):
    """One section under its heading."""

    heading: Printed
    blocks: tuple[Block, ...]


class Page(Value):
    """Everything on the page, in reading order."""

    language: str
    title: Printed
    """The title of the file."""
    name: Printed
    headline: Printed
    contact: tuple[tuple[Span, ...], ...]
    """Lines: how to reach the person, then their addresses on the web."""
    sections: tuple[PageSection, ...]


def page(cv: Cv) -> Page:
    """Lay the fields of a CV out as lines; nothing of `cv.sections` is left out or reordered."""
    code = _LANGUAGE.match(cv.language)
    language = code[0] if code else "en"
    document = labels.document(language)
    kinds = [section.kind for section in cv.sections]
    return Page(
        language=language,
        title=", ".join(filter(None, (cv.contact.name, document))),
        name=cv.contact.name or document,
        headline=cv.contact.headline,
        contact=_contact(cv.contact),
        sections=tuple(
            PageSection(
                heading=_heading(section, language, alone=kinds.count(section.kind) == 1),
                blocks=tuple(_block(section.kind, entry, language) for entry in section.entries),
            )
            for section in cv.sections
            if section.entries
        ),
    )


def _heading(section: Section, language: str, *, alone: bool) -> str:
    """Return our label, or the source's heading where it is the only one that tells."""
    label = labels.heading(section.kind, language)
    return label if label and (alone or not section.heading) else section.heading


def _contact(contact: Contact) -> tuple[tuple[Span, ...], ...]:
    reach = (
        Span(text=contact.location),
        Span(text=contact.phone),
        Span(text=contact.email, target=mail_target(contact.email)),
    )
    web = (_link(contact.url), *map(_profile, contact.profiles))
    lines = (tuple(span for span in line if span.text) for line in (reach, web))
    return tuple(line for line in lines if line)


def _profile(profile: Profile) -> Span:
    if profile.url:
        return _link(profile.url)
    return Span(text=": ".join(filter(None, (profile.network, profile.username))))


def _link(url: str) -> Span:
    return Span(text=shown(url), target=web_target(url))


def _block(kind: Kind, entry: Entry, language: str) -> Block:
    if kind in _INLINE_KINDS and _fits_a_line(entry):
        return _inline(entry)
    title = ", ".join(filter(None, (entry.title, entry.area)))
    details = [
        Span(text=entry.organisation if title else ""),
        Span(text=entry.location),
        Span(text=entry.grade),
        _link(entry.url),
    ]
    points = entry.terms if kind is Kind.QUALIFICATIONS else ()
    short = all(len(point) <= _INLINE_POINT for point in points)
    return Block(
        title=title or entry.organisation,
        date=entry.period.raw if entry.period else "",
        details=tuple(span for span in details if span.text),
        paragraphs=_texts(fact.text for fact in entry.prose),
        bullets=_texts((*(fact.text for fact in entry.items), *(() if short else points))),
        label=labels.technologies(language) if entry.terms and kind is Kind.PROJECTS else "",
        terms="" if points else ", ".join(entry.terms),
        points=points if short else (),
    )


def _fits_a_line(entry: Entry) -> bool:
    return not (entry.organisation or entry.period or entry.url or entry.prose or entry.items)


def _inline(entry: Entry) -> Block:
    """Return a group of terms or a language with its level: one line after a bold label."""
    levelled = bool(entry.title and entry.grade and entry.terms)
    label = f"{entry.title} ({entry.grade})" if levelled else entry.title
    words = (entry.area, entry.location, "" if levelled else entry.grade, *entry.terms)
    return Block(label=label, terms=", ".join(filter(None, words)))


def _texts(texts: Iterable[str]) -> tuple[Text, ...]:
    return tuple(Text(text=text, whole=len(text) <= _UNBROKEN) for text in texts)
