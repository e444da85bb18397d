"""How the characters of a PDF page are drawn: size, font and colour."""

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium_c

from aicvgen.documents.pdf.ink import Ink, paint_of

_BOLD_NAME = re.compile(r"bold|black|heavy|cmbx|cmssbx|demi|medi$")
_ITALIC_NAME = re.compile(r"italic|oblique|cmti|cmsl|slanted")
_PLAIN_NAME = re.compile(r"regular|roman|book|light|thin|medium|italic|oblique")
"""Such a name says that the font is not bold; the weight that PDFium guesses is often wrong."""
_ICON_NAME = re.compile(r"awesome|icon|glyphicons|fontello|icomoon")
_BOLD_WEIGHT = 600
_ITALIC = 1 << 6
_FORCE_BOLD = 1 << 18
"""Flags of a font descriptor (PDF 32000-1, table 123)."""
_NAME_BYTES = 128
_SMALLER = 0.85
"""Raised type is at most so large, in units of the font size of the text that it follows."""
_LEAST_SHIFT, _MOST_SHIFT = 0.1, 0.6
"""How far its baseline is from that of the text, in units of the text's font size."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is drawn."""

    size: float
    """In points."""
    bold: bool = False
    italic: bool = False
    colour: str = ""
    """Of the filling, as `rrggbb`; empty where it is a pattern."""
    ink: Ink = Ink.SEEN
    drawn: Any = field(default=None, compare=False, repr=False)
    """The text object of the page."""


@dataclass(frozen=True, slots=True)
class _Font:
    bold: bool
    italic: bool
    icons: bool


class Looks:
    """The looks of a page's characters, each text object and font asked only once."""

    def __init__(self, textpage: Any) -> None:
        self._page = textpage
        self._matrix = pdfium_c.FS_MATRIX()
        self._found: dict[int, Look] = {}
        self._fonts: dict[int, _Font] = {}

    def of(self, index: int) -> Look:
        """Return how the character's text object is drawn."""
        text_object = pdfium_c.FPDFText_GetTextObject(self._page, index)
        key = _address(text_object)
        if key not in self._found:
            pdfium_c.FPDFText_GetMatrix(self._page, index, self._matrix)
            scale = math.hypot(self._matrix.c, self._matrix.d) or 1.0
            size = round(pdfium_c.FPDFText_GetFontSize(self._page, index) * scale, 1)
            self._found[key] = self._look(text_object, size) if key else Look(size)
        return self._found[key]

    def is_icon(self, index: int) -> bool:
        """Say whether the character is out of a font that has pictures and no letters."""
        text_object = pdfium_c.FPDFText_GetTextObject(self._page, index)
        return bool(text_object) and self._font(text_object).icons

    def _look(self, text_object: Any, size: float) -> Look:
        font = self._font(text_object)
        ink, colour = paint_of(text_object)
        return Look(size, font.bold, font.italic, colour, ink, text_object)

    def _font(self, text_object: Any) -> _Font:
        font = pdfium_c.FPDFTextObj_GetFont(text_object)
        key = _address(font)
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(_NAME_BYTES)
            pdfium_c.FPDFFont_GetBaseFontName(font, buffer, _NAME_BYTES)
            name = buffer.value.decode("utf-8", "replace").lower()
            flags = max(pdfium_c.FPDFFont_GetFlags(font), 0)
            self._fonts[key] = _Font(
                _is_bold(name, pdfium_c.FPDFFont_GetWeight(font), flags),
                bool(_ITALIC_NAME.search(name) or flags & _ITALIC),
                bool(_ICON_NAME.search(name)),
            )
        return self._fonts[key]


def is_raised(size: float, height: float, text_size: float) -> bool:
    """Say whether type is that of raised letters behind a text: small, and a little above it.

    `height` is how far its baseline is above that of the text, in points as the sizes are.
    """
    least, most = _LEAST_SHIFT * text_size, _MOST_SHIFT * text_size
    return size <= _SMALLER * text_size and least <= height <= most


def _address(pointer: Any) -> int:
    return ctypes.addressof(pointer.contents) if pointer else 0


def _is_bold(name: str, weight: int, flags: int) -> bool:
    if _BOLD_NAME.search(name) or flags & _FORCE_BOLD:
        return True
    return weight >= _BOLD_WEIGHT and not _PLAIN_NAME.search(name)
