"""Of which of several publications somebody is first author, by the words around it."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.evidence import Ground
from aicvgen.domain.claims.figures.anchored import shared, words_of
from aicvgen.domain.claims.numbers.number_words import cardinal
from aicvgen.domain.draft import FindingKind

_FIRST = re.compile(
    r"\b(?:first|lead) author\b(?: of (?P<count>\w+))?(?P<told>(?:(?!co-?author)[^.;])*)",
    re.IGNORECASE,
)


def moved_authorships(text: str, grounds: Sequence[Ground]) -> Iterator[Claim]:
    """Yield each first authorship of what somebody else wrote first, or of more than there are."""
    facts = [fact for ground in grounds for fact in ground.facts]
    mine = [words_of(fact) for fact in facts if fact.startswith("First author")]
    others = [words_of(fact) for fact in facts if fact.startswith("Co-author")]
    for found in _FIRST.finditer(text) if mine else ():
        said, count = words_of(found["told"]), found["count"] or ""
        counted = int(count) if count.isdigit() else cardinal(count.lower()) or 1
        first, second = (
            max((shared(said, known) for known in each), default=0) for each in (mine, others)
        )
        if second > first or counted > len(mine):
            yield Claim(FindingKind.TITLE, found[0].strip(), "first author")
