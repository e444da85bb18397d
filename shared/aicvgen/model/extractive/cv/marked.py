"""Headings with a mark in front of them, which makes them look like list items."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from aicvgen.domain.cv import Kind
from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv.heading_looks import Look, look_of
from aicvgen.model.extractive.cv.headings import kind_of
from aicvgen.model.extractive.cv.rows import Row

_FEWEST = 2
_TELLING = frozenset({Kind.WORK, Kind.EDUCATION})
"""Groups of skills are never called like these."""


def headings(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without marks in front of headings: '◆ Education', larger than the items."""
    looks = {
        (look.size, look.bold, look.colour)
        for look, texts in _known(rows).items()
        if len(texts) >= _FEWEST and _TELLING & {kind_of(text) for text in texts}
    }
    plain = {"role": Role.TEXT}
    return [
        replace(row, line=row.line.model_copy(update=plain), last=row.last.model_copy(update=plain))
        if row.bullet and _look(row) in looks
        else row
        for row in rows
    ]


def _look(row: Row) -> tuple[float, bool, str]:
    look = look_of(row)
    return (look.size, look.bold, look.colour)


def _known(rows: Sequence[Row]) -> dict[Look, set[str]]:
    """Return the known headings among the list items that are not set as most text is."""
    letters: Counter[Look] = Counter()
    for row in rows:
        letters[look_of(row)] += len(row.text)
    body = letters.most_common(1)[0][0] if letters else None
    found: dict[Look, set[str]] = {}
    for row in rows:
        look = look_of(row)
        if row.bullet and body and kind_of(row.text) and _stands_out(look, body):
            found.setdefault(look, set()).add(row.text)
    return found


def _stands_out(look: Look, body: Look) -> bool:
    return look.size > body.size or (look.size == body.size and look.bold > body.bold)
