"""Subjects studied to their end at a school of higher education."""

import re
from collections.abc import Iterator

from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.model.extractive.cv.lexicon import is_school
from aicvgen.model.extractive.denied import is_held

_RUNNING = re.compile(
    r"expected|anticipated|candidate|graduating|ongoing|current|in progress|voraussicht|laufend",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"universit|(?<!volks)hochschule|hogeschool|polytechnic|institute of technology|berufsakademie"
    r"|conservato|\b(?:uni|tu|th|fh|eth|business school|law school|medical school)\b",
    re.IGNORECASE,
)
"""A school at which a subject is studied; at a college or academy only for a degree."""
_OR_HIGHER = re.compile(r"\bcollege|akademie|academy|\binstitut", re.IGNORECASE)
_DEGREE = re.compile(
    r"bachelor|master|magister|diplom(?!a\b)|doctor|promotion|staatsexamen|\bph\.? ?d|\bmba\b"
    r"|\b[bm]\.? ?(?:a|sc|s|eng|ed|fa|phil|res)\b|\bll\.?[bm]",
    re.IGNORECASE,
)
_TRAINED = re.compile(
    r"(?:aus|weiter|fort)bildung|umschulung|\blehre|gesell|abitur|reife|apprentic|a[- ]levels?\b"
    r"|gcse|high school|course|bootcamp|(?<!post)(?<!post-)certificate",
    re.IGNORECASE,
)
"""Learnt, but not studied."""
_NO_SUBJECT = re.compile(r"\d|^(?:fachrichtung|schwerpunkt|note|grade)\b|^\W", re.IGNORECASE)
_STUDYING = re.compile(r"stud(?:y|ies)\b|studium|abroad|exchange|\bgpa\b|[,;:]", re.IGNORECASE)
"""A field that is none, or that holds more than one."""


def studies_of(cv: Cv) -> Iterator[tuple[Entry, str]]:
    """Yield fields of study, unless one may still be studied."""
    begun = [one.period.start for one in cv.entries(Kind.WORK) if one.period and one.period.start]
    latest = max(begun, default="")[:4]
    for entry in cv.entries(Kind.EDUCATION):
        period = entry.period
        running = period is not None and (
            period.current
            or bool(_RUNNING.search(period.raw))
            or (period.end or period.start or "")[:4] > latest
        )
        if _is_study(entry, cv.language) and not running:
            yield entry, entry.area


def _is_study(entry: Entry, language: str) -> bool:
    """Say whether an entry is a subject studied to its end at a school of higher education."""
    school, area = entry.organisation, entry.area
    higher = _HIGHER.search(school) or (_OR_HIGHER.search(school) and _DEGREE.search(entry.title))
    subject = area and not (_NO_SUBJECT.search(area) or _STUDYING.search(area) or is_school(area))
    learnt = _TRAINED.search(entry.title) or _RUNNING.search(entry.title)
    return bool(higher and subject and not learnt and is_held(entry, language))
