"""Points in time as a text writes them: '1st March 2019', '03.2019', "Sep '19", 'WS 2018/19'."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aicvgen.model.extractive.cv.date_words import MONTHS, SEASONS


def _one_of(alternatives: Iterable[str]) -> str:
    """Return a pattern for one of several words, tried by first letter, the longest first."""
    by_letter = defaultdict[str, list[str]](list)
    for word in sorted(alternatives, key=len, reverse=True):
        by_letter[word[0]].append(word[1:])
    branches = (f"{first}(?:{'|'.join(rests)})" for first, rests in by_letter.items())
    return f"(?:{'|'.join(branches)})"


YEAR = r"(?:19[3-9]\d|20[0-4]\d|(?:19|20)(?:\dX|XX))"
_MONTH = _one_of(MONTHS) + r"(?![^\W\d_])\.?"
_SEASON = _one_of(SEASONS.split("|")) + r"(?:s\b|\b)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|ª|°|\.)?"
_OF = r"(?:(?:de|del|do|of|d['’])\s*)?"
_MM = r"(?:1[0-2]|0?[1-9])"
_POINT = re.compile(
    r"(?<!\w)(?:(?=\d)(?<![$€£])(?<!\d[.,])(?<![$€£]\s)(?:"
    rf"(?P<numeric>\d{{1,2}}(?P<a>[./-])\s?\d{{1,2}}(?P=a)\s?{YEAR}"
    rf"|{YEAR}(?P<b>[./-])(?:1[0-2]|0[1-9])(?:(?P=b)\d{{1,2}})?(?!\d)|{YEAR}[/-][1-9](?![\d-])"
    rf"|{_MM}(?:\s?[./]\s?|-){YEAR})"
    rf"|(?P<part>{YEAR}[\s/-]?q[1-4]|[1-4](?:q|\.\s?(?:quartal|halbjahr))[\s/-]*{YEAR})"
    rf"|(?P<headed>{YEAR}[-/]{_MONTH})(?![,\s]*{YEAR})"
    rf"|(?P<year>{YEAR})"
    rf"|(?P<month>{_MM}/\d\d(?!/)|{_MM}\.?(?=\s?[-–—]\s?{_MM}[./]{YEAR}))"
    rf"|{_DAY}[^\S\t]+{_OF}{_MONTH}(?:(?P<dated>[,\s]*{_OF}{YEAR})|(?P<day>)))"
    rf"|(?=[^\W\d_])(?:{_MONTH}"
    rf"(?:(?P<worded>(?:[-/]|[,\s]*(?:{_DAY}[,\s]+)?{_OF}){YEAR})"
    r"|(?P<short>(?:\s?['’\u00b4`]\s?|[-/])\d\d)"
    rf"|(?P<named>(?:\s+{_DAY})?))"
    rf"|{_SEASON}(?:(?P<season>(?:[^\S\t]|[,/-])*{_OF}{YEAR}(?:/\d{{2,4}})?)|(?P<seasonal>))"
    r"|(?:ws|ss|wise|sose)(?P<term>\s?['’]?\d\d(?:/\d\d)?))"
    r"|(?P<bare>['’\u00b4`]\d\d)"
    r")(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_FORMS = {
    **dict.fromkeys(("dated", "worded", "headed"), "worded"),
    **dict.fromkeys(("part", "season", "term"), "part"),
    **dict.fromkeys(("month", "day", "named", "seasonal", "bare"), "weak"),
}
_DIGITS = re.compile(r"\d[\dXx]")
_HINT = re.compile(
    r"19[3-9]\d|20[0-4\dX][\dX]|['’\u00b4`/]\d\d(?!\d)|[a-zäéû]{3}\.?[-\s]\d\d(?!\d)", re.IGNORECASE
)
_YEARS = re.compile(YEAR, re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"\d+")
_BEFORE_HYPHEN = re.compile(r"([^\W\d_]+)-$")
_ISSUE = re.compile(r"(?<!\w)(?:heft|ausgabe|issue|nr\.|no\.|nummer|number)\s+$", re.IGNORECASE)
"""What counts a journal: Heft 3/2021 is not of March."""
_EARLIEST_SHORT, _LATEST_SHORT = 60, 40
"""'60' is 1960, '40' is 2040; between them lies no year of a CV."""
_MONTHS_OF_YEAR, _DAYS_OF_MONTH = 12, 31
_Parts = tuple[str, str, int, int]
"""First and last year, month and day."""


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month or year, and where in the text it stands."""

    start: int
    end: int
    form: str
    """`worded`, `part` (of a year), `numeric`, `year`, `short`, or `weak`: none but in a range."""
    year: str = ""
    """Four digits; empty where the text does not say it."""
    last: str = ""
    """The year in which it ends: a winter's second."""
    month: int = 0
    day: int = 0

    def iso(self, year: str = "") -> str | None:
        """Return it in ISO 8601 with its own precision, in another year where one is given."""
        year = year or self.year
        if not year.isdigit():
            return None
        month = f"-{self.month:02d}" if self.month else ""
        return year + month + (f"-{self.day:02d}" if month and self.day else "")


