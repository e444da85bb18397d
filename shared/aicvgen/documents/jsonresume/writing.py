"""A CV as JSON Resume."""

import re
from typing import Any

from aicvgen.documents.jsonresume.fields import META, SHAPES, Shape
from aicvgen.domain.cv import Contact, Cv, Entry, Fact, Kind, Period, Section

_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.2.1/schema.json"
_EMAIL = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$", re.ASCII)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def write(cv: Cv) -> dict[str, Any]:
    """Return the CV as a JSON Resume 1.2.1 object; `read` makes the same CV of it."""
    resume: dict[str, Any] = {"$schema": _SCHEMA, "basics": _basics(cv)}
    for section in cv.sections:
        shape = SHAPES.get(section.kind)
        if shape is not None:
            written = [_entry(entry, shape) for entry in section.entries]
            resume.setdefault(shape.key, []).extend(written)
    resume["meta"] = {"version": "v1.2.1", META: _meta(cv)}
    return resume


def _basics(cv: Cv) -> dict[str, Any]:
    contact = cv.contact
    summary = "\n".join(fact.text for entry in cv.entries(Kind.SUMMARY) for fact in entry.prose)
    basics: dict[str, Any] = {
        "name": contact.name,
        "label": contact.headline,
        "email": contact.email if _EMAIL.match(contact.email) else "",
        "phone": contact.phone,
        "url": absolute(contact.url),
        "summary": summary,
    }
    basics = {key: value for key, value in basics.items() if value}
    if contact.location:
        basics["location"] = {"address": contact.location}
    if contact.profiles:
        basics["profiles"] = [
            {
                key: value
                for key, value in (
                    ("network", profile.network),
                    ("username", profile.username),
                    ("url", absolute(profile.url)),
                )
                if value
            }
            for profile in contact.profiles
        ]
    return basics


def absolute(url: str) -> str:
    """Return an address with a scheme, as the schema wants it."""
    if not url or _SCHEME.match(url):
        return url
    return f"https://{url}"


def _entry(entry: Entry, shape: Shape) -> dict[str, Any]:
    written: dict[str, Any] = {
        key: getattr(entry, field) for field, key in shape.texts.items() if getattr(entry, field)
    }
    if "url" in written:
        written["url"] = absolute(entry.url)
    if shape.items and entry.items:
        written[shape.items] = [fact.text for fact in entry.items]
    if shape.joined_items and entry.items:
        written[shape.joined_items] = "\n".join(fact.text for fact in entry.items)
    if shape.prose and entry.prose:
        written[shape.prose] = "\n".join(fact.text for fact in entry.prose)
    if shape.terms and entry.terms:
        written[shape.terms] = list(entry.terms)
    if entry.period is not None:
        written.update(_dates(entry.period, shape))
    return written


def _dates(period: Period, shape: Shape) -> dict[str, str]:
    if shape.date:
        only = period.start or period.end
        return {shape.date: only} if only else {}
    if not shape.span:
        return {}
    dates = {"startDate": period.start, "endDate": period.end}
    return {key: value for key, value in dates.items() if value}


def _meta(cv: Cv) -> dict[str, Any]:
    """Return what the schema cannot hold."""
    return {
        "language": cv.language,
        "contact": _contact_rest(cv.contact),
        "sections": [_section_rest(section) for section in cv.sections],
        "doubts": [doubt.model_dump() for doubt in cv.doubts],
        "left_over": [fact.model_dump(mode="json") for fact in cv.left_over],
        "dropped": [dropped.model_dump() for dropped in cv.dropped],
    }


def _contact_rest(contact: Contact) -> dict[str, Any]:
    rest: dict[str, Any] = {
        "evidence": {key: value.model_dump(mode="json") for key, value in contact.evidence.items()}
    }
    if contact.email and not _EMAIL.match(contact.email):
        rest["email"] = contact.email
    if absolute(contact.url) != contact.url:
        rest["url"] = contact.url
    if any(absolute(profile.url) != profile.url for profile in contact.profiles):
        rest["profiles"] = [profile.url for profile in contact.profiles]
    return rest


def _section_rest(section: Section) -> dict[str, Any]:
    return {
        "kind": section.kind.value,
        "heading": section.heading,
        "lines": list(section.lines),
        "entries": [_entry_rest(entry, section.kind) for entry in section.entries],
    }


def _entry_rest(entry: Entry, kind: Kind) -> dict[str, Any]:
    shape = SHAPES.get(kind, Shape("", {}))
    held = {"id", "period", "prose", "items", *shape.texts} | ({"terms"} if shape.terms else set())
    rest: dict[str, Any] = {"id": entry.id, **entry.model_dump(mode="json", exclude=held)}
    rest = {key: value for key, value in rest.items() if value}
    if "url" in shape.texts and absolute(entry.url) != entry.url:
        rest["url"] = entry.url
    if entry.period is not None:
        rest["period"] = entry.period.model_dump(mode="json")
    prose_held = bool(shape.prose) or kind is Kind.SUMMARY
    items_held = bool(shape.items or shape.joined_items)
    rest["prose"] = [_fact_rest(fact, held=prose_held) for fact in entry.prose]
    rest["items"] = [_fact_rest(fact, held=items_held) for fact in entry.items]
    return rest


def _fact_rest(fact: Fact, *, held: bool) -> dict[str, Any]:
    return fact.model_dump(mode="json", exclude={"text"} if held else None)
