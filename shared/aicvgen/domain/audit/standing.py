"""How far what somebody began has got: a course without its exam, a paper that is not out."""

import re
from collections.abc import Iterable, Sequence

from aicvgen.domain.cv import Entry, Kind

_UNDONE = re.compile(
    r"abgebrochen|(?:ohne|kein) (?:abschluss|prüfung|zertifikat)|laufend"
    r"|(?:nicht|noch) (?:bestanden|abgeschlossen|beendet|abgelegt|absolviert)|unvollendet"
    r"|\bbegonnen\b|steht (?:noch )?aus\b|ausstehend|beantragt|angemeldet"
    r"|unfinished|incomplete|no (?:certificate|degree|exam)"
    r"|(?:not|never|yet to be|to be) (?:yet )?(?:been )?(?:completed|finished|passed|taken|sat)"
    r"|without (?:a |the )?(?:final )?(?:certificate|degree|exam|qualification)"
    r"|\bpending\b|applied for|(?:exam|result)s? (?:due|outstanding)"
    r"|\bbegun\b|\bstarted\b|in progress|ongoing|expected|voraussichtlich|teilweise",
    re.IGNORECASE,
)
_UNDONE_TOLD = re.compile(
    r"[\s,;–(-]*(?:(?:die |the )?(?:final )?(?:prüfung|abschluss|exam|degree) )?"
    r"(?:noch |was |yet )?"
    rf"(?:{_UNDONE.pattern})\)?",
    re.IGNORECASE,
)
_UNPUBLISHED = re.compile(
    r"\bsubmitted\b|\b(?:under|in) review\b|in preparation|\bpending\b|applied for|\bdraft\b"
    r"|\bmanuscript\b|forthcoming|to appear|in press|preprint|patent application|provisional"
    r"|eingereicht|in (?:begutachtung|vorbereitung|druck|arbeit)|im (?:druck|erscheinen)"
    r"|\bmanuskript\b|angemeldet|\w*anmeldung\b|beantragt|unveröffentlicht|unpublished",
    re.IGNORECASE,
)
"""How far a paper or a patent got that is not out yet."""
_PASSED = re.compile(r"[\s,(]*\b(?:bestanden|passed)\b\)?", re.IGNORECASE)
_GRADED = re.compile(
    r"\b(?:note|grade|mark|gpa|distinction|merit|honours|sehr gut|gut|befriedigend|ausreichend"
    r"|[1-4][.,]\d{1,2})\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:gave|given|held|taught|teaching|led|delivered|ran|trainer\w*|instructor|lecturer|tutor"
    r"|gehalten|geleitet|durchgeführt|gegeben|unterrichtet|dozent\w*|leitung|referent\w*)\b",
    re.IGNORECASE,
)
"""What is said of a course by who gave it."""
_GRANTED = frozenset({Kind.EDUCATION, Kind.CERTIFICATES})


def is_undone(text: str) -> bool:
    """Say whether a text tells of a course or degree that was not brought to its end."""
    return bool(_UNDONE.search(text))


def without_passing(title: str, sources: Sequence[Entry]) -> str:
    """Return a title without the word that says it was passed, where an original has its grade."""
    graded = any(_GRADED.search(" ".join(_told(source))) for source in sources)
    return _PASSED.sub("", title) if graded else title


def without_standing(title: str, sources: Sequence[Entry]) -> str:
    """Return a title without its words for not being finished, where each original has some."""
    unfinished = all(_is_open(source, _told(source)) for source in sources)
    standing = _UNPUBLISHED if sources[0].kind is Kind.PUBLICATIONS else _UNDONE_TOLD
    return standing.sub("", title) if unfinished else title


def is_finished(entry: Entry, sources: Sequence[Entry]) -> bool:
    """Say whether what no original brought to its end is told without that."""
    return all(_is_open(source, _told(source)) for source in sources) and not _is_open(
        sources[0], (*_told(entry), *(one.text for one in entry.facts()))
    )


def is_given(entry: Entry, sources: Sequence[Entry]) -> bool:
    """Say whether a course that somebody took is told as one they gave."""
    told = " ".join(text for source in sources for text in _told(source))
    given = _GIVEN.search(" ".join(_told(entry)))
    return entry.kind is Kind.CERTIFICATES and given is not None and not _GIVEN.search(told)


def _is_open(entry: Entry, texts: Iterable[str]) -> bool:
    """Say whether texts tell that what stands in the section of an entry is not finished."""
    if entry.kind is Kind.PUBLICATIONS:
        return any(map(_UNPUBLISHED.search, texts))
    return entry.kind in _GRANTED and any(map(is_undone, texts))


def _told(entry: Entry) -> tuple[str, ...]:
    raw = entry.period.raw if entry.period is not None else ""
    return (entry.title, entry.organisation, entry.area, entry.grade, entry.location, raw)
