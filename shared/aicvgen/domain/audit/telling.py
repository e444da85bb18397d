"""Each finding as one plain sentence."""

from collections.abc import Mapping
from types import MappingProxyType

from aicvgen.domain.audit.result import AuditFinding, AuditKind
from aicvgen.domain.draft import FindingKind

_TOLD: Mapping[FindingKind | AuditKind, str] = MappingProxyType({
    FindingKind.NUMBER: "The number “{}” is not in the original.",
    FindingKind.DATE: "The date “{}” is not in the original.",
    FindingKind.NAME: "The original does not name “{}” here.",
    FindingKind.TITLE: "“{}” is not the title that the original has.",
    FindingKind.SCOPE: "“{}” claims a larger part in it than the original does.",
    FindingKind.UNIVERSAL: "“{}” claims it of more than the original does.",
    FindingKind.DIRECTION: "“{}” turns round what the original says.",
    FindingKind.CAUSE: "“{}” adds a cause or a result that the original does not state.",
    FindingKind.WORD: "The original does not say “{}”.",
    FindingKind.LEAK: "“{}” is an instruction to a model, or its talk about the text.",
    FindingKind.PLACEHOLDER: "“{}” is a gap that nobody filled.",
    FindingKind.JUDGED: "The model that judged it sees no support for “{}”.",
    AuditKind.MOVED: "“{}” is true elsewhere in the original, not here.",
    AuditKind.ENTRY: "The original has no entry “{}”.",
    AuditKind.ORGANISATION: "“{}” is not the organisation that the original names.",
    AuditKind.PERIOD: "“{}” is not the time that the original gives.",
    AuditKind.DEGREE: "“{}” is not the degree that the original has.",
    AuditKind.INSTITUTION: "“{}” is not the school that the original names.",
    AuditKind.GRADE: "“{}” is not the grade or level that the original gives.",
    AuditKind.LOCATION: "“{}” is not the place that the original gives.",
    AuditKind.FOREIGN: "“{}” is not this person's.",
    AuditKind.DUPLICATE: "“{}” is said twice.",
})  # fmt: skip
_ANY = "The original does not support “{}”."


def told(finding: AuditFinding) -> str:
    """Return what is wrong in one sentence."""
    return _TOLD.get(finding.kind, _ANY).format(finding.claim)
