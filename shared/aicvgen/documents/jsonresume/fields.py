"""Which field of an entry is which key of JSON Resume; the rest goes under `meta.aicvgen`."""

from collections.abc import Mapping
from dataclasses import dataclass

from aicvgen.domain.cv import Kind

META = "aicvgen"


@dataclass(frozen=True, slots=True)
class Shape:
    """How JSON Resume spells entries of one kind."""

    key: str
    texts: Mapping[str, str]
    """Field of the entry to key, for plain texts."""
    items: str = ""
    """Key of the list of items."""
    joined_items: str = ""
    """Key of the items where the schema wants one string."""
    prose: str = ""
    terms: str = ""
    date: str = ""
    """Key of the only date; without it `startDate` and `endDate` are used, if `span` is set."""
    span: bool = False
    open_end: bool = False
    """No end date means that it goes on."""


_ROLE = {"title": "position", "location": "location", "url": "url"}
SHAPES: Mapping[Kind, Shape] = {
    Kind.WORK: Shape(
        "work",
        {**_ROLE, "organisation": "name"},
        items="highlights",
        prose="summary",
        span=True,
        open_end=True,
    ),
    Kind.VOLUNTEER: Shape(
        "volunteer",
        {"title": "position", "url": "url", "organisation": "organization"},
        items="highlights",
        prose="summary",
        span=True,
        open_end=True,
    ),
    Kind.EDUCATION: Shape(
        "education",
        {
            "title": "studyType",
            "area": "area",
            "organisation": "institution",
            "grade": "score",
            "url": "url",
        },
        items="courses",
        span=True,
    ),
    Kind.AWARDS: Shape(
        "awards",
        {"title": "title", "organisation": "awarder"},
        joined_items="summary",
        date="date",
    ),
    Kind.CERTIFICATES: Shape(
        "certificates", {"title": "name", "organisation": "issuer", "url": "url"}, date="date"
    ),
    Kind.PUBLICATIONS: Shape(
        "publications",
        {"title": "name", "organisation": "publisher", "url": "url"},
        joined_items="summary",
        date="releaseDate",
    ),
    Kind.SKILLS: Shape("skills", {"title": "name", "grade": "level"}, terms="keywords"),
    Kind.LANGUAGES: Shape("languages", {"title": "language", "grade": "fluency"}),
    Kind.INTERESTS: Shape("interests", {"title": "name"}, terms="keywords"),
    Kind.REFERENCES: Shape("references", {"title": "name"}, joined_items="reference"),
    Kind.PROJECTS: Shape(
        "projects",
        {"title": "name", "organisation": "entity", "url": "url"},
        items="highlights",
        prose="description",
        terms="keywords",
        span=True,
    ),
}
"""Summaries are `basics.summary`; qualifications and custom sections have no key at all."""

KINDS: Mapping[str, Kind] = {shape.key: kind for kind, shape in SHAPES.items()}
