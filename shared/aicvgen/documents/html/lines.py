"""The elements of a page to lines."""

import re
from collections.abc import Iterator

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from aicvgen.documents.glyphs import split_bullet
from aicvgen.documents.piece import Piece
from aicvgen.domain.source import Line, Role

_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
    "time", "u", "var", "wbr",
))  # fmt: skip
_BOLD = frozenset({"b", "strong", "th", "dt"})
_LISTS = frozenset({"ul", "ol"})
_CELLS = frozenset({"td", "th"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PARTED = frozenset({"span", "time"})
_FEWEST_CHIPS, _MOST_CHIPS = 3, 60
"""In one block. Each looks at all others: among more they are no chips, and it would take long."""
_FLOATS = re.compile(r"float:\s*right", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_SEPARATORS = " |·•,\t\n"


def of(page: HtmlElement) -> tuple[Line, ...]:
    """Return the lines of a page."""
    return tuple(_Reader().lines(page))


class _Reader:
    """Follows the elements through headings, lists and tables."""

    def __init__(self) -> None:
        self._piece = Piece()
        self._heading = self._lists = self._bold = self._verbatim = 0
        self._new_item = False
        self._cells: list[list[Line]] | None = None
        self._types: list[tuple[str, str, str]] = []
        """Name, class and style of the elements within a line that are open."""

    def lines(self, page: HtmlElement) -> Iterator[Line]:
        for event, element in iterwalk(page, events=("start", "end")):
            if event == "start":
                yield from self._open(element)
                yield from self._read(element.text or "")
            else:
                yield from self._close(element)
                yield from self._read(element.tail or "")
        yield from self._finished()

    def _open(self, element: HtmlElement) -> Iterator[Line]:
        tag = element.tag
        if tag not in _INLINE:
            yield from self._finished()
        else:
            style = element.get("style", "")
            self._types.append((tag, element.get("class", ""), style))
            if (tag in _PARTED and (_glued(element) or _is_chip(element))) or _FLOATS.search(style):
                self._piece.text += "\t"
        if tag == "a" and element.get("href"):
            self._piece.links.append(element.get("href"))
        self._heading = _HEADINGS.get(tag, self._heading)
        self._lists += tag in _LISTS
        self._bold += tag in _BOLD
        self._verbatim += tag == "pre"
        self._new_item = self._new_item or tag == "li"
        if tag == "tr":
            self._cells = []
        elif tag in _CELLS and self._cells is not None:
            self._cells.append([])

    def _close(self, element: HtmlElement) -> Iterator[Line]:
        tag = element.tag
        if tag in _INLINE:
            self._types.pop()
        else:
            yield from self._finished()
        if tag in _HEADINGS:
            self._heading = 0
        self._lists -= tag in _LISTS
        self._bold -= tag in _BOLD
        self._verbatim -= tag == "pre"
        self._new_item = self._new_item and tag != "li"
        if tag == "tr":
            cells, self._cells = self._cells or [], None
            yield from _table_row([cell for cell in cells if cell])

    def _read(self, text: str) -> Iterator[Line]:
        if self._verbatim:
            *whole, text = text.split("\n")
            for each in whole:
                self._add(each)
                yield from self._finished()
        self._add(_SPACES.sub(" ", text))

    def _add(self, text: str) -> None:
        self._piece.add(text, tuple(self._types))
        self._piece.plain |= not self._bold and bool(text.strip(_SEPARATORS))

    def _finished(self) -> Iterator[Line]:
        """Yield the line put together so far, or keep it for the row of a table."""
        piece, self._piece = self._piece, Piece()
        piece.clean()
        if not piece.text:
            return
        line = self._line(piece.text, tuple(piece.links), bold=not piece.plain)
        if line.text == piece.text:
            line = line.model_copy(update={"turns": piece.turns})
        self._new_item = False
        if self._cells:
            self._cells[-1].append(line)
        else:
            yield line

    def _line(self, text: str, links: tuple[str, ...], *, bold: bool) -> Line:
        if self._heading:
            role = Role.HEADING
            return Line(text=text, role=role, level=self._heading, bold=True, links=links)
        bullet, rest = split_bullet(text)
        if self._new_item or (bullet and rest):
            level = max(self._lists - 1, 0)
            return Line(text=rest or text, role=Role.BULLET, level=level, bold=bold, links=links)
        return Line(text=text, level=self._lists, bold=bold, links=links)


def _glued(element: HtmlElement) -> bool:
    """Say whether the element follows another one without any space, as boxes side by side do."""
    before = element.getprevious()
    return before is not None and before.tag in _PARTED and not before.tail


def _is_chip(element: HtmlElement) -> bool:
    """Say whether the element is one of several of a class that fill a block: boxes in a row."""
    around = element.getparent()
    if around is None or not _FEWEST_CHIPS <= len(around) <= _MOST_CHIPS:
        return False
    if (around.text or "").strip():
        return False
    name = element.get("class")
    alike = all(each.tag == element.tag and each.get("class") == name for each in around)
    return bool(name) and alike and not any((each.tail or "").strip() for each in around)


def _table_row(cells: list[list[Line]]) -> Iterator[Line]:
    """Yield a row of single lines as one line, parted by tabs; others cell by cell."""
    if len(cells) > 1 and all(len(cell) == 1 for cell in cells):
        links = tuple(link for cell in cells for link in cell[0].links)
        text = "\t".join(cell[0].text for cell in cells)
        yield cells[0][0].model_copy(update={"text": text, "links": links, "turns": ()})
        return
    for cell in cells:
        yield from cell
