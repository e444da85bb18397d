"""What a text says the person has or did, without what it denies.

No driving licence, PRINCE2 (failed), without SQL, wanted to learn SAP, SAP durch Listen ersetzt:
what such words are about is evidence for nothing.
"""

import re
from collections.abc import Iterator

from aicvgen.domain.cv import Entry, Kind
from aicvgen.model.extractive.denial_words import (
    CLAUSE_END,
    CUES,
    ENDED,
    GERMAN,
    MOST_ENDED,
    OWN,
    RENEWED,
    REPLACED,
    STATED,
    Cues,
)

_SEPARATOR = re.compile(r"[,;|\n•]|[.!?]\s")
_NAME = re.compile(r"\b(?=\w*[A-Z])\w[\w+#./-]*|\b\w*[A-Z]{2}\w*")
_NOUN = re.compile(r"[A-ZÄÖÜ]")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_AT_ONCE = re.compile(r"\b[A-Z].*")
"""What goes on behind a bracket names something else."""
_STUDIED = frozenset({Kind.EDUCATION, Kind.CERTIFICATES, Kind.LANGUAGES})
_Span = tuple[int, int]


def affirmed(text: str, language: str) -> str:
    """Return the text with blanks, as many as letters, for what it denies.

    English and German words count in both: a short CV may be taken for one of the other language.
    """
    for start, end in _denied(text, language):
        text = f"{text[:start]}{re.sub(r'[^;]', ' ', text[start:end])}{text[end:]}"
    return text


def is_held(entry: Entry, language: str) -> bool:
    """Say whether a degree, certificate, language or group of skills is not denied as a whole."""
    if entry.id.rpartition("-")[0] not in _STUDIED:
        return not entry.title or bool(affirmed(entry.title, language).strip())
    beside = (entry.area, entry.organisation, entry.grade, *(fact.text for fact in entry.facts()))
    return not (
        any(STATED.match(f": {text}") for text in beside)
        or any(STATED.search(text) for text in (entry.title, entry.organisation))
        or _is_ended(entry.title)
    )


def held_terms(entry: Entry, language: str) -> Iterator[tuple[str, str]]:
    """Yield each term as written and what of it is so: nothing of the group SQL: none."""
    group = f"{entry.title}: " if entry.title else ""
    if is_held(entry, language):
        for term in entry.terms:
            said = affirmed(f"{group}{term}", language)
            if said.strip():
                yield term, said[len(group) :]


def _denied(text: str, language: str) -> Iterator[_Span]:
    for found in STATED.finditer(text):
        yield _item(text, found.start()), found.end()
    at = 0
    ends = [*CLAUSE_END.finditer(text)]
    for start, end in [*((one.start(), one.end()) for one in ends), (len(text), len(text))]:
        clause = text[at:start]
        for first, last in _in_clause(clause, language):
            yield at + first, at + last
        if text[:at].endswith((")", "]")) and _is_ended(_AT_ONCE.sub("", clause)):
            yield _item(text, at), start
        at = end


def _item(text: str, end: int) -> int:
    """Return where the thing begins that a bracket stands behind; a year alone is none."""
    begins = [0, *(one.end() for one in _SEPARATOR.finditer(text, 0, end))]
    return next((at for at in reversed(begins) if _LETTERS.search(text, at, end)), 0)


def _in_clause(clause: str, language: str) -> Iterator[_Span]:
    if _is_ended(clause):
        yield 0, len(clause)
    yield from _replaced(clause)
    for spoken, cues in CUES.items() if language in CUES else ():
        for found in cues.thing.finditer(clause):
            yield found.start(), found.end() + _thing(clause[found.end() :], cues)
        for found in cues.rest.finditer(clause):
            rest = clause[found.end() :]
            if not OWN.match(rest):
                yield (found.start() if _names(rest, spoken) else 0), len(clause)


def _is_ended(text: str) -> bool:
    return ENDED.search(text) is not None and len(text.split()) <= MOST_ENDED


def _thing(rest: str, cues: Cues) -> int:
    """Return where the thing ends that a denial stands before."""
    for stop in cues.stops.finditer(rest):
        before = rest[: stop.start()].strip()
        if before and not cues.goes_on.search(before):
            return stop.start()
    return len(rest)


def _names(rest: str, language: str) -> bool:
    return bool(_NOUN.search(rest) if language == "de" else rest.strip())


def _replaced(clause: str) -> Iterator[_Span]:
    """Yield what was replaced by something of another kind; in English only names."""
    found = REPLACED.search(clause)
    if found is None:
        return
    old, new = ([name for name in found.groupdict() if found[name]])[:2]
    if RENEWED.search(found[new]):
        return
    start, end = found.span(old)
    if old in GERMAN:
        yield start, end
    else:
        yield from (name.span() for name in _NAME.finditer(clause, start, end))
