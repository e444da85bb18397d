"""What is told of a whole career, which one entry tells of its own time."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.draft import FindingKind

_LIFELONG = re.compile(
    r"\b(?:(?:my|the|an?|his|her) )?(?:entire|whole|complete|full) (?:[a-z]+ )?"
    r"(?:career|working life)\b"
    r"|\b(?:throughout|over|across|during|in all of|since the start of) (?:my|the) (?:[a-z]+ )?"
    r"(?:career|working life)\b"
    r"|\b(?:gesamt|ganz|komplett)e[nrsm]? (?:[a-zäöüß]+ )?"
    r"(?:\w*laufbahn|karriere|berufslebens?|berufswegs?|berufstätigkeit|werdegangs?)\b"
    r"|\bwährend (?:meiner|meines) (?:[a-zäöüß]+ )?(?:\w*laufbahn|karriere|berufslebens)\b",
    re.IGNORECASE,
)


def lifelong(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each `in my entire career` that no text says of it."""
    found = _LIFELONG.search(text.text)
    if found is not None and not any(_LIFELONG.search(unit.text) for unit in units):
        yield Claim(FindingKind.UNIVERSAL, found[0], "career")
