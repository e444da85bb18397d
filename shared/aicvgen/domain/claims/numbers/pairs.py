"""Two numbers that belong together: ranges, changes, some of several."""

import re
from collections.abc import Sequence
from decimal import Decimal

from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.numbers.units import MONEY, SCALES, UNITS
from aicvgen.domain.claims.words.tokens import Token

_JOINING = re.compile(
    r"^\s*(?:[-\u2013\u2014]|to|bis|and|und|or|oder)\s*(?:[£$€]|chf|eur|usd|gbp)?\s*$",
    re.IGNORECASE,
)
_CHANGING = re.compile(r"^[^();]{0,40}\b(?:to|auf)\b[^();]{0,20}$", re.IGNORECASE)
_TIME = frozenset({"s", "day", "month"})
"""Units of how long it took: from 12 to 27 in two years."""
_PART_OF = re.compile(r"^\s*(?:out of|of|von|aus|in)\s*(?:the|den)?\s*$", re.IGNORECASE)


def paired(read: list[Quantity], found: Sequence[Token], text: str) -> list[Quantity]:
    """Give both ends of a range or change their common unit, and mark ranges."""
    pairs = list(read)
    for index in range(len(read) - 1):
        low, high = pairs[index], pairs[index + 1]
        gap = text[found[low.last].end : found[high.first].start]
        joined, change = bool(_JOINING.match(gap)), _is_change(low, high, gap)
        plain = not (low.ordinal or high.ordinal or low.fraction or high.fraction)
        partial = bool(_PART_OF.match(gap)) and not (gap.strip() == "in" and high.unit in _TIME)
        if not (joined or change or partial) or not plain or "x" in {low.unit, high.unit}:
            continue
        if low.unit == "" and high.unit != "":
            low = low._replace(unit=high.unit, value=_like(low, high, found))
        elif (
            high.unit == ""
            and not partial
            and (low.unit in MONEY.values() or (change and (low.role, low.unit) != ("by", "%")))
        ):
            size = UNITS.get(found[low.last].low, ("", Decimal(1)))[1]
            high = high._replace(unit=low.unit, value=high.value * size)
        if joined and _is_range(low, high, gap, found):
            low = low._replace(bound=low.bound.strip(">") or "-", role="")
            high = high._replace(bound=high.bound.strip("≤") or "-", role="")
        pairs[index], pairs[index + 1] = low, high
    return pairs


def _is_change(low: Quantity, high: Quantity, gap: str) -> bool:
    """Tell from 12 hours a month to 8 from zwölf Jahre auf sechs Linien."""
    if high.role != "to" or not _CHANGING.match(gap):
        return False
    return low.role in {"from", "by"} or len(gap.split()) == 1


def _is_range(low: Quantity, high: Quantity, gap: str, found: Sequence[Token]) -> bool:
    """Tell 30 to 40 from a change from 9 to 6, and from a list of two numbers."""
    if (low.role == "from" and high.role == "to") or low.role == "by":
        return False
    before = found[low.first - 1].low if low.first else ""
    return before in {"between", "zwischen"} or gap.strip().lower()[:3] in {
        "to", "to ", "bis", "-", "–", "—", "-£", "–€", "–$", "–£", "or", "or ", "odr",
    }  # fmt: skip


_FORMER = (
    ("instead", "of"), ("rather", "than"), ("up", "from"), ("down", "from"), ("compared", "with"),
    ("compared", "to"), ("statt",), ("anstatt",), ("gegenüber",), ("previously",), ("zuvor",),
    ("vorher",), ("bisher",), ("before", "it", "was"),
)  # fmt: skip


def with_former(read: list[Quantity], found: Sequence[Token]) -> list[Quantity]:
    """Read 5 hours instead of 40 as a change from 40 hours to 5."""
    changed = list(read)
    for index in range(len(read) - 1):
        new, former = changed[index], changed[index + 1]
        between = found[new.last + 1 : former.first]
        taken = "from" in (one.role for one in read[max(0, index - 1) : index])
        if taken or new.ordinal or former.ordinal or not _names_former(between):
            continue
        if former.unit == "" and new.unit:
            size = UNITS.get(found[new.last].low, ("", Decimal(1)))[1]
            former = former._replace(unit=new.unit, value=former.value * size)
        elif new.unit == "" and former.unit:
            size = UNITS.get(found[former.last].low, ("", Decimal(1)))[1]
            new = new._replace(unit=former.unit, value=new.value * size)
        changed[index] = new._replace(role="to")
        changed[index + 1] = former._replace(role="from")
    return changed


def _names_former(between: Sequence[Token]) -> bool:
    """Say whether a phrase such as `up from` ties the numbers, with no other part between."""
    lows = tuple(token.low for token in between)
    return any(
        lows[at : at + len(phrase)] == phrase
        and not any(token.breaks for token in between[:at])
        and (not at or lows[at - 1] not in {"went", "came", "going", "coming"})
        for phrase in _FORMER
        for at in range(len(lows))
    )


def _like(low: Quantity, high: Quantity, found: Sequence[Token]) -> Decimal:
    """Return the first number in the unit and the scale written only after the second."""
    after = found[high.first + 1 : high.last + 1]
    factor = Decimal(1)
    for token in after:
        if token.low in SCALES and low.value < high.value / SCALES[token.low] * SCALES[token.low]:
            factor *= SCALES[token.low] if low.first == low.last else 1
        elif token.low in UNITS:
            factor *= UNITS[token.low][1]
        elif token.low == "t":
            factor *= 1000
    return low.value * factor
