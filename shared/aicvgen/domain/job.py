"""A job ad as requirements with the terms that decide them."""

from enum import StrEnum

from aicvgen.domain.dropped import Dropped
from aicvgen.domain.value import Value

_NOTHING_ASKED = (
    "No requirement was found in the job ad that a CV could answer, so the order is the CV's own."
    " If the ad says more, give its whole text."
)


class Need(StrEnum):
    """How much a requirement counts."""

    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    """A responsibility: what the work is, not what it asks for."""


class Requirement(Value):
    """One thing the ad asks for."""

    id: str
    """`req-<number>` in the order of the ad."""
    text: str
    """As written in the ad."""
    need: Need
    terms: tuple[str, ...]
    """The checkable words of it (skills, tools, methods, degrees), as written in the ad."""


class Keyword(Value):
    """A term the ad repeats or stresses."""

    term: str
    weight: float
    """Positive; the weights of one ad sum to 1."""


class Job(Value):
    """One job ad."""

    language: str = "en"
    title: str = ""
    company: str = ""
    location: str = ""
    seniority: str = ""
    work_mode: str = ""
    """`remote`, `hybrid`, `on-site` or empty."""
    salary: str = ""
    requirements: tuple[Requirement, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    """What of the file was not taken for something it says."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know of the ad before anything else, in sentences."""
        asked = any(requirement.terms for requirement in self.requirements)
        return () if asked else (_NOTHING_ASKED,)
