"""Since when somebody is what they call themselves: the years of learning it come before."""

import re
from collections.abc import Iterable, Iterator

from aicvgen.domain.audit.titles import is_of_a_person
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.cv import Entry, Kind
from aicvgen.domain.draft import FindingKind

_YEAR = r"(?:[^\W\d]+\.? )?(?:\d\d?/)?(?P<year>(?:19|20)\d\d)\b"
_SINCE = (
    re.compile(rf"(?P<role>[^,;:.()–—]+?),? (?:since|seit) {_YEAR}", re.IGNORECASE),
    re.compile(rf"\b(?:since|seit) {_YEAR},? (?P<role>[^,;:.()–—]+)", re.IGNORECASE),
)
_LEARNING = re.compile(
    r"apprentice|trainee|in training|student|\bintern\b|internship|pupil|cadet"
    r"|ausbildung\b|auszubildende|azubi|lehrling|\blehre\b|studi(?:um|erende)|umschulung"
    r"|praktik|volontär|volontariat|referendar|anwärter",
    re.IGNORECASE,
)


def since_learning(text: str, entries: Iterable[Entry], language: str) -> Iterator[Claim]:
    """Yield each year since which somebody says to be what they only began to learn then."""
    there = tuple(entries)
    for pattern in _SINCE:
        for found in pattern.finditer(text):
            role, year = found["role"].strip(), found["year"]
            begun = [one for one in there if one.period and (one.period.start or "")[:4] == year]
            told = any(year in fact.text for one in there for fact in one.facts())
            learned = begun and all(map(_is_learning, begun)) and not told
            if learned and is_of_a_person(role, language) and not _LEARNING.search(role):
                yield Claim(FindingKind.DATE, found[0].strip(), year, nearest=begun[0].title)


def _is_learning(entry: Entry) -> bool:
    return entry.kind is Kind.EDUCATION or _LEARNING.search(entry.title) is not None
