"""Times of day: 4 a.m., 15 Uhr, 06:30."""

from collections.abc import Sequence
from decimal import Decimal

from aicvgen.domain.claims.words.tokens import Token

CLOCK = "clock"
"""The unit of a time of day, in hours after midnight."""
_HALVES = {"am": 0, "pm": 12, "a.m.": 0, "p.m.": 12}
_HALF_DAY, _DAY = 12, 24
_MINUTES = 60


def on_clock(digits: str) -> Decimal | None:
    """Return the hours of 06:30, None where digits are no time of day."""
    whole, colon, rest = digits.partition(":")
    if not colon or len(rest) != 2 or int(whole) > _DAY or int(rest) >= _MINUTES:  # noqa: PLR2004  digits
        return None
    return Decimal(whole) + Decimal(rest) / _MINUTES


def hour_after(found: Sequence[Token], last: int, hour: Decimal) -> tuple[Decimal, int] | None:
    """Return the hours of a number that the words after it make a time of day."""
    after = found[last + 1] if last + 1 < len(found) else None
    if after is None or hour > _DAY:
        return None
    pointed = on_clock(found[last].low.replace(".", ":"))
    hour = hour if pointed is None else pointed
    if after.low in {"uhr", "o'clock", "o\u2019clock"}:
        return hour, last + 1
    is_half = after.low in _HALVES and (after.tied or after.low != "am" or _ends(found, last + 1))
    return (hour % _HALF_DAY + _HALVES[after.low], last + 1) if is_half else None


def _ends(found: Sequence[Token], at: int) -> bool:
    """Tell 4 am from the German vier am Tag."""
    after = found[at + 1] if at + 1 < len(found) else None
    return (
        after is None or after.breaks or after.low in {"to", "and", "every", "on", "for", "until"}
    )
