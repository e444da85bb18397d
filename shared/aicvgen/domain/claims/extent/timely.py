"""Praise of keeping to time or budget, which claims a result: on time, termingerecht."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_KEPT = re.compile(
    r"\bon time(?=\s*(?:[.,;:)]|$|and\b|in\b|to\b|within\b|for\b|by\b|each\b|every\b))"
    r"|\b(?:on|to|ahead of|within) schedule\b|\bahead of time\b|\b(?:to|by the) deadlines?\b"
    r"|\b(?:met|meeting|meet) (?:all |every |the |its |their |tight )*deadlines?\b"
    r"|\b(?:with)?in (?:the )?budget\b(?! of)|\b(?:on|under|to) budget\b(?! of)"
    r"|\btimely\b|\bpunctual(?:ly)?\b"
    r"|\b(?:termingerecht|termintreu|fristgerecht|fristgemäß|pünktlich|rechtzeitig|planmäßig"
    r"|plangemäß|budgettreu)(?:e[nrsm]?)?\b"
    r"|\b(?:im|innerhalb des) (?:geplanten |vorgegebenen )?"
    r"(?:Zeitplan|Zeitrahmen|Kostenrahmen|Budgetrahmen|Zeit- und Kostenrahmen)s?\b",
    re.IGNORECASE,
)


def praised_times(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each praise of time or cost where no fact speaks of a plan, a deadline or a delay."""
    found = _KEPT.search(text.text)
    if found is None:
        return
    told = {token.low for unit in units for token in unit.tokens}
    kept = any(_KEPT.search(unit.text) for unit in units)
    compound = any(low.startswith(("termin", "frist", "pünktlich")) for low in told)
    if not (kept or compound or told & word_set("timekeeping")):
        yield Claim(FindingKind.SCOPE, found[0], found[0].casefold())
