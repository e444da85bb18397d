"""The links of a PDF page: where they are and where they lead."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium_c

from aicvgen.documents.pdf.grounds import Box


def links_of(document: Any, page: Any, height: float) -> list[tuple[Box, str]]:
    """Return the box and address of each link to the web of a page."""
    found = []
    position = ctypes.c_int(0)
    link = pdfium_c.FPDF_LINK()
    rect = pdfium_c.FS_RECTF()
    while pdfium_c.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium_c.FPDFLink_GetAction(link)
        if not action or pdfium_c.FPDFAction_GetType(action) != pdfium_c.PDFACTION_URI:
            continue
        length = pdfium_c.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium_c.FPDFAction_GetURIPath(document.raw, action, buffer, length)
        pdfium_c.FPDFLink_GetAnnotRect(link, rect)
        box = (rect.left, height - rect.top, rect.right, height - rect.bottom)
        found.append((box, buffer.value.decode("utf-8", "replace")))
    return found
