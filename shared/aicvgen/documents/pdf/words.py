"""The words of a PDF page with their place and font, in content-stream order."""

import ctypes
import math
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium_c

from aicvgen.documents.pdf.ink import Ink, colour_of, ink_of, unseen

_HYPHENS = {0xFFFE, 0x02, 0xAD}
"""How PDFium and LaTeX fonts encode a hyphen that is drawn."""
_BOLD_WEIGHT = 600
_ITALIC = 1 << 6
_FORCE_BOLD = 1 << 18
"""Flags of a font descriptor (PDF 32000-1, table 123)."""
_NAME_BYTES = 128


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


@dataclass(slots=True)
class Word:
    """A run of characters without white space; the box is in points from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    look: Look

    @property
    def size(self) -> float:
        """Font size in points."""
        return self.look.size

    @property
    def bold(self) -> bool:
        """Whether the font is a heavy one."""
        return self.look.bold

    @property
    def ink(self) -> Ink:
        """Whether it can be seen."""
        return self.look.ink


@dataclass(slots=True)
class Page:
    """What is drawn as text on one page."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)
    """Address and box (left, top, right, bottom) of each link annotation."""
    dropped: list[str] = field(default_factory=list)


def read_page(document: Any, page: Any, number: int) -> Page:
    """Return the page's words and links; what nobody sees is left out and counted."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    found = _Reader(page, textpage, width, height).words()
    textpage.close()
    inside = [word for word in found if _inside(word, width, height)]
    hidden = unseen(inside, page, height)
    seen = [word for word, is_hidden in zip(inside, hidden, strict=True) if not is_hidden]
    notes = {
        "words outside of the page": len(found) - len(inside),
        "words that cannot be seen": len(inside) - len(seen),
    }
    dropped = [f"page {number}: {count} {what}" for what, count in notes.items() if count]
    return Page(number, width, height, seen, _links(document, page, height), dropped)


def _inside(word: Word, width: float, height: float) -> bool:
    return word.right > 0 and word.left < width and word.bottom > 0 and word.top < height


class _Reader:
    """Groups PDFium's characters into words."""

    def __init__(self, page: Any, textpage: Any, width: float, height: float) -> None:
        self._raw = textpage.raw
        self._width = width
        self._height = height
        self._origin_left, self._origin_bottom = page.get_mediabox()[:2]
        self._box = pdfium_c.FS_RECTF()
        self._matrix = pdfium_c.FS_MATRIX()
        self._looks: dict[int, Look] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}

    def words(self) -> list[Word]:
        found: list[Word] = []
        chars: list[str] = []
        first = -1
        get_unicode = pdfium_c.FPDFText_GetUnicode
        for index in range(pdfium_c.FPDFText_CountChars(self._raw)):
            code = get_unicode(self._raw, index)
            if code in _HYPHENS:
                code = 0x2D
            if code > 0x20 and code != 0xA0:  # noqa: PLR2004  space and no-break space
                if first < 0:
                    first = index
                chars.append(chr(code))
                continue
            if chars:
                found.append(self._word(chars, first))
                chars, first = [], -1
        if chars:
            found.append(self._word(chars, first))
        return found

    def _word(self, chars: list[str], first: int) -> Word:
        """Return the word without the characters that are beyond the edge of the page."""
        whole = self._run("".join(chars), first, first + len(chars) - 1)
        if self._shows(whole) and not (whole.left < 0 or whole.right > self._width):
            return whole
        each = [self._run(char, first + at, first + at) for at, char in enumerate(chars)]
        shown = [at for at, char in enumerate(each) if self._shows(char)]
        if not shown:
            return whole
        text = "".join(chars[shown[0] : shown[-1] + 1])
        return self._run(text, first + shown[0], first + shown[-1])

    def _shows(self, word: Word) -> bool:
        return _inside(word, self._width, self._height)

    def _run(self, text: str, first: int, last: int) -> Word:
        left, top, right, bottom = self._char_box(first)
        if last != first:
            _, last_top, right, last_bottom = self._char_box(last)
            top, bottom = min(top, last_top), max(bottom, last_bottom)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return Word(text, left, top, right, bottom, self._look(first))

    def _char_box(self, index: int) -> tuple[float, float, float, float]:
        box = self._box
        pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, box)
        top, bottom = self._height - box.top, self._height - box.bottom
        shift = self._origin_bottom
        return (
            min(box.left, box.right) - self._origin_left,
            min(top, bottom) + shift,
            max(box.left, box.right) - self._origin_left,
            max(top, bottom) + shift,
        )

    def _look(self, index: int) -> Look:
        """Return how the character's text object is drawn."""
        text_object = pdfium_c.FPDFText_GetTextObject(self._raw, index)
        key = ctypes.cast(text_object, ctypes.c_void_p).value or 0
        if key not in self._looks:
            pdfium_c.FPDFText_GetMatrix(self._raw, index, self._matrix)
            scale = math.hypot(self._matrix.c, self._matrix.d) or 1.0
            size = round(pdfium_c.FPDFText_GetFontSize(self._raw, index) * scale, 1)
            self._looks[key] = self._look_of(text_object, size) if key else Look(size)
        return self._looks[key]

    def _look_of(self, text_object: Any, size: float) -> Look:
        bold, italic = self._weight(text_object)
        return Look(size, bold, italic, colour_of(text_object), ink_of(text_object))

    def _weight(self, text_object: Any) -> tuple[bool, bool]:
        """Return whether the font is bold, and whether it is italic."""
        font = pdfium_c.FPDFTextObj_GetFont(text_object)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(_NAME_BYTES)
            pdfium_c.FPDFFont_GetBaseFontName(font, buffer, _NAME_BYTES)
            name = buffer.value.decode("utf-8", "replace").lower()
            named = any(mark in name for mark in ("bold", "black", "heavy", "cmbx"))
            weight = pdfium_c.FPDFFont_GetWeight(font)
            flags = pdfium_c.FPDFFont_GetFlags(font)
            heavy = weight >= _BOLD_WEIGHT or bool(flags > 0 and flags & _FORCE_BOLD)
            slanted = any(mark in name for mark in ("italic", "oblique", "cmti", "cmsl"))
            leaning = slanted or bool(flags > 0 and flags & _ITALIC)
            self._fonts[key] = (named or heavy, leaning)
        return self._fonts[key]


def _links(
    document: Any, page: Any, height: float
) -> list[tuple[tuple[float, float, float, float], str]]:
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
