"""Lists of skills over several lines, with nothing between the last of a line and the next."""

import re
from collections.abc import Sequence
from itertools import pairwise

from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.terms import name_of

_SEPARATOR = re.compile(r"\s*([,;|•·∙●◦■▪])\s*")
_LABELLED = re.compile(r"^[^,;•|]{2,50}?:\s*")
_LANGUAGE = "en"
"""Names of tools are the same in all languages."""


def mark(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, a separator behind each that ends with a whole term.

    A line may also end in the middle of a term: 'Machine' and 'Learning'.
    """
    marked = [
        row.with_text(f"{row.text} {separator}") if (separator := _missing(row, after)) else row
        for row, after in pairwise(rows)
    ]
    return [*marked, *rows[-1:]]


def _missing(row: Row, after: Row) -> str:
    """Return what parts the terms of a row if it is missing between it and the next."""
    separators = _SEPARATOR.findall(row.text)
    if after.bullet or not separators or separators[-1] not in after.text:
        return ""
    last = _SEPARATOR.split(_LABELLED.sub("", row.text))[-1]
    first = _SEPARATOR.split(after.text)[0]
    if not (last and first[:1].isupper()) or ":" in first:
        return ""
    whole = name_of(last, _LANGUAGE) and not name_of(f"{last} {first}", _LANGUAGE)
    return separators[-1] if whole else ""
