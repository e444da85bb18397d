"""Periods in all usual spellings: 'Mar 2019 – Present', 'seit 03/2019', '2016 Exp. Jun. 2017'."""

import re
from dataclasses import dataclass
from functools import lru_cache

from aicvgen.domain.cv import Period
from aicvgen.model.extractive.cv import date_words as words
from aicvgen.model.extractive.cv.points import Point, points

_DASH = r"(?:[-\u2010-\u2015\u2212~→»]+|>+|/|\.{2,3}|…)"
_NO_MORE = r"(?=\s*(?:$|[\t|,;·•)\](]))"
_JOINT = re.compile(
    rf"\s*(?:{_DASH}\s*(?:(?:{words.UNTIL})\s+)?|\s(?:{words.UNTIL})\s+)"
    rf"(?:(?:{words.ARTICLES})\s*)?\(?(?:{words.EXPECTED})?\s*|\s+(?:{words.EXPECTED})\s*",
    re.IGNORECASE,
)
_SEVERAL = re.compile(rf"\s*[,/&+]\s*|\s+(?:{words.AND})\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:between|zwischen|entre|tra|tussen)\s+$", re.IGNORECASE)


def _spaced(alternatives: str) -> str:
    """Return the alternatives so that a gap may part the letters of a word: 'Presen t'."""
    return "|".join(
        " ?".join(each) if each.isalpha() and len(each) > len("date") else each.replace(" ", r"\s+")
        for each in alternatives.split("|")
    )


_NOW = _spaced(words.NOW)
_PRESENT = re.compile(
    rf"(?:\s*{_DASH}\s*(?:(?:{words.UNTIL})\s+)?|\s+(?:{words.UNTIL})\s+)"
    rf"(?:(?:{words.ARTICLES})\s*)?(?:{_NOW}|{words.NOW_AFTER_UNTIL})(?!\w)(?!\s*(?:of|at|in)\b)"
    rf"|\s+(?:{_NOW}){_NO_MORE}|\s*\((?:{_NOW})\)"
    rf"|\s*(?:[-–—]+|→|…){_NO_MORE}"
    r"|\s+(?:onwards?|ff\.?|en adelante|in poi|em diante)(?!\w)",
    re.IGNORECASE,
)
_LETTERS_BEFORE = 40
_SINCE = re.compile(rf"(?<!\w)(?:{words.SINCE})\s+$", re.IGNORECASE)
_FROM = re.compile(rf"(?<!\w)(?:{words.FROM}|{words.SINCE})\s*$", re.IGNORECASE)
_END = re.compile(rf"(?<!\w)(?:{words.END})\s+$|^\s*[–—-]\s*$", re.IGNORECASE)
_EXPECTED = re.compile(rf"(?<!\w){words.EXPECTED}\s*$", re.IGNORECASE)
_UNSURE = re.compile(
    rf"\s*\((?:{words.UNSURE})\)|,?\s+(?:expected|anticipated|voraussichtlich){_NO_MORE}",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"(?:^|(?<=[\t|(·•,]))\s*(?:{words.LABELS})\s*:?\s*$", re.IGNORECASE)
