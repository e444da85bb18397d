"""Contact details that stand elsewhere: in a footer, or read in the middle of a section."""

import re
from collections.abc import Callable, Sequence

from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.cv import labels, links, places, reach
from aicvgen.model.extractive.cv.continued import whole_rows
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.sections import Block
from aicvgen.model.extractive.cv.urls import is_url

_OTHERS = frozenset({Kind.REFERENCES, Kind.PUBLICATIONS})
"""An address under these headings is somebody else's."""
_MOST_ROWS = 8
"""Rows of details above and below the one with the address."""
_MOST_CHARS = 160
_PAGES = re.compile(r"\d{1,2} ?/ ?\d{1,2}")
"""Which page of how many: it stands beside details in a footer."""


def gather(blocks: list[Block], running: list[Row]) -> tuple[list[Block], list[Row]]:
    """Return the blocks with displaced details in one of their own, and the other running rows.

    Looks only for what was not found at the top or under a heading of contact details; a row
    belongs to the details if the whole of it is one.
    """
    for wanted in (_has_email, _has_phone):
        if any(wanted(row) for block in blocks if block.kind is None for row in block.rows):
            continue
        for block in blocks:
            if block.kind is None or block.kind in _OTHERS:
                continue
            found, block.rows = _part(block.rows, wanted)
            if found:
                break
        else:
            found, running = _part(running, wanted)
        if found:
            blocks = [*blocks, Block(None, rows=found)]
    return blocks, running


def _part(rows: list[Row], wanted: Callable[[Row], bool]) -> tuple[list[Row], list[Row]]:
    """Return the first row of details with what is wanted and those around it, and the rest."""
    if not any(wanted(row) for row in rows):
        return [], rows
    whole = whole_rows(rows)
    at = next((n for n, row in enumerate(whole) if wanted(row) and _is_detail(row)), None)
    if at is None:
        return [], rows
    above = _details(whole[:at][::-1])[::-1]
    found = [*above, whole[at], *_details(whole[at + 1 :])]
    lines = {line for row in found for line in row.lines}
    return found, [row for row in rows if lines.isdisjoint(row.lines)]


def _details(rows: Sequence[Row]) -> list[Row]:
    """Return the details that the rows start with, among them at most one bare place."""
    found: list[Row] = []
    bare = 0
    for row in rows[:_MOST_ROWS]:
        bare += places.is_place(row.text) and not _is_rest_of_address(row.text)
        if bare > 1 or not _is_detail(row):
            break
        found.append(row)
    return found


def _is_detail(row: Row) -> bool:
    """Say whether every piece of a row is an address, a number, a place, or a label of one."""
    if len(row.text) > _MOST_CHARS or row.dated:
        return False
    return all(
        _is_piece(piece) or any(links.shows(piece, link) for link in row.line.links)
        for piece in reach.pieces_of(row.text)
    )


def _is_piece(piece: str) -> bool:
    kind, _, text = labels.split(piece)
    return (
        bool(kind)
        or labels.is_remark(text)
        or bool(reach.email_in(text) or reach.phone_in(text))
        or is_url(text)
        or links.is_label(text)
        or links.is_handle(text)
        or places.is_address(text)
        or places.is_code(text)
        or _PAGES.fullmatch(text) is not None
    )


def _is_rest_of_address(text: str) -> bool:
    """Say whether a place is the last line of an address: a postcode is in it, or it is a code."""
    return any(char.isdigit() for char in text) or places.is_code(text)


def _has_email(row: Row) -> bool:
    return bool(reach.email_in(row.text)) or any(
        link.startswith("mailto:") for link in row.line.links
    )


def _has_phone(row: Row) -> bool:
    return len(row.text) <= _MOST_CHARS and any(
        reach.phone_in(labels.split(piece)[2], labelled=labels.split(piece)[0] == labels.PHONE)
        for piece in reach.pieces_of(row.text)
        if labels.split(piece)[0] in {"", labels.PHONE}
    )
