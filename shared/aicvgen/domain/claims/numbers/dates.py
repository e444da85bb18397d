"""Years and months in a sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.numbers.number_words import cardinal
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
_YEAR_LENGTH = 4
_COUNTED = r"\s?(?:[€£$%]|(?:euro?|prozent|percent|kwh|kg|km|m[²³])\b)"
"""What makes a number of four digits no year: 2000 €."""
_SINCE = re.compile(
    r"\b(?:since|from|starting|between|seit|ab|von|zwischen)\s+(?:the\s+|dem\s+)?$", re.IGNORECASE
)
_UNTIL = re.compile(
    r"\b(?:until|till|to|through|bis|by)\s+(?:ende\s+)?$|\d\s*[-\u2013\u2014/]\s*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|zwischen)\b.{4,20}\b(?:and|und)\s+$", re.IGNORECASE)
_SPAN_AFTER = re.compile(
    r"\s*(?:(?:[-\u2013\u2014]|to\b|bis\b|until\b)\s*"
    r"(?:\d|[A-ZÄ][a-zä]+\.?\s\d|present|heute|now|today)|an\b)",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\b(?P<name>{_NAME})\.?,?\s+(?:\d{{1,2}}\s*,\s*)?(?P<y1>{_YEAR})\b"
    rf"|(?<![\d./-])(?P<month>0?[1-9]|1[0-2])[./](?P<y2>{_YEAR})\b"
    rf"|(?<![\d.,/-])(?P<y3>{_YEAR})-(?P<iso>0[1-9]|1[0-2])(?!\d)"
    rf"|(?<![\w.,$€£-])(?P<season>{_YEAR})/\d\d(?!\d)"
    rf"|(?<![\w.,$€£-])(?P<year>{_YEAR})(?![\w%]|[.,]\d|{_COUNTED})"
    rf"|(?<=\d{{4}}[-\u2013\u2014/])(?P<to>{_YEAR})(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)


_SPAN = re.compile(
    rf"(?:\b(?P<m1>{_NAME})\.?\s*)?(?:\b(?P<y1>{_YEAR}))?\s*"
    rf"(?:[-\u2013\u2014]|\bbis\b|\bto\b|\buntil\b|\band\b|\bund\b)\s*"
    rf"(?:(?P<m2>{_NAME})\.?\s+)?(?P<y2>{_YEAR})\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"(?<![\w.,/-]){_YEAR}(?:\s*,\s*{_YEAR})*,?\s*(?:\b(?:and|und|sowie)\b|&)\s*{_YEAR}(?![\w%])",
    re.IGNORECASE,
)


_MONTHS_SPANNED = re.compile(
    rf"\b(?P<first>{_NAME})\.? (?:to|until|through|bis|[-\u2013]) ?(?P<last>{_NAME})\b(?!\.? ?\d)",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"\b(?P<year>{_YEAR})\b(?P<between>[^.;:]{{0,80}}?)\b"
    r"(?:(?P<number>\w+) (?:years?|Jahre?) (?:later|after that|später|darauf|danach)"
    r"|the following year|the year after|the next year|im Folgejahr|im Jahr (?:darauf|danach))\b",
    re.IGNORECASE,
)
_ONE_YEAR = frozenset({"a", "one", "ein"})
_ABOUT = re.compile(
    r"(?<!since )(?<!seit )(?<!until )(?<!from )(?<!ab )(?<!in )\b"
    r"(?:rund|etwa|ca\.?|circa|knapp|fast|über|mehr als|bis zu|about|around|roughly|approx\.?"
    r"|approximately|nearly|almost|over|more than|up to|some)\s+$",
    re.IGNORECASE,
)
_ROUND = 50
_COUNTED_THING = re.compile(
    rf" (?!(?:{_NAME})\b)(?:[A-ZÄÖÜ][a-zäöüß]{{2,}}|[a-z-]{{2,}}[a-rt-z]s\b)"
)
"""A noun right behind a number: German ones are capitalised, English ones of several end in s."""


class Occurrence(NamedTuple):
    """A date as a sentence uses it."""

    words: str
    key: str
    """`2019` or `2019-03`."""
    since: bool
    """It says when something began that went on."""
    until: bool


def with_later_years(text: str) -> str:
    """Write years told from others as such: 2017 in Kiel, ein Jahr später in Rostock."""

    def counted(found: re.Match[str]) -> str:
        word = found["number"] or "a"
        number = 1 if word.lower() in _ONE_YEAR else cardinal(word)
        number = int(word) if word.isdigit() else number
        if number is None:
            return found[0]
        return f"{found['year']}{found['between']}{int(found['year']) + number}"

    return _LATER.sub(counted, text)


def dates_in(text: str) -> Iterator[Claim]:
    """Yield each date as `2019` or `2019-03`."""
    for found in occurrences(text):
        yield Claim(FindingKind.DATE, found.words, found.key)


@lru_cache(maxsize=10_000)
def occurrences(text: str) -> tuple[Occurrence, ...]:
    """Return each date with what the words before it make of it."""
    return tuple(_occurrences(text))


def _occurrences(text: str) -> Iterator[Occurrence]:
    for found in _found(text):
        year = next(filter(None, found.group("y1", "y2", "y3", "season", "year", "to")))
        named, month, iso = found.group("name", "month", "iso")
        number = _MONTHS[named.casefold()] if named else int(month or iso or 0)
        key = f"{year}-{number:02}" if number else year
        before, after = text[: found.start()], text[found.end() :]
        since = bool(_SINCE.search(before))
        until = bool(_UNTIL.search(before) or _BETWEEN.search(before))
        span = bool(_SPAN_AFTER.match(after))
        yield Occurrence(found[0], key, since or span, until)


def _found(text: str) -> Iterator[re.Match[str]]:
    """Yield each date; a round number that counts something is none: rund 2000 Artikel."""
    for found in _DATE.finditer(text):
        about = (
            found["year"]
            and not int(found["year"]) % _ROUND
            and _ABOUT.search(text[: found.start()])
        )
        if not (about and _COUNTED_THING.match(text[found.end() :])):
            yield found


def spans_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the two ends of each span: von März bis August 2018, 2013-2015."""
    for found in _SPAN.finditer(text):
        end = found["y2"]
        first, last = (_MONTHS.get((found[name] or "").casefold()) for name in ("m1", "m2"))
        start = found["y1"] or end
        if first and last:
            yield f"{start}-{first:02}", f"{end}-{last:02}"
        elif found["y1"] and not (first or last):
            yield start, end


