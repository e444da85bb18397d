"""Distinctions such as employee of the month or peer-reviewed: none is one by another's wording."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_OF = re.compile(
    r"\s+(?:of the (?P<en>year|month|quarter|week)|des (?P<de>jahr|monat|quartal)(?:e?s)?)\b",
    re.IGNORECASE,
)
_WINNER = re.compile(
    r"(?:er|or|ee|ist|ian|ant|udent|gent|ess|erin|orin|istin|udentin|gentin|ling|team|nurse|cook|chef)s?$"
)
"""Endings of those who are named something; a half, an end or sales of the year are no one."""
_REFEREED = re.compile(
    r"\b(?:peer[- ]?review|refereed|begutachtet)\w*(?=(?: [\w-]+){0,2} (?:\w*article|\w*artikel"
    r"|paper|publi|journal|conference|\w*aufs[aä]tz|beitr|veröff|zeitschrift))",
    re.IGNORECASE,
)
_REVIEW = re.compile(r"peer|referee|begutacht", re.IGNORECASE)


def distinctions(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each person `of the year` and each peer review of a paper that no fact knows of."""
    refereed = _REFEREED.search(text.text)
    if refereed and not any(_REVIEW.search(unit.text) for unit in units):
        yield Claim(FindingKind.TITLE, refereed[0], refereed[0].casefold())
    stated = {period for unit in units for _, period in _named(unit)}
    for words, period in _named(text):
        if period not in stated:
            yield Claim(FindingKind.TITLE, words, words.casefold())


def _named(text: Reading) -> Iterator[tuple[str, str]]:
    """Yield each person or team of a period, and the period."""
    for word in text.words:
        token = text.tokens[word.at]
        found = _OF.match(text.text, token.end)
        if (
            found
            and _WINNER.search(word.text.lower())
            and word.text.lower() not in word_set("of_a_year")
        ):
            yield text.text[token.start : found.end()], (found["en"] or found["de"]).lower()
