"""Names that only their type sets apart: a bold employer and a plain town on one line."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from aicvgen.model.extractive.cv.rows import Row

_MOST = 3
"""A row of more runs emphasises words."""
_LONGEST = 16
"""Words of a row that may be parted."""
_OPEN_END = re.compile(
    r"(?:^|\s)(?:a|an|the|and|or|of|to|in|on|at|by|for|from|with|und|oder|der|die|das|den|dem|des|"
    r"mit|von|vom|zu|zum|zur|im|für|bei|et|ou|le|la|les|du|de|un|une|avec|sur|pour|par|dans|en|au|"
    r"aux|chez|y|o|el|los|las|del|con|para|al|e|di|della|dei|nel|per|da|do|dos|das|no|na|ao|em|"
    r"van|het|een|met|voor|op|te)$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[^\w)\].%+#\"”’']$")
"""What ends in a separator is parted already."""
_PAIR = 2
_SAME_EDGE = 1.0
_NEXT_LINE = 1.6
"""In units of the font size."""
_MORE = re.compile(r"[A-ZÀ-Ž][^\W\d_.]*(?: [^\W\d_.]+){0,3}")
"""The rest of a name: a few words."""


def part(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a wide gap where the type changes between two names."""
    return [row.with_text("\t".join(names)) if (names := _names(row)) else row for row in rows]


def whole(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, the end of a name that did not fit behind another put on its row.

    For example 'Cook, *Moss' above '*Ridge Hotel': the type that the row ends with goes on.
    """
    found: list[Row] = []
    for row in rows:
        if found and _goes_on(found[-1], row, rows):
            before = found[-1]
            text = f"{before.text} {row.text}"
            line = before.line.model_copy(update={"text": text})
            found[-1] = replace(
                before, text=text, lines=before.lines + row.lines, line=line, last=row.last
            )
        else:
            found.append(row)
    return found


def _goes_on(before: Row, row: Row, rows: Sequence[Row]) -> bool:
    box, below = before.last.box, row.line.box
    if box is None or below is None or len(_runs(before)) != _PAIR or before.bullet or row.bullet:
        return False
    first, second = before.last, row.line
    alike = first.page == second.page and (first.size, first.italic, first.colour) == (
        second.size,
        second.italic,
        second.colour,
    )
    if not alike or second.bold or not first.bold or second.turns or not _MORE.fullmatch(row.text):
        return False
    if abs(box[0] - below[0]) > _SAME_EDGE or not 0 < below[1] - box[1] < _NEXT_LINE * first.size:
        return False
    word = (below[2] - below[0]) * len(row.text.split()[0]) / len(row.text)
    column = [each.last.box for each in rows if each.last.page == first.page and each.last.box]
    edge = max(other[2] for other in column if other[0] < box[2])
    return box[2] + word > edge


def label(row: Row) -> tuple[str, str]:
    """Return what stands in a type of its own at the start of a row, and the rest of it."""
    first, *others = _runs(row)
    return (first, others[0]) if len(others) == 1 and _opens(first) and _closes(first) else ("", "")


def _names(row: Row) -> list[str]:
    """Return the runs of one type where each of them can be a name."""
    runs = _runs(row)
    few = 1 < len(runs) <= _MOST and len(row.text.split()) <= _LONGEST and not row.bullet
    return runs if few and all(map(_opens, runs)) and all(map(_closes, runs[:-1])) else []


def _runs(row: Row) -> list[str]:
    """Return the runs of one type in a row that is a line, or the end of one, as it was read."""
    whole = row.line.text
    if not whole.endswith(row.text):
        return [row.text]
    cut = len(whole) - len(row.text)
    edges = [0, *(turn - cut for turn in row.line.turns if turn > cut), len(row.text)]
    return [row.text[start:end].strip() for start, end in pairwise(edges)]


def _opens(run: str) -> bool:
    return run[:1].isdigit() or run[:1].isupper() or run[:1] == "("


def _closes(run: str) -> bool:
    return not _JOINED.search(run) and not _OPEN_END.search(run)
