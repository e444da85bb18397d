"""Labels of skill groups that stand on rows of their own, told by how they look."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from aicvgen.model.extractive.cv.rows import Row

_SEPARATED = re.compile(r"[,;:|•·∙●◦■▪\t.]")
_MAX_LABEL_WORDS = 6
LEVEL_WORDS = (
    r"(?:(?:very|sehr|highly|most)\s+)?(?:experts?|expertise|expert\w*|master|advanced|proficient|"
    r"intermediate|competent|experienced|familiar|beginner|novice|basics?|good|native|fluent|skilled|"
    r"skillful|excellent|working knowledge|"
    r"experte|fortgeschritten|gut|grundkenntnisse|anfänger|erfahren|"
    r"avancé|intermédiaire|débutant|confirmé|maîtrise|avanzado|intermedio|básico|avanzato|base|"
    r"avançado|intermédio|intermediário|gevorderd|gemiddeld|basis)"
)
_LEVEL = re.compile(
    rf"(?:(?:level|niveau|nivel|livello|nível)\s*:\s*)?{LEVEL_WORDS}", re.IGNORECASE
)
_MARKS: tuple[Callable[[Row], float], ...] = (
    lambda row: round(2 * row.line.size) / 2,
    lambda row: row.text.isupper(),
    lambda row: row.line.bold,
    lambda row: -(row.line.box[0] // 6) if row.line.box else 0,
)
"""What makes a row stand out, the surest first: size, capitals, weight, the left edge."""


def mark(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a colon behind what is a label by its look.

    A row that only says how well one masters the group goes into its label, in parentheses.
    """
    plain = [row for row in rows if not _is_level(row)]
    labels = _labels(plain)
    marked: list[Row] = []
    for row in rows:
        if row.lines in labels:
            marked.append(row.with_text(f"{row.text.rstrip(' :')}:"))
        elif marked and _is_level(row) and marked[-1].lines in labels:
            text = f"{marked[-1].text[:-1]} ({row.text}):"
            marked[-1] = replace(marked[-1], text=text, lines=marked[-1].lines + row.lines)
        else:
            marked.append(row)
    return marked


def _is_level(row: Row) -> bool:
    return bool(_LEVEL.fullmatch(row.text.strip()))


def _labels(rows: Sequence[Row]) -> frozenset[tuple[int, ...]]:
    """Return the lines of the rows that stand out as the first one does."""
    if len(rows) < 2 or not _could_be(rows[0]):  # noqa: PLR2004  a label and a term
        return frozenset()
    for mark_of in _MARKS:
        first = mark_of(rows[0])
        others = [mark for row in rows if (mark := mark_of(row)) != first]
        if not others:
            continue
        alike = [row for row in rows if mark_of(row) == first]
        stands_out = first > Counter(others).most_common(1)[0][0]
        apart = not any(mark_of(row) == first == mark_of(after) for row, after in pairwise(rows))
        if stands_out and apart and all(map(_could_be, alike)):
            return frozenset(row.lines for row in alike)
        if others and not stands_out:
            return frozenset()
    return frozenset()


def _could_be(row: Row) -> bool:
    text = row.text.rstrip(" :")
    return (
        not row.bullet and not _SEPARATED.search(text) and 0 < len(text.split()) <= _MAX_LABEL_WORDS
    )
