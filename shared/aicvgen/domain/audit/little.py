"""What somebody knows from a course for beginners only, or did only while others were away."""

import re
from collections.abc import Iterable, Iterator

from aicvgen.domain.alignment import sentences_of
from aicvgen.domain.audit.levels import LOW, listed
from aicvgen.domain.audit.standing import is_undone
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.numbers.spellings import plain
from aicvgen.domain.claims.text.reading import Word, reading
from aicvgen.domain.claims.text.wording import known, stands
from aicvgen.domain.cv import Entry, Kind
from aicvgen.domain.draft import FindingKind

_INTRODUCED = re.compile(
    r"\w*anfänger\w*|\w*einsteiger\w*|\bgrundkurs\w*|\w*grundlagen\w*"
    r"|-einführung\b|\beinführung in\b|\beinführungs\w+|\bbasis(?:kurs|seminar|lehrgang)\w*"
    r"|\bschnupper\w+|\bintroduction to\b|\bbeginners?\b|\btaster\b",
    re.IGNORECASE,
)
"""What a course is called that starts from nothing."""
_BEGINNING = re.compile(
    rf"{LOW.pattern}|kurs|seminar|lehrgang|schulung|geschult|[wf]ortbildung|weiterbildung|workshop|einblick"
    r"|interess|einführung|teilnahme|teilgenommen|course|training|trained|introduc|interest",
    re.IGNORECASE,
)
"""How a sentence tells of a course or of a wish, which claims no more than the course."""
_DEPUTY = re.compile(
    r"\b(?:urlaubs|ferien|krankheits|kranken|elternzeit|abwesenheits)\w*vertret\w*"
    r"|\bvertretungsweise\b|\baushilfsweise\b|\b(?:holiday|sick(?:ness)?|maternity) cover\b",
    re.IGNORECASE,
)
_LEARNING = re.compile(
    r"bildung|stud[iy]|lehre|lehrgang|kurs|azubi|promovi|promotion|doktorand|angehend|derzeit|zurzeit"
    r"|\bseit\b|laufend|voraussichtlich|begonnen|abgebrochen|semester|apprentic|trainee|training"
    r"|course|pursuing|towards|\bsince\b|expected|unfinished|incomplete|in progress|candidate",
    re.IGNORECASE,
)
"""How a sentence tells of what is not learned to the end."""
_ACTING = re.compile(r"vertret|aushilf|abwesenheit|cover|absence", re.IGNORECASE)
_LEARNED = frozenset({Kind.EDUCATION, Kind.CERTIFICATES})
_DOING = frozenset({Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER})
_OF_ALL = re.compile(r"\b(?:beides?|jeweils|alle|both|each|all)\b", re.IGNORECASE)
_INSIDE = re.compile(r"\(([^()]+)\)")
_FREE = frozenset({"light", "generic", "frame", "support", "familiar"})


def known_a_little(text: str, entries: Iterable[Entry], language: str) -> Iterator[Claim]:
    """Yield each word of a text of which the original has the basics alone, unless it says so."""
    told = [(entry, *one) for entry in entries for one in _texts(entry)]
    for is_limited, saying in _LIMITS:
        limited = [part for entry, part, whole in told if is_limited(entry, part, whole)]
        free = [part for entry, part, whole in told if not is_limited(entry, part, whole)]
        for part in _unlimited(text, saying) if limited else ():
            for word in reading(plain(part), language).words:
                if word.labels & _FREE or _stands_in(word, free, language):
                    continue
                near = next((one for one in limited if _stands_in(word, (one,), language)), "")
                if near:
                    yield Claim(FindingKind.SCOPE, word.text, word.text.casefold(), nearest=near)


def _unlimited(text: str, saying: re.Pattern[str]) -> Iterator[str]:
    """Yield the parts of a text before the first that says a limit, which holds to its end."""
    if _OF_ALL.search(text) and saying.search(text):
        return
    for level, part in listed(text):
        if saying.search(f"{level} {part}"):
            return
        yield part


def _is_of_beginner(entry: Entry, text: str, _whole: str) -> bool:
    if entry.kind in _DOING:
        return False
    low = entry.kind not in _LEARNED and LOW.search(text) is not None
    return low or _INTRODUCED.search(text) is not None


def _is_open(entry: Entry, text: str, whole: str) -> bool:
    """Say whether a text is of what somebody still learns, or did not learn to the end."""
    ongoing = entry.period is not None and entry.period.current and entry.kind is Kind.EDUCATION
    return entry.kind in _LEARNED and (is_undone(whole) or (ongoing and text == _header(entry)))


def _is_of_deputy(_entry: Entry, text: str, _whole: str) -> bool:
    return _DEPUTY.search(text) is not None


def _stands_in(word: Word, texts: Iterable[str], language: str) -> bool:
    there = known(tuple(reading(plain(text), language) for text in texts))
    return stands(word, there, language)


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield each part of what an entry says, with its level, and the whole it is a part of."""
    label = entry.title if entry.terms else ""
    yield from ((f"{label} {part}".strip(), term) for term in entry.terms for part in _opened(term))
    raw = entry.period.raw if entry.period is not None else ""
    yield _header(entry), f"{_header(entry)} {raw}"
    for fact in entry.facts():
        for sentence in sentences_of(fact.text):
            yield from ((f"{level} {part}".strip(), sentence) for level, part in listed(sentence))


def _header(entry: Entry) -> str:
    return " ".join(filter(None, (entry.title, entry.organisation, entry.area, entry.grade)))


def _opened(term: str) -> Iterator[str]:
    """Yield what brackets say of a skill part by part: Python (pandas, basic Django)."""
    inside = _INSIDE.search(term)
    parts = re.split(r",\s+", inside[1]) if inside is not None else []
    low = [part for part in parts if LOW.search(part)]
    if inside is None or not 0 < len(low) < len(parts):
        yield term
        return
    yield from low
    for part in parts:
        if part not in low:
            yield f"{term[: inside.start()]} {part} {term[inside.end() :]}"


_LIMITS = (
    (_is_of_beginner, _BEGINNING),
    (_is_open, _LEARNING),
    (_is_of_deputy, _ACTING),
)
"""What is known or done with a limit, each with how a sentence keeps the limit."""
