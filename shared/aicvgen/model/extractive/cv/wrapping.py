"""Broken lines put together again: which line goes on on the next one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from aicvgen.domain.source import Format, Line, Role
from aicvgen.model.extractive.cv.hyphens import join
from aicvgen.model.extractive.cv.rows import Row

_LOOSE = 1.9
"""Lines of one paragraph are never further apart than this many line heights."""
_INDENT = 2.0
"""Left edges further apart than this many points are different edges."""
_SAME_COLUMN = 6.0
_LONG = 60
_HALF = 30
_SOME = 40
_CAPITALS = 0.7
_SHORT_ROWS = 0.4
_FEWEST_ITEMS = 3
_COMMAS = 2
_LABEL = re.compile(r"^[^\W\d_][\w &/()+-]{1,35}:(?:\s|$)")
_TERMINAL = (".", "!", "?", ":", ";")
_NEVER_WRAPPED = frozenset({Format.DOCX, Format.HTML})
"""Formats whose lines are whole paragraphs."""


@dataclass(frozen=True, slots=True)
class _Block:
    """What the rows around say about where lines end."""

    form: Format
    right: float
    """Right edge of the text in points."""
    listed: bool
    """Rows without bullet glyphs are list items all the same."""


def unwrap(
    sections: Sequence[Sequence[Row]], form: Format, vocabulary: frozenset[str]
) -> list[list[Row]]:
    """Put list items and paragraphs of each section that were broken over lines together again.

    Where lines end is learnt from all sections that start at the same left edge.
    """
    edges = [_edges(rows) for rows in sections]
    return [
        _unwrap(
            rows,
            form,
            vocabulary,
            max(right for left, right in edges if abs(left - edges[index][0]) <= _SAME_COLUMN),
        )
        for index, rows in enumerate(sections)
    ]


def _edges(rows: Sequence[Row]) -> tuple[float, float]:
    """Return the left and right edge of the text in points."""
    boxes = [row.line.box for row in rows if row.line.box]
    return min((box[0] for box in boxes), default=0.0), max((box[2] for box in boxes), default=0.0)


def _unwrap(
    rows: Sequence[Row], form: Format, vocabulary: frozenset[str], right: float
) -> list[Row]:
    block = _Block(form, right, _is_list(rows, right))
    whole: list[Row] = []
    for row in rows:
        if whole and _continues(whole[-1], row, block):
            before = whole[-1]
            text = join(before.text, row.text, vocabulary)
            whole[-1] = Row(text, before.lines + row.lines, before.line, row.line)
        else:
            whole.append(row)
    return whole


def _is_list(rows: Sequence[Row], right: float) -> bool:
    """Say whether the rows without bullet glyphs are list items all the same.

    Running text fills its lines, and many of them start in the middle of a sentence.
    """
    pairs = [
        (row, after) for row, after in pairwise(rows) if not row.bullet and len(row.text) >= _SOME
    ]
    capital = sum(not row.text[:1].islower() for row, _ in pairs)
    short = sum(not _full(row.last, after.text, right) for row, after in pairs)
    if len(pairs) < _FEWEST_ITEMS:
        return False
    return capital > _CAPITALS * len(pairs) and short >= _SHORT_ROWS * len(pairs)


def _continues(before: Row, row: Row, block: _Block) -> bool:
    if row.bullet or Role.HEADING in {row.line.role, before.line.role}:
        return False
    if block.form in _NEVER_WRAPPED or (_LABEL.match(row.text) and not before.text.endswith(",")):
        return False
    if block.form is Format.PDF:
        return _adjacent(before, row) and (
            _item_wraps(before, row, block) if before.bullet else _text_wraps(before, row, block)
        )
    if before.bullet and row.line.level > before.line.level:
        return True
    return _starts_small(row) and (before.bullet or len(before.last.text) >= _LONG)


def _starts_small(row: Row) -> bool:
    return row.text[:1].islower()


def _adjacent(before: Row, row: Row) -> bool:
    """Say whether the row is the next line in the same type, and nothing but text."""
    last, line = before.last, row.line
    if last.box is None or line.box is None or row.dated or "\t" in row.text:
        return False
    if abs(last.size - line.size) > 1 or (last.bold != line.bold and not before.bullet):
        return False
    height = last.box[3] - last.box[1]
    return line.page != last.page or 0 < line.box[1] - last.box[1] <= _LOOSE * height


def _item_wraps(before: Row, row: Row, block: _Block) -> bool:
    small, last = _starts_small(row), before.last.text
    hanging = _left(row.line) >= _left(before.line) + _INDENT
    if small and (hanging or (len(last) >= _SOME and not last.endswith(_TERMINAL))):
        return True
    return (hanging or small) and (last.endswith(",") or _full(before.last, row.text, block.right))


def _text_wraps(before: Row, row: Row, block: _Block) -> bool:
    small, last = _starts_small(row), before.last.text
    if small and len(last) >= _SOME and not last.endswith(_TERMINAL):
        return True
    if abs(_left(row.line) - _left(before.last)) > _INDENT and "\t" not in last:
        return False
    if last.endswith(",") and not before.dated:
        return True
    if not _full(before.last, row.text, block.right):
        return False
    if not small and block.listed and not last.endswith("-") and last.count(",") < _COMMAS:
        return False
    return small or ("\t" not in last and len(last) >= _HALF and not before.dated)


def _left(line: Line) -> float:
    return line.box[0] if line.box else 0.0


def _full(line: Line, text: str, right: float) -> bool:
    """Say whether the next word would not have fitted on the line."""
    if line.box is None:
        return False
    per_character = (line.box[2] - line.box[0]) / max(len(line.text), 1)
    first_word = re.split(r"\s", text, maxsplit=1)[0]
    return line.box[2] + per_character * (len(first_word) + 1) > right - per_character
