"""Halves, quarters and durations in words or as on a clock, written as plain numbers."""

import re
from collections.abc import Callable
from decimal import Decimal

from aicvgen.domain.claims.numbers.number_words import cardinal

_LARGE = {
    "dozen": 12, "dutzend": 12, "hundred": 100, "hundert": 100, "thousand": 1_000,
    "million": 1_000_000, "billion": 1_000_000_000, "milliarde": 1_000_000_000,
}  # fmt: skip
_SIGNS = {"½": "5", "¼": "25", "¾": "75"}
_MORE = {"half": "5", "quarter": "25"}
_ONES = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
_TAILS = "tausend|tägig|wöchig|monatig|jährig|stündig|minütig|fach"
_PLURAL = r"(?P<unit>hour|day|week|month|year|minute)"
_CLOCK = r"(?<![\d:.,])(?P<whole>\d{1,2}):(?P<rest>[0-5]\d)(?![\d:])"
_TIMED = re.compile(
    _CLOCK
    + r"\s*(?:(?P<minutes>min(?:s|utes?|uten?)?)|(?P<hours>h(?:rs?|ours?)?|std|stunden?))\b\.?",
    re.IGNORECASE,
)
_UNTIMED = re.compile(_CLOCK + r"(?!\s*(?:[ap]\.?m\b|uhr))", re.IGNORECASE)
_LEFT_WITH_RATE = r"(?<!once )(?<!twice )(?<!times )(?<!per )(?<!each )(?<!every )"


def in_plain_numbers(text: str) -> str:
    """Return a text with six and a half as 6.5, anderthalb as 1,5 and 5:40 min as 340 s."""
    for pattern, wording in _RULES:
        text = pattern.sub(wording, text)
    return _without_clock(text)


def _and_a_half(found: re.Match[str]) -> str:
    number = _number(found["number"])
    return found[0] if number is None else f"{number}.{_MORE[found['more'].lower()]}"


def _unit_and_a_half(found: re.Match[str]) -> str:
    number = _number(found["number"])
    more = _MORE[found["more"].lower()]
    return found[0] if number is None else f"{number}.{more} {found['unit']}s"


def _one_half_more(found: re.Match[str]) -> str:
    """Write zweieinhalb as 2,5, and zweieinhalbjährig as 2,5-jährig."""
    number = cardinal(found["number"])
    if number is None:
        return found[0]
    if found["tail"] == "tausend":
        return str(number * 1_000 + 500)
    return f"{number},5" + (f"-{found['tail']}" if found["tail"] else "")


def _dozens(found: re.Match[str]) -> str:
    number = cardinal(found["number"])
    return found[0] if number is None else str(number * _LARGE["dozen"])


def _part_of_many(found: re.Match[str]) -> str:
    share = (
        Decimal("0.25")
        if "quarter" in found[0].lower() or "viertel" in found[0].lower()
        else (Decimal("0.5"))
    )
    return f"{share * _LARGE[found['many'].lower()]:f}".removesuffix(".0").removesuffix(".00")


def _number(word: str) -> int | None:
    if word.lower() in {"a", "an"}:
        return 1
    return int(word) if word.isdigit() else cardinal(word)


_WORDINGS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (
        (
            r"\b(?P<number>\d+|(?:[a-z]+ty-)?[a-z]+)[ -]and[ -]a[ -](?P<more>half|quarter)\b"
            r"(?! of\b(?! (?:them|these|those|which)\b))"
        ),
        _and_a_half,
    ),
    (rf"\b(?P<number>\d+|[a-z]+) {_PLURAL}s? and a (?P<more>half|quarter)\b", _unit_and_a_half),
    (r"\bhalf an? (?P<many>dozen|hundred|thousand|million|billion)\b", _part_of_many),
    (r"\b(?P<number>[a-zäöüß]+) (?:dozen|Dutzend)\b", _dozens),
    (r"\ba quarter of a (?P<many>million|billion)\b", _part_of_many),
    (r"\b(?:eine[nr]? )?halbe[ns]? (?P<many>Million|Milliarde)\b", _part_of_many),
    (r"\b(?:ein(?:em)? )?halbe[sn] (?P<many>Dutzend)\b", _part_of_many),
    (r"\b(?:eine[rn]? )?Viertel(?P<many>million|milliarde)\b", _part_of_many),
    (r"\bthree[- ]quarters of an hour\b", "45 minutes"),
    (r"\b(?:a )?quarter of an hour\b", "15 minutes"),
    (r"\b(?:eine[rn]? )?(?:Dreiviertelstunde|drei viertel Stunde)\b", "45 Minuten"),
    (r"\b(?:eine[rn]? )?Viertelstunde\b", "15 Minuten"),
    (r"\bhalbstündig(?=e|er|es|en|em|\b)", "30-minütig"),
    (r"\b(?:ein(?:em)? )?(?:Dreivierteljahr|drei viertel Jahr)\b", "9 Monate"),
    (r"\bvierteljährig(?=e|er|es|en|em|\b)", "3-monatig"),
    (r"\bhalbjährig(?=e|er|es|en|em|\b)", "6-monatig"),
    (r"\banderthalb(?=tägig|wöchig|jährig|stündig|minütig)", "1,5-"),
    (r"\banderthalb\b", "1,5"),
    (rf"\b(?P<number>{_ONES})einhalb(?P<tail>(?:{_TAILS})\w*)?\b", _one_half_more),
    (rf"{_LEFT_WITH_RATE}\ba fortnight\b", "two weeks"),
    (r"(?<!a )(?<!per )(?<!each )(?<!every )\bfortnight\b", "two weeks"),
    (r"(?P<whole>\d+) ?(?P<sign>[½¼¾])", lambda found: f"{found['whole']}.{_SIGNS[found['sign']]}"),
)
_RULES = tuple((re.compile(pattern, re.IGNORECASE), wording) for pattern, wording in _WORDINGS)


def _without_clock(text: str) -> str:
    """Write durations as on a clock in their smaller unit: 5:40 min, and 6:30 beside it."""
    units = {"s" if found["minutes"] else "min" for found in _TIMED.finditer(text)}
    if len(units) != 1:
        return text
    (unit,) = units

    def counted(found: re.Match[str]) -> str:
        return f"{60 * int(found['whole']) + int(found['rest'])} {unit}"

    return _UNTIMED.sub(counted, _TIMED.sub(counted, text))
