"""Comparing any tailored CV with its original, whoever made it."""

from aicvgen.domain.audit.comparing import audit
from aicvgen.domain.audit.result import AuditFinding, AuditKind, AuditResult, Severity

__all__ = ["AuditFinding", "AuditKind", "AuditResult", "Severity", "audit"]
