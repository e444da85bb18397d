"""What an agent found out: it returns one of these and never writes itself."""

from aicvgen.domain.authors import Author
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import Finding, Part
from aicvgen.domain.errors import Reason
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.domain.tally import Tally
from aicvgen.domain.value import Value


class CvRead(Value):
    """The CV was read and structured."""

    cv: Cv


class JobRead(Value):
    """The job ad was read and structured."""

    job: Job


class Matched(Value):
    """The evidence for each requirement is known."""

    fit: Fit


class PartWritten(Value):
    """One part of the draft was written (again)."""

    part: Part


class Findings(Value):
    """All findings of one verification; empty if every sentence is supported."""

    items: tuple[Finding, ...] = ()
    tallies: tuple[Tally, ...] = ()
    """What this verification and those before it counted in the texts that were new to them."""

    def of(self, unit: str) -> tuple[Finding, ...]:
        """Return the findings of one unit."""
        return tuple(finding for finding in self.items if finding.unit == unit)


class Verified(Value):
    """The draft was checked; `corrected` holds parts put back into the candidate's own words."""

    findings: Findings
    rewrite: tuple[str, ...] = ()
    """Units to write again; empty when nothing is wrong or no more rewrites are allowed."""
    corrected: tuple[Part, ...] = ()
    written_by: tuple[Author, ...] = ()
    """Who worded what stands now."""
    warnings: tuple[str, ...] = ()
    """What the person should know before anything else."""
    in_doubt: bool = False
    """A person should look: something was corrected, the parse had doubts, the ad asks for nothing,
    a file gave orders."""


class OutputFile(Value):
    """One file of the result."""

    name: str
    """File name as the person sees it, for example `cv.pdf`."""
    key: str
    """Where it lies among the run's files."""
    checksum: str
    """SHA-256, hex."""


class Rendered(Value):
    """The result files exist."""

    outputs: tuple[OutputFile, ...]


class Refused(Value):
    """The input is at fault; the run ends and says why."""

    reason: Reason
    message: str


class Delivered(Value):
    """The person's folder shows how the run stands."""


Fact = CvRead | JobRead | Matched | PartWritten | Verified | Rendered | Refused | Delivered
