"""Rows as entries need them: a date or word broken over rows is one, a run-in header is two."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from aicvgen.domain.neighbours import merged
from aicvgen.model.extractive.cv import dates, lexicon
from aicvgen.model.extractive.cv.entries.cells import UNFINISHED
from aicvgen.model.extractive.cv.rows import Row, untab

_BROKEN = re.compile(
    r"(?:[-–—]|\b(?:to|until|bis|à|au|hasta|a|al|até|tot|de|of))$|[^\W\d_]{3,}\.?$", re.IGNORECASE
)
"""How a row ends whose date goes on below: with a dash, a word between dates, or a month."""
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])(-)(?:$|(?=\t))")
_JOINERS = frozenset({"und", "and", "or", "oder", "bzw", "et", "y", "e", "en"})
"""After such a hyphen a compound goes on: 'Schul- und Berufsausbildung'."""
_OPEN_DATE = re.compile(r"\([^()\t]*\d[^()\t]*$")
_END_OF_PARENTHESES = re.compile(r"[^()\t]+\)\.?")
_RUN_IN = re.compile(r"\)?\s*[.:](?:\s+(?=[^\W\d_])|$)|\)\s+(?=[A-ZÀ-Ž])")
_LEGAL_FORM = re.compile(
    r"(?:gGmbH|GmbH|KG|KGaA|AG|OHG|UG|SE|e\. ?V\.|Ltd|Limited|Inc|LLC|LLP|PLC|plc|Corp|S\.A\.|"
    r"S\.L\.|S\.p\.A\.|S\.r\.l\.|SAS|SARL|B\.V\.|N\.V\.|& Co\b)(?!\w)"
)
_ABBREVIATED = re.compile(r"\b(?:Co|Cie|Bros|Gebr)\.$")
"""A full stop that ends no sentence."""
_HEADER_WORDS = 16
_REST_WORDS = 6
_MORE = re.compile(r"[\t.:;]")
"""A row with such a sign says more than the rest of a name."""
_TAIL_DATE = re.compile(r"\t[^\t]*$")
_STOPS = (".", "!", "?")
_DASHES = ("-", "–", "—")
_SENTENCE = re.compile(r"[.!?]\s+[A-ZÀ-Ž]")


def mended(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a section, dates put together and headers cut off running text."""
    dated = _with_whole_dates(_joined(rows, _is_legal_form))
    whole = _with_whole_words(_joined(dated, _closes))
    return list(_without_run_in(_joined(whole, _is_rest)))


def _with_whole_dates(rows: Iterable[Row]) -> Iterator[Row]:
    before: Row | None = None
    for each in rows:
        row = each
        if before is not None and (stacked := _stacked(before, row)):
            before, row = stacked
            if not row.text:
                before = replace(before, lines=before.lines + row.lines)
                continue
        if before is not None and (text := _whole_date(before, row)):
            before = Row(text, before.lines + row.lines, before.line, row.last)
            continue
        if before is not None:
            yield before
        before = row
    if before is not None:
        yield before


def _closes(before: Row, row: Row) -> bool:
    """Say whether a row is no more than the end of the parentheses around the date above."""
    return bool(
        before.dated
        and _OPEN_DATE.search(before.text)
        and _END_OF_PARENTHESES.fullmatch(row.text)
        and not (row.bullet or row.found)
        and len(row.text.split()) <= _REST_WORDS
    )


def _is_legal_form(before: Row, row: Row) -> bool:
    """Say whether a row begins with the end of a company's name: '… Moss & Co.' / 'KG, Leeds'."""
    whole = before.text.endswith(_STOPS) and not _ABBREVIATED.search(before.text)
    return bool(_LEGAL_FORM.match(row.text)) and not (before.bullet or row.bullet or whole)


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


def _joined(rows: Iterable[Row], goes_on: Callable[[Row, Row], bool]) -> Iterator[Row]:
    """Return the rows, those put together of which the second is the rest of the first."""

    def whole(before: Row, row: Row) -> Row | None:
        if not goes_on(before, row):
            return None
        text = _with_rest(before, row.text)
        return replace(before, text=text, lines=before.lines + row.lines, last=row.last)

    return merged(rows, whole)


