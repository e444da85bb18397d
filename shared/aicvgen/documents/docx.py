"""DOCX to lines: paragraphs, tables, text boxes and headers in document order."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import XMLSyntaxError

from aicvgen.documents.docx_hidden import beside_the_text, take_out_hidden
from aicvgen.documents.glyphs import clean, collapse_spacing, invisible, split_bullet
from aicvgen.documents.limits import MAX_UNPACKED_BYTES
from aicvgen.documents.piece import turns_in
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.source import Format, Line, Role, Source

CORRUPT_MESSAGE = "The Word document is damaged: open it, save it again and upload the new file."
_BROKEN = (
    zipfile.BadZipFile,
    AttributeError,
    KeyError,
    ValueError,
    XMLSyntaxError,
    OSError,
    EOFError,
    zlib.error,
)
"""What the library raises for damaged parts; `AttributeError` where one holds foreign XML."""
_BOX_NAMESPACE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(data: bytes) -> Source:
    """Return one line per paragraph or line of it; cells of a table row are parted by tabs.

    Raises `Rejected`: CORRUPT, TOO_LARGE.
    """
    _check_unpacked(data)
    try:
        document = docx.Document(BytesIO(data))
        hidden = take_out_hidden(document)
        aside = beside_the_text(document, data)
        lines = tuple(_lines(document))
        whole = "".join(node.text or "" for node in document.element.iter(qn("w:t")))
    except _BROKEN:
        raise Rejected(Reason.CORRUPT, CORRUPT_MESSAGE) from None
    return Source(format=Format.DOCX, lines=lines, dropped=(*hidden, *aside, *invisible(whole)))


def _check_unpacked(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        unpacked = sum(item.file_size for item in archive.infolist())
    if unpacked > MAX_UNPACKED_BYTES:
        raise Rejected(
            Reason.TOO_LARGE,
            "The Word document is too large when unpacked: remove pictures and upload it again.",
        )


def _lines(document: Document) -> Iterator[Line]:
    sections = list(document.sections)
    if sections and not sections[0].header.is_linked_to_previous:
        yield from _story(sections[0].header._element, document)  # noqa: SLF001  no public access
    yield from _story(document.element.body, document)
    if sections and not sections[0].footer.is_linked_to_previous:
        yield from _story(sections[0].footer._element, document)  # noqa: SLF001


def _story(container: Any, document: Document) -> Iterator[Line]:
    """Yield the lines of a body, header, cell or text box."""
    for child in container.iterchildren():
        if child.tag == qn("w:p"):
            yield from _paragraph(Paragraph(child, document._body))  # noqa: SLF001
            for box in child.iter(qn("w:txbxContent")):
                if not any(parent.tag == _BOX_NAMESPACE for parent in box.iterancestors()):
                    yield from _story(box, document)
        elif child.tag == qn("w:tbl"):
            for row in child.iterchildren(qn("w:tr")):
                yield from _table_row(row, document)
        elif child.tag == qn("w:sdt"):
            for content in child.iterchildren(qn("w:sdtContent")):
                yield from _story(content, document)


def _table_row(row: Any, document: Document) -> Iterator[Line]:
    cells = [list(_story(cell, document)) for cell in row.iterchildren(qn("w:tc"))]
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and all(len(cell) == 1 for cell in filled):
        first = filled[0][0]
        text = "\t".join(cell[0].text for cell in filled)
        links = tuple(link for cell in filled for link in cell[0].links)
        yield first.model_copy(update={"text": text, "links": links, "turns": ()})
        return
    for cell in filled:
        yield from cell


def _paragraph(paragraph: Paragraph) -> Iterator[Line]:
    role, level = _role(paragraph)
    look = _look(paragraph)
    links = tuple(link.url for link in paragraph.hyperlinks if link.url)
    turns = _turns(paragraph)
    for number, raw in enumerate(_text(paragraph).split("\n")):
        text = clean(collapse_spacing(raw))
        bullet, rest = split_bullet(text)
        if not rest:
            continue
        here = Role.BULLET if bullet else role
        if number and role is Role.BULLET:
            here = Role.TEXT
        yield Line(
            text=rest,
            role=here,
            level=level,
            links=links,
            turns=turns if rest == text and not number else (),
            **look,
        )
        links = ()


def _text(paragraph: Paragraph) -> str:
    """Return the text of the runs, hyperlinks and fields, without that of text boxes."""
    pieces: list[str] = []
    for node in paragraph._element.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):  # noqa: SLF001
        parent = node.getparent()
        if node.tag == qn("w:tab") and (parent is None or parent.tag != qn("w:r")):
            continue
        owner = next(node.iterancestors(qn("w:p")))
        if owner is not paragraph._element:  # noqa: SLF001
            continue
        if node.tag == qn("w:t"):
            pieces.append(node.text or "")
        elif node.tag == qn("w:tab"):
            pieces.append("\t")
        else:
            pieces.append("-" if node.tag == qn("w:noBreakHyphen") else "\n")
    return "".join(pieces)


def _role(paragraph: Paragraph) -> tuple[Role, int]:
    numbered = False
    for style in _styles(paragraph):
        name = (style.name or "").casefold()
        if name == "title":
            return Role.HEADING, 1
        if name.startswith("heading") and name[-1].isdigit():
            return Role.HEADING, int(name[-1])
        if name.startswith("list"):
            numbered = True
        properties = style.element.pPr
        numbered = numbered or (properties is not None and properties.numPr is not None)
    own: Any = paragraph._element.pPr  # noqa: SLF001
    if own is not None and own.numPr is not None:
        level = own.numPr.ilvl
        return Role.BULLET, int(level.val) if level is not None else 0
    return (Role.BULLET, 0) if numbered else (Role.TEXT, 0)


def _look(paragraph: Paragraph) -> dict[str, Any]:
    """Return size, weight, slant and colour of most of the paragraph, as fields of a line."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    if not runs:
        return {}
    total = sum(len(run.text) for run in runs)
    longest = max(runs, key=lambda run: len(run.text))
    fonts = [style.font for style in _styles(paragraph)]
    size = _first([longest.font.size, *(font.size for font in fonts)])
    colour = _first([longest.font.color.rgb, *(font.color.rgb for font in fonts)])
    bold = _first(font.bold for font in fonts)
    italic = _first(font.italic for font in fonts)
    return {
        "size": float(size.pt) if size is not None else 0.0,
        "bold": 2 * _length(runs, [_first([run.bold, bold]) for run in runs]) > total,
        "italic": 2 * _length(runs, [_first([run.italic, italic]) for run in runs]) > total,
        "colour": str(colour).lower() if colour is not None else "",
    }


def _turns(paragraph: Paragraph) -> tuple[int, ...]:
    """Return where the type changes in a paragraph of one line without links."""
    raw = ""
    marks: list[int] = []
    before = None
    for run in paragraph.runs:
        if run.text.strip():
            font = run.font
            style: Any = run.style
            set_in = (font.bold, font.italic, font.size, font.color.rgb, style and style.name)
            if raw.strip() and set_in != before and (raw + run.text)[len(raw) - 1 :].strip():
                marks.append(len(raw))
            before = set_in
        raw += run.text
    return turns_in(raw, marks) if "\n" not in raw and raw == paragraph.text else ()


def _styles(paragraph: Paragraph) -> Iterator[Any]:
    """Yield the paragraph's style and those it is based on."""
    style: Any = paragraph.style
    while style is not None:
        yield style
        style = style.base_style


def _first(values: Iterable[Any]) -> Any:
    """Return the first value that is set, as the nearest style decides."""
    return next((value for value in values if value is not None), None)


def _length(runs: Sequence[Run], counted: Sequence[bool | None]) -> int:
    return sum(len(run.text) for run, each in zip(runs, counted, strict=True) if each)
