"""What an audit finds."""

from enum import StrEnum

from aicvgen.domain.draft import FindingKind
from aicvgen.domain.value import Value


class AuditKind(StrEnum):
    """What an audit finds beside the unsupported claims of a sentence (`FindingKind`)."""

    MOVED = "moved"
    """True elsewhere in the original, false here."""
    ENTRY = "entry"
    """The original has no such role, degree, certificate or award."""
    ORGANISATION = "organisation"
    """Another employer, client or issuer."""
    PERIOD = "period"
    """Other dates than the original has for the entry."""
    DEGREE = "degree"
    """Another degree or field of study."""
    INSTITUTION = "institution"
    """Another school, college or university."""
    GRADE = "grade"
    """Another grade, honours or level of a language."""
    LOCATION = "location"
    """Another place."""
    FOREIGN = "foreign"
    """Somebody else's name, e-mail address, telephone number or link."""
    DUPLICATE = "duplicate"
    """Said twice where the original says it once."""


class Severity(StrEnum):
    """What a finding means for the page."""

    ERROR = "error"
    """Not supported by the original: the page must not be sent."""
    NOTE = "note"


class AuditFinding(Value):
    """One thing of the tailored CV that the original does not support."""

    kind: FindingKind | AuditKind
    severity: Severity = Severity.ERROR
    claim: str
    """The words that are wrong."""
    sentence: str
    """The sentence, term or header they stand in."""
    entry: str
    """Title and organisation of the tailored entry; empty for contact and loose lines."""
    looked_for: str
    """What would have supported it."""
    nearest: str
    """The most similar text of the original, empty where there is none."""


class AuditResult(Value):
    """What an audit found; `ok` where nothing is an error."""

    ok: bool
    findings: tuple[AuditFinding, ...]
    lost: tuple[str, ...]
    """Texts and sentences of the original that are nowhere in the tailored CV."""
    notes: tuple[str, ...]
