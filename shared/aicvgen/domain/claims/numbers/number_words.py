"""Numbers in English and German words: twenty-seven, zwölfhundert, fünfunddreißig."""

import re
from functools import lru_cache

_ENGLISH = {
    word: number
    for number, word in enumerate(
        (
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        )
    )
} | {
    word: 10 * number
    for number, word in enumerate(
        (
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
        ),
        start=2,
    )
}
_GERMAN = {
    word: number
    for number, word in enumerate(
        (
            "null",
            "ein",
            "zwei",
            "drei",
            "vier",
            "fünf",
            "sechs",
            "sieben",
            "acht",
            "neun",
            "zehn",
            "elf",
            "zwölf",
            "dreizehn",
            "vierzehn",
            "fünfzehn",
            "sechzehn",
            "siebzehn",
            "achtzehn",
            "neunzehn",
        )
    )
}
_GERMAN_TENS = {
    word: 10 * number
    for number, word in enumerate(
        (
            "zwanzig",
            "dreißig",
            "vierzig",
            "fünfzig",
            "sechzig",
            "siebzig",
            "achtzig",
            "neunzig",
        ),
        start=2,
    )
} | {"dreissig": 30}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    "erst": 1, "zweit": 2, "dritt": 3, "siebt": 7, "acht": 8,
}  # fmt: skip
_GERMAN_ORDINAL = re.compile(r"(?:te|ter|tes|ten|tem)$")
_ORDINAL_ENDING = re.compile(r"(?<=[a-zß])(?:e|er|es|en|em)$")
_GROUPS = {"dozen": 12, "dutzend": 12, "beide": 2, "beiden": 2, "beider": 2, "both": 2}
_CASES = {"zweier": 2, "dreier": 3, "zweien": 2, "dreien": 3, "vieren": 4, "fünfen": 5}
_SHORTEST_ORDINAL = 5


@lru_cache(maxsize=10_000)
def cardinal(word: str) -> int | None:
    """Return the value of a number word up to 999 999, None where the word is none."""
    low = word.lower()
    if low in _ENGLISH:
        return _ENGLISH[low]
    if low in _GROUPS:
        return _GROUPS[low]
    if word in _CASES:
        return _CASES[word]
    tens, _, ones = low.partition("-")
    if ones and _ENGLISH.get(tens, 0) >= 20 and 0 < _ENGLISH.get(ones, 0) < 10:  # noqa: PLR2004  decimal
        return _ENGLISH[tens] + _ENGLISH[ones]
    return _german(low) if low not in {"ein", "eins", "eine"} else 1


@lru_cache(maxsize=10_000)
def ordinal(word: str) -> int | None:
    """Return the place a word names: third, dritten, twenty-first, zwölfter."""
    low = word.lower()
    if low in _ORDINALS:
        return _ORDINALS[low] if low not in {"acht", "erst", "zweit", "dritt"} else None
    base = _ORDINAL_ENDING.sub("", low)
    if base != low and base in _ORDINALS:
        return _ORDINALS[base] if base != "acht" else 8
    if low.endswith("th") and len(low) >= _SHORTEST_ORDINAL:
        return cardinal(low[:-2])
    tens, _, ones = low.partition("-")
    if ones in _ORDINALS and tens in _ENGLISH:
        return _ENGLISH[tens] + _ORDINALS[ones]
    found = _GERMAN_ORDINAL.search(low)
    if found is None:
        return None
    stem = low[: found.start()]
    value = _german(stem) or _german(stem.removesuffix("s"))
    return value if value is not None and value > 1 else None


def _german(low: str) -> int | None:
    if low in _GERMAN:
        return _GERMAN[low]
    if low in _GERMAN_TENS:
        return _GERMAN_TENS[low]
    for scale, value in (("tausend", 1000), ("hundert", 100)):
        head, found, tail = low.partition(scale)
        if found:
            tail = tail.removeprefix("und")
            first = _german(head) if head else 1
            last = _german(tail) if tail else 0
            return None if first is None or last is None else first * value + last
    ones, found, tens = low.partition("und")
    if found and tens in _GERMAN_TENS and 0 < _GERMAN.get(ones, 0) < 10:  # noqa: PLR2004  decimal
        return _GERMAN_TENS[tens] + _GERMAN[ones]
    return None
