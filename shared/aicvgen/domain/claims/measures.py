"""The scale and the unit after a number: 3 million, 28 kWp, 160-stündig."""

import re
from collections.abc import Sequence
from decimal import Decimal

from aicvgen.domain.claims.tokens import Token
from aicvgen.domain.claims.units import MONEY, PERCENT, SCALES, SHORT_SCALES, UNITS

_FLAT_UNIT = re.compile(
    r"^(?P<unit>tägig|wöchig|monatig|jährig|stündig|minütig)(?:e|er|es|en|em)?$"
)
_TIME_COMPOUND = re.compile(
    r"^(?:arbeits|unterrichts|wochen|werk|kalender)(?P<unit>stunden?|tagen?)$"
)
_TIME_ADJECTIVES = frozenset({"working", "business", "full", "calendar"})
_COMPARED = frozenset({"above", "below", "over", "under", "higher", "lower", "better"})
_ONE = Decimal(1)


def scale_after(found: Sequence[Token], last: int) -> tuple[Decimal, int]:
    """Return the factor of million, k or Tsd. after a number, and the last token it takes."""
    scale = Decimal(1)
    while last + 1 < len(found):
        after = found[last + 1]
        if after.low not in SCALES or (
            after.low in SHORT_SCALES and not after.tied and after.start - found[last].end > 1
        ):
            break
        scale *= SCALES[after.low]
        last += 1
    return scale, last


def unit_after(found: Sequence[Token], last: int) -> tuple[str, Decimal, int]:
    """Return the unit after a number, its size in base units, and the last token it takes."""
    if last + 1 >= len(found) or (found[last + 1].breaks and found[last].low not in SCALES):
        return "", _ONE, last
    after = found[last + 1]
    second = found[last + 2] if last + 2 < len(found) else after
    return _share(after, second, last) or _measure(after, second, last) or ("", _ONE, last)


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
    if after.low in MONEY:
        return MONEY[after.low], _ONE, last + 1
    flat = _FLAT_UNIT.match(after.low)
    word = flat["unit"] if flat else after.low
    if word in UNITS and (len(word) > 1 or after.text.islower() or word == "v"):
        return *UNITS[word], last + 1
    compound = _TIME_COMPOUND.match(after.low)
    if compound is not None:
        return *UNITS[compound["unit"]], last
    if after.low in _TIME_ADJECTIVES and second.low in UNITS:
        return *UNITS[second.low], last
    return None
