"""Labelled details that stand between the names of a header: they go below the last name."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.entries.field_labels import field_of
from aicvgen.model.extractive.cv.rows import Row

_LABEL = re.compile(r"([^\W\d_][^:\t]{1,30}):\s+\S")
_NAME_WORDS = 8
_FEWEST = 2
"""A detail that entries have in common is told this often."""


def names_together(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, details such as 'Hours per week: 40' below the position they stand above.

    Only a detail told of several entries, under their dates, is moved; no text changes.
    """
    told = Counter(_label(row) for above, row in pairwise(rows) if above.dated)
    ordered = list(rows)
    for at in range(1, len(rows) - 1):
        above, row, name = rows[at - 1 : at + 2]
        label = _label(row)
        if label and above.dated and told[label] >= _FEWEST and _is_name(name):
            ordered[at], ordered[at + 1] = name, row
    return ordered


def _label(row: Row) -> str:
    found = None if row.bullet or row.dated else _LABEL.match(row.text)
    return found[1].casefold() if found and not field_of(found[1]) else ""


def _is_name(row: Row) -> bool:
    """Say whether a row can be a position."""
    plain = not (row.bullet or row.dated or row.sentence or ":" in row.text)
    return plain and len(row.text.split()) <= _NAME_WORDS and lexicon.title_score(row.text) > 0
