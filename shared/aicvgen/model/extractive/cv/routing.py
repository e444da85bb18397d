"""Rows to the kind they are about, where one heading stands above several kinds."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.cv import headings, lexicon
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.sections import Block
from aicvgen.model.extractive.cv.spoken import LEVEL, is_level, names_language

_LABEL = re.compile(r"^([^:\t]{2,45})(?::\s*|\t)(?=\S)")
_CERTIFIED = re.compile(r"^\W*\w*(?:certif|zertif)", re.IGNORECASE)
_OWN_KIND = frozenset(
    {Kind.LANGUAGES, Kind.INTERESTS, Kind.CERTIFICATES, Kind.EDUCATION, Kind.AWARDS}
)


def route(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with foreign rows moved to blocks of their own."""
    routed: list[Block] = []
    for block in blocks:
        kinds = headings.kinds_of(block.heading)
        if block.kind is Kind.SKILLS or (Kind.EDUCATION in kinds and Kind.SKILLS in kinds):
            parts = _split(block, mixed=Kind.EDUCATION in kinds)
        elif block.kind is Kind.LANGUAGES and Kind.SKILLS in kinds:
            parts = _spoken_apart(block)
        else:
            parts = [block]
        if len(parts) > 1 and len(kinds) > 1:
            parts[0].heading = ""  # no part is about all that it names
        routed += parts
    return routed


def _split(block: Block, *, mixed: bool) -> list[Block]:
    parts = [Block(block.kind, block.heading, block.lines)]
    part = parts[0]
    for row in block.rows:
        kind, text = _kind_of(row, mixed=mixed)
        if kind is None and part.kind is Kind.LANGUAGES and not _is_spoken(text):
            kind = block.kind
        if kind and kind is not part.kind:
            part = next((each for each in parts if each.kind is kind), Block(kind))
            parts += [] if part in parts else [part]
        part.rows.append(row.with_text(text))
    filled = [part for part in parts if part.rows]
    if filled and filled[0] is not parts[0]:
        filled[0].heading, filled[0].lines = block.heading, block.lines
    return filled or parts


def _spoken_apart(block: Block) -> list[Block]:
    """Return what is spoken, and the other skills under the same heading."""
    spoken = [row for row in block.rows if _is_spoken(row.text)]
    others = [row for row in block.rows if row not in spoken]
    if not spoken or not others:
        return [block]
    named = Block(Kind.LANGUAGES, block.heading, block.lines, spoken)
    return [named, Block(Kind.SKILLS, rows=others)]


def _is_spoken(text: str) -> bool:
    """Say whether a text names a language or says how well one is spoken."""
    return names_language(text) or LEVEL.search(text) is not None


def _kind_of(row: Row, *, mixed: bool) -> tuple[Kind | None, str]:
    """Return the kind a row is about (None: the same as before) and its text without that label."""
    label = _LABEL.match(row.text)
    rest = row.text[label.end() :] if label else row.text
    named = headings.kind_of(label[1]) if label else None
    if named is Kind.LANGUAGES and not (names_language(rest) or is_level(rest)):
        named = Kind.SKILLS
    if named in _OWN_KIND and (named is not Kind.CERTIFICATES or _CERTIFIED.search(row.text)):
        return named, rest
    if mixed and not label and (lexicon.is_degree(row.text) or lexicon.is_school(row.text)):
        return Kind.EDUCATION, row.text
    if label and "," in rest:
        return Kind.SKILLS, row.text
    if row.bullet or mixed:
        return None, row.text
    return Kind.SKILLS, row.text
