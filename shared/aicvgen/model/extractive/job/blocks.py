"""The blocks of an ad: headings, bullets and paragraphs, freed of markup."""

import re
from collections.abc import Sequence
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from aicvgen.domain.source import Format, Line, Role, Source
from aicvgen.model.extractive.job.topics import topic_of_heading

_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^)]*\)?")
_MARKS = re.compile(r"\*\*|__|`")
_SPACES = re.compile(r"[^\S\t]+")
_CONTINUES = re.compile(r"^[a-zäöüßàâçéèêëîïôùûñáíóúãõ(&]")
_LABELLED = re.compile(r"^[^:.]{2,40}:(?:\s|$)")
_NEVER_WRAPPED = frozenset({Format.DOCX, Format.HTML})
_SENTENCE_END = re.compile(r"[.!?:;]$")
_FULL_LINE = 60
_LONGEST_WRAPPED = 120
"""A text with lines longer than this is not wrapped by hand."""
_LOUDER = 1.15
"""Type that is this much larger than the rest announces something."""
_LOUD_WORDS = 10
_LONG_TITLE = 90
"""Characters from which the first line is no title, which a line of its own follows."""
_HEADING_WORDS = 5


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
    wrapped = source.format not in _NEVER_WRAPPED and _is_wrapped(source.lines)
    body = median([line.size for line in source.lines] or [0.0])
    last = ""
    for line in source.lines:
        block = _block(line, body)
        if not block.text:
            continue
        if (
            joined
            and source.format not in _NEVER_WRAPPED
            and _goes_on(joined[-1], last, block, first=len(joined) == 1)
        ):
            full = wrapped and len(last) >= _FULL_LINE
            if full or _CONTINUES.match(block.text) or _is_open(last):
                gap = "" if last.endswith("/") else " "
                joined[-1] = joined[-1]._replace(text=f"{joined[-1].text}{gap}{block.text}")
                last = block.text
                continue
        joined.append(block)
        last = block.text
    return tuple(joined)


def _is_wrapped(lines: Sequence[Line]) -> bool:
    long = sum(len(line.text) > _LONGEST_WRAPPED for line in lines)
    full = sum(len(line.text) >= _FULL_LINE for line in lines)
    return long * 4 <= full


def _block(line: Line, body: float) -> Block:
    plain = line.text.replace("\u2019", "'")
    text = _SPACES.sub(" ", _MARKS.sub("", _LINK.sub(r"\1", _COMMENT.sub("", plain)))).strip()
    marked = _HEADING.match(text)
    if marked or line.role is Role.HEADING:
        return Block(Shape.HEADING, marked[1] if marked else text)
    if line.role is Role.BULLET:
        return Block(Shape.BULLET, text)
    return Block(Shape.HEADING if _is_loud(line, text, body) else Shape.PARAGRAPH, text)


def _is_loud(line: Line, text: str, body: float) -> bool:
    """Say whether bold or large type makes a heading of a short line."""
    loud = line.bold or (body > 0 and line.size > _LOUDER * body)
    short = len(text.split()) <= _LOUD_WORDS and not text.endswith((".", ",", ";"))
    return loud and short and not re.search(r":\s*\S|\t", text)


def _is_open(text: str) -> bool:
    """Say whether a parenthesis goes on after a short line: a title in large type is wrapped."""
    return text.rfind("(") > text.rfind(")") and len(text) > _FULL_LINE // 2


def _goes_on(before: Block, last: str, block: Block, *, first: bool) -> bool:
    """Say whether nothing forbids that a line goes on with the block before it."""
    if _is_open(last):
        return True
    if first and len(last) < _LONG_TITLE:
        return bool(_CONTINUES.match(block.text))
    if block.shape is not Shape.PARAGRAPH or before.shape is Shape.HEADING:
        return False
    if topic_of_heading(block.text) and len(block.text.split()) <= _HEADING_WORDS:
        return bool(_CONTINUES.match(block.text))
    return not (_SENTENCE_END.search(last) or _LABELLED.match(block.text) or "\t" in block.text)
