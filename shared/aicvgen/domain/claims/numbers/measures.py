"""The scale and the unit after a number: 3 million, 28 kWp, 160-stündig."""

import re
from collections.abc import Sequence
from decimal import Decimal

from aicvgen.domain.claims.numbers.number_words import cardinal
from aicvgen.domain.claims.numbers.units import MONEY, PERCENT, SCALES, SHORT_SCALES, UNITS
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.tokens import Token

_FLAT_UNIT = re.compile(
    r"^(?P<unit>tägig|wöchig|monatig|jährig|stündig|minütig)(?:e|er|es|en|em)?$"
)
_TIME_COMPOUND = re.compile(
    r"^(?:arbeits|unterrichts|wochen|werk|kalender)(?P<unit>stunden?|tagen?)$"
)
_SQUARE = {"square": "2", "sq": "2", "cubic": "3"}
_METRES = {"metre": "m", "metres": "m", "meter": "m", "meters": "m", "foot": "ft", "feet": "ft",
           "ft": "ft", "m": "m"}  # fmt: skip
_TIME = frozenset({"s", "day", "month"})
_FREE_ADJECTIVE = 2
"""How many words may stand between a number and its unit of time: ten accident-free years."""
_THAN = frozenset({"as", "so", "more", "less", "fewer", "the"})
_NO_COMPARATIVE = frozenset({"per", "over", "under", "after", "other"})
_ONE_OF_THEM = frozenset({
    "hour", "day", "week", "month", "year", "stunde", "tag", "woche", "monat", "jahr",
})  # fmt: skip
_COMPARED = frozenset({"above", "below", "over", "under", "higher", "lower", "better"})
_ONE = Decimal(1)
_SHORT_WORD = 3
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")


def scale_after(found: Sequence[Token], last: int) -> tuple[Decimal, int]:
    """Return the factor of million, k or Tsd. after a number, and the last token it takes."""
    scale = Decimal(1)
    while last + 1 < len(found):
        after = found[last + 1]
        far = not after.tied and after.start - found[last].end > 1
        if after.low not in SCALES or (after.low in SHORT_SCALES and far):
            break
        if _is_metre(found, last) or (after.text == "b" and not _is_sum(found, last)):
            break
        scale *= SCALES[after.low]
        last += 1
    return scale, last


def _is_metre(found: Sequence[Token], last: int) -> bool:
    """Tell 25 m deep from £25 m and 1.6 m users."""
    after = found[last + 1]
    if after.text != "m" or after.tied:
        return False
    following = found[last + 2] if last + 2 < len(found) else None
    if found[last - 1].low in MONEY or (following is not None and following.low in MONEY):
        return False
    counts = following is not None and not following.breaks and len(following.low) > _SHORT_WORD
    return not (counts and "." in found[last].text)


def _is_sum(found: Sequence[Token], last: int) -> bool:
    """Tell £9b from class 9b."""
    return bool(last) and found[last - 1].low in MONEY


def unit_after(found: Sequence[Token], last: int) -> tuple[str, Decimal, int]:
    """Return the unit after a number, its size in base units, and the last token it takes."""
    if last + 1 >= len(found) or (found[last + 1].breaks and found[last].low not in SCALES):
        return "", _ONE, last
    after = found[last + 1]
    second = found[last + 2] if last + 2 < len(found) else after
    return (
        _share(after, second, last)
        or _multiple(found, after, second, last)
        or _measure(after, second, last)
        or _timed(found, last)
        or ("", _ONE, last)
    )


def _multiple(
    found: Sequence[Token], after: Token, second: Token, last: int
) -> tuple[str, Decimal, int] | None:
    """Read eight times faster, 2.5 times, 4x and 4-fold."""
    if after.tied and after.low in {"x", "fold", "fach"}:
        return "x", _ONE, last + 1
    compared = second.low in _THAN or (
        second.low.endswith("er") and second.low not in _NO_COMPARATIVE
    )
    broken = not (found[last].low.isalnum() or _THOUSANDS.match(found[last].low))
    if after.low in {"times", "mal"} and (broken or (compared and not second.breaks)):
        return "x", _ONE, last + 1
    return None


def _timed(found: Sequence[Token], last: int) -> tuple[str, Decimal, int] | None:
    """Read ten accident-free years as ten years: the words between say more of them."""
    for at in range(last + 1, min(last + 2 + _FREE_ADJECTIVE, len(found))):
        token = found[at]
        if token.breaks:
            return None
        unit, factor = UNITS.get(token.low, ("", _ONE))
        if token.low in _ONE_OF_THEM or token.low in word_set("rate"):
            return None
        if unit in _TIME and at > last + 1 and len(token.low) > 1:
            return unit, factor, last
        if not token.text.islower() or (len(token.low) <= _SHORT_WORD and not token.tied):
            return None
        if token.low[0].isdigit() or cardinal(token.low) is not None:
            return None
    return None


def _share(after: Token, second: Token, last: int) -> tuple[str, Decimal, int] | None:
    if after.low == "per" and second.low == "cent":
        return "%", _ONE, last + 2
    if after.low == "percentage" and second.low.startswith("point"):
        return "pp", _ONE, last + 2
    if after.low == "points" and second.low in _COMPARED:
        return "pp", _ONE, last + 1
    if after.low in PERCENT:
        return "%", _ONE, last + 1
    if after.low == "pp" or after.low.startswith("prozentpunkt"):
        return "pp", _ONE, last + 1
    return None


def _measure(after: Token, second: Token, last: int) -> tuple[str, Decimal, int] | None:
    if after.low == "t" and second.low == "€":
        return "EUR", Decimal(1000), last + 2
    if after.low in _SQUARE and second.low in _METRES:
        return f"{_METRES[second.low]}{_SQUARE[after.low]}", _ONE, last + 2
    if after.low in MONEY:
        return MONEY[after.low], _ONE, last + 1
    return _single(after, last)


def _single(after: Token, last: int) -> tuple[str, Decimal, int] | None:
    """Read a unit of one word: kW, tägig, Arbeitstage."""
    flat = _FLAT_UNIT.match(after.low)
    word = flat["unit"] if flat else after.low
    if word == "m" and not after.tied:
        return "m", _ONE, last + 1
    if word in UNITS and (len(word) > 1 or after.text.islower() or word == "v"):
        return *UNITS[word], last + 1
    compound = _TIME_COMPOUND.match(after.low)
    if compound is not None:
        return *UNITS[compound["unit"]], last
    return None
