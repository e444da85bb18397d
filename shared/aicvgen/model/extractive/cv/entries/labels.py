"""Labels of skill groups that stand on rows of their own, told by how they look."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from aicvgen.model.extractive.cv import turns
from aicvgen.model.extractive.cv.rows import Row

_SEPARATED = re.compile(r"[,;:|•·∙●◦■▪\t.]")
_MAX_LABEL_WORDS = 6
_JOINT = " :–—-"
LEVEL_WORDS = (
    r"(?:(?:very|sehr|highly|most|très|muy|molto|muito|zeer)\s+)?"
    r"(?:experts?|expertise|expert\w*|master|advanced|proficient|"
    r"intermediate|competent|experienced|familiar|beginner|novice|basics?|good|native|fluent|skilled|"
    r"skillful|excellent|working knowledge|"
    r"experte|fortgeschritten|gut|gute kenntnisse|grundkenntnisse|anfänger|"
    r"erfahren|avancée?|intermédiaire|débutante?|confirmée?|maîtrise|notions|bon|"
    r"bonnes? (?:maîtrise|notions)|"
    r"avanzad[oa]|intermedi[oa]|básic[oa]|bien|alto|medio|avanzat[oa]|base|buon[oa]|espert[oa]|"
    r"avançad[oa]|intermédi[oa]|intermediári[oa]|bom|boa|perit[oa]|"
    r"gevorderd|gemiddeld|basis(?:kennis)?|goed)"
)
_LEVEL = re.compile(
    rf"(?:(?:level|niveau|nivel|livello|nível)\s*:\s*)?{LEVEL_WORDS}", re.IGNORECASE
)
_BULLETED = 1000
"""Counts for more than any left edge."""
_ACRONYM = 3
"""Letters of a term that is in capitals of its own: 'SQL'."""


def _shouts(row: Row) -> bool:
    return row.text.isupper()


def _outdent(row: Row) -> float:
    return -(row.line.box[0] // 6) if row.line.box else 0


_MARKS: tuple[Callable[[Row], float], ...] = (
    lambda row: round(2 * row.line.size) / 2,
    _shouts,
    lambda row: row.line.bold,
    _outdent,
    lambda row: _outdent(row) - _BULLETED * row.bullet,
)
"""What makes a row stand out, the surest first: size, capitals, weight, left edge, no bullet."""


def mark(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a colon behind what is a label by its look.

    A row that only says how well one masters the group goes into its label, in parentheses.
    """
    rows = [_run_in(row) for row in _without_levels(rows)]
    plain = [row for row in rows if not _is_level(row)]
    cards = 2 * (len(rows) - len(plain)) >= len(rows) - 1
    labels = frozenset[tuple[int, ...]]() if cards else _labels(plain)
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


def _run_in(row: Row) -> Row:
    """Return the row with a colon behind a label that only its type sets apart from the terms."""
    label, terms = turns.label(row)
    plain = label and not _SEPARATED.search(label) and not _LEVEL.fullmatch(terms.strip("() "))
    named = terms[:1].isupper() or "," in terms
    if plain and named and len(label.split()) <= _MAX_LABEL_WORDS and ":" not in terms:
        return row.with_text(f"{label}: {terms.lstrip(_JOINT)}")
    return row


def _without_levels(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those of cards joined: terms side by side, and below each how well."""
    found: list[Row] = []
    for row in rows:
        cells = row.text.split("\t")
        levels = len(cells) > 1 and all(_LEVEL.fullmatch(cell.strip()) for cell in cells)
        if levels and found and found[-1].text.count("\t") == len(cells) - 1:
            text = found[-1].text.replace("\t", " | ")
            found[-1] = replace(found[-1], text=text, lines=found[-1].lines + row.lines)
        else:
            found.append(row)
    return found


def _is_acronym(row: Row) -> bool:
    return row.text.isupper() and len(row.text) <= _ACRONYM


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
        acronyms = mark_of is _shouts and any(_is_acronym(row) for row in alike)
        if stands_out and apart and all(map(_could_be, alike)) and not acronyms:
            return frozenset(row.lines for row in alike)
    return frozenset()


def _could_be(row: Row) -> bool:
    text = row.text.rstrip(" :")
    return (
        not row.bullet and not _SEPARATED.search(text) and 0 < len(text.split()) <= _MAX_LABEL_WORDS
    )
