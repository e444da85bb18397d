"""Entries that are paragraphs, such as '2019 – 2021. Cook, The Inn (Leeds). Ran the kitchen'.

Their first sentence is the header.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from aicvgen.domain.neighbours import merged
from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.entries.parts import commas
from aicvgen.model.extractive.cv.entries.segments import Group
from aicvgen.model.extractive.cv.rows import Row, untab
from aicvgen.model.extractive.cv.wrapping import is_full

_STOP = re.compile(r"\.(?:\s+(?=[A-ZÀ-Ž0-9])|$)")
_AFTER_DATE = re.compile(r"\.\s+(?=[A-ZÀ-Ž])")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|St|Inc|Ltd|Corp|Co|Cie|Bros|Jr|Sr|Dr|Prof|Ing|Dipl|No|Nr|[Ee]\.\s?V|\w\.\w)$"
)
_ENDS = (".", "!", "?")
_FEWEST = 2
_HEADER_WORDS = 18
_REST_WORDS = 6
"""Words of a header that may stand on its second line."""


def groups(rows: Sequence[Row]) -> list[Group]:
    """Return the entries of a section whose entries are such paragraphs; none where they are not.

    What stands above the first is the body of a group without a header.
    """
    right = max((row.last.box[2] for row in rows if row.last.box), default=0.0)
    whole = list(_with_whole_headers(rows, right))
    heads = [(row, header) for row in whole if _opens(row) and (header := _header(row))]
    running = any(len(header) + 1 < len(row.text) for row, header in heads)
    if len(heads) < _FEWEST or not running:
        return []
    enclosed = all(header.endswith(")") for _, header in heads)
    found: list[Group] = []
    for row in whole:
        header = _header(row) if _opens(row) or _is_undated(row, enclosed=enclosed) else ""
        if header:
            found.append(_parted(row, header))
        elif found:
            _add(found[-1].body, row)
        else:
            found.append(Group(body=[row]))
    return found


def _with_whole_headers(rows: Iterable[Row], right: float) -> Iterator[Row]:
    """Return the rows put together whose header goes on in the next."""

    def whole(before: Row, row: Row) -> Row | None:
        if not _goes_on(before, row, right):
            return None
        text = f"{before.text} {row.text}"
        return replace(before, text=text, lines=before.lines + row.lines, last=row.last)

    return merged(rows, whole)


def _goes_on(before: Row, row: Row, right: float) -> bool:
    if row.bullet or row.dated or not _opens(before) or _header(before):
        return False
    stop = _stop(untab(row.text), 0)
    return 0 < len(row.text[:stop].split()) <= _REST_WORDS and is_full(before.last, row.text, right)


def _opens(row: Row) -> bool:
    """Say whether a row begins with a period and a full stop."""
    found = row.found
    opened = found is not None and found.span and not found.start and not row.bullet
    return bool(opened and found and _AFTER_DATE.match(row.text, found.end))


def _header(row: Row) -> str:
    """Return the header at the start of a paragraph, empty where there is none."""
    text = _plain(row.text)
    start = row.found.end + 1 if row.found and not row.found.start else 0
    stop = _stop(text, start)
    return text[:stop] if 0 < len(text[start:stop].split()) <= _HEADER_WORDS else ""


def _plain(text: str) -> str:
    """Return the text with the gaps closed that a justified line has, none moved."""
    return text.replace("\t", " ")


def _stop(text: str, start: int) -> int:
    """Return where the first sentence ends, 0 where it does not."""
    ends = (found.start() for found in _STOP.finditer(text, start))
    return next((end for end in ends if not _ABBREVIATION.search(text, start, end)), 0)


def _parted(row: Row, header: str) -> Group:
    """Return header and text of a paragraph, each as a row."""
    text = _plain(row.text)[len(header) + 1 :].strip()
    lines = row.lines[: 1 + (len(header) > len(row.line.text))]
    head = replace(row, text=header, lines=lines, last=row.line)
    return Group([head], [replace(row, text=text)] if text else [])


def _add(body: list[Row], row: Row) -> None:
    """Add a row to a body, to its last text where that has not ended."""
    if body and not (row.bullet or body[-1].bullet or body[-1].text.endswith(_ENDS)):
        last = body[-1]
        text = f"{last.text} {row.text}"
        body[-1] = replace(last, text=text, lines=last.lines + row.lines, last=row.last)
    else:
        body.append(row)


def _is_undated(row: Row, *, enclosed: bool) -> bool:
    """Say whether a paragraph without a date begins like the others: 'Cook, The Inn (Leeds)'."""
    header = "" if row.bullet or row.dated else _header(row)
    if not header or header.endswith(")") != enclosed or not commas(header):
        return False
    return bool(lexicon.title_score(header) > 1 or lexicon.company_score(header))
