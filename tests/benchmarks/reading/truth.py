"""What is true of a document: hand-typed truth files of three spellings, turned into one shape.

A document `cv.pdf` has its truth beside it: `cv.truth.json` (JSON Resume, or the corpus's own
flat shape) or, for the DOCX files, `expected-canonical.yaml`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_DOCUMENTS = (".pdf", ".docx", ".html", ".md", ".txt")


@dataclass(frozen=True, slots=True)
class Role:
    """A role as the page shows it; `dates` is the printed text, else start and end are ISO 8601."""

    title: str = ""
    company: str = ""
    location: str = ""
    dates: str = ""
    start: str = ""
    end: str = ""
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree as the page shows it, degree and field in one string."""

    degree: str = ""
    institution: str = ""


@dataclass(frozen=True, slots=True)
class Truth:
    """What a person read on the page; empty where the truth file is silent."""

    path: Path
    contact: Mapping[str, str] = field(default_factory=dict)
    """`name`, `email`, `phone`, `location`."""
    roles: tuple[Role, ...] = ()
    degrees: tuple[Degree, ...] = ()
    skills: tuple[str, ...] = ()
    group: str = ""
    """The folder whose figures it counts into, relative to the corpus."""


def truths(corpus: Path) -> Iterator[Truth]:
    """Yield the truth of each document that has one, in the order of their paths."""
    for path in sorted(corpus.rglob("*.truth.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        stem = path.name.removesuffix(".truth.json")
        for document in (path.with_name(stem + suffix) for suffix in _DOCUMENTS):
            if document.exists():
                group = str(document.parent.relative_to(corpus))
                yield (
                    _resume(document, raw, group)
                    if "basics" in raw
                    else _flat(document, raw, group)
                )
    for path in sorted(corpus.rglob("expected-canonical.yaml")):
        group = str(path.parent.parent.relative_to(corpus))
        yield _canonical(
            path.with_name("input.docx"), yaml.safe_load(path.read_text("utf-8")), group
        )


def _flat(path: Path, raw: Mapping[str, Any], group: str) -> Truth:
    contact = dict(raw["contact"])
    contact["name"] = contact.pop("full_name", "")
    roles = tuple(Role(**{k: v for k, v in each.items() if v}) for each in raw["experience"])
    degrees = tuple(Degree(**each) for each in raw["education"])
    return Truth(path, contact, roles, degrees, tuple(raw["skills"]), group)


def _resume(path: Path, raw: Mapping[str, Any], group: str) -> Truth:
    basics = raw["basics"]
    place = basics.get("location") or {}
    parts = (place.get("address"), place.get("city"), place.get("region"), place.get("countryCode"))
    contact = {key: basics.get(key) or "" for key in ("name", "email", "phone")}
    contact["location"] = basics.get("location_text") or ", ".join(filter(None, parts))
    roles = tuple(
        Role(
            title=each.get("position") or "",
            company=each.get("name") or "",
            location=each.get("location") or "",
            dates=each.get("dates") or "",
            start=each.get("startDate") or "",
            end=each.get("endDate") or "",
            bullets=tuple(each.get("highlights") or ()),
        )
        for each in raw.get("work") or ()
    )
    degrees = tuple(
        Degree(
            each.get("degree_text")
            or " ".join(filter(None, (each.get("studyType"), each.get("area")))),
            each.get("institution") or "",
        )
        for each in raw.get("education") or ()
    )
    skills = tuple(
        term
        for group in raw.get("skills") or ()
        for term in group.get("keywords") or filter(None, (group.get("name"),))
    )
    return Truth(path, contact, roles, degrees, skills, group)


def _canonical(path: Path, raw: Mapping[str, Any], group: str) -> Truth:
    roles = tuple(
        Role(
            title=each["role"],
            company=each["company"],
            location=each.get("location") or "",
            dates=each["dates"],
            bullets=(
                *each["bullets"],
                *(bullet for one in each.get("projects") or () for bullet in one["bullets"]),
            ),
        )
        for each in raw["employers"]
    )
    skills = tuple(
        term.strip() for one in raw["skills"] for term in one["items"].split(",") if term.strip()
    )
    email = re.search(r"[\w.]+@[\w.]+", raw["contact_line"])
    contact = {"name": raw["name"], "email": email[0] if email else ""}
    return Truth(path, contact, roles, (), skills, group)
