"""The typed tasks a model answers; who answers, the caller cannot tell."""

from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import Finding, Part
from aicvgen.domain.facts import Findings
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.domain.source import Source
from aicvgen.domain.value import Value

A_co = TypeVar("A_co", bound=Value, covariant=True)


class Task(Generic[A_co]):
    """A question with typed inputs and an answer of one type."""

    name: ClassVar[str]
    """The task's name in prompts, records and metrics."""


@dataclass(frozen=True, slots=True)
class ParseCv(Task[Cv]):
    """Structure a document as a CV.

    Raises `Rejected` with NOT_A_CV or EMPTY where the document is none: an empty reading is an
    error, never an invented person.
    """

    name: ClassVar[str] = "parse-cv"
    source: Source


@dataclass(frozen=True, slots=True)
class ParseJob(Task[Job]):
    """Structure a document as a job ad; raises `Rejected(EMPTY_AD)` where it asks for nothing."""

    name: ClassVar[str] = "parse-job"
    source: Source


@dataclass(frozen=True, slots=True)
class MatchJob(Task[Fit]):
    """Find the evidence for each requirement and rank the facts.

    What counts as evidence is the same whoever answers; the order of the facts, and the nearest one
    where there is none, may not be.
    """

    name: ClassVar[str] = "match"
    cv: Cv
    job: Job


@dataclass(frozen=True, slots=True)
class WriteSection(Task[Part]):
    """Write one unit of the draft from the facts of its entry.

    `before` is the last attempt and `findings` what the verifier said of it: what it found no fault
    with stays, the words of the findings must not come again.
    """

    name: ClassVar[str] = "write-section"
    cv: Cv
    job: Job
    fit: Fit
    unit: str
    findings: tuple[Finding, ...] = ()
    before: Part | None = None


@dataclass(frozen=True, slots=True)
class WriteSummary(Task[Part]):
    """Write the summary and the key qualifications from what the other parts say."""

    name: ClassVar[str] = "write-summary"
    cv: Cv
    job: Job
    fit: Fit
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...] = ()
    before: Part | None = None


@dataclass(frozen=True, slots=True)
class WriteLetter(Task[Part]):
    """Write the sentences of a cover letter; an answer without sentences means: no letter."""

    name: ClassVar[str] = "cover-letter"
    cv: Cv
    job: Job
    fit: Fit
    findings: tuple[Finding, ...] = ()
    before: Part | None = None


@dataclass(frozen=True, slots=True)
class Judge(Task[Findings]):
    """Find what these sentences say beyond what they cite; no findings means: no objection.

    Asked about what passed the check by rule, so that an answer can only add to its findings.
    """

    name: ClassVar[str] = "judge"
    cv: Cv
    parts: tuple[Part, ...]
    """With the sentences to be judged and no others."""
