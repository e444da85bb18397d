"""Text that is drawn and yet not seen: in an invisible mode, like its ground, tiny or covered."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import Any, Protocol

import pypdfium2.raw as pdfium_c

from aicvgen.documents.pdf.grounds import Grounds

_OUTLINED = frozenset({
    pdfium_c.FPDF_TEXTRENDERMODE_STROKE, pdfium_c.FPDF_TEXTRENDERMODE_STROKE_CLIP,
})  # fmt: skip
_LIGHT = 225
"""Each part of a colour that may be that of the paper."""
_THIN = 16
"""Of 255: what lets more through than this may not be seen."""
_SMALLEST = 1.5
"""Points: nobody reads what is smaller."""
_SCALE = 0.5
"""Pixels of the picture per point."""
_FAINTEST = 8
"""Of 255: by how much a seen text changes at least one pixel of the picture."""
_MOST = 0.5
"""Where more of a page's words are invisible, they may be the text layer of a scan."""
_INNER = 0.25
"""Share of a word's height that is left out above and below: other lines may reach into it."""


class Ink(Enum):
    """How a text is drawn."""

    SEEN = "seen"
    DOUBTFUL = "doubtful"
    """It depends on what it stands on."""
    NONE = "none"


class Placed(Protocol):
    """A word with its ink; the box is in points from the page's top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """Font size in points."""
        ...

    @property
    def ink(self) -> Ink:
        """Whether it can be seen."""
        ...

    @property
    def colour(self) -> str:
        """As `rrggbb`; empty for a pattern."""
        ...

    @property
    def drawn(self) -> Any:
        """Return the text object that it is part of."""
        ...


def paint_of(text_object: Any) -> tuple[Ink, str]:
    """Return how a text object is drawn, and in which colour as `rrggbb`; empty for a pattern."""
    colour = _rgba(text_object)
    return _ink_of(text_object, colour), bytes(colour[:3]).hex() if colour else ""


def _ink_of(text_object: Any, colour: list[int] | None) -> Ink:
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(text_object)
    if mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE:
        return Ink.NONE
    if mode == pdfium_c.FPDF_TEXTRENDERMODE_CLIP:
        return Ink.DOUBTFUL
    if mode in _OUTLINED:
        return _paint(_rgba(text_object, pdfium_c.FPDFPageObj_GetStrokeColor))
    return _paint(colour)


def _paint(colour: list[int] | None) -> Ink:
    """Return what a paint is; a pattern counts as seen."""
    if colour is None:
        return Ink.SEEN
    *parts, alpha = colour
    if alpha == 0:
        return Ink.NONE
    return Ink.DOUBTFUL if alpha < _THIN or min(parts) >= _LIGHT else Ink.SEEN


def _rgba(
    page_object: Any, ask: Callable[..., int] = pdfium_c.FPDFPageObj_GetFillColor
) -> list[int] | None:
    colour = [ctypes.c_uint() for _ in range(4)]
    if not ask(page_object, *colour):
        return None
    return [each.value for each in colour]


def unseen(words: Sequence[Placed], page: Any, grounds: Grounds) -> list[bool]:
    """Return for each word whether nobody sees it; in doubt it is seen.

    Invisible text that is most of a page which shows a picture is the text layer of a scan and
    counts as seen.
    """
    inks = [word.ink for word in words]
    layer = inks.count(Ink.NONE) > _MOST * len(inks) and grounds.show_a_page(inks.count(Ink.NONE))
    hidden = [(word.ink is Ink.NONE and not layer) or _is_tiny(word) for word in words]
    doubtful = [
        at
        for at, word in enumerate(words)
        if not hidden[at]
        and (word.ink is Ink.DOUBTFUL or grounds.may_hide(word, word.colour, word.drawn))
    ]
    for at, shows in zip(doubtful, _show([words[at] for at in doubtful], page), strict=True):
        hidden[at] = not shows
    return hidden


def _is_tiny(word: Placed) -> bool:
    return word.size < _SMALLEST and word.bottom - word.top < _SMALLEST


def _show(words: Sequence[Placed], page: Any) -> Iterator[bool]:
    """Yield for each word whether the page looks otherwise without these words."""
    if not words:
        return
    if page.get_rotation():
        yield from [True] * len(words)
        return
    objects = {ctypes.addressof(word.drawn.contents): word.drawn for word in words}
    before = _picture(page)
    for each in objects.values():
        pdfium_c.FPDFPageObj_SetIsActive(each, 0)
    after = _picture(page)
    for each in objects.values():
        pdfium_c.FPDFPageObj_SetIsActive(each, 1)
    for word in words:
        yield _differ(word, before, after)


def _picture(page: Any) -> Any:
    """Return the page as a small bitmap: patterns and pictures are grounds like any other."""
    return page.render(scale=_SCALE, draw_annots=False)


def _differ(word: Placed, before: Any, after: Any) -> bool:
    """Say whether any pixel within a word's box differs between two pictures."""
    inner = _INNER * (word.bottom - word.top)
    top, bottom = (int(edge * _SCALE) for edge in (word.top + inner, word.bottom - inner))
    left, right = max(int(word.left * _SCALE), 0), int(word.right * _SCALE) + 1
    for row in range(max(top, 0), min(bottom + 1, before.height)):
        first = row * before.stride + left * before.n_channels
        last = row * before.stride + min(right, before.width) * before.n_channels
        one, other = bytes(before.buffer[first:last]), bytes(after.buffer[first:last])
        if one != other and max(abs(a - b) for a, b in zip(one, other, strict=True)) >= _FAINTEST:
            return True
    return False
