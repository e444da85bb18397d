"""The words of a PDF page with their place and font, in content-stream order."""

import ctypes
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

import pypdfium2.raw as pdfium_c

from aicvgen.documents.glyphs import BULLET_GLYPHS
from aicvgen.documents.pdf.grounds import Box
from aicvgen.documents.pdf.ink import Ink, unseen
from aicvgen.documents.pdf.links import links_of
from aicvgen.documents.pdf.looks import Look, Looks, is_raised
from aicvgen.documents.pdf.notes import words_in_notes
from aicvgen.documents.pdf.shapes import Shapes, shapes_of
from aicvgen.documents.pdf.spaces import lost
from aicvgen.domain.counted import counted
from aicvgen.domain.dropped import Dropped

_HYPHENS = {0xFFFE, 0x02, 0xAD}
"""How PDFium and LaTeX fonts encode a hyphen that is drawn."""
_HYPHEN = 0x2D
_SPELT_HYPHENS = frozenset("-\u2010\u2011")
"""A file may say that one hyphen on the page is all of these."""
_CODES = 0x1000
_PRIVATE = {chr(code) for code in range(0xE000, 0xF900)}


@dataclass(slots=True)
class Word:
    """A run of characters without white space; the box is in points from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    look: Look
    baseline: float
    """Distance of the line it stands on from the top of the page."""
    icon: bool = False
    """It is a picture."""

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

    @property
    def colour(self) -> str:
        """As `rrggbb`; empty for a pattern."""
        return self.look.colour

    @property
    def drawn(self) -> Any:
        """The text object that it is part of."""
        return self.look.drawn


@dataclass(slots=True)
class Page:
    """What is drawn as text on one page."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    links: list[tuple[Box, str]] = field(default_factory=list)
    """Address and box (left, top, right, bottom) of each link annotation."""
    dropped: list[Dropped] = field(default_factory=list)
    shapes: Shapes = field(default_factory=Shapes)
    layer: list[Word] = field(default_factory=list)
    """The invisible words of a page that has no others: it may be a scan."""


