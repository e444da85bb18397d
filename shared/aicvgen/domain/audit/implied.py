"""What an entry says by the section it stands in, and what somebody is by what they learned."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

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
_UNDONE = re.compile(
    r"abgebrochen|(?:ohne|kein) (?:abschluss|prüfung|zertifikat)|laufend"
    r"|(?:nicht|noch) (?:bestanden|abgeschlossen|beendet)|unvollendet|\bbegonnen\b"
    r"|unfinished|incomplete|(?:not|never|yet to be) (?:yet )?(?:completed|finished|passed)"
    r"|no (?:certificate|degree|exam)|without (?:a )?(?:certificate|degree|exam|qualification)"
    r"|\bbegun\b|\bstarted\b|in progress|ongoing|expected|voraussichtlich|teilweise",
    re.IGNORECASE,
)
_PASSED = re.compile(r"[\s,(]*\b(?:bestanden|passed)\b\)?", re.IGNORECASE)
_GRADED = re.compile(
    r"\b(?:note|grade|mark|gpa|distinction|merit|honours|sehr gut|gut|befriedigend|ausreichend"
    r"|[1-4][.,]\d{1,2})\b",
    re.IGNORECASE,
)
_EARNED = frozenset({Kind.EDUCATION, Kind.CERTIFICATES, Kind.AWARDS, Kind.PUBLICATIONS})
_GRANTED = frozenset({Kind.EDUCATION, Kind.CERTIFICATES})
_LEARNING = frozenset({Kind.WORK, Kind.EDUCATION, Kind.CERTIFICATES})


def implied(entry: Entry, language: str) -> Iterator[str]:
    """Yield what an entry says without words for it."""
    says = _BY_SECTION.get((entry.kind, language))
    if says and (entry.title or entry.area):
        yield says.format(title=entry.title, area=entry.area, organisation=entry.organisation)
    trade = _trade(entry, language)
    if trade:
        yield _LEARNER[language].format(trade=trade)


def is_undone(text: str) -> bool:
    """Say whether a text tells of a course or degree that was not brought to its end."""
    return bool(_UNDONE.search(text))


def without_passing(title: str, sources: Sequence[Entry]) -> str:
    """Return a title without the word that says it was passed, where an original has its grade."""
    graded = any(_GRADED.search(" ".join(_told(source))) for source in sources)
    return _PASSED.sub("", title) if graded else title


def is_finished(entry: Entry, sources: Sequence[Entry]) -> bool:
    """Say whether a course or degree that no original brought to its end is told without that."""
    return all(
        source.kind in _GRANTED and any(map(is_undone, _told(source))) for source in sources
    ) and not any(map(is_undone, (*_told(entry), *(one.text for one in entry.facts()))))


def _told(entry: Entry) -> tuple[str, ...]:
    raw = entry.period.raw if entry.period is not None else ""
    return (entry.title, entry.organisation, entry.area, entry.grade, entry.location, raw)


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
