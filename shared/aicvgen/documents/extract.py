"""Bytes to lines: the format is recognised by content, never by the file's name."""

import codecs
import json
import re
import zipfile
from io import BytesIO
from typing import Any, NoReturn

from aicvgen.documents import docx, html, jsonresume, markdown, pdf, set_aside, text
from aicvgen.documents.glyphs import invisible
from aicvgen.documents.limits import check_bytes, check_characters, check_json, check_lines
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.source import Format, Line, Source
from aicvgen.domain.visible import all_visible

_PDF_MAGIC_WITHIN = 1024
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*", b"BM")
_MAX_CONTROL_SHARE = 0.01
_JSON = re.compile(r"\s*(?:\{|\[\s*\{|\[\[\[)")
"""An object, or lists that are no resume; a lone bracket may be a link."""


def extract(data: bytes) -> Source:
    """Return the lines of a PDF, DOCX, HTML, Markdown, text or JSON Resume document, in order.

    What nobody sees and what is addressed to a computer is not among them, but in `dropped`.

    Raises `Rejected`: EMPTY, TOO_LARGE, ENCRYPTED, CORRUPT, NO_TEXT or UNSUPPORTED.
    """
    check_bytes(data)
    source = _without_addressed(_read(data))
    check_characters(sum(len(line.text) for line in source.lines))
    if not any(line.text for line in source.lines):
        raise Rejected(Reason.EMPTY, "The document has no text: upload one with content.")
    return source


def _without_addressed(source: Source) -> Source:
    if source.structured is not None:
        return source  # its texts were looked at before they became fields
    lines, dropped = set_aside.from_lines(source.lines, source.format)
    if not dropped:
        return source
    return source.model_copy(update={"lines": lines, "dropped": (*source.dropped, *dropped)})


def _read(data: bytes) -> Source:
    if b"%PDF-" in data[:_PDF_MAGIC_WITHIN]:
        return pdf.read(data)
    if data.startswith(b"PK"):
        return _read_zip(data)
    if data.startswith(_OLE_MAGIC):
        raise Rejected(
            Reason.UNSUPPORTED,
            "This is an old Word file or a protected one: save it as unprotected DOCX or PDF.",
        )
    if data.startswith(_PICTURES):
        raise Rejected(
            Reason.UNSUPPORTED,
            "This is a picture: upload the document as PDF, DOCX, HTML, Markdown or text.",
        )
    return _read_text(_decode(data))


def _read_zip(data: bytes) -> Source:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile:
        raise Rejected(Reason.CORRUPT, docx.CORRUPT_MESSAGE) from None
    if "word/document.xml" in names:
        return docx.read(data)
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        raise Rejected(Reason.CORRUPT, docx.CORRUPT_MESSAGE)
    raise Rejected(
        Reason.UNSUPPORTED,
        "This archive is no Word document: upload PDF, DOCX, HTML, Markdown, text or JSON Resume.",
    )


def _decode(data: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError:
        decoded = data.decode("cp1252", errors="replace")
    control = sum(1 for char in decoded if char < " " and char not in "\t\n\r\f\v")
    if control > _MAX_CONTROL_SHARE * len(decoded):
        raise Rejected(
            Reason.UNSUPPORTED,
            "The format is not known: upload PDF, DOCX, HTML, Markdown, text or JSON Resume.",
        )
    return decoded


def _read_text(decoded: str) -> Source:
    if _JSON.match(decoded):
        return _read_json(decoded)
    if html.looks_like(decoded):
        return html.read(decoded)
    if markdown.looks_like(decoded):
        return markdown.read(decoded)
    return text.read(decoded)


def _read_json(decoded: str) -> Source:
    check_json(len(decoded))
    try:
        raw: Any = json.loads(decoded, parse_constant=_no_number)
        whole = json.dumps(raw, ensure_ascii=False)
    except (ValueError, RecursionError):
        raise Rejected(
            Reason.CORRUPT, "The JSON cannot be parsed: upload a valid JSON Resume file."
        ) from None
    if not jsonresume.looks_like(raw):
        raise Rejected(
            Reason.UNSUPPORTED,
            "The JSON is no JSON Resume (it has no 'basics', 'work' or 'education'): upload one.",
        )
    jsonresume.check(raw)
    parsed, addressed = set_aside.from_json(all_visible(raw))
    leaves = jsonresume.leaves(parsed)
    check_lines(len(leaves))
    check_characters(sum(map(len, leaves)))
    return Source(
        format=Format.JSON_RESUME,
        lines=tuple(Line(text=leaf) for leaf in leaves),
        structured=jsonresume.read(parsed),
        dropped=(*invisible(whole), *addressed),
    )


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON.")
