"""The finished page read back: what of the CV is not where it should be.

Nothing here looks at the layout: the expectations come from the CV alone, so that a field that the
layout forgets is found missing.
"""

from collections.abc import Iterator

from aicvgen.documents import labels
from aicvgen.documents.capitals import printed_heading
from aicvgen.documents.dates import printed_period
from aicvgen.documents.letters import Letters
from aicvgen.documents.printed import printable, shown
from aicvgen.domain.cv import Contact, Cv, Entry, Kind
from aicvgen.domain.source import Source

_Expected = Iterator[tuple[str, str]]
"""Places, such as `work-1.title` or the fact id `work-1/3`, and the text expected there."""


def differences(cv: Cv, source: Source) -> tuple[str, ...]:
    """Return the places of the CV whose text is not in the source, whole and in reading order.

    A line may be wrapped anywhere; apart from that every space counts. No text is quoted.
    """
    letters = Letters.of(source)
    missing: list[str] = []
    position = 0
    for place, text in _expected(cv):
        found = letters.find(printable(text), position)
        if found is None:
            missing.append(place)
        else:
            position = found
    return tuple(missing)


def _expected(cv: Cv) -> _Expected:
    language = labels.primary(cv.language)
    yield from _contact(cv.contact)
    for section in cv.sections:
        if section.kind is Kind.CUSTOM and section.entries:
            heading = printed_heading(section.heading, language)
            yield f"{section.entries[0].id}.heading", heading
        for entry in section.entries:
            yield from _header(entry, language)
            for fact in entry.facts():
                yield fact.id, fact.text
            for number, term in enumerate(entry.terms, start=1):
                yield f"{entry.id}.terms.{number}", term


def _contact(contact: Contact) -> _Expected:
    for field in ("name", "headline", "location", "phone", "email"):
        yield f"contact.{field}", getattr(contact, field)
    yield "contact.url", shown(contact.url)
    for number, profile in enumerate(contact.profiles, start=1):
        yield f"contact.profiles.{number}", shown(profile.url) or profile.username


def _header(entry: Entry, language: str) -> _Expected:
    yield f"{entry.id}.title", entry.title
    yield f"{entry.id}.area", entry.area
    leads = not (entry.title or entry.area)
    if leads:
        yield f"{entry.id}.organisation", entry.organisation
    yield f"{entry.id}.period", printed_period(entry.period, language)
    if not leads:
        yield f"{entry.id}.organisation", entry.organisation
    yield f"{entry.id}.location", entry.location
    yield f"{entry.id}.grade", entry.grade
    yield f"{entry.id}.url", shown(entry.url)
