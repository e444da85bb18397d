"""Markdown to lines."""

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from aicvgen.documents.glyphs import clean, split_bullet
from aicvgen.domain.source import Format, Line, Role, Source

_HEADING = re.compile(r"^#{1,6}\s+\S", re.MULTILINE)
_EMPHASIS = re.compile(r"\*\*\S.*?\S\*\*|\[[^\]\n]+\]\([^)\s]+\)")
_FRONT_MATTER = re.compile(r"\A---\s*\n.*?\n---\s*\n", re.DOTALL)
_COLUMNS = re.compile(r"\s+\|\|\s+")
_DEFINITION = re.compile(r"\n[ ]{0,3}:[ ]+")


def looks_like(decoded: str) -> bool:
    """Say whether the text uses Markdown's headings, bold or links."""
    return bool(_HEADING.search(decoded)) or len(_EMPHASIS.findall(decoded)) > 1


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def read(decoded: str) -> Source:
    """Return one line per heading, list item, table row and line of a paragraph."""
    body = _FRONT_MATTER.sub("", decoded)
    body = _DEFINITION.sub(": ", body)
    lines = tuple(_lines(_parser().parse(body)))
    return Source(format=Format.MARKDOWN, lines=lines)


def _lines(tokens: list[Token]) -> Iterator[Line]:
    heading, lists, fresh_item = 0, 0, False
    cells: list[tuple[str, tuple[str, ...]]] | None = None
    for token in tokens:
        if token.type == "heading_open":
            heading = int(token.tag[1:])
        elif token.type == "heading_close":
            heading = 0
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            lists += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists -= 1
        elif token.type == "list_item_open":
            fresh_item = True
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            links = tuple(link for _, cell_links in cells for link in cell_links)
            text = "\t".join(text for text, _ in cells if text)
            if text:
                yield Line(text=text, links=links)
            cells = None
        elif token.type == "inline":
            pieces = list(_inline(token))
            if cells is not None:
                cells.append((" ".join(p[0] for p in pieces), sum((p[1] for p in pieces), ())))
                continue
            for text, links, bold in pieces:
                yield _line(
                    text, links, bold, heading, lists if fresh_item or lists else 0, fresh_item
                )
                fresh_item = False
        elif token.type in {"fence", "code_block"}:
            for raw in token.content.splitlines():
                text, _ = clean(raw)
                if text:
                    yield Line(text=text)


def _line(
    text: str, links: tuple[str, ...], bold: bool, heading: int, depth: int, item: bool
) -> Line:
    if heading:
        return Line(text=text, role=Role.HEADING, level=heading, bold=True, links=links)
    bullet, rest = split_bullet(text)
    if item:
        return Line(text=text, role=Role.BULLET, level=depth - 1, bold=bold, links=links)
    if bullet and rest:
        return Line(text=rest, role=Role.BULLET, level=depth, bold=bold, links=links)
    return Line(text=text, level=depth, bold=bold, links=links)


def _inline(token: Token) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield text, links and boldness of each line of a paragraph."""
    text, links, strong, plain = "", [], 0, False
    for child in [*(token.children or []), None]:
        if child is None or child.type in {"softbreak", "hardbreak"}:
            cleaned, _ = clean(_COLUMNS.sub("\t", text))
            if cleaned:
                yield cleaned, tuple(links), not plain
            text, links, plain = "", [], False
        elif child.type in {"text", "code_inline"}:
            text += child.content
            plain = plain or (not strong and bool(child.content.strip(" |·•,")))
        elif child.type == "strong_open":
            strong += 1
        elif child.type == "strong_close":
            strong -= 1
        elif child.type == "link_open":
            links.append(str(child.attrs["href"]))
        elif child.type == "image":
            text += child.content
