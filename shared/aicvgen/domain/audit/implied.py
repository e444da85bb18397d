"""What an entry says by the section it stands in, and what somebody is by what they learned."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from aicvgen.domain.audit.standing import is_undone
from aicvgen.domain.audit.titles import is_of_a_person
from aicvgen.domain.cv import Entry, Kind

_BY_SECTION: Mapping[tuple[Kind, str], str] = MappingProxyType({
    (Kind.WORK, "en"): "Worked as {title} at {organisation}",
    (Kind.WORK, "de"): "Tätig als {title} bei {organisation}",
    (Kind.EDUCATION, "en"): "Studied {title} {area} at {organisation}",
    (Kind.EDUCATION, "de"): "Studierte {title} {area} an {organisation}",
    (Kind.LANGUAGES, "en"): "Speaks {title}",
    (Kind.LANGUAGES, "de"): "Spricht {title}",
    (Kind.CERTIFICATES, "en"): "Certificates: {title}",
    (Kind.CERTIFICATES, "de"): "Zertifikate: {title}",
})  # fmt: skip
_LEARNED = {
    "en": re.compile(
        r"\b(?:apprenticeship|apprentice|trained|training|qualified|traineeship)"
        r"(?: (?:as|in|to (?:be|become)|for))?(?: an?)? (?P<trade>[a-z][^,;:(|]+)"
        r"|^(?P<before>[^,;:(|]+?) (?:apprenticeship|traineeship)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?:ausbildung|lehre|umschulung|gesellenprüfung|gesellenbrief|abschluss\w*|prüfung)\s+"
        r"(?:zum|zur|als)\s+(?P<trade>[^,;:(|]+)",
        re.IGNORECASE,
    ),
}
_LEARNER = {
    "en": "Qualified {trade}, trained {trade}",
    "de": "Gelernter {trade}, ausgebildeter {trade}",
}
_EARNED = frozenset({Kind.EDUCATION, Kind.CERTIFICATES, Kind.AWARDS, Kind.PUBLICATIONS})
_LEARNING = frozenset({Kind.WORK, Kind.EDUCATION, Kind.CERTIFICATES})


def implied(entry: Entry, language: str) -> Iterator[str]:
    """Yield what an entry says without words for it."""
    says = _BY_SECTION.get((entry.kind, language))
    if says and (entry.title or entry.area):
        yield says.format(title=entry.title, area=entry.area, organisation=entry.organisation)
    trade = _trade(entry, language)
    if trade:
        yield _LEARNER[language].format(trade=trade)


def dated(entry: Entry) -> Iterator[str]:
    """Yield what was earned on one date with that date."""
    period = entry.period
    if period is not None and entry.kind in _EARNED and not (period.current or period.end):
        yield f"{entry.title}, {entry.organisation} ({period.raw})"


def _trade(entry: Entry, language: str) -> str:
    """Return the trade that an entry says was learned to the end, empty where it says none."""
    told = (entry.title, entry.area, entry.grade, *(fact.text for fact in entry.facts()))
    ongoing = entry.period is not None and entry.period.current
    if language not in _LEARNED or entry.kind not in _LEARNING or ongoing:
        return ""
    found = _LEARNED[language].search(entry.title)
    if found is None or any(map(is_undone, told)):
        return ""
    trade = next(filter(None, found.groupdict().values()), "").strip()
    return trade if language == "de" or is_of_a_person(trade, language) else ""
