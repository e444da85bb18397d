"""Markdown to lines."""

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from aicvgen.documents.glyphs import clean, invisible, split_bullet
from aicvgen.documents.html.sight import declared, is_gone
from aicvgen.documents.limits import check_characters, check_lines, check_marks
from aicvgen.documents.piece import Piece
from aicvgen.documents.set_aside import from_elsewhere
from aicvgen.domain.counted import counted
from aicvgen.domain.dropped import Dropped
from aicvgen.domain.source import Format, Line, Role, Source

_HEADING = re.compile(r"^#{1,6}\s+\S", re.MULTILINE)
_EMPHASIS = re.compile(r"\*\*(?!\s)[^*\n]+(?<!\s)\*\*|\[[^\[\]\n]+\]\([^()\s]+\)")
"""No part may run past the start of the next one: that would take quadratic time."""
_FRONT_MATTER = re.compile(r"\A---\s*\n.*?\n---\s*\n", re.DOTALL)
_COLUMNS = re.compile(r"\s+\|\|\s+")
_DEFINITION = re.compile(r"\n[ ]{0,3}:[ ]+")
_ORDINAL = re.compile(r"^(\s*[-*+] +\d{1,2})(?=\. +\w)", re.MULTILINE)
"""An item that starts with a number: 2. Platz is no list within a list."""
_TAG = re.compile(
    r"<(?:[!?]|/?(?:[a-z]|[bhtd]r|h\d|em|strong|span|su[bp]|div|font|img|small|big|center|code|kbd"
    r"|mark|del|ins|t[dh]|table|tbody|[uod]l|li|d[td]|details|summary|sup|style|nobr|wbr)\b)",
    re.IGNORECASE,
)
"""What is no tag of HTML is text: `<company>` is a gap that somebody forgot to fill."""
_ELEMENT = re.compile(
    r"<(?P<end>/?)(?P<name>\w+)(?:[^>]*?\bstyle\s*=\s*[\"'](?P<style>[^\"'>]*))?[^>]*>"
)
_EMPTY = frozenset({"br", "img", "wbr", "hr"})
_MARKUP = re.compile(r"<!--|-->|<[^>]*>")
_SEPARATORS = " |·•,"
_MARKS = "[]*_`<&|"


def looks_like(decoded: str) -> bool:
    """Say whether the text uses Markdown's headings, bold or links."""
    return bool(_HEADING.search(decoded)) or len(_EMPHASIS.findall(decoded)) > 1


def read(decoded: str) -> Source:
    """Return one line per heading, list item, table row and line of a paragraph.

    Raises `Rejected` with TOO_LARGE before any work on more text than is read.
    """
    check_characters(len(decoded))
    check_lines(len(decoded.splitlines()))
    check_marks(sum(map(decoded.count, _MARKS)))
    body = _DEFINITION.sub(": ", _FRONT_MATTER.sub("", decoded))
    body = _ORDINAL.sub(r"\1\\", body)
    reader = _Reader()
    lines = tuple(reader.lines(_parser().parse(body)))
    hidden = (
        (Dropped(why=f"{counted(reader.hidden, 'word')} in comments and HTML"),)
        if reader.hidden
        else ()
    )
    front = from_elsewhere("front matter", _FRONT_MATTER.findall(decoded))
    dropped = (*hidden, *front, *invisible(decoded))
    return Source(format=Format.MARKDOWN, lines=lines, dropped=dropped)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


