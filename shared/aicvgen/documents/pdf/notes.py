"""What a PDF says beside its pages: notes that a reader may open, and the file's own properties."""

import ctypes
import re
from typing import Any

import pypdfium2.raw as pdfium_c

from aicvgen.documents.set_aside import from_elsewhere
from aicvgen.domain.dropped import Dropped

_CONTENTS = b"Contents"
_PACKET = re.compile(rb"<x:xmpmeta.{1,50000}?</x:xmpmeta>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_PROPERTIES = (b"Title", b"Author", b"Subject", b"Keywords", b"Creator")


def words_in_notes(page: Any) -> int:
    """Return how many words the notes of a page hold: comments, not what stands behind a link."""
    return sum(
        len(_contents(page, index).split())
        for index in range(pdfium_c.FPDFPage_GetAnnotCount(page.raw))
    )


def _contents(page: Any, index: int) -> str:
    annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
    try:
        if pdfium_c.FPDFAnnot_GetSubtype(annotation) == pdfium_c.FPDF_ANNOT_LINK:
            return ""
        length = pdfium_c.FPDFAnnot_GetStringValue(annotation, _CONTENTS, None, 0)
        buffer = (ctypes.c_ushort * (length // 2 + 1))()
        pdfium_c.FPDFAnnot_GetStringValue(annotation, _CONTENTS, buffer, length)
        return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
    finally:
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def metadata(document: Any, data: bytes) -> tuple[Dropped, ...]:
    """Return a note if the file's properties hold instructions; else they are of no interest."""
    said = [_property(document, key) for key in _PROPERTIES]
    packets = [found.decode("utf-8", "replace") for found in _PACKET.findall(data)]
    said += [text for packet in packets for text in _TAG.split(packet) if text.strip()]
    return from_elsewhere("properties of the file", list(dict.fromkeys(said)))


def _property(document: Any, key: bytes) -> str:
    length = pdfium_c.FPDF_GetMetaText(document.raw, key, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDF_GetMetaText(document.raw, key, buffer, length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
