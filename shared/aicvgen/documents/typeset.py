"""A CV as a tagged PDF, typeset from data by templates that contain no words of anybody."""

import json
import re
import threading
import unicodedata
from functools import cache
from pathlib import Path
from typing import cast

import typst

from aicvgen.documents.labels import Document
from aicvgen.documents.page import page
from aicvgen.documents.pdf import last_bookmark, last_line, pages_of
from aicvgen.documents.photo import Photo
from aicvgen.domain.cv import Cv
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.look import Look

_FOLDER = Path(__file__).parent
_TYPST_PAPERS = {"a4": "a4", "letter": "us-letter"}
_FAMILIES = {"libertine": "Linux Libertine O", "lato": "Lato"}
_LONG_WORD = re.compile(r'[^\s"]{20,}')
"""In JSON: where there is none, the template looks for no words that are wider than a line."""
_CLOSER = {"classic": 0.4, "compact": 0.2, "modern": 0.4}
"""Of the last page: what ends no lower may find room on the pages before, closer together. The
compact template has little left to give."""
_A_LITTLE = 0.2
"""The same for lines that are only closer together, in letters of the same size."""
_NEARLY_EMPTY = 0.35
"""Of the last page: where less is used and must be, everything stands further apart."""
_NO_GLYPH = "could not be displayed with font"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_lock = threading.Lock()


def typeset(
    cv: Cv,
    look: Look = Look(),  # noqa: B008  a frozen value
    photo: Photo | None = None,
    named: Document = "cv",
) -> bytes:
    """Return the CV or letter as PDF: the same bytes for the same CV, look and photo.

    The file is PDF/UA-1. Where the last page would be nearly empty, everything moves closer
    together if that saves the page, and further apart if it does not. Raises `Rejected` with
    UNSUPPORTED for a script that the fonts cannot show or that runs from right to left.
    """
    printed = page(cv, look.template, named).model_dump_json()
    _check_direction(printed)
    inputs = {
        "page": printed,
        "paper": _TYPST_PAPERS[look.paper],
        "font": _FAMILIES[look.font] if look.font else "",
        "accent": look.accent,
        "letter": "yes" if named == "letter" else "",
        "density": "",
        "longest": str(max(map(len, _LONG_WORD.findall(printed)), default=0)),
        "photo": json.dumps(list(photo.data)) if photo else "",
    }
    source = _FOLDER / "templates" / f"{look.template}.typ"
    with _lock:
        return _balanced(source, inputs)


def _balanced(source: Path, inputs: dict[str, str]) -> bytes:
    """Return the CV without a nearly empty last page, if any density of the template helps."""
    pdf = _compile(source, inputs)
    pages = pages_of(pdf)
    # Bookmarks are read in no time; a page takes longer.
    if pages == 1 or last_bookmark(pdf) > pages - 1 + max(_CLOSER.values()):
        return pdf
    used = last_line(pdf) - (pages - 1)
    closer = ("snug", "tight") if used <= _A_LITTLE else ("tight",)
    for density in closer if used <= _CLOSER[source.stem] else ():
        attempt = _compile(source, inputs | {"density": density})
        if pages_of(attempt) < pages:
            return attempt
    if used > _NEARLY_EMPTY:
        return pdf
    roomy = _compile(source, inputs | {"density": "roomy"})
    return roomy if pages_of(roomy) == pages else pdf


def _check_direction(text: str) -> None:
    if not text.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        raise Rejected(
            Reason.UNSUPPORTED,
            "The CV has text that runs from right to left, such as Arabic or Hebrew, which we"
            " cannot set yet: write it in Latin, Greek or Cyrillic letters.",
        )


@cache
def _compiler() -> typst.Compiler:
    """Return the one compiler of this process: it keeps its fonts and what it has parsed."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        font_paths=[_FOLDER / "fonts"],
    )
    return typst.Compiler(root=_FOLDER / "templates", font_paths=fonts)


def _compile(source: Path, inputs: dict[str, str]) -> bytes:
    try:
        pdf = _compiler().compile(input=source, sys_inputs=inputs, pdf_standards="ua-1")
    except typst.TypstError as error:
        if _NO_GLYPH not in error.message:
            raise
        raise Rejected(
            Reason.UNSUPPORTED,
            "The CV is in a script that our fonts cannot show: use Latin, Greek or Cyrillic.",
        ) from None
    return cast("bytes", pdf)
