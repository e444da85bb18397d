"""The numbers of a sentence with all that makes their meaning: unit, bounds, direction."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from aicvgen.domain.claims.numbers.bounds import bound, role
from aicvgen.domain.claims.numbers.clocks import CLOCK, hour_after
from aicvgen.domain.claims.numbers.dates import without_dates
from aicvgen.domain.claims.numbers.magnitudes import SIZE, size_at
from aicvgen.domain.claims.numbers.measures import scale_after, unit_after
from aicvgen.domain.claims.numbers.number_words import cardinal
from aicvgen.domain.claims.numbers.pairs import paired, with_former
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.numbers.shares import with_shares
from aicvgen.domain.claims.numbers.units import MONEY, PERIOD_WORDS, TIMES
from aicvgen.domain.claims.numbers.written import (
    ONES,
    Written,
    ends_change,
    starts_range,
    written,
)
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.tokens import Token, tokens


@lru_cache(maxsize=20_000)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of a text in its order; dates are none."""
    found = tokens(text)
    dated = without_dates(text)
    read = list[Quantity]()
    at = 0
    while at < len(found):
        is_date = dated[found[at].start : found[at].end].isspace()
        quantity = None if is_date else _at(found, at, text)
        if quantity is not None:
            read.append(quantity)
        at = at + 1 if quantity is None else quantity.last + 1
    pairs = with_former(paired(with_shares(read, found), found, text), found)
    if not any(quantity.role == "to" for quantity in pairs):
        pairs = [one._replace(role="") if one.role == "from" else one for one in pairs]
    return tuple(pairs)


def _at(found: Sequence[Token], at: int, text: str) -> Quantity | None:
    size = size_at(found, at)
    number = written(found, at, text) if size is None else Written(*size)
    if number is None:
        return None
    value, first, last, unit = number.value, at, number.last, number.unit
    factor = Decimal(1)
    if not number.ordinal and (hour := hour_after(found, last, value)) and unit in {"", CLOCK}:
        (value, last), unit = hour, CLOCK
    if not unit:
        scale, last = scale_after(found, last)
        value *= scale
        if not number.ordinal:
            unit, factor, last = unit_after(found, last)
    if not unit and _is_factor(found, at):
        unit = "x"
    if not unit and at and found[at - 1].low in MONEY and _is_before_sum(found[at - 1]):
        unit, first = MONEY[found[at - 1].low], at - 1
    if found[at].low in ONES and _is_article(found, at, last, unit, fraction=number.fraction):
        return None
    words = text[found[first].start : found[last].end]
    plus = "+" if text[found[last].end : found[last].end + 1] == "+" else ""
    return Quantity(
        value=value * factor,
        unit=unit,
        bound=SIZE if size else "" if number.ordinal else bound(found, first, last, text),
        role="" if number.ordinal else role(found, first),
        plain=value,
        ordinal=number.ordinal,
        fraction=number.fraction,
        first=first,
        last=last,
        words=words + plus,
    )


def _is_factor(found: Sequence[Token], at: int) -> bool:
    """Say whether a number is a multiple: a factor of four, Faktor vier, twice as fast."""
    before = tuple(token.low for token in found[max(0, at - 2) : at])
    if before[-1:] == ("faktor",) or before == ("factor", "of"):
        return True
    after = found[at + 1].low if at + 1 < len(found) else ""
    return after in {"as", "so"} and (found[at].low in TIMES or found[at].low.endswith("mal"))


def _is_before_sum(token: Token) -> bool:
    return not token.low.isalpha() or token.text.isupper() or token.low == "usd"


def _is_article(found: Sequence[Token], at: int, last: int, unit: str, *, fraction: bool) -> bool:
    """Tell one from an article: one week is a number, one of them and one week in six are not."""
    if found[at].low == "one" and at and found[at - 1].low == "within":
        return False
    if fraction or starts_range(found, at) or ends_change(found, at) or _is_rate(found, at):
        return False
    return unit in {"", "%"} or _is_share(found, last)


def _is_rate(found: Sequence[Token], at: int) -> bool:
    """Tell one a week from one of them."""
    after = [token.low for token in found[at + 1 : at + 3]]
    return (
        found[at].low == "one"
        and len(after) > 1
        and after[0] in word_set("rate")
        and after[1] in PERIOD_WORDS
    )


def _is_share(found: Sequence[Token], last: int) -> bool:
    """Say whether one week is one of several: one week in six."""
    after = [token.low for token in found[last + 1 : last + 3]]
    return len(after) > 1 and after[0] in {"in", "von"} and cardinal(after[1]) is not None
