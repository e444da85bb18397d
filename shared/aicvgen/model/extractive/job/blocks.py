"""The blocks of an ad: headings, bullets and paragraphs, freed of markup."""

import re
from enum import StrEnum
from typing import NamedTuple

from aicvgen.domain.source import Format, Line, Role, Source

_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$")
_COMMENT = re.compile(r"<!--.*?-->")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)?")
_MARKS = re.compile(r"\*\*|__|`")
_LONG_LINE = 60
_CONTINUES = re.compile(r"^[a-zäöüß(&]")
_LABELLED = re.compile(r"^[^:.]{2,40}:\s")
_NEVER_WRAPPED = frozenset({Format.DOCX, Format.HTML})
_SENTENCE_END = re.compile(r"[.!?:;]$")


class Shape(StrEnum):
    """What a block looks like."""

    HEADING = "heading"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"


class Block(NamedTuple):
    """One heading, bullet or paragraph."""

    shape: Shape
    text: str


def blocks_of(source: Source) -> tuple[Block, ...]:
    """Return the blocks of an ad in its order, wrapped lines joined."""
    joined = list[Block]()
    for line in source.lines:
        block = _block(line)
        if not block.text:
            continue
        if source.format not in _NEVER_WRAPPED and joined and _continues(joined[-1], block):
            joined[-1] = joined[-1]._replace(text=f"{joined[-1].text} {block.text}")
        else:
            joined.append(block)
    return tuple(joined)


def _block(line: Line) -> Block:
    plain = line.text.replace("\u2019", "'")
    text = " ".join(_MARKS.sub("", _LINK.sub(r"\1", _COMMENT.sub("", plain))).split())
    marked = _HEADING.match(text)
    if marked or line.role is Role.HEADING:
        return Block(Shape.HEADING, marked[1] if marked else text)
    return Block(Shape.BULLET if line.role is Role.BULLET else Shape.PARAGRAPH, text)


def _continues(before: Block, block: Block) -> bool:
    """Say whether a line only goes on because the one before it was full."""
    if block.shape is not Shape.PARAGRAPH or before.shape is Shape.HEADING:
        return False
    if _SENTENCE_END.search(before.text) or _LABELLED.match(block.text):
        return False
    return bool(_CONTINUES.match(block.text)) or len(before.text) >= _LONG_LINE
