"""What a template sets: the fields of a CV as the lines of a page, still free of any layout."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated

from pydantic import AfterValidator

from aicvgen.documents import labels
from aicvgen.documents.arrangement import arranged
from aicvgen.documents.capitals import printed_heading
from aicvgen.documents.dates import printed_period
from aicvgen.documents.printed import mail_target, printable, shown, web_target
from aicvgen.domain.cv import Contact, Cv, Entry, Fact, Kind, Profile, Section
from aicvgen.domain.look import Template
from aicvgen.domain.value import Value

_INLINE_KINDS = frozenset({Kind.SKILLS, Kind.LANGUAGES, Kind.INTERESTS})
_NUMBER = re.compile(r"\d[.,]\d{1,2}(?: ?/ ?\d(?:[.,]\d{1,2})?)?")
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
    terms: tuple[Printed, ...] = ()
    """Shown on one line, with commas between."""
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
    photo: Printed
    """What a photo shows, for those who do not see it."""
    name: Printed
    headline: Printed
    contact: tuple[tuple[Span, ...], ...]
    """Lines: how to reach the person, then their addresses on the web."""
    beside: tuple[PageSection, ...]
    """What stands in the sidebar, which is read first."""
    sections: tuple[PageSection, ...]


def page(cv: Cv, template: Template = "classic", named: labels.Document = "cv") -> Page:
    """Lay the fields of a CV out as lines; nothing of `cv.sections` is left out.

    The sections keep their order, but for those that the template puts beside the others.
    """
    language = labels.primary(cv.language)
    document = labels.document(language, named)
    order = arranged(cv, template)
    return Page(
        language=language,
        title=", ".join(filter(None, (cv.contact.name, document))),
        photo=", ".join(filter(None, (labels.photo(language), cv.contact.name))),
        name=cv.contact.name or document,
        headline=cv.contact.headline,
        contact=_contact(cv.contact),
        beside=_sections(order.beside, cv, language),
        sections=_sections(order.main, cv, language),
    )


def _sections(sections: tuple[Section, ...], cv: Cv, language: str) -> tuple[PageSection, ...]:
    kinds = [section.kind for section in cv.sections]
    return tuple(
        PageSection(
            heading=_heading(section, language, alone=kinds.count(section.kind) == 1),
            blocks=_blocks(section, language),
        )
        for section in sections
    )


def _blocks(section: Section, language: str) -> tuple[Block, ...]:
    if section.kind is Kind.INTERESTS and all(_is_name(entry) for entry in section.entries):
        return (Block(terms=tuple(entry.title for entry in section.entries)),)
    return tuple(_block(section.kind, entry, language) for entry in section.entries)


def _is_name(entry: Entry) -> bool:
    return _fits_a_line(entry) and not (entry.area or entry.location or entry.grade or entry.terms)


def _heading(section: Section, language: str, *, alone: bool) -> str:
    """Return our label, or the source's heading where that tells more."""
    label = labels.heading(section.kind, language)
    usual = not section.heading or (alone and labels.is_heading(section.kind, section.heading))
    return label if label and usual else printed_heading(section.heading, language)


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
        Span(text=_grade(kind, entry.grade, language)),
        _link(entry.url),
    ]
    points = entry.terms if kind is Kind.QUALIFICATIONS else ()
    short = all(len(point) <= _INLINE_POINT for point in points)
    return Block(
        title=title or entry.organisation,
        date=printed_period(entry.period, language),
        details=tuple(span for span in details if span.text),
        paragraphs=_texts(_paragraphs(kind, entry.prose)),
        bullets=_texts((*(fact.text for fact in entry.items), *(() if short else points))),
        label=labels.technologies(language) if entry.terms and kind is Kind.PROJECTS else "",
        terms=() if points else entry.terms,
        points=points if short else (),
    )


def _grade(kind: Kind, grade: str, language: str) -> str:
    """Return a grade; a bare number of a degree says what it is."""
    bare = kind is Kind.EDUCATION and _NUMBER.fullmatch(grade)
    return f"{labels.grade(language)} {grade}" if bare else grade


def _fits_a_line(entry: Entry) -> bool:
    return not (entry.organisation or entry.period or entry.url or entry.prose or entry.items)


def _inline(entry: Entry) -> Block:
    """Return a group of terms or a language with its level: one line after a bold label."""
    levelled = bool(entry.title and entry.grade and entry.terms)
    label = f"{entry.title} ({entry.grade})" if levelled else entry.title
    words = (entry.area, entry.location, "" if levelled else entry.grade, *entry.terms)
    return Block(label=label, terms=tuple(filter(None, words)))


def _paragraphs(kind: Kind, prose: tuple[Fact, ...]) -> Iterator[str]:
    """Yield running text: the sentences of a summary, or of one paragraph of the source, joined."""
    for _, facts in groupby(prose, lambda fact: kind is Kind.SUMMARY or fact.id.partition("~")[0]):
        yield " ".join(fact.text for fact in facts)


def _texts(texts: Iterable[str]) -> tuple[Text, ...]:
    return tuple(Text(text=text, whole=len(text) <= _UNBROKEN) for text in texts)
