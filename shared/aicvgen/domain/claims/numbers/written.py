"""A number as it is written: in digits, in words, as a fraction, a multiple or a place."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from aicvgen.domain.claims.numbers.clocks import CLOCK, on_clock
from aicvgen.domain.claims.numbers.number_words import cardinal, ordinal
from aicvgen.domain.claims.numbers.units import (
    FRACTIONS,
    MONEY,
    MULTIPLES,
    PERCENT,
    SCALES,
    TIMES,
    UNITS,
)
from aicvgen.domain.claims.words.lexicon import function_words, word_set
from aicvgen.domain.claims.words.tokens import Token

_COMPOUND = re.compile(
    r"^(?P<number>.+?)(?P<unit>tägig|wöchig|monatig|jährig|stündig|minütig|sekündig|stöckig|köpfig|"
    r"sprachig|stellig|stufig|teilig|fach|mal)(?:e|er|es|en|em)?$"
)
_THOUSANDS = re.compile(r"^[1-9]\d{0,2}(?:([.,\u00a0\u202f ])\d{3})(?:\1\d{3})*$")
_GROUPED = re.compile(r"^\d{1,3}([.,])(?:\d{3}\1)*\d{3}(?!\1)[.,]\d+$")
_ORDINAL_TAIL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_PLACE = re.compile(r"\.(?:,| [A-ZÄÖÜu]| bis )")
_SCALE = re.compile(r"[.,\u00a0\u202f ]\d{3}\b")
"""What goes on after 1:10 in a scale of 1:10.000."""
_AFTER_FRACTION = ("after_fraction", "fewer", "more")
_LONGEST_PLACE = 2
_HALVES = frozenset({"half", "halbe", "halbes", "halben", "halber"})
_ARTICLES = frozenset(("a", "an", "ein", "eine", "einen", "einem", "einer", "eines"))
_COUNTED_FIRST = frozenset({"ein", "eine", "einen", "one"})
ONES = _ARTICLES | {"one", "single"}
"""Words for 1 that are mostly articles."""


class Written(NamedTuple):
    """The value of a number and the tokens it takes."""

    value: Decimal
    last: int
    ordinal: bool = False
    fraction: bool = False
    unit: str = ""


def written(found: Sequence[Token], at: int, text: str) -> Written | None:
    """Return the number that starts at a token, None where none does."""
    low = found[at].low
    if low[0].isdigit():
        return _digits(found, at, text)
    if low in MULTIPLES:
        return Written(Decimal(MULTIPLES[low]), at, unit="x")
    if low in TIMES and not _is_conjunction(found, at):
        return Written(Decimal(TIMES[low]), at)
    return _half(found, at) or _word(found, at) or _compound(low, at) or _place(found, at)


def _digits(found: Sequence[Token], at: int, text: str) -> Written | None:
    token = found[at]
    if ":" in token.low:
        hour = on_clock(token.low) if not _SCALE.match(text, token.end) else None
        return Written(hour, at, unit=CLOCK) if hour is not None else None
    if _is_code(found, at, text):
        return None
    short = token.low.isdigit() and len(token.low) <= _LONGEST_PLACE
    is_place = short and bool(_PLACE.match(text[token.end : token.end + 6]))
    tail = bool(_ORDINAL_TAIL.search(token.low))
    return Written(_value(_ORDINAL_TAIL.sub("", token.low)), at, ordinal=tail or is_place)


def _is_conjunction(found: Sequence[Token], at: int) -> bool:
    """Tell once service was over, and at once, from once a week."""
    after = found[at + 1] if at + 1 < len(found) else None
    if at and found[at - 1].low == "at":
        return found[at].low == "once"
    return (
        found[at].low == "once"
        and after is not None
        and not after.breaks
        and after.low not in word_set("after_once")
    )


def _half(found: Sequence[Token], at: int) -> Written | None:
    """Read half a year as six months, and half of them as 50 %."""
    low = found[at].low
    after = [token.low for token in found[at + 1 : at + 3]]
    if low in _HALVES and after:
        skipped = 2 if after[0] in _ARTICLES and len(after) > 1 else 1
        unit, factor = UNITS.get(after[skipped - 1], ("", Decimal(1)))
        if unit:
            return Written(factor / 2, at + skipped, unit=unit)
    if low in FRACTIONS and _is_fraction(found, at):
        return Written(Decimal(100) / FRACTIONS[low], at, fraction=True, unit="%")
    return None


def _word(found: Sequence[Token], at: int) -> Written | None:
    low = found[at].low
    number = 1 if low in ONES else cardinal(low)
    if number is None:
        return None
    after = found[at + 1] if at + 1 < len(found) else None
    if (
        after is not None
        and after.low in FRACTIONS
        and (number > 1 or low == "one" or _is_fraction(found, at + 1))
    ):
        share = Decimal(100 * number) / FRACTIONS[after.low]
        return Written(share, at + 1, fraction=True, unit="%")
    joined = cardinal(f"{low}-{after.low}") if after is not None and after.tied else None
    if joined is not None and low not in ONES:
        return Written(Decimal(joined), at + 1)
    counts = starts_range(found, at) or ends_change(found, at)
    counts = counts or (_is_span(found, at) and not _is_label(found, at + 1))
    if low in _ARTICLES and not counts:
        return None
    return Written(Decimal(number), at)


def _compound(low: str, at: int) -> Written | None:
    """Read dreitägig, fünfstöckig and zehnfach."""
    found = _COMPOUND.match(low)
    number = cardinal(found["number"]) if found is not None else None
    if found is None or number is None:
        return None
    unit, factor = UNITS.get(found["unit"], ("x" if found["unit"] == "fach" else "", Decimal(1)))
    return Written(number * factor, at, unit=unit)


def _place(found: Sequence[Token], at: int) -> Written | None:
    low = found[at].low
    if [token.low.removesuffix("er") for token in found[at : at + 2]] == ["first", "aid"]:
        return None
    after = found[at + 1].low if at + 1 < len(found) and found[at + 1].tied else ""
    joined = ordinal(f"{low}-{after}") if after else None
    if joined is not None:
        return Written(Decimal(joined), at + 1, ordinal=True)
    place = ordinal(low)
    return Written(Decimal(place), at, ordinal=True) if place is not None else None


def _is_code(found: Sequence[Token], at: int, text: str) -> bool:
    """Tell the digits of S/4HANA or T5x from a number with its unit."""
    token = found[at]
    if token.tied and at and found[at - 1].text.isalpha() and text[token.start - 1] != "-":
        return True
    after = found[at + 1] if at + 1 < len(found) else None
    return (
        after is not None
        and after.tied
        and text[token.end] != "-"
        and after.low not in SCALES
        and after.low not in UNITS
        and after.low not in MONEY
        and after.low not in PERCENT
        and after.low not in {"x", "pp", "am", "pm"}
    )


def _is_fraction(found: Sequence[Token], at: int) -> bool:
    """Tell a third of all from the third week, and by a quarter from twice a quarter."""
    low = found[at].low
    if low in {"half", "halves"}:
        near = {token.low for token in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])}
        return bool(near & word_set("near_half"))
    if low == "hälfte" or low.endswith(("tel", "rds", "ths")) or low == "quarters":
        return True
    before = [token.low for token in found[max(0, at - 2) : at]]
    if not before or before[-1] not in {"a", "an", "one"}:
        return False
    after = found[at + 1] if at + 1 < len(found) else None
    alone = after is None or after.breaks
    if low == "quarter":
        led = len(before) > 1 and before[0] in word_set("before_fraction")
        led = led or (after is not None and after.low == "of" and before[-1] != "one")
        return led or (alone and found[at - 1].breaks)
    changed = len(before) > 1 and before[0] in {"by", "to"} and after is not None
    return (
        alone
        or (after is not None and any(after.low in word_set(name) for name in _AFTER_FRACTION))
        or (changed and after is not None and after.low in function_words("en"))
    )


def starts_range(found: Sequence[Token], at: int) -> bool:
    """Say whether an article is the lower end: im Alter von einem bis sechs Jahren."""
    after = [token.low for token in found[at + 1 : at + 3]]
    return (
        len(after) > 1
        and after[0] == "bis"
        and (after[1][0].isdigit() or cardinal(after[1]) is not None)
    )


def ends_change(found: Sequence[Token], at: int) -> bool:
    """Tell from three days to one from a talk to one of them."""
    after = found[at + 1] if at + 1 < len(found) else None
    ends = after is None or after.breaks or (at + 2 == len(found) and after.text.islower())
    return (
        found[at].low in ONES - {"a", "an"}
        and at > 0
        and found[at - 1].low in {"to", "auf"}
        and ends
        and any(token.low in {"from", "by", "von", "um"} for token in found[:at])
    )


def _is_label(found: Sequence[Token], at: int) -> bool:
    """Tell a Year 9 form from a year."""
    after = found[at + 1] if at + 1 < len(found) else None
    return after is not None and not after.breaks and after.low.isdigit()


def _is_span(found: Sequence[Token], at: int) -> bool:
    """Say whether an article counts one unit of time: within a year, für ein Jahr."""
    if at + 1 >= len(found) or found[at + 1].low not in UNITS:
        return False
    if at + 2 < len(found) and found[at + 2].tied:  # a second-year apprentice
        return False
    if at + 2 < len(found) and found[at + 2].low in {"lang", "long", "hindurch"}:
        return True
    if not at:
        return found[0].low in _COUNTED_FIRST
    return found[at - 1].low in word_set("before_span")


def _value(digits: str) -> Decimal:
    """Read 50,000 and 50.000 as fifty thousand, 2,5 and 2.5 as two and a half."""
    if _THOUSANDS.match(digits):
        return Decimal(re.sub(r"\D", "", digits))
    *whole, last = re.split(r"[.,]", digits)
    if not whole:
        return Decimal(last)
    if len(whole) > 1 and not _GROUPED.match(digits):
        return Decimal("".join((*whole, last)))  # a version such as 3.11.2: its digits identify it
    return Decimal(f"{''.join(whole)}.{last}")