def points(text: str) -> list[Point]:
    """Return all points in time in a text, in its order; weak ones may be none."""
    return list(_points(text)) if _DIGITS.search(text) and _HINT.search(text) else []


def _points(text: str) -> Iterator[Point]:
    for match in _POINT.finditer(text):
        year = _YEARS.search(match[0])
        if year and _ends_name(text[: match.start()]):
            start = match.start() + year.start()
            yield Point(start, start + len(year[0]), "year", year[0], year[0])
            continue
        if year and _ISSUE.search(text[: match.start()]):
            start = match.start() + year.start()
            yield Point(start, start + len(year[0]), "numeric", year[0], year[0])
            continue
        form = _FORMS.get(match.lastgroup or "", match.lastgroup or "")
        read = _READERS.get(form, _read)
        first, last, month, day = read(match[0], form)
        yield Point(match.start(), match.end(), form, first, last, month, day)


def _ends_name(before: str) -> bool:
    """Say whether a word goes on behind a hyphen: 'Bela-Mar 2011' is no March, 'Jan-Mar' is."""
    word = _BEFORE_HYPHEN.search(before)
    return word is not None and word[1].lower() not in MONTHS


def _read_year(text: str, _form: str) -> _Parts:
    return text, text, 0, 0


def _read_numeric(text: str, _form: str) -> _Parts:
    parts = _NUMBERS.findall(text)
    year = next((part for part in parts if len(part) == len("2019")), "")
    rest = [int(part) for part in parts if part != year]
    month, day = (rest[0] if rest else 0), 0
    if len(rest) > 1:
        month, day = rest if year and text.startswith(year) else rest[::-1]
        if month > _MONTHS_OF_YEAR:
            month, day = day, month
    return (year, year, month, day) if month <= _MONTHS_OF_YEAR else (year, year, 0, 0)


def _read_part(text: str, _form: str) -> _Parts:
    """Read a season, term or quarter: 'WS 2018/19' lies in two years."""
    years = _YEARS.findall(text)
    short = [number for number in _NUMBERS.findall(text) if len(number) == len("19")]
    first = years[0] if years else _full(short[0])
    last = first[:2] + short[-1] if short and first.isdigit() else first
    return first, years[-1] if len(years) > 1 else last, 0, 0


def _read(text: str, form: str) -> _Parts:
    """Read a point with a month in it; a weak one may lack year or month."""
    years = _YEARS.findall(text)
    month = next((MONTHS[word] for word in _WORDS.findall(text.lower()) if word in MONTHS), 0)
    numbers = _NUMBERS.findall(_YEARS.sub("", text))
    digits = text[0].isdigit()
    day = 0
    if not month and digits:
        month, years = int(numbers[0]), [_full(number) for number in numbers[1:]]
    elif not years and numbers and (form == "short" or not digits):
        years = [_full(numbers[-1])]
    elif numbers:
        day = int(numbers[0])
    year = years[0] if years else ""
    return year, year, month, day if day <= _DAYS_OF_MONTH else 0


_READERS = {"year": _read_year, "numeric": _read_numeric, "part": _read_part}


def _full(digits: str) -> str:
    """Return the year that two digits mean; empty where they mean none."""
    number = int(digits)
    if number >= _EARLIEST_SHORT:
        return f"19{digits}"
    return f"20{digits}" if number <= _LATEST_SHORT else ""
