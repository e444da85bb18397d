"""Years and months in a sentence."""

import re
from collections.abc import Iterator

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.draft import FindingKind

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner",
            "february feb februar",
            "march mar märz mrz",
            "april apr",
            "may mai",
            "june jun juni",
            "july jul juli",
            "august aug",
            "september sep sept",
            "october oct oktober okt",
            "november nov",
            "december dec dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b(?P<name>{_NAME})\.?,?\s+(?:\d{{1,2}}\s*,\s*)?(?P<y1>{_YEAR})\b"
    rf"|(?<![\d./-])(?P<month>0?[1-9]|1[0-2])[./](?P<y2>{_YEAR})\b"
    rf"|(?<![\d.,/-])(?P<y3>{_YEAR})-(?P<iso>0[1-9]|1[0-2])(?!\d)"
    rf"|(?<![\w.,$€£-])(?P<year>{_YEAR})(?![\w%]|[.,]\d)"
    rf"|(?<=\d{{4}}[-\u2013\u2014/])(?P<to>{_YEAR})(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)


def dates_in(text: str) -> Iterator[Claim]:
    """Yield each date as `2019` or `2019-03`."""
    for found in _DATE.finditer(text):
        year = next(filter(None, found.group("y1", "y2", "y3", "year", "to")))
        named, month, iso = found.group("name", "month", "iso")
        number = _MONTHS[named.casefold()] if named else int(month or iso or 0)
        key = f"{year}-{number:02}" if number else year
        yield Claim(FindingKind.DATE, found[0], key)


def without_dates(text: str) -> str:
    """Return the text with its dates blanked, so that they are not read as numbers again."""
    return _DATE.sub(lambda found: " " * len(found[0]), text)


def supported(key: str, evidence: frozenset[str]) -> bool:
    """Say whether a date stands in the evidence: a year also as the year of a month."""
    return key in evidence or any(known.startswith(f"{key}-") for known in evidence)
