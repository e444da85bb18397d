"""Statements of an ad as requirements with their checkable terms."""

import re
from collections import Counter
from collections.abc import Iterable

from aicvgen.domain.job import Keyword, Need, Requirement
from aicvgen.model.extractive.job.statements import Statement
from aicvgen.model.extractive.job.topics import Topic
from aicvgen.model.extractive.terms import name_of, terms_in

_NEEDS = {Topic.MUST: Need.MUST, Topic.NICE: Need.NICE, Topic.DUTY: Need.DUTY}
_WEIGHTS = {Need.MUST: 2.0, Need.NICE: 1.0, Need.DUTY: 1.0}
_TITLE_WEIGHT = 3.0
_MOST_KEYWORDS = 30
_TOOL = re.compile(
    r"\b(?:[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+|[A-Z][a-z]*[A-Z]{2,}[a-z]*|[A-Z]{2,6}\d*)\b"
)
_NAME = re.compile(r"(?<=[a-z,(/] )(?<!\. )[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*\b")
_CUES = re.compile(
    r"(?:experience|expertise|skills?|knowledge|proficien\w+|familiarity|background|competence|"
    r"erfahrung(?:en)?|kenntnisse?n?|umgang|qualifikation)\s+"
    r"(?:in|of|with|on|der|des|im|mit|über|von)\s+"
    r"(?:(?:the|a|an|der|die|das|dem|den)\s+)?([^.;:()]+)",
    re.IGNORECASE,
)
_PARTS = re.compile(r",\s*(?:and|or|und|oder)?\s*|\s+(?:and|or|und|oder|sowie|&)\s+")
_LONGEST_PHRASE = 3
_NO_TERMS = frozenset(("gs", "it", "us", "usa", "uk", "eu", "cv", "ceo", "cto", "faq", "pc"))
"""Acronyms that ask for nothing by themselves."""
_EMPTY_WORDS = frozenset((
    "a", "am", "an", "and", "are", "as", "at", "auf", "bei", "building", "by", "das", "dem",
    "den", "der", "des", "die", "e.g.", "einem", "einer", "eines", "einschlägige",
    "entsprechende", "entsprechenden", "etc", "for", "from", "für", "gute", "i.e.", "im", "in",
    "including", "is", "leading", "least", "managing", "mit", "more", "oder", "of", "on", "one",
    "or", "other", "our", "sehr", "similar", "sowie", "such", "teams", "that", "the", "their",
    "to", "tooling", "tools", "und", "using", "various", "vergleichbaren", "von", "which", "who",
    "with", "working", "your", "zum", "zur",
))  # fmt: skip


def requirements_of(
    statements: Iterable[Statement], language: str, *, known: str
) -> tuple[Requirement, ...]:
    """Return the requirements; words of `known` (title, company) are no terms by themselves."""
    ignored = frozenset(word.casefold() for word in re.findall(r"\w+", known))
    return tuple(
        Requirement(
            id=f"req-{number}",
            text=statement.text,
            need=_NEEDS[statement.topic],
            terms=requirement_terms(statement, language, ignored),
        )
        for number, statement in enumerate(
            (said for said in statements if said.topic in _NEEDS and said.text[-1] != ":"), start=1
        )
        if statement.topic is not None
    )


def requirement_terms(
    statement: Statement, language: str, ignored: frozenset[str]
) -> tuple[str, ...]:
    """Return the terms of a statement: known ones, and names and phrases we do not know.

    Of a duty only the known ones, because its sentences name everything the employer does.
    """
    listed = [(term.start, term.end, term.written) for term in terms_in(statement.text, language)]
    found = list(listed)
    if statement.topic in {Topic.MUST, Topic.NICE}:
        found += _unlisted(_TOOL, statement.text, found, ignored)
        if language != "de":
            found += _unlisted(_NAME, statement.text, found, ignored)
        if not found:
            return _phrases(statement.text)
    return tuple(dict.fromkeys(text for _, _, text in sorted(found)))


def keywords_of(
    title: str, requirements: tuple[Requirement, ...], language: str
) -> tuple[Keyword, ...]:
    """Return the ad's terms weighted by where and how often it names them, heaviest first."""
    weights = Counter[str]()
    written = dict[str, str]()
    named = [(term.written, _TITLE_WEIGHT) for term in terms_in(title, language)]
    named += [
        (term, _WEIGHTS[requirement.need])
        for requirement in requirements
        for term in requirement.terms
    ]
    for term, weight in named:
        name = name_of(term, language) or term.casefold()
        written.setdefault(name, term)
        weights[name] += weight  # type: ignore[assignment]
    kept = sorted(weights, key=lambda name: -weights[name])[:_MOST_KEYWORDS]
    total = sum(weights[name] for name in kept)
    return tuple(Keyword(term=written[name], weight=weights[name] / total) for name in kept)


def _unlisted(
    pattern: re.Pattern[str],
    text: str,
    found: list[tuple[int, int, str]],
    ignored: frozenset[str],
) -> list[tuple[int, int, str]]:
    return [
        (match.start(), match.end(), match[0])
        for match in pattern.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end, _ in found)
        and not (ignored | _NO_TERMS).intersection(match[0].casefold().split())
    ]


def _phrases(text: str) -> tuple[str, ...]:
    """Return what follows 'experience with', 'Kenntnisse in' …, where it is short."""
    cue = _CUES.search(text)
    if cue is None:
        return ()
    phrases = list[str]()
    for part in _PARTS.split(cue[1]):
        kept = [word for word in part.split() if word.casefold() not in _EMPTY_WORDS]
        if 0 < len(kept) <= _LONGEST_PHRASE and len(kept) == len(part.split()):
            phrases.append(part.strip())
    return tuple(dict.fromkeys(phrases))
