"""What text stands on or is covered by: filled figures and pictures, in the order of drawing."""

import ctypes
import math
from dataclasses import dataclass, field
from typing import Any, Protocol

import pypdfium2.raw as pdfium_c

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's top left."""

_ALIKE = 24
"""Two colours are alike where no part of 255 differs by more."""
_SHARE = 0.5
"""Of the page, that the picture of a scan takes at least."""


class Placed(Protocol):
    """Something with a place on the page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Ground:
    """A filled figure or a picture."""

    box: Box
    order: int
    """Its place among the objects of the page."""
    colour: bytes = b""
    """Red, green, blue; empty for a picture."""

    def holds(self, word: Placed) -> bool:
        """Say whether the middle of a word is within."""
        across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.box[0] <= across <= self.box[2] and self.box[1] <= down <= self.box[3]


@dataclass(slots=True)
class Grounds:
    """The grounds of one page."""

    width: float
    height: float
    found: list[Ground] = field(default_factory=list)
    figures: int = 0
    """How many figures are drawn, filled or not."""
    texts: list[tuple[int, Any]] = field(default_factory=list)
    """The text objects with their places among the objects of the page."""
    _orders: dict[int, int] = field(default_factory=dict)
    _alike: dict[str, list[Ground]] = field(default_factory=dict)
    """The grounds of about a colour."""

    def may_hide(self, word: Placed, colour: str, drawn: Any) -> bool:
        """Say whether a word stands on its own colour or something was drawn later in its place."""
        if not self.found or not drawn:
            return False
        if colour not in self._alike:
            own = bytes.fromhex(colour)
            self._alike[colour] = [each for each in self.found if _are_alike(each.colour, own)]
        if any(ground.holds(word) for ground in self._alike[colour]):
            return True
        first = self.texts[0][0] if self.texts else math.inf
        over = [each for each in self.found if each.order > first and each.holds(word)]
        return bool(over) and max(each.order for each in over) > self._order(drawn)

    def _order(self, drawn: Any) -> float:
        """Return the place of a text object; what is within a figure counts as drawn last."""
        if not self._orders:
            self._orders = {ctypes.addressof(each.contents): at for at, each in self.texts}
        return self._orders.get(ctypes.addressof(drawn.contents), math.inf)

    def show_a_page(self, words: int) -> bool:
        """Say whether pictures or figures may be what so many invisible words say."""
        return self.figures >= words or any(
            not ground.colour
            and (ground.box[2] - ground.box[0]) * (ground.box[3] - ground.box[1])
            >= _SHARE * self.width * self.height
            for ground in self.found
        )


def fill_of(figure: Any) -> bytes:
    """Return the colour that a figure is filled with; empty where it is not, or by a pattern."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(figure, mode, stroked)
    parts = [ctypes.c_uint() for _ in range(4)]
    if not mode.value or not pdfium_c.FPDFPageObj_GetFillColor(figure, *parts):
        return b""
    return bytes(part.value for part in parts[:3]) if parts[3].value else b""


def _are_alike(one: bytes, other: bytes) -> bool:
    return bool(one and other) and all(
        abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True)
    )
