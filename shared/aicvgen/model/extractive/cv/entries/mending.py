"""Rows as entries need them: a date broken over two rows is one, a header run into text is two."""

import re
from collections.abc import Iterable, Iterator, Sequence

from aicvgen.model.extractive.cv import dates
from aicvgen.model.extractive.cv.rows import Row

_BROKEN = re.compile(
    r"(?:[-–—]|\b(?:to|until|bis|à|au|hasta|a|al|até|tot|de|of))$|[^\W\d_]{3,}\.?$", re.IGNORECASE
)
"""How a row ends whose date goes on below: with a dash, a word between dates, or a month."""
_RUN_IN = re.compile(r"\)?\s*[.:](?:\s+(?=[^\W\d_])|$)|\)\s+(?=[A-ZÀ-Ž])")
_HEADER_WORDS = 16
_SENTENCE = re.compile(r"[.!?]\s+[A-ZÀ-Ž]")


def mended(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a section, dates put together and headers cut off running text."""
    return [piece for row in _with_whole_dates(rows) for piece in _without_run_in(row)]


def _with_whole_dates(rows: Iterable[Row]) -> Iterator[Row]:
    before: Row | None = None
    for each in rows:
        row = each
        if before is not None and (stacked := _stacked(before, row)):
            before, row = stacked
        if before is not None and _goes_on(before, row):
            before = Row(
                f"{before.text} {row.text}", before.lines + row.lines, before.line, row.last
            )
            continue
        if before is not None:
            yield before
        before = row
    if before is not None:
        yield before


def _stacked(before: Row, row: Row) -> tuple[Row, Row] | None:
    """Return two rows with the date whole that stands in the margin beside both of them."""
    start, tab, name = before.text.partition("\t")
    end, other, rest = row.text.partition("\t")
    if not (tab and other) or not start.rstrip().endswith(("-", "–", "—")):
        return None
    whole = dates.find(f"{start} {end}")
    if whole is None or whole.start or whole.end < len(start) + len(end):
        return None
    return before.with_text(f"{start} {end}\t{name}"), row.with_text(rest)


def _goes_on(before: Row, row: Row) -> bool:
    """Say whether a date that starts at the end of a row goes on at the beginning of the next."""
    if row.bullet or not _BROKEN.search(before.text):
        return False
    apart = dates.find(row.text)
    if apart is None or apart.start:
        return False
    tail = re.split(r"[\t,|(]", before.text)[-1].strip()
    whole = dates.find(f"{tail} {row.text}")
    return whole is not None and whole.start < len(tail) and whole.end > len(tail) + 1


def _without_run_in(row: Row) -> Iterator[Row]:
    """Yield header and text of a row such as 'Cook, The Inn, 2019 – 2021. Ran it.' apart."""
    found = row.found
    end = _RUN_IN.match(row.text, found.end) if found else None
    if found is None or end is None or not found.span or not _is_header(row.text[: found.start]):
        yield row
        return
    header = row.text[: found.end] + (")" if ")" in end[0] else "")
    yield Row(header, row.lines[:1], row.line, row.line)
    rest = row.text[end.end() :].strip()
    if rest:
        yield row.with_text(rest)


def _is_header(text: str) -> bool:
    return 0 < len(text.split()) <= _HEADER_WORDS and not _SENTENCE.search(text)
