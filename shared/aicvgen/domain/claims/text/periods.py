"""Periods told by a word: weekly, a week, per week, im Monat."""

import re

from aicvgen.domain.claims.numbers.units import ADVERBS, PERIOD_WORDS, UNITS
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.tokens import Token

_NAMED_TIME = re.compile(r"(?:abende?n?|morgen|n[aä]chten?|nachmittage?n?|schichte?n?|tage?n?)$")
"""Before `die Woche`, what a number counts in it: zwei Nachmittage die Woche."""
_INFLECTED = re.compile(r"(?<=lich)(?:e|en|er|es|em)$")

_OF_YEARS = frozenset({"academic", "school", "calendar", "financial", "working", "business"})
"""What may stand between `each` and its period: each academic year."""


def periods_in(found: tuple[Token, ...]) -> dict[int, str]:
    """Find weekly, a week, per week, im Monat; a year after `within` is a span of time."""
    periods = dict[int, str]()
    for at, token in enumerate(found):
        base = _INFLECTED.sub("", token.low)
        period = PERIOD_WORDS.get(token.low) or PERIOD_WORDS.get(base)
        if period is None:
            continue
        before = found[at - 1].low if at else ""
        earlier = found[at - 2].low if at > 1 else ""
        if before in _OF_YEARS and at > 1:
            before, earlier = earlier, found[at - 3].low if at > 2 else ""  # noqa: PLR2004  two before
        span = before in {"a", "an"} and earlier in word_set("span")
        dated = at + 1 < len(found) and not found[at + 1].breaks and found[at + 1].text.isdigit()
        dated = dated and before not in word_set("every") | {"per", "pro", "je"}
        rate = before in word_set("rate") and not token.breaks and not span and not dated
        if (
            rate
            or {token.low, base} & ADVERBS
            or (earlier, before) == ("in", "der")
            or (before == "die" and (earlier in UNITS or earlier.endswith("mal")))
            or (before == "die" and _NAMED_TIME.search(earlier) is not None)
        ):
            periods[at] = period
    return periods
