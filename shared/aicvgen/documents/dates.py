"""Dates as a page prints them: as the person wrote them, or in words where they came as ISO."""

import re

from aicvgen.documents import labels
from aicvgen.domain.cv import Period

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?)?")
_FROM_DATA = re.compile(r"(?:until )?\d{4}(?:-\d{2}){0,2}(?: – (?:Present|\d{4}(?:-\d{2}){0,2}))?")
"""The spelling that a period gets where its source holds dates and no text."""


def printed_period(period: Period | None, language: str) -> str:
    """Return the dates of an entry: 'Mar 2019 – Present', 'März 2019 – heute'.

    What lasts from one day to another is told by its months.
    """
    if period is None:
        return ""
    if not _FROM_DATA.fullmatch(period.raw):
        return period.raw
    lone = not (period.current or " – " in period.raw)
    start, end = (_printed(each, language, lone=lone) for each in (period.start, period.end))
    if not start:
        until = period.raw.startswith("until ")
        return f"{labels.until(language)} {end}" if until else end
    if period.current:
        return f"{start} – {labels.present(language)}"
    return f"{start} – {end}" if end and " – " in period.raw else start


def _printed(iso: str | None, language: str, *, lone: bool) -> str:
    """Return a date in words; only one that stands alone has its day."""
    match = _ISO.fullmatch(iso or "")
    if match is None:
        return iso or ""
    year, month, day = match.group("year", "month", "day")
    if not month:
        return str(year)
    name = labels.month(int(month), language)
    return f"{int(day)} {name} {year}" if day and lone else f"{name} {year}"
