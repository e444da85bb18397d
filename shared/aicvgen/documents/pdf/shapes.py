"""What is drawn beside the text and parts it: bullets, boxes around words, upright rules."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

import pypdfium2.raw as pdfium_c

from aicvgen.documents.pdf.grounds import Box, Ground, Grounds, fill_of

_DOT = (1.2, 5.0)
"""Smallest and largest side of a drawn bullet in points."""
_ROUND = 0.6
"""The shorter side of a dot is at least this share of the longer one."""
_RULE = 2.0
"""An upright rule is at most this wide."""
_TALLEST = 3.0
"""A box around words is at most this many times as high as they are."""
_SLACK = 1.5
_LOWEST = 4.0
"""What is narrower hides no text."""
_DRAWN = frozenset({
    pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_SHADING,
})  # fmt: skip
_NEAR = 4.0
"""A line under a word is at most this far below it."""


class Placed(Protocol):
    """Something with a place on the page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Shapes:
    """The drawn figures of a page that tell something of its text."""

    dots: list[Box] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    """Outlines of words, or lines under them."""
    rules: list[Box] = field(default_factory=list)

    def part(self, before: Placed, after: Placed) -> bool:
        """Say whether two neighbours on a line are in boxes of their own, or a rule between."""
        middle = (before.top + before.bottom) / 2
        for rule in self.rules:
            between = before.right - _SLACK <= rule[0] <= after.left + _SLACK
            if between and rule[1] <= middle <= rule[3]:
                return True
        first = [box for box in self.boxes if holds(box, before)]
        if not first:
            return False
        return any(
            holds(box, after) and any(each[2] <= box[0] + _SLACK for each in first)
            for box in self.boxes
        )


def shapes_of(page: Any, width: float, height: float) -> tuple[Shapes, Grounds]:
    """Return the page's figures, and what text stands on; figures within figures are left out."""
    found, grounds = Shapes(), Grounds(width, height)
    for order, each, box in _objects(page, height, grounds.texts):
        wide, high = box[2] - box[0], box[3] - box[1]
        is_figure = pdfium_c.FPDFPageObj_GetType(each) == pdfium_c.FPDF_PAGEOBJ_PATH
        grounds.figures += is_figure
        fill = fill_of(each) if is_figure and min(wide, high) > _LOWEST else b""
        if fill or not is_figure:
            grounds.found.append(Ground(box, order, fill))
        if not is_figure:
            continue
        if _is_dot(wide, high):
            found.dots.append(box)
        elif wide <= _RULE:
            found.rules.append(box)
        else:
            found.boxes.append(box)
    return found, grounds


def _is_dot(wide: float, high: float) -> bool:
    small, large = sorted((wide, high))
    return _DOT[0] <= small and large <= _DOT[1] and small >= _ROUND * large


def holds(box: Box, word: Placed) -> bool:
    """Say whether a text stands in a box, or above a line."""
    high = word.bottom - word.top
    return (
        box[0] - _SLACK <= word.left
        and word.right <= box[2] + _SLACK
        and box[1] - _NEAR <= word.bottom
        and box[3] + _SLACK >= word.bottom - high / 2
        and box[3] - box[1] <= _TALLEST * high
    )


def _objects(
    page: Any, height: float, texts: list[tuple[int, Any]]
) -> Iterator[tuple[int, Any, Box]]:
    """Yield order and box of each figure and picture; note texts and their order."""
    origin_left, origin_bottom = page.get_bbox()[:2]
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(pdfium_c.FPDFPage_CountObjects(page.raw)):
        each = pdfium_c.FPDFPage_GetObject(page.raw, index)
        kind = pdfium_c.FPDFPageObj_GetType(each)
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            texts.append((index, each))
        elif kind in _DRAWN and pdfium_c.FPDFPageObj_GetBounds(each, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            box = (
                left - origin_left,
                height - top + origin_bottom,
                right - origin_left,
                height - bottom + origin_bottom,
            )
            yield index, each, box