_LENGTH = (
    rf"(?:(?:ca\.?|circa|about|around|approx(?:\.|imately)?|rund|etwa|~)\s*)?\d{{1,2}}(?:[.,]\d)?\+?\s*(?:{words.UNITS})\b\.?"
    rf"(?:(?:[\s,]|\b(?:{words.AND})\b)*\d{{1,2}}\s*(?:{words.UNITS})\b\.?)*"
)
_LASTED = re.compile(
    rf"\s*[(\[]\s*{_LENGTH}\s*[)\]]|\s*[·•|,;–—-]\s*{_LENGTH}{_NO_MORE}|\s+{_LENGTH}{_NO_MORE}",
    re.IGNORECASE,
)
_ACADEMIC = re.compile(
    r"(?<![\w$€£.,/–-])(?P<start>(?:19|20)\d\d)\s?"
    r"(?:[–—]\s?(?P<end>\d\d)|(?P<joint>[-/])(?P<late>\d\d))(?![\w%]|[.,/–-]\d)"
)
_LONGEST_SHORT = 20
_LONGEST_SIDE_BY_SIDE = 15
_PROSE = re.compile(rf"(?<![\w-])(?:{words.PROSE})['’]?\s+$")
_PRODUCT = re.compile(rf"(?<!\w)(?:{words.PRODUCTS})\s+$", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"(?:\d{3}[\s/-]|\+[\d ]+\s|\d[:/-])$")
_NAME_BEFORE = re.compile(r"(?:\w-|[/_=#@.+]|\d[a-z]?,\s)$")
_TOLD = re.compile(r"[^\W\d_A-ZÄÖÜ]\s+$")
"""The word before is in small letters, as in a sentence."""
_NUMBER_AFTER = re.compile(r"[\s/-]\d{3}(?!\d)|[+€$£]|\s(?:€|\$|£|EUR|USD|GBP|CHF)")
_COUNTS = re.compile(rf"\s(?!(?:{words.ASIDE})\b)[^\W\d_A-Z]{{3,}}")
_CELL_START = re.compile(r"(?:^|[\t|])\s*$")
_CELL_END = re.compile(r"\s*(?:$|[\t|,)])")


@dataclass(frozen=True, slots=True)
class Found:
    """A period, and which part of the text says it.

    That part may be more than `period.raw`: a label before it ('Period:'), and how long it lasted
    in its brackets.
    """

    period: Period
    start: int
    end: int
    span: bool
    """It is a range or says when something ended; not a lone point in time."""


@lru_cache(maxsize=4096)
def find(text: str) -> Found | None:
    """Return the first range of the text, else a lone date, else None."""
    found = points(text)
    for index, point in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        span = _span(text, point, after)
        if span is not None:
            return span
    return next((_found(text, each, each.end) for each in found if _is_date(text, each)), None)


def _span(text: str, point: Point, after: Point | None) -> Found | None:
    """Return the range or the half-open period that starts or ends at a point."""
    before = text[max(0, point.start - _LETTERS_BEFORE) : point.start]
    academic = _academic(text, point) if point.form in ("year", "numeric") else None
    joined = after is not None and _joined(text, point, after)
    if academic is not None and not (joined and after and _is_month(text, after)):
        return academic
    if after is not None and joined:
        return _range(text, point, after, before)
    if point.form == "weak" and not point.year:
        return None
    present = _PRESENT.match(text, point.end)
    if present:
        return _found(text, point, present.end(), prefix=_FROM.search(before), current=True)
    since = _SINCE.search(before) if before else None
    if since and not _is_told(text, before[: since.start()]):
        return _found(text, point, point.end, prefix=since, current=True)
    return _ended(text, point, before) or _begun(text, point, before)


def _is_month(text: str, point: Point) -> bool:
    """Say whether a point such as '2011/05' is a month: then '2007/08' before it is one, too."""
    return point.form == "numeric" and bool(point.month) and _academic(text, point) is None


def _is_told(text: str, before: str) -> bool:
    """Say whether it is a sentence that says since when, as 'Led the team since 2022.' does."""
    return text.rstrip().endswith(".") and bool(_TOLD.search(before))


def _ended(text: str, point: Point, before: str) -> Found | None:
    """Return what a point ends: 'until 2018', 'expected 2026', 'May 2026 (expected)'."""
    prefix = (_END.search(before) or _EXPECTED.search(before)) if before else None
    unsure = _UNSURE.match(text, point.end)
    if point.form == "weak" or not (prefix or unsure):
        return None
    stop = unsure.end() if unsure else point.end
    return _found(text, None, stop, prefix=prefix, last=point)


def _begun(text: str, point: Point, before: str) -> Found | None:
    """Return what a point begins without saying that it goes on: 'from 2019'."""
    prefix = _FROM.search(before) if before and not _PROSE.search(before) else None
    if point.form == "weak" or not prefix:
        return None
    return _found(text, point, point.end, prefix=prefix)


