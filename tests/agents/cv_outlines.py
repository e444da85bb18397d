"""CVs as Markdown, HTML, Word and with a sidebar: what the product has no writer for."""

import json
from collections.abc import Iterator
from html import escape
from io import BytesIO

import docx

from agents.cv_samples import pdf
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
    if kind is Kind.LANGUAGES:
        yield "line", " – ".join(filter(None, (entry.title, entry.grade))), ""
        return
    title = " in ".join(filter(None, (entry.title, entry.area)))
    yield "h3", title, entry.period.raw if entry.period else ""
    below = " · ".join(filter(None, (entry.organisation, entry.location, entry.grade)))
    if below:
        yield "p", below, ""
    for fact in entry.items:
        yield "li", fact.text, ""


def markdown(cv: Cv) -> bytes:
    """Return the CV as Markdown."""
    marks = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- ", "p": "", "line": ""}
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
        elif style == "line":
            blocks.append(f"<p>{escape(text)}</p>")
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
        elif style in {"p", "line"}:
            document.add_paragraph(text)
        else:
            right = f"\t{beside}" if beside else ""
            document.add_heading(f"{text}{right}", level=int(style[1:]) - 1)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


_BESIDE = (Kind.SKILLS, Kind.LANGUAGES)
"""What stands in the sidebar, under the contact details."""


def sidebar(cv: Cv) -> bytes:
    """Return the CV as a PDF with contact, skills and languages in a narrow left column."""
    contact = cv.contact
    left = ['#text(size: 12pt, weight: "bold")[Contact] \\']
    left += [
        f"#text({_string(each)}) \\"
        for each in (contact.email, contact.phone, contact.location)
        if each
    ]
    right: list[str] = []
    for section in cv.sections:
        side = left if section.kind in _BESIDE else right
        title = heading(section.kind, "en")
        side.append(f'\n#v(6pt)\n#text(size: 12pt, weight: "bold", {_string(title)})\n')
        for entry in section.entries:
            side += [_typst(*piece) for piece in _entry(section.kind, entry)]
    page = _SIDEBAR.format(
        name=_string(contact.name),
        headline=f"#text(size: 13pt, {_string(contact.headline)})" if contact.headline else "",
        left="\n".join(left),
        right="\n".join(right),
    )
    return pdf(page)


_SIDEBAR = """\
#set page(width: 595pt, height: 842pt, margin: 40pt)
#set text(size: 10pt)
#show "C++": box
#text(size: 22pt, weight: "bold", {name})

{headline}

#grid(columns: (150pt, 1fr), column-gutter: 24pt, [
{left}
], [
{right}
])
"""


def _typst(style: str, text: str, beside: str) -> str:
    if style == "label":
        bold = f'#text(weight: "bold", {_string(text + ": ")})' if text else ""
        return f"{bold}#text({_string(beside)})\n"
    if style == "h3":
        words = " ".join(f"#box({_string(word)})" for word in beside.split())
        right = f" #h(1em)#h(1fr){words}" if beside else ""
        return f'\n#text(weight: "bold", {_string(text)}){right} \\'
    if style == "li":
        return f"\n- #text({_string(text)})"
    return f"#text({_string(text)})\n"


def _string(text: str) -> str:
    """Return the text as a Typst string."""
    return json.dumps(text, ensure_ascii=False)
