"""Names that only full stops part, in front of a date: 'Moss Ltd. Cook. Leeds. [2019–2021]'."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aicvgen.domain.neighbours import merged
from aicvgen.model.extractive.cv import dates
from aicvgen.model.extractive.cv.rows import Row

_FEWEST = 2
"""What is seen once may be a sentence."""
_LONGEST = 10
"""Words of a name."""
_STOP = re.compile(
    r"(?<!\b[A-ZÀ-Ž])(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bNr)(?<!\bProf)(?<!\bGebr)\.\s+(?=[A-ZÀ-Ž])"
)
_TAIL = re.compile(r"(?<=\.)\s+[\[(][^\[\]()]*\d[^\[\]()]*[\])]$")
"""The date in brackets that ends a row of names."""
_OPEN = re.compile(r"\.(?:\s+[\[(][^\[\]()]*)?$")
_END = re.compile(r"[\[(]?[^\[\]()]+[\])]$")


def part(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a wide gap between the names where several rows are set like this.

    Then a row of as many names without a date is parted, too.
    """
    whole = list(_with_whole_tails(rows))
    counts = Counter(len(names) for row in whole if _date(row) and (names := _names(row)))
    if sum(counts.values()) < _FEWEST:
        return list(rows)
    return [
        row.with_text("\t".join(filter(None, (*names, _date(row)))))
        if (names := _names(row)) and (_date(row) or len(names) in counts)
        else row
        for row in whole
    ]


def _with_whole_tails(rows: Sequence[Row]) -> Iterator[Row]:
    """Return the rows put together that broke in front of the date in brackets, or within it."""
    return merged(rows, _with_tail)


def _with_tail(before: Row, row: Row) -> Row | None:
    text = f"{before.text} {row.text}"
    if not (_is_rest(before, row) and _TAIL.search(text)):
        return None
    return replace(before, text=text, lines=before.lines + row.lines, last=row.last)


def _is_rest(before: Row, row: Row) -> bool:
    opened = _OPEN.search(before.text) is not None and not before.bullet
    return opened and not row.bullet and _END.fullmatch(row.text) is not None


def _date(row: Row) -> str:
    """Return the date that ends the row in brackets; empty where there is none."""
    tail = _TAIL.search(row.text)
    date = tail[0].strip()[1:-1] if tail and not row.bullet else ""
    return date if dates.find(date) else ""


def _names(row: Row) -> list[str]:
    """Return what full stops part in front of the date, where each piece can be a name."""
    text = _TAIL.sub("", row.text)
    if row.bullet or "\t" in text or not text.endswith("."):
        return []
    names = _STOP.split(text[:-1])
    short = all(len(name.split()) <= _LONGEST and name[:1].isupper() for name in names)
    return names if short and len(names) >= _FEWEST else []
