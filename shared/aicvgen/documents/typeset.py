"""A CV as a tagged PDF, typeset from data by templates that contain no words of anybody."""

import threading
import unicodedata
from functools import cache
from pathlib import Path
from typing import cast

import typst

from aicvgen.documents.page import page
from aicvgen.domain.cv import Cv
from aicvgen.domain.errors import Reason, Rejected

TEMPLATES = ("classic", "modern")
PAPERS = ("a4", "letter")

_FOLDER = Path(__file__).parent
_TYPST_PAPERS = {"a4": "a4", "letter": "us-letter"}
_NO_GLYPH = "could not be displayed with font"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_lock = threading.Lock()


def typeset(cv: Cv, *, template: str = "classic", paper: str = "a4") -> bytes:
    """Return the CV as PDF: the same bytes for the same CV, template and paper.

    The file is PDF/UA-1. Raises `Rejected`: BAD_OPTION for an unknown template or paper,
    UNSUPPORTED for a script that the fonts cannot show or that runs from right to left.
    """
    _check_option("template", template, TEMPLATES)
    _check_option("paper", paper, PAPERS)
    inputs = {"page": page(cv).model_dump_json(), "paper": _TYPST_PAPERS[paper]}
    _check_direction(inputs["page"])
    source = _FOLDER / "templates" / f"{template}.typ"
    with _lock:
        return _compile(source, inputs)


def _check_option(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise Rejected(Reason.BAD_OPTION, f"Unknown {name}; choose one of: {', '.join(known)}.")


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
