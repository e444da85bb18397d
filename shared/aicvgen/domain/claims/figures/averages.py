"""Averages and limits: 14 a day on average is not up to 14, and the largest is not the average."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.draft import FindingKind

_AVERAGE = re.compile(
    r"averag\w+$|mean$|median$|schnitt$|mittel$|durchschnitt(?:s.*|lich(?:e[nrsm]?)?)?$|gemittelt$"
)
_LARGEST = re.compile(
    r"(?:größte|höchste|längste|schnellste|kleinste|kürzeste|niedrigste|beste|spitzen|rekord)\w*$"
    r"|(?:largest|biggest|highest|longest|fastest|smallest|shortest|lowest|record|peak)$"
)
_LIMITS = frozenset({"≤", "≥", ">", "<"})
_REACH = 6
_SIGN = "Ø"


def unlike_averages(said: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each limit that its facts tell as an average, and each average told as a limit."""
    for number in said.quantities:
        mates = [
            (unit, one)
            for unit in units
            for one in unit.quantities
            if (one.value, one.unit) == (number.value, number.unit)
        ]
        limited = number.bound in _LIMITS and not is_average(number, said)
        averaged = is_average(number, said)
        if mates and (
            (limited and all(is_average(one, unit) and not one.bound for unit, one in mates))
            or (averaged and all(_is_limit(one, unit) for unit, one in mates))
        ):
            yield Claim(FindingKind.NUMBER, number.words, "average", looked_for=mates[0][1].words)


def _is_limit(number: Quantity, unit: Reading) -> bool:
    if is_average(number, unit):
        return False
    alone = len(unit.quantities) == 1
    near = [token.low for token in unit.tokens] if alone else _near(number, unit)
    return number.bound in _LIMITS or any(map(_LARGEST.match, near))


def is_average(number: Quantity, text: Reading) -> bool:
    """Say whether a text tells a number as an average."""
    start = text.tokens[number.first].start
    signed = _SIGN in text.text[max(0, start - _REACH) : start]
    return signed or any(map(_AVERAGE.search, _near(number, text)))


def _near(number: Quantity, text: Reading) -> list[str]:
    """Return the words around a number, up to the next one and within its clauses."""
    others = {at for one in text.quantities for at in range(one.first, one.last + 1)}
    before, after = list[str](), list[str]()
    for at in range(number.first - 1, max(-1, number.first - 1 - _REACH), -1):
        if at in others:
            break
        before.append(text.tokens[at].low)
        if text.tokens[at + 1].breaks and text.tokens[at + 1].low != "bis":
            before.pop()
            break
    for at in range(number.last + 1, min(len(text.tokens), number.last + 1 + _REACH)):
        if at in others or text.tokens[at].breaks:
            break
        after.append(text.tokens[at].low)
    return before + after