def apart_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the years between which something changed: from 5 in 2016 to 9 in 2019."""
    years = sorted({found.key for found in occurrences(text) if len(found.key) == _YEAR_LENGTH})
    if len(years) == 2:  # noqa: PLR2004  from one to another
        yield years[0], years[1]


def years_listed(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each list of years starts and how many it has: 2017, 2018 and 2019."""
    for found in _LISTED.finditer(text):
        years = re.findall(_YEAR, found[0])
        if len(set(years)) == len(years) and not _BETWEEN.search(
            text[: found.end() - _YEAR_LENGTH]
        ):
            yield found.start(), len(years)


def months_between(text: str) -> int:
    """Return how many months of a year a text spans: März bis Juli are 5; 0 where it has none."""
    for found in _MONTHS_SPANNED.finditer(text):
        first, last = _MONTHS[found["first"].casefold()], _MONTHS[found["last"].casefold()]
        if first < last:
            return last - first + 1
    return 0


def months_worked(start: str, end: str) -> Iterator[int]:
    """Yield the months between two dates, counted with and without the last one begun."""
    first, last = _month(start), _month(end)
    if first is None or last is None or last < first:
        return
    yield last - first
    if len(start) > _YEAR_LENGTH and len(end) > _YEAR_LENGTH:
        yield last - first + 1


def months_of(start: str, end: str) -> range:
    """Return the months from one date to another, counted from the year 0; of years, to the last.

    Empty where a date is not known.
    """
    first, last = _month(start), _month(end)
    if first is None or last is None:
        return range(0)
    return range(first, last + (len(end) > _YEAR_LENGTH))


def _month(date: str) -> int | None:
    if not date[:_YEAR_LENGTH].isdigit():
        return None
    return 12 * int(date[:_YEAR_LENGTH]) + int(date[5:7] or 1)


def without_dates(text: str) -> str:
    """Return the text with its dates blanked, so that they are not read as numbers again."""
    dated = text
    for found in _found(text):
        dated = f"{dated[: found.start()]}{' ' * len(found[0])}{dated[found.end() :]}"
    return dated


def supported(key: str, evidence: frozenset[str]) -> bool:
    """Say whether a date stands in the evidence: a year also as the year of a month."""
    return key in evidence or any(known.startswith(f"{key}-") for known in evidence)
