"""Periods in all usual spellings: 'Mar 2019 – Present', 'seit 03/2019', '2016 Exp. Jun. 2017'."""

import re
from dataclasses import dataclass

from aicvgen.domain.cv import Period

_MONTHS = {
    1: "january januar jänner janvier enero gennaio janeiro januari jan janv ene gen",
    2: "february februar feber février fevrier febrero febbraio fevereiro februari "
    "feb fév fev febr févr",
    3: "march märz maerz mars marzo março marco maart mar mär mrz mrt",
    4: "april avril abril aprile apr avr abr",
    5: "may mai mayo maggio maio mei mag",
    6: "june juni juin junio giugno junho jun giu",
    7: "july juli juillet julio luglio julho jul juil lug",
    8: "august août aout agosto augustus aug ago aoû",
    9: "september septembre septiembre settembre setembro sept sep set",
    10: "october oktober octobre octubre ottobre outubro oct okt ott out",
    11: "november novembre noviembre novembro nov",
    12: "december dezember décembre decembre diciembre dicembre dezembro dec dez déc dic",
}
_MONTH_NUMBERS = {name: number for number, names in _MONTHS.items() for name in names.split()}
_SEASONS = [
    "spring",
    "summer",
    "fall",
    "autumn",
    "winter",
    "frühling",
    "frühjahr",
    "sommer",
    "herbst",
    "printemps",
    "été",
    "automne",
    "hiver",
    "primavera",
    "verano",
    "otoño",
    "invierno",
    "estate",
    "autunno",
    "inverno",
]
_TERMS = ["ws", "ss", "wise", "sose", "wintersemester", "sommersemester", "q1", "q2", "q3", "q4"]
_PRESENT = (
    "present|current|currently|now|today|ongoing|to date|till date|date|"
    "heute|aktuell|jetzt|laufend|andauernd|dato|"
    "présent|aujourd['’]hui|actuel|en cours|ce jour|(?:la )?actualidad|actual|"
    "presente|hoy|oggi|attuale|in corso|atualmente|atual|hoje|(?:o )?momento|heden|nu"
)
_SINCE = "since|seit|depuis|desde|dal|da|sinds|from|von|ab|as of"
_EXPECTED = (
    r"(?:expected|exp\.?|anticipated|graduating|graduated|graduation|class of|"
    r"abschluss|grad\.?|estimated|est\.?|voraussichtlich|vsl\.?|geplant|prévu|previsto)"
    r"(?:\s+(?:graduation|in|date|completion))?\s*:?\s*"
)
_YEAR = r"(?:(?:19|20)\d{2}|20XX|20xx|19XX)"
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_SEASON = "(?:" + "|".join((*_SEASONS, *_TERMS)) + ")"
_POINT = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s+)?{_MONTH},?\s*(?:\d{{1,2}},\s*)?(?:de\s+|of\s+)?"
    rf"(?:{_YEAR}|['’]\d{{2}}\b)"
    rf"|{_SEASON}\s+(?:of\s+)?{_YEAR}(?:/\d{{2,4}})?"
    rf"|\b\d{{1,2}}\.\d{{1,2}}\.{_YEAR}"
    rf"|\b\d{{1,2}}/\d{{1,2}}/{_YEAR}"
    rf"|\b\d{{1,2}}\s?[./-]\s?{_YEAR}"
    rf"|\b{_YEAR}[./-](?:1[0-2]|0?[1-9])(?:[./-]\d{{1,2}})?(?!\d)"
    rf"|\b{_YEAR})"
)
_DASH = (
    r"\s*(?:[-–—―~→]+|/|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bbis\b|\bà\b|\bau\b|\bal\b|\ba\b|"
    r"\bhasta\b|\baté\b|\btot\b)\s*"
)
_RANGE = re.compile(
    rf"(?:\b(?:{_SINCE})\s+)?"
    rf"(?P<start>{_POINT}|\b{_MONTH})"
    rf"(?:(?:{_DASH}(?:{_EXPECTED})?|\s+(?:{_EXPECTED})|\s+(?=(?:{_PRESENT})\b|{_MONTH}\s*{_YEAR}))"
    rf"(?:(?P<end>{_POINT})|(?P<present>\b(?:bis\s+|à\s+)?(?:{_PRESENT})\b(?!\s*(?:of|at|in)\b)))"
    rf"|(?P<open>\s*[-–—](?=\s*(?:$|[|,·•\t)]))))",
    re.IGNORECASE,
)
_OPEN = re.compile(rf"\b(?:{_SINCE})\s+(?P<start>{_POINT})", re.IGNORECASE)
_LATER = re.compile(rf"\b{_EXPECTED}(?P<end>{_POINT})", re.IGNORECASE)
_LISTED = re.compile(
    rf"\b(?P<start>{_SEASON}s?\s+{_YEAR})(?:\s*[,/&+]\s*|\s+(?:and|und|et|y|e|en)\s+)"
    rf"(?P<end>(?:{_SEASON}\s+)?{_YEAR})(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_SHORT_END = re.compile(
    r"(?<![\w$€£.,/–-])(?P<start>(?:19|20)\d\d)\s?"
    r"(?:[–—]\s?(?P<end>\d\d)|[-/](?P<late>1[3-9]|[2-9]\d))(?![\w%]|[.,/–-]\d)"
)
"""'2018–19'; after a hyphen only what cannot be a month."""
_LONGEST_SHORT = 20
_SINGLE = re.compile(rf"(?<![\w$€£.,])(?P<start>{_POINT})(?![\w%]|[.,]\d)", re.IGNORECASE)
_HINT = re.compile(r"\d\d|[12]\dXX", re.IGNORECASE)
_NUMERIC = re.compile(r"(\d{1,4})\s?[./-]\s?(\d{1,4})(?:\s?[./-]\s?(\d{1,4}))?")
_YEAR_ONLY = re.compile(_YEAR)
_OPEN_SINCE = frozenset(["since", "seit", "depuis", "desde", "sinds"])


