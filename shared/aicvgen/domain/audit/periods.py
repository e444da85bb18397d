"""Whether two spellings of a time say the same."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from aicvgen.domain.alignment import folded
from aicvgen.domain.audit.texts import entry_texts
from aicvgen.domain.claims.numbers.dates import dates_in, months_worked, supported
from aicvgen.domain.cv import Entry, Kind, Period

_LONE = frozenset({Kind.EDUCATION, Kind.CERTIFICATES, Kind.AWARDS, Kind.PUBLICATIONS})
"""Kinds of entries that are often dated by one year."""

_LENGTH = re.compile(r"(\d+)(?:[.,](\d))?\+?\s*([^\W\d_]+)")
_YEAR, _MONTH = 12, 1
_MONTHS = {"y": _YEAR, "j": _YEAR, "a": _YEAR, "m": _MONTH}
"""In one of a unit, by its first letter in any of the seven languages; of weeks nobody knows."""
_ROUNDED, _COUNTED = 6, 2
"""Less than so many months may a length in years, and one in months, be away from the dates."""
_YEAR_LENGTH = len("2019")


class Span(NamedTuple):
    """A time as it was understood."""

    start: str
    end: str
    current: bool


def is_same_time(period: Period, sources: Sequence[Entry], kind: Kind) -> bool:
    """Say whether a time is that of one of the entries, or of all together.

    A month may be left out, never added; a degree may be dated by one year. An entry whose
    reader found no time has it in its texts.
    """
    said = span(period)
    known = [span(source.period) for source in sources if source.period is not None]
    if len(known) > 1:
        known.append(_together(known))
    if any(_fits(said, one, kind) for one in known):
        return True
    written = "\n".join(text for source in sources for text in entry_texts(source))
    if folded(period.raw) in folded(written):
        return True
    if all(source.period is not None for source in sources):
        return False
    dates = frozenset(claim.key for claim in dates_in(written))
    wanted = [claim.key for claim in dates_in(period.raw)]
    return bool(wanted) and all(supported(key, dates) for key in wanted)


def is_same_length(period: Period, sources: Sequence[Period], today: str) -> bool:
    """Say whether how long it is said to have lasted follows from its dates, or stands there.

    Of what goes on only `today` (ISO 8601) tells; without it, everything may be true.
    """
    if any(folded(period.lasted) == folded(source.lasted) for source in sources):
        return True
    start, end = span(period)[:2]
    worked = tuple(months_worked(start, today if period.current else end))
    parts = _LENGTH.findall(period.lasted)
    units = [_MONTHS.get(unit[0].lower(), 0) for *_, unit in parts]
    if not worked or 0 in units:
        return True
    counts = [float(f"{whole}.{tenth or 0}") for whole, tenth, _ in parts]
    told = sum(count * unit for count, unit in zip(counts, units, strict=True))
    known = len(start) > _YEAR_LENGTH < len(end)
    slack = _YEAR if not known else _ROUNDED if _MONTH not in units else _COUNTED
    return any(abs(told - months) < slack for months in worked)


def span(period: Period) -> Span:
    """Return a period as it was understood; a lone date is where it starts and ends."""
    start, end = period.start or period.end, period.end or period.start
    if start is None or end is None:
        start = end = folded(period.raw)
    return Span(start, "" if period.current else end, period.current)


def _fits(said: Span, known: Span, kind: Kind) -> bool:
    if _is_coarser(said.start, known.start) and _is_coarser(said.end, known.end):
        return said.current == known.current
    lone = said.start == said.end and kind in _LONE
    return lone and not known.current and said.end[:4] in {known.start[:4], known.end[:4]}


def _is_coarser(said: str, known: str) -> bool:
    """Say whether a date is another or leaves out its month or day."""
    return said == known or (bool(said) and known.startswith(f"{said}-"))


def _together(spans: Sequence[Span]) -> Span:
    current = any(one.current for one in spans)
    end = "" if current else max(one.end for one in spans)
    return Span(min(one.start for one in spans), end, current)
