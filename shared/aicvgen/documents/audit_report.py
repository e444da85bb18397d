"""The report of an audit as HTML, Markdown and text."""

from aicvgen.documents.report import template
from aicvgen.domain.audit.beside import AuditReport


def audit_html(report: AuditReport) -> str:
    """Return one self-contained page without scripts or anything loaded from elsewhere."""
    return template("audit.html.jinja").render(report=report)


def audit_markdown(report: AuditReport) -> str:
    """Return the same as Markdown; nobody's text can become a heading, link or tag."""
    return template("audit.md.jinja").render(report=report)


def audit_text(report: AuditReport) -> str:
    """Return the same as plain text."""
    return template("audit.txt.jinja").render(report=report)


def findings_text(report: AuditReport) -> str:
    """Return what was found alone, entry by entry, for a terminal."""
    return template("findings.txt.jinja").render(report=report)
