"""Text that is drawn and yet not seen: in an invisible mode, transparent, or white on white."""

import ctypes
from collections.abc import Sequence
from enum import Enum
from typing import Any, Protocol

import pypdfium2.raw as pdfium_c

_WHITE = 250
_MOST = 0.5
"""Where more of a page's words are invisible, they are the text layer of a scan."""


class Ink(Enum):
    """How a text is drawn."""

    SEEN = "seen"
    WHITE = "white"
    NONE = "none"


class Placed(Protocol):
    """A word with its ink; the box is in points from the page's top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def ink(self) -> Ink:
        """Whether it can be seen."""
        ...


def paint_of(text_object: Any) -> tuple[Ink, str]:
    """Return how a text object is drawn, and in which colour as `rrggbb`; empty for a pattern."""
    colour = _rgba(text_object)
    return _ink_of(text_object, colour), bytes(colour[:3]).hex() if colour else ""


def _ink_of(text_object: Any, colour: list[int] | None) -> Ink:
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(text_object)
    if mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE:
        return Ink.NONE
    return _fill(colour) if mode == pdfium_c.FPDF_TEXTRENDERMODE_FILL else Ink.SEEN


def _fill(colour: list[int] | None) -> Ink:
    """Return what a filling is; a pattern counts as seen."""
    if colour is None:
        return Ink.SEEN
    *parts, alpha = colour
    if alpha == 0:
        return Ink.NONE
    return Ink.WHITE if min(parts) >= _WHITE else Ink.SEEN


def _rgba(page_object: Any) -> list[int] | None:
    colour = [ctypes.c_uint() for _ in range(4)]
    if not pdfium_c.FPDFPageObj_GetFillColor(page_object, *colour):
        return None
    return [each.value for each in colour]


def unseen(words: Sequence[Placed], page: Any, height: float) -> list[bool]:
    """Return for each word whether nobody sees it.

    Invisible text that is most of a page is the text layer of a scan and counts as seen, and so
    does white text on anything that is not white.
    """
    inks = [word.ink for word in words]
    if all(ink is Ink.SEEN for ink in inks):
        return [False] * len(words)
    scanned = inks.count(Ink.NONE) > _MOST * len(inks)
    grounds = _grounds(page, height) if Ink.WHITE in inks else []
    return [
        (word.ink is Ink.NONE and not scanned)
        or (word.ink is Ink.WHITE and not any(_touch(word, ground) for ground in grounds))
        for word in words
    ]


def _grounds(page: Any, height: float) -> list[tuple[float, float, float, float]]:
    """Return the boxes of everything on the page that is no text and not white."""
    left, bottom = page.get_mediabox()[:2]
    found = []
    for each in page.get_objects(max_depth=1):
        if each.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            continue
        if each.type == pdfium_c.FPDF_PAGEOBJ_PATH and not _is_coloured(each):
            continue
        box = each.get_bounds()
        found.append(
            (box[0] - left, height - box[3] + bottom, box[2] - left, height - box[1] + bottom)
        )
    return found


def _is_coloured(path: Any) -> bool:
    """Say whether a path has an area in another colour than white."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path.raw, mode, stroke)
    return mode.value != pdfium_c.FPDF_FILLMODE_NONE and _fill(_rgba(path.raw)) is Ink.SEEN


def _touch(word: Placed, box: tuple[float, float, float, float]) -> bool:
    across = word.left < box[2] and word.right > box[0]
    return across and word.top < box[3] and word.bottom > box[1]