@dataclass(frozen=True, slots=True)
class Found:
    """A period and where in the text it stands."""

    period: Period
    start: int
    end: int
    span: bool
    """It is a range or says when something ended; not a lone point in time."""


def find(text: str) -> Found | None:
    """Return the first range of the text, else a lone date, else None."""
    if not _HINT.search(text):
        return None
    for pattern in (_RANGE, _OPEN, _LATER):
        match = pattern.search(text)
        if match and _YEAR_ONLY.search(match[0] + " "):
            return _found(match, span=True)
        if match and re.search(r"['’]\d\d", match[0]):
            return _found(match, span=True)
    match = _LISTED.search(text)
    if match:
        return _found(match, span=True)
    match = _SINGLE.search(text)
    return (_short_end(match, text) or _found(match, span=False)) if match else None


def _short_end(single: re.Match[str], text: str) -> Found | None:
    """Return the range that starts with a lone year and ends with the last digits of another."""
    match = _SHORT_END.match(text, single.start())
    if match is None:
        return None
    start = match["start"]
    years = (int(match["end"] or match["late"]) - int(start[2:])) % 100
    if not 0 < years <= _LONGEST_SHORT:
        return None
    period = Period(raw=match[0], start=start, end=str(int(start) + years))
    return Found(period, match.start(), match.end(), span=True)


def _found(match: re.Match[str], *, span: bool) -> Found:
    groups = match.groupdict()
    end = _point(groups.get("end"))
    start = _point(groups.get("start"))
    if start is not None and len(start) == len("-03") and start[0] == "-":
        start = end[:4] + start if end else None
    raw = match[0].strip()
    words = set(re.findall(r"\w+", raw.lower()))
    current = bool(groups.get("present") or groups.get("open") is not None)
    current = current or (match.re is _OPEN and bool(words & _OPEN_SINCE))
    period = Period(raw=raw, start=start, end=end, current=current)
    return Found(period, match.start(), match.end(), span)


def _point(text: str | None) -> str | None:
    """Return one date in ISO 8601 with its own precision; a month alone as '-03'."""
    if not text:
        return None
    numeric = _NUMERIC.search(text)
    if numeric and not re.search(r"[A-Za-zäéûç]{3}", text.replace("XX", "")):
        return _numeric(*(part for part in numeric.groups() if part))
    year = _YEAR_ONLY.search(text)
    month = next(
        (
            _MONTH_NUMBERS[word]
            for word in re.findall(r"[^\W\d_]+", text.lower())
            if word in _MONTH_NUMBERS
        ),
        None,
    )
    if year is None:
        short = re.search(r"['’](\d{2})", text)
        if short is None:
            return f"-{month:02d}" if month else None
        century = "19" if int(short[1]) > 60 else "20"  # noqa: PLR2004  nobody applying left in 1960
        digits = century + short[1]
    elif not year[0].isdigit():
        return None
    else:
        digits = year[0]
    return f"{digits}-{month:02d}" if month else digits


def _numeric(*parts: str) -> str | None:
    if len(parts[0]) == 4:  # noqa: PLR2004  a year
        year, month, day = parts[0], parts[1], parts[2] if len(parts) > 2 else ""  # noqa: PLR2004
    elif len(parts) == 3:  # noqa: PLR2004  day, month, year
        day, month, year = parts
        if int(month) > 12:  # noqa: PLR2004  American order
            day, month = month, day
    else:
        month, year, day = parts[0], parts[1], ""
    if not 1 <= int(month) <= 12:  # noqa: PLR2004  months
        return year if len(year) == 4 else None  # noqa: PLR2004
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
