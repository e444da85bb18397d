"""PDF to lines, in the order in which a person reads them."""

import threading
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from aicvgen.documents.limits import MAX_PAGES
from aicvgen.documents.pdf import beside, items, words
from aicvgen.documents.pdf.flow import Sheet, flow
from aicvgen.documents.pdf.line import line
from aicvgen.documents.pdf.notes import metadata
from aicvgen.documents.pdf.rows import Row, mark_gaps, pieces
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.source import Format, Line, Source

_LOCK = threading.Lock()
"""PDFium keeps global state: two threads inside it at once crash the process."""


def read(data: bytes) -> Source:
    """Return the lines of all pages; columns that go on over pages are read one after the other.

    Raises `Rejected`: ENCRYPTED, CORRUPT, TOO_LARGE, NO_TEXT.
    """
    with _LOCK:
        document = _open(data)
        try:
            return _read(document, data)
        finally:
            document.close()


def pages_of(data: bytes) -> int:
    """Return how many pages a PDF has; raises `Rejected`: ENCRYPTED, CORRUPT."""
    with _LOCK:
        document = _open(data)
        try:
            return len(document)
        finally:
            document.close()


def last_bookmark(data: bytes) -> float:
    """Return how far down the document its last bookmark stands, in pages; 0 without bookmarks.

    Reads no page, so it takes a fraction of a millisecond. Raises as `pages_of`.
    """
    with _LOCK:
        document = _open(data)
        try:
            places = [bookmark.get_dest() for bookmark in document.get_toc()]
            if not places or places[-1] is None:
                return 0.0
            page, (_, (_, top, *_)) = places[-1].get_index(), places[-1].get_view()
            return float(page + 1 - top / document.get_page_size(page)[1])
        finally:
            document.close()


def last_line(data: bytes) -> float:
    """Return how far down the document its last line stands, in pages. Raises as `pages_of`."""
    with _LOCK:
        document = _open(data)
        try:
            page = document[len(document) - 1]
            bottoms = [each.get_bounds()[1] for each in page.get_objects()]
            return float(
                len(document) - min(bottoms, default=page.get_height()) / page.get_height()
            )
        finally:
            document.close()


def _open(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise Rejected(
                Reason.ENCRYPTED,
                "The PDF is protected by a password: save it without one and upload it again.",
            ) from None
        raise Rejected(
            Reason.CORRUPT, "The PDF is damaged: export it again and upload the new file."
        ) from None


def _read(document: Any, data: bytes) -> Source:
    count = len(document)
    if count > MAX_PAGES:
        raise Rejected(
            Reason.TOO_LARGE,
            f"The PDF has more than {MAX_PAGES} pages: upload the pages of the CV or job ad only.",
        )
    pages: list[words.Page] = []
    for index in range(count):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            raise Rejected(
                Reason.CORRUPT,
                f"Page {index + 1} of the PDF is damaged: export it again and upload the new file.",
            ) from None
        pages.append(words.read_page(document, page, index + 1))
        page.close()
    if not any(page.words for page in pages):
        for page in pages:
            page.words, page.dropped = page.layer, []
    if not any(page.words for page in pages):
        raise Rejected(
            Reason.NO_TEXT,
            "The PDF has no text layer (a scan or a picture): "
            "upload one exported from a text program, or run text recognition over it.",
        )
    ordered = flow([Sheet(pieces(page), page.height) for page in pages])
    dropped = (*(note for page in pages for note in page.dropped), *metadata(document, data))
    return Source(format=Format.PDF, lines=_lines(ordered, pages), pages=count, dropped=dropped)


def _lines(ordered: list[Row], pages: list[words.Page]) -> tuple[Line, ...]:
    for page in pages:
        mark_gaps([row for row in ordered if row.page == page.number], page.shapes)
    links = {page.number: page.links for page in pages}
    found = (line(row, links[row.page]) for row in beside.whole(list(items.apart(ordered))))
    return tuple(each for each in found if each is not None)
