"""Whether a document is the CVs of two people, one after the other."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.cv.names import name_in
from aicvgen.model.extractive.cv.sections import Block

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_ABOVE = 5
"""The name stands at most this many rows above the e-mail address."""


def are_two(blocks: Sequence[Block]) -> bool:
    """Say whether a second name and e-mail address open a second history.

    A referee has a name and an address, too, but no work and education after it.
    """
    found = _second_address(blocks)
    if found is None:
        return False
    at, row = found
    twice = {each.kind for each in blocks[: at + 1]} & {each.kind for each in blocks[at + 1 :]}
    if Kind.WORK not in twice or not twice & {Kind.EDUCATION, Kind.SKILLS}:
        return False
    above = [each.text for each in blocks[at].rows[max(0, row - _ABOVE) : row + 1]]
    names = {name_in(text).casefold() for text in (*above, blocks[at].heading, *_largest(blocks))}
    first = {name_in(each.text).casefold() for each in blocks[0].rows}
    return any(" " in name for name in names - first)


def _largest(blocks: Sequence[Block]) -> list[str]:
    """Return what is set in the largest type, where the format has sizes."""
    rows = [row for block in blocks for row in block.rows]
    largest = max((row.line.size for row in rows), default=0)
    return [row.text for row in rows if row.line.size == largest > 0]


def _second_address(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Return block and row of the first e-mail address that differs from the one before it."""
    known = ""
    for at, block in enumerate(blocks):
        for number, row in enumerate(block.rows):
            for address in _EMAIL.findall(" ".join((row.text, *row.line.links)).casefold()):
                if known and address != known and Kind.WORK in {b.kind for b in blocks[: at + 1]}:
                    return at, number
                known = known or address
    return None
