"""Lesser headings inside a section of single rows: 'National' above awards with their years."""

from collections import Counter
from collections.abc import Sequence

from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.cv import headings
from aicvgen.model.extractive.cv.heading_looks import look_of
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.sections import Block, could_be

_LISTED = frozenset({Kind.AWARDS, Kind.CERTIFICATES, Kind.PUBLICATIONS})
_MOST_WORDS = 5
_FEWEST = 2
"""So many dated rows under a text make it a heading; one may be the date of what it names."""


def part(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, those parted at lesser headings whose rows are set alike and dated each.

    Otherwise the heading were an entry, and all rows under it one award of the first year.
    """
    return [part for block in blocks for part in _parts(block)]


def _parts(block: Block) -> list[Block]:
    heads = _heads(block.rows) if block.kind in _LISTED else []
    if not heads:
        return [block]
    found = [Block(block.kind, block.heading, block.lines, row=block.row)]
    for at, row in enumerate(block.rows):
        if at in heads:
            kind = headings.kind_of(row.text) or block.kind
            found.append(Block(kind, row.text.strip(" :"), row.lines, row=row))
        else:
            found[-1].rows.append(row)
    return found


def _heads(rows: Sequence[Row]) -> list[int]:
    """Return where the lesser headings are; nothing where one of them is none.

    The first opens the section: below a dated row a plain one is who gave what that row names.
    """
    dated = [_is_dated(row) for row in rows]
    looks = Counter(look_of(row) for row, is_dated in zip(rows, dated, strict=True) if is_dated)
    if not looks:
        return []
    usual = looks.most_common(1)[0][0]
    heads = [at for at, row in enumerate(rows) if _could_head(row) and look_of(row) != usual]
    if heads[:1] != [0]:
        return []
    counts = [_run(rows, dated, at + 1, usual) for at in heads]
    return heads if counts and all(counts) and max(counts) >= _FEWEST else []


def _could_head(row: Row) -> bool:
    plain = row.found is None and "\t" not in row.text
    return plain and could_be(row) and len(row.text.split()) <= _MOST_WORDS


def _is_dated(row: Row) -> bool:
    """Say whether a row has its date in a cell of its own, and a name beside it."""
    return not row.bullet and row.found is not None and "\t" in row.text and row.date_at_edge


def _run(rows: Sequence[Row], dated: Sequence[bool], start: int, look: object) -> int:
    """Return how many dated rows of a look follow each other."""
    end = start
    while end < len(rows) and dated[end] and look_of(rows[end]) == look:
        end += 1
    return end - start