def _with_rest(before: Row, rest: str) -> str:
    """Return the text of a row and its rest, which goes in front of a date at the end."""
    end = _TAIL_DATE.search(before.text) if before.dated and not _date_first(before) else None
    at = end.start() if end and not _OPEN_DATE.search(before.text) else len(before.text)
    return f"{before.text[:at]} {rest}{before.text[at:]}"


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
    if other and before.text.endswith(("-", "–", "—")):
        return _stacked_behind(before, row)
    dash = start.rstrip().endswith(("-", "–", "—"))
    if not tab or row.bullet or not (other or end[:1].isdigit()):
        return None
    whole = dates.find(f"{start} {end}")
    if whole is None or whole.start or whole.end < len(start) + len(end):
        return None
    apart = dates.find(end)
    if not dash and (apart is None or (apart.period.start, apart.period.end) == _ends_of(whole)):
        return None
    return before.with_text(f"{start} {end}\t{name}"), row.with_text(rest)


def _ends_of(found: dates.Found) -> tuple[str | None, str | None]:
    return (found.period.start, found.period.end)


def _stacked_behind(before: Row, row: Row) -> tuple[Row, Row] | None:
    """Return two rows with the date whole that stands behind both of them."""
    rest, _, end = row.text.rpartition("\t")
    start = re.split(r"[\t,|(]", before.text)[-1].strip()
    whole = dates.find(f"{start} {end}")
    if whole is None or whole.end < len(start) + len(end) or dates.find(end) is None:
        return None
    return before.with_text(f"{before.text} {end}"), row.with_text(rest)


def _whole_date(before: Row, row: Row) -> str:
    """Return both rows as one where a date at the end of the first goes on in the second.

    Its dash may open the second row, as if it were a list item.
    """
    opened = before.text.count("(") > before.text.count(")") or _is_only_date(row)
    if (row.bullet and not opened) or not (opened or _BROKEN.search(before.text)):
        return ""
    apart = dates.find(row.text)
    if not (opened or before.text.endswith(_DASHES)) and (apart is None or apart.start):
        return ""
    joint = " – " if row.bullet else " "
    tail = re.split(r"[\t,|(]", before.text)[-1].strip()
    whole = dates.find(f"{tail}{joint}{row.text}")
    if whole is None or whole.start >= len(tail) or whole.end <= len(tail) + len(joint):
        return ""
    if not opened and apart is None and whole.end < len(tail) + len(joint) + len(row.text):
        return ""
    text = f"{before.text}{joint}{row.text}"
    at = text.rfind(whole.period.raw)
    ends = at > 0 and at + len(whole.period.raw) == len(text) and _is_header(text[:at])
    return f"{text[:at].rstrip()}\t{text[at:]}" if ends and "\t" not in text else text


def _is_only_date(row: Row) -> bool:
    """Say whether a list item is a lone date and nothing else."""
    found = row.found
    return row.bullet and found is not None and not found.span and found.period.raw == row.text


def _is_end(before: Row, row: Row) -> bool:
    """Say whether a list item is no more than the end of the date that the row above ends with."""
    found = before.found
    if not row.bullet or found is None or found.span or found.end < len(before.text):
        return False
    whole = dates.find(f"{found.period.raw} – {row.text}")
    return whole is not None and whole.span and whole.end == len(found.period.raw + row.text) + 3


def _without_run_in(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield header and text of rows such as 'Cook, The Inn, 2019 – 2021. Ran it.' apart."""
    rest: Row | None = None
    for row in rows:
        if rest is not None and _goes_on(rest, row):
            text = f"{untab(rest.text)} {row.text}"
            rest = replace(rest, text=text, lines=rest.lines + row.lines, last=row.last)
            continue
        if rest is not None:
            yield rest
        header, rest = _parted(row)
        yield header
    if rest is not None:
        yield rest


def _goes_on(rest: Row, row: Row) -> bool:
    """Say whether the text behind a header goes on in the next row."""
    return not (rest.text.endswith(_STOPS) or row.bullet or row.dated or "\t" in row.text)


def _parted(row: Row) -> tuple[Row, Row | None]:
    """Return the header at the start of a row and the text that follows it on the same line."""
    found = row.found
    end = _RUN_IN.match(row.text, found.end) if found else None
    if found is None or end is None or not found.span or not _is_header(row.text[: found.start]):
        return row, None
    header = row.text[: found.end] + (")" if ")" in end[0] else "")
    rest = row.text[end.end() :].strip()
    first = Row(header, row.lines[:1], row.line, row.line)
    line = row.line.model_copy(update={"spaced": False}) if row.line.spaced else row.line
    return first, replace(row, text=rest, line=line) if rest else None


def _is_header(text: str) -> bool:
    return 0 < len(text.split()) <= _HEADER_WORDS and not _SENTENCE.search(text)
