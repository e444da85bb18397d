"""Text that is drawn and yet not seen: in an invisible mode, transparent, or white on white."""

import ctypes
from collections.abc import Sequence
from enum import Enum
from typing import Any, Protocol

import pypdfium2.raw as pdfium_c

_WHITE = 250
_SCALE = 0.5
"""Pixels of the picture per point."""
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


def unseen(words: Sequence[Placed], page: Any) -> list[bool]:
    """Return for each word whether nobody sees it.

    Invisible text that is most of a page is the text layer of a scan and counts as seen, and so
    does white text on anything that is not white.
    """
    inks = [word.ink for word in words]
    if all(ink is Ink.SEEN for ink in inks):
        return [False] * len(words)
    scanned = inks.count(Ink.NONE) > _MOST * len(inks)
    picture = _picture(page) if Ink.WHITE in inks else None
    return [
        (word.ink is Ink.NONE and not scanned)
        or (word.ink is Ink.WHITE and picture is not None and _is_on_white(word, picture))
        for word in words
    ]


def _picture(page: Any) -> Any:
    """Return the page as a small grey bitmap: patterns and pictures are grounds like any other."""
    return page.render(scale=_SCALE, grayscale=True, draw_annots=False)


def _is_on_white(word: Placed, picture: Any) -> bool:
    """Say whether most of a word's box is white: the other words on it are few dark pixels."""
    top, bottom = max(int(word.top * _SCALE), 0), int(word.bottom * _SCALE) + 1
    left, right = max(int(word.left * _SCALE), 0), int(word.right * _SCALE) + 1
    pixels = sorted(
        picture.buffer[row * picture.stride + column]
        for row in range(top, min(bottom, picture.height))
        for column in range(left, min(right, picture.width))
    )
    return not pixels or pixels[len(pixels) // 2] >= _WHITE
