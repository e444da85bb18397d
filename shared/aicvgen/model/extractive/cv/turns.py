"""Names that only their type sets apart: a bold employer and a plain town on one line."""

import re
from collections.abc import Sequence
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


def part(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a wide gap where the type changes between two names."""
    return [row.with_text("\t".join(names)) if (names := _names(row)) else row for row in rows]


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