def read_page(document: Any, page: Any, number: int) -> Page:
    """Return the page's words and links; what nobody sees is left out and counted."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    found = _Reader(page, textpage, width, height).words()
    textpage.close()
    inside = [word for word in found if _inside(word, width, height)]
    shapes, grounds = shapes_of(page, width, height)
    hidden = unseen(inside, page, grounds)
    seen = [word for word, is_hidden in zip(inside, hidden, strict=True) if not is_hidden]
    notes = {
        "outside of the page": len(found) - len(inside),
        "that cannot be seen": len(inside) - len(seen),
        "in notes beside the page": words_in_notes(page),
    }
    dropped = [
        Dropped(where=f"page {number}", why=f"{counted(count, 'word')} {what}")
        for what, count in notes.items()
        if count
    ]
    layer = [] if seen else [word for word in inside if word.ink is Ink.NONE]
    links = links_of(document, page, height)
    return Page(number, width, height, seen, links, dropped, shapes, layer)


def _inside(word: Word, width: float, height: float) -> bool:
    return word.right > 0 and word.left < width and word.bottom > 0 and word.top < height


class _Reader:
    """Groups PDFium's characters into words."""

    def __init__(self, page: Any, textpage: Any, width: float, height: float) -> None:
        self._raw = textpage.raw
        self._width = width
        self._height = height
        self._origin_left, self._origin_bottom = page.get_bbox()[:2]
        self._box = pdfium_c.FS_RECTF()
        self._origin = (ctypes.c_double(), ctypes.c_double())
        self._looks = Looks(textpage.raw)

    def words(self) -> list[Word]:
        found: list[Word] = []
        chars: list[str] = []
        first = -1
        get_unicode = pdfium_c.FPDFText_GetUnicode
        for index in range(pdfium_c.FPDFText_CountChars(self._raw)):
            code = get_unicode(self._raw, index)
            if code in _HYPHENS:
                code = _HYPHEN
            if _is_seen(code):
                if first < 0:
                    first = index
                chars.append(chr(code))
                if not (code == _HYPHEN and _is_word(chars) and self._breaks(index)):
                    continue
            if chars:
                found += self._words_of(chars, first)
                chars, first = [], -1
        if chars:
            found += self._words_of(chars, first)
        return found

    def _words_of(self, chars: list[str], first: int) -> list[Word]:
        """Return the word, or those in it: a space was missed, a digit is raised."""

        def gap(at: int) -> float:
            return self._char_box(first + at)[0] - self._char_box(first + at - 1)[2]

        size = self._looks.of(first).size
        inner = lost("".join(chars), gap, size, lambda: self._beside(first, first + len(chars) - 1))
        raised = [at > 0 and self._is_raised(char, first, at) for at, char in enumerate(chars)]
        turns = {at for at in range(1, len(chars)) if raised[at] != raised[at - 1]}
        edges = [0, *sorted(turns.union(inner)), len(chars)]
        return [
            word
            for start, end in pairwise(edges)
            for word in self._without_icons(chars[start:end], first + start)
        ]

    def _is_raised(self, char: str, first: int, at: int) -> bool:
        """Say whether a digit inside of a word is raised, such as an exponent."""
        if not char.isdigit():
            return False
        height = self._baseline(first) - self._baseline(first + at)
        return is_raised(self._looks.of(first + at).size, height, self._looks.of(first).size)

    def _beside(self, first: int, last: int) -> list[float]:
        """Return the white before and behind a word, where other words are on its line."""
        line, count = self._baseline(first), pdfium_c.FPDFText_CountChars(self._raw)
        before, after = first - 1, last + 1
        while before >= 0 and self._is_space(before):
            before -= 1
        while after < count and self._is_space(after):
            after += 1
        return [
            self._char_box(right)[0] - self._char_box(left)[2]
            for left, right in ((before, first), (last, after))
            if left >= 0 and right < count
            if self._baseline(left) == self._baseline(right) == line
        ]

    def _is_space(self, index: int) -> bool:
        return not _is_seen(pdfium_c.FPDFText_GetUnicode(self._raw, index))

    def _breaks(self, index: int) -> bool:
        """Say whether a word goes on on the next line: PDFium leaves out the break."""
        if not chr(pdfium_c.FPDFText_GetUnicode(self._raw, index + 1)).islower():
            return False
        _, top, _, bottom = self._char_box(index)
        _, next_top, _, next_bottom = self._char_box(index + 1)
        return min(next_top, next_bottom) >= max(top, bottom) - (bottom - top) / 2

    def _without_icons(self, chars: list[str], first: int) -> list[Word]:
        """Return the word, or the words and icons that it is made of."""
        last = first + len(chars) - 1
        if not (self._looks.is_icon(first) or (last > first and self._looks.is_icon(last))):
            return [self._word(chars, first)]
        found: list[Word] = []
        at = 0
        for is_icon, group in groupby(
            range(len(chars)), key=lambda index: self._looks.is_icon(first + index)
        ):
            count = len(list(group))
            run = chars[at : at + count]
            if is_icon and not _is_spoken(run):
                run = [_picture(char) for char in run]
            found.append(self._word(run, first + at))
            at += count
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
        text = self._once(text, first).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = text.translate(BULLET_GLYPHS)
        icon = text[0] in _PRIVATE and text[-1] in _PRIVATE
        look = self._looks.of(first)
        return Word(text, left, top, right, bottom, look, self._baseline(first), icon)

    def _once(self, text: str, first: int) -> str:
        """Return the text with one hyphen for several at the same place: they are one glyph."""
        if sum(char in _SPELT_HYPHENS for char in text) < 2:  # noqa: PLR2004
            return text
        return "".join(
            char
            for at, char in enumerate(text)
            if not (
                at
                and {char, text[at - 1]} <= _SPELT_HYPHENS
                and self._char_box(first + at) == self._char_box(first + at - 1)
            )
        )

    def _baseline(self, index: int) -> float:
        pdfium_c.FPDFText_GetCharOrigin(self._raw, index, *self._origin)
        return float(self._height - self._origin[1].value + self._origin_bottom)

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


def _is_seen(code: int) -> bool:
    return code > 0x20 and code != 0xA0  # noqa: PLR2004  space and no-break space


def _picture(char: str) -> str:
    """Return a character for private use for a picture out of a font; cleaning takes it away."""
    return chr(0xE000 + ord(char) % _CODES)


def _is_spoken(chars: list[str]) -> bool:
    """Say whether characters in a font of pictures are the text that the file gives for them.

    A picture whose code is that of a letter is one letter, or the same one again and again.
    """
    return len({char for char in chars if char.isalnum()}) > 2  # noqa: PLR2004


def _is_word(chars: list[str]) -> bool:
    """Say whether the characters are of a word, and of no address."""
    return not any(char in "@./_" for char in chars)
