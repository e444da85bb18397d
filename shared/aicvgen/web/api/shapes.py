"""What goes into the API and what comes out; the OpenAPI description is made from these."""

from collections.abc import Mapping

from pydantic import Base64Bytes, Field

from aicvgen.domain.authors import Author
from aicvgen.domain.run import Options, Problem, Status
from aicvgen.domain.value import Value

MOST_JOBS = 20


class Given(Value):
    """A document inside of JSON: its text, or its bytes in Base64."""

    name: str = Field(default="", max_length=255, description="File name, for the person.")
    text: str | None = None
    data: Base64Bytes | None = None

    def contents(self) -> bytes:
        """Return the contents; empty where neither was given."""
        return self.data if self.data is not None else (self.text or "").encode()


class RunRequest(Value):
    """One CV, one or several job ads; each ad is a run of its own."""

    cv: Given
    jobs: tuple[Given, ...] = Field(min_length=1, max_length=MOST_JOBS)
    options: Options = Options()


class Links(Value):
    """Where to go from a run."""

    self: str
    approve: str | None = None
    halt: str | None = None
    resume: str | None = None
    documents: Mapping[str, str] = {}
    """By format, as soon as they are there."""


class Progress(Value):
    """How far a run is."""

    done: int
    total: int


class RunShown(Value):
    """A run as others see it."""

    id: str
    trace_id: str
    status: Status
    halted: bool
    revision: int
    progress: Progress
    problem: Problem | None
    """Why it was refused or failed."""
    written_by: tuple[Author, ...]
    """Who worded the parts of the result; empty until they were checked."""
    warnings: tuple[str, ...]
    """What the person should know before anything else; empty until the result was checked."""
    created_at: float
    """Seconds since 1970-01-01 UTC, like every time here."""
    updated_at: float
    links: Links


class RunsStarted(Value):
    """One run for each job ad, in their order."""

    runs: tuple[RunShown, ...]


class ProblemShown(Value):
    """An error, as RFC 9457 has it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    """A sentence that says what to do."""
    reason: str
    """The error's public name."""
    trace_id: str
    """Quote it when you ask for help."""
