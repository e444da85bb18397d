"""CVs as Markdown, HTML and Word, for the round trips that the product has no writer for."""

from collections.abc import Iterator
from html import escape
from io import BytesIO

import docx

from aicvgen.documents.labels import heading
from aicvgen.domain.cv import Cv, Entry, Kind

_Piece = tuple[str, str, str]
"""Style, text, and what stands at the right margin or after a bold label."""


def _outline(cv: Cv) -> Iterator[_Piece]:
    contact = cv.contact
    yield "h1", contact.name, ""
    if contact.headline:
        yield "p", contact.headline, ""
    yield "p", " | ".join(filter(None, (contact.email, contact.phone, contact.location))), ""
    for section in cv.sections:
        yield "h2", heading(section.kind, "en"), ""
        for entry in section.entries:
            yield from _entry(section.kind, entry)


def _entry(kind: Kind, entry: Entry) -> Iterator[_Piece]:
    if kind is Kind.SKILLS:
        level = f" ({entry.grade})" if entry.grade else ""
        yield "label", f"{entry.title}{level}", ", ".join(entry.terms)
        return
    title = " in ".join(filter(None, (entry.title, entry.area)))
    yield "h3", title, entry.period.raw if entry.period else ""
    yield "p", " · ".join(filter(None, (entry.organisation, entry.location, entry.grade))), ""
    for fact in entry.items:
        yield "li", fact.text, ""


def markdown(cv: Cv) -> bytes:
    """Return the CV as Markdown."""
    marks = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- ", "p": ""}
    lines: list[str] = []
    for style, text, beside in _outline(cv):
        if style == "label":
            lines.append(f"**{text}:** {beside}" if text else beside)
        else:
            lines.append(marks[style] + " | ".join(filter(None, (text, beside))))
        lines += [""] if style != "li" else []
    return "\n".join(lines).encode()


def html(cv: Cv) -> bytes:
    """Return the CV as a page."""
    blocks: list[str] = []
    for style, text, beside in _outline(cv):
        if style == "label":
            label = f"<strong>{escape(text)}:</strong> " if text else ""
            blocks.append(f"<p>{label}{escape(beside)}</p>")
        elif style == "li":
            blocks.append(f"<ul><li>{escape(text)}</li></ul>")
        else:
            right = f"<span>{escape(beside)}</span>" if beside else ""
            blocks.append(f"<{style}><span>{escape(text)}</span>{right}</{style}>")
    return f"<html><body>{''.join(blocks)}</body></html>".encode()


def word(cv: Cv) -> bytes:
    """Return the CV as a Word file."""
    document = docx.Document()
    for style, text, beside in _outline(cv):
        if style == "label":
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{text}: " if text else "").bold = True
            paragraph.add_run(beside)
        elif style == "li":
            document.add_paragraph(text, style="List Bullet")
        elif style == "p":
            document.add_paragraph(text)
        else:
            right = f"\t{beside}" if beside else ""
            document.add_heading(f"{text}{right}", level=int(style[1:]) - 1)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