def _joined(text: str, first: Point, second: Point) -> bool:
    """Say whether two points are the ends of one range."""
    if second.form == "weak" and not (second.year and first.form in ("weak", "short")):
        return False
    if first.form == "weak" and not first.year and not (second.month or second.form == "part"):
        return False
    if first.form == "year" and _NUMBER_BEFORE.search(text[max(0, first.start - 5) : first.start]):
        return False
    gap = text[first.end : second.start]
    if not gap.strip():
        return _side_by_side(text, first, second)
    if _JOINT.fullmatch(gap):
        return True
    between = first.form == "part" or _BETWEEN.search(text[: first.start])
    return bool(between and _SEVERAL.fullmatch(gap))


def _side_by_side(text: str, first: Point, second: Point) -> bool:
    """Say whether two points without a dash are a range: months, or two years in cells alone."""
    if not first.year.isdigit() or not second.year.isdigit() or first.form == "weak":
        return False
    if not 0 <= int(second.year) - int(first.year) <= 4 * _LONGEST_SIDE_BY_SIDE:
        return False
    if first.month and second.month:
        return (first.year, first.month) <= (second.year, second.month)
    alone = _CELL_START.search(text[: first.start]) and _CELL_END.match(text, second.end)
    return bool(alone) and 0 < int(second.year) - int(first.year) <= _LONGEST_SIDE_BY_SIDE


def _range(text: str, first: Point, second: Point, before: str) -> Found:
    year = first.year
    if not year and second.year.isdigit():
        turns = bool(first.month and second.month and first.month > second.month)
        year = str(int(second.year) - turns)
    unsure = _UNSURE.match(text, second.end)
    end = unsure.end() if unsure else second.end
    return _found(text, first, end, prefix=_FROM.search(before), year=year, last=second)


def _academic(text: str, point: Point) -> Found | None:
    """Return the range of a year and the last digits of another: '2018–19'.

    After a hyphen only what cannot be a month, after a slash also the next year: '2010/11'.
    """
    match = _ACADEMIC.match(text, point.start)
    if match is None:
        return None
    years = (int(match["end"] or match["late"]) - int(match["start"][2:])) % 100
    month = match["late"] and "01" <= match["late"] <= "12"
    if not 0 < years <= _LONGEST_SHORT or (month and not (match["joint"] == "/" and years == 1)):
        return None
    last = str(int(match["start"]) + years)
    return _found(
        text,
        Point(point.start, match.end(), "year", match["start"]),
        match.end(),
        last=Point(0, 0, "year", last, last),
    )


def _found(  # noqa: PLR0913  what a period is made of
    text: str,
    first: Point | None,
    end: int,
    *,
    prefix: re.Match[str] | None = None,
    year: str = "",
    last: Point | None = None,
    current: bool = False,
) -> Found:
    """Return the period from the words before its first point to `end`."""
    point = first or last
    assert point is not None  # noqa: S101
    start = point.start - (len(prefix[0]) if prefix else 0)
    lasted = _LASTED.match(text, end)
    period = Period(
        raw=text[start:end].strip(),
        start=first.iso(year) if first else None,
        end=last.iso(last.last) if last else None,
        current=current,
        lasted=re.sub(r"^\W+|[^\w.]+$", "", lasted[0]) if lasted else "",
    )
    label = _LABEL.search(text[:start]) if start else None
    return Found(
        period,
        label.start() if label else start,
        lasted.end() if lasted else end,
        span=bool(last or current or prefix),
    )


def _is_date(text: str, point: Point) -> bool:
    """Say whether a lone point dates something: no number, no version, no word of a sentence."""
    if point.form == "weak":
        return False
    before = text[max(0, point.start - _LETTERS_BEFORE) : point.start]
    if _PROSE.search(before):
        return False
    if point.form != "year":
        return True
    if _NUMBER_BEFORE.search(before) or _NAME_BEFORE.search(before):
        return False
    if _NUMBER_AFTER.match(text, point.end):
        return False
    counts = before.strip() and _COUNTS.match(text, point.end)
    return not counts and not _PRODUCT.search(before)
