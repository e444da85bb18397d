"""Rows as entries need them: a date or word broken over rows is one, a run-in header is two."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from aicvgen.model.extractive.cv import dates, lexicon
from aicvgen.model.extractive.cv.entries.cells import UNFINISHED
from aicvgen.model.extractive.cv.rows import Row

_BROKEN = re.compile(
    r"(?:[-–—]|\b(?:to|until|bis|à|au|hasta|a|al|até|tot|de|of))$|[^\W\d_]{3,}\.?$", re.IGNORECASE
)
"""How a row ends whose date goes on below: with a dash, a word between dates, or a month."""
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])(-)(?:$|(?=\t))")
_JOINERS = frozenset({"und", "and", "or", "oder", "bzw", "et", "y", "e", "en"})
"""After such a hyphen a compound goes on: 'Schul- und Berufsausbildung'."""
_RUN_IN = re.compile(r"\)?\s*[.:](?:\s+(?=[^\W\d_])|$)|\)\s+(?=[A-ZÀ-Ž])")
_HEADER_WORDS = 16
_REST_WORDS = 6
_MORE = re.compile(r"[\t.:;]")
"""A row with such a sign says more than the rest of a name."""
_TAIL_DATE = re.compile(r"\t[^\t]*$")
_SENTENCE = re.compile(r"[.!?]\s+[A-ZÀ-Ž]")


def mended(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a section, dates put together and headers cut off running text."""
    whole = _with_whole_words(_with_whole_dates(rows))
    whole = _with_whole_names(whole)
    return [piece for row in whole for piece in _without_run_in(row)]


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


def _with_whole_words(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows of names put together that break off in the middle of a word."""
    before: Row | None = None
    for row in rows:
        broken = _BROKEN_WORD.search(before.text) if before is not None else None
        if before is None or broken is None or not _ends_word(before, row):
            if before is not None:
                yield before
            before = row
            continue
        start, date = before.text[: broken.start(1)], before.text[broken.end(1) :]
        before = replace(
            before, text=f"{start}{row.text}{date}", lines=before.lines + row.lines, last=row.last
        )
    if before is not None:
        yield before


def _ends_word(before: Row, row: Row) -> bool:
    """Say whether a row is the rest of the name above it that a line break cut."""
    if before.bullet or row.bullet or row.dated or "\t" in row.text or row.sentence:
        return False
    rest = row.text.split()[0]
    return rest.islower() and rest not in _JOINERS


def _with_whole_names(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows of names put together that broke before the word that ends the name."""
    before: Row | None = None
    for row in rows:
        if before is not None and _is_rest(before, row):
            end = _TAIL_DATE.search(before.text) if not _date_first(before) else None
            at = end.start() if end else len(before.text)
            text = f"{before.text[:at]} {row.text}{before.text[at:]}"
            before = replace(before, text=text, lines=before.lines + row.lines, last=row.last)
            continue
        if before is not None:
            yield before
        before = row
    if before is not None:
        yield before


def _date_first(row: Row) -> bool:
    return row.found is not None and not row.found.start


def _is_rest(before: Row, row: Row) -> bool:
    """Say whether a row begins with the rest of the name above: 'Moss Ridge / College, Leeds'."""
    if before.bullet or row.bullet or not before.dated or row.dated or _MORE.search(row.text):
        return False
    if row.line.bold != before.last.bold or len(row.text.split()) > _REST_WORDS:
        return False
    if _date_first(before) and UNFINISHED.search(before.text):
        return True
    word = row.text.partition(",")[0]
    return word.isalpha() and lexicon.is_school(word.casefold())


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