class _Reader:
    """Follows the parser's tokens through headings, lists and tables."""

    def __init__(self) -> None:
        self._heading = 0
        self._lists = 0
        self._new_item = False
        self._cells: list[Piece] | None = None
        self.hidden = 0
        """Words of comments, of what is hidden and of blocks of HTML, which are not read."""

    def lines(self, tokens: list[Token]) -> Iterator[Line]:
        for token in tokens:
            if token.type == "inline":
                yield from self._inline(token)
            elif token.type in {"fence", "code_block"}:
                yield from self._code(token)
            elif token.type == "tr_close":
                yield from self._table_row()
            else:
                self._move(token)

    def _move(self, token: Token) -> None:
        """Note what the next text stands in, or that nobody sees it."""
        if token.type == "html_block":
            self.hidden += len(_MARKUP.sub(" ", token.content).split())
        if token.type in {"heading_open", "heading_close"}:
            self._heading = int(token.tag[1:]) if token.nesting > 0 else 0
        elif token.type.endswith(("_list_open", "_list_close")):
            self._lists += token.nesting
        elif token.type == "list_item_open":
            self._new_item = True
        elif token.type == "tr_open":
            self._cells = []

    def _inline(self, token: Token) -> Iterator[Line]:
        tokens, hidden = _seen(token.children or [])
        self.hidden += hidden
        for piece in _pieces(tokens):
            if self._cells is not None:
                self._cells.append(piece)
            else:
                yield self._line(piece)
                self._new_item = False

    def _line(self, piece: Piece) -> Line:
        links, bold = tuple(piece.links), not piece.plain
        if self._heading:
            text, level = piece.text, self._heading
            return Line(text=text, role=Role.HEADING, level=level, bold=True, links=links)
        bullet, rest = split_bullet(piece.text)
        if self._new_item or (bullet and rest):
            text = piece.text if self._new_item else rest
            level = max(self._lists - 1, 0)
            return Line(text=text, role=Role.BULLET, level=level, bold=bold, links=links)
        turns = piece.turns
        return Line(text=piece.text, level=self._lists, bold=bold, links=links, turns=turns)

    def _table_row(self) -> Iterator[Line]:
        cells, self._cells = self._cells or [], None
        if cells:
            links = tuple(link for cell in cells for link in cell.links)
            yield Line(text="\t".join(cell.text for cell in cells), links=links)

    def _code(self, token: Token) -> Iterator[Line]:
        for raw in token.content.splitlines():
            text = clean(raw)
            if text:
                yield Line(text=text, level=self._lists)


def _seen(tokens: Sequence[Token]) -> tuple[list[Token], int]:
    """Return what is seen of a paragraph, and how many words of it are hidden."""
    kept: list[Token] = []
    open_tags: list[str] = []
    hidden = 0
    for token in tokens:
        tag = _ELEMENT.match(token.content) if token.type == "html_inline" else None
        if token.type == "html_inline" and token.content.startswith("<!--"):
            hidden += len(token.content[4:-3].split())
        elif tag and (open_tags or is_gone(declared(html.unescape(tag["style"] or "")))):
            if tag["end"] and tag["name"] in open_tags:
                open_tags = open_tags[: open_tags.index(tag["name"])]
            elif not tag["end"] and tag["name"] not in _EMPTY:
                open_tags.append(tag["name"])
        elif open_tags:
            hidden += len(token.content.split())
        else:
            kept.append(token)
    return kept, hidden


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """Yield the lines of a paragraph that say something."""
    strong = slanted = 0
    piece = Piece()
    for child in tokens:
        if child.type in {"softbreak", "hardbreak"}:
            yield from _finished(piece)
            piece = Piece()
        elif child.type in {"text", "code_inline", "image", "html_inline"}:
            piece.add(" " if _is_tag(child) else child.content, (strong, slanted))
            piece.plain |= not strong and bool(child.content.strip(_SEPARATORS))
        elif child.type in {"strong_open", "strong_close"}:
            strong += child.nesting
        elif child.type in {"em_open", "em_close"}:
            slanted += child.nesting
        elif child.type == "link_open":
            piece.links.append(str(child.attrs["href"]))
    yield from _finished(piece)


def _is_tag(token: Token) -> bool:
    return token.type == "html_inline" and _TAG.match(token.content) is not None


def _finished(piece: Piece) -> Iterator[Piece]:
    piece.text = _COLUMNS.sub("\t", piece.text)
    piece.clean()
    if piece.text:
        yield piece
