"""Some of several, as a share or as a place: one call in ten, three in ten, one week in six."""

from collections.abc import Sequence
from decimal import Decimal

from aicvgen.domain.claims.numbers.number_words import cardinal
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.words.lexicon import function_words, word_set
from aicvgen.domain.claims.words.tokens import Token

_ONE = frozenset({"one", "einer", "eine"})
_NAMING = 3
"""How many words may name the one of several: one night shift in four."""
_HUNDRED = Decimal(100)


def with_shares(read: Sequence[Quantity], found: Sequence[Token]) -> list[Quantity]:
    """Read one week in six as every sixth week, and other shares as percent."""
    shared = list[Quantity]()
    for number in read:
        former = shared[-1] if shared else None
        if _is_turn(number, found):
            shared.append(number._replace(ordinal=True))
        elif former is not None and _are_several(former, number, found):
            shared[-1] = _share(former, number, found, former.value)
        elif _is_one_in(number, found):
            shared.append(_share(number, number, found, Decimal(1)))
        else:
            shared.append(number)
    return shared


def _share(first: Quantity, last: Quantity, found: Sequence[Token], part: Decimal) -> Quantity:
    words = " ".join(token.text for token in found[first.first : last.last + 1])
    return first._replace(
        value=_HUNDRED * part / last.value, unit="%", fraction=True, last=last.last, words=words
    )


def _is_turn(number: Quantity, found: Sequence[Token]) -> bool:
    """Say whether a number tells how often a turn comes: one week in six."""
    before = found[max(0, number.first - 3) : number.first]
    return (
        number.unit == ""
        and len(before) == _NAMING
        and before[2].low in {"in", "von"}
        and not before[2].breaks
        and (before[0].low in _ONE or cardinal(before[0].low) is not None)
        and before[1].low in word_set("calendar")
    )


def _is_one_in(number: Quantity, found: Sequence[Token]) -> bool:
    """Say whether a number is the whole of which one is told: one in ten, one call in ten."""
    if not _may_be_whole(number) or not number.first or found[number.first - 1].low != "in":
        return False
    for at in range(number.first - 2, max(-1, number.first - 3 - _NAMING), -1):
        if found[at].low == "one":
            direct = at == number.first - 2
            return direct or _ends(found, number.last)
        if found[at + 1].breaks or found[at].low in function_words("en"):
            return False
    return False


def _are_several(part: Quantity, whole: Quantity, found: Sequence[Token]) -> bool:
    """Say whether two numbers are one share: three in ten."""
    between = found[part.last + 1 : whole.first]
    return (
        len(between) == 1
        and between[0].low == "in"
        and _may_be_whole(whole)
        and part.unit == ""
        and not (part.ordinal or part.role or part.bound)
        and part.value < whole.value
        and found[part.first].low not in {"once", "twice"}
    )


def _may_be_whole(number: Quantity) -> bool:
    return number.unit == "" and not number.ordinal and number.value > 1


def _ends(found: Sequence[Token], last: int) -> bool:
    """Tell one call in ten from one kitchen in four hotels."""
    after = found[last + 1] if last + 1 < len(found) else None
    return (
        after is None
        or after.breaks
        or after.low in function_words("en") | word_set("past")
        or after.low.endswith("ed")
    )
