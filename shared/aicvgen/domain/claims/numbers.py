"""Numbers in a sentence, in digits or words, with what they count as: percent, money or plain."""

import re
from collections.abc import Iterator
from decimal import Decimal

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.dates import without_dates
from aicvgen.domain.draft import FindingKind

_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "two zwei beide both",
            "three drei",
            "four vier",
            "five fünf",
            "six sechs",
            "seven sieben",
            "eight acht",
            "nine neun",
            "ten zehn",
            "eleven elf",
            "twelve dozen zwölf dutzend",
        ),
        start=2,
    )
    for word in words.split()
} | {"fifty": 50, "hundred": 100, "hundert": 100, "thousand": 1000, "tausend": 1000}
_ONE = {"one", "single", "ein", "eine", "einen", "einer", "einem", "eines"}
"""Evidence for 1, but no claim: in most sentences an article."""
_SCALES = {
    "k": 1_000,
    "thousand": 1_000,
    "tsd": 1_000,
    "tausend": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mm": 1_000_000,
    "mio": 1_000_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "millionen": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
    "mrd": 1_000_000_000,
    "milliarde": 1_000_000_000,
    "milliarden": 1_000_000_000,
}
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_MONEY = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD",
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "gbp": "GBP", "pounds": "GBP", "chf": "CHF",
}  # fmt: skip
_AFTER = r"%|percent\b|per cent\b|prozent\b|€|\$|£|(?:usd|eur|euros?|gbp|chf|dollars?|pounds)\b"
_NUMBER = re.compile(
    rf"(?P<before>(?:us)?\$|€|£|\b(?:usd|eur|gbp|chf)\s)?\s?"
    rf"(?<![\w.,])(?P<digits>\d{{1,3}}(?:[\u00a0\u202f ]\d{{3}})+(?![\d])|\d+(?:[.,]\d+)*)"
    rf"(?:\s?(?P<scale>{_SCALE})\b\.?|(?<=\d)(?P<tied>[^\W\d_]*))?"
    rf"(?P<more>\+)?\s?(?P<after>{_AFTER})?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_THOUSANDS = re.compile(r"^[1-9]\d{0,2}(?:([.,\u00a0\u202f ])\d{3})(?:\1\d{3})*$")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


def numbers_in(text: str) -> Iterator[Claim]:
    """Yield each number as `<value>`, `<value>%` or `<value> <currency>`; dates are none."""
    blanked = without_dates(text)
    for found in _NUMBER.finditer(blanked):
        yield Claim(FindingKind.NUMBER, found[0].strip(), _key(found))
    for found in _WORD.finditer(_NUMBER.sub(" ", blanked)):
        if found[0].casefold() in _WORDS:
            yield Claim(FindingKind.NUMBER, found[0], str(_WORDS[found[0].casefold()]))


def numbers_known(text: str) -> frozenset[str]:
    """Return the keys of all numbers that a text is evidence for."""
    ones = {"1"} if _ONE.intersection(text.casefold().split()) else set[str]()
    keys = {claim.key for claim in numbers_in(text)}
    return frozenset(ones | keys | {key.removesuffix("+") for key in keys})


def _key(found: re.Match[str]) -> str:
    value = _value(found["digits"]) * _SCALES.get((found["scale"] or "").casefold(), 1)
    unit = (found["before"] or found["after"] or "").strip().casefold()
    number = f"{value.normalize():f}"
    if unit in _MONEY:
        number = f"{number} {_MONEY[unit]}"
    elif unit:
        number = f"{number}%"
    return f"{number}+" if found["more"] else number


def _value(digits: str) -> Decimal:
    """Read 50,000 and 50.000 as fifty thousand, 2,5 and 2.5 as two and a half."""
    if _THOUSANDS.match(digits):
        return Decimal(re.sub(r"\D", "", digits))
    *whole, last = re.split(r"[.,]", digits)
    if not whole:
        return Decimal(last)
    if len(whole) > 1 and not re.match(r"^\d{1,3}([.,])(?:\d{3}\1)*\d{3}(?!\1)[.,]\d+$", digits):
        return Decimal("".join((*whole, last)))  # a version such as 3.11.2: its digits identify it
    return Decimal(f"{''.join(whole)}.{last}")
