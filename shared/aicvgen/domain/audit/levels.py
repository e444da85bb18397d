"""How well somebody knows a skill: who knows the basics of it does not simply know it."""

import re
from collections.abc import Iterable, Iterator

from aicvgen.domain.alignment import words
from aicvgen.domain.cv import Entry

LOW = re.compile(
    r"\b(?:basics?|beginner|elementary|introductory|rudimentary|foundations?|\w*grundlagen"
    r"|grundkurs\w*|\w*grundkenntnisse?n?|basiswissen|basiskenntnisse?n?|anfänger\w*|einsteiger\w*"
    r"|einfache?)\b(?: knowledge(?: of)?)?",
    re.IGNORECASE,
)
_LOWERED = re.compile(rf"\(\s*{LOW.pattern}\s*\)|{LOW.pattern}(?:\s+(?:in|of)\b)?", re.IGNORECASE)
_HIGH = (
    r"very good|excellent|sehr gute?|ausgezeichnete?",
    r"advanced|fortgeschrittene?n?",
    r"expert|expertise|expertin|experte",
    r"fluent|proficient|fließend|verhandlungssicher|c2",
    r"native|mother tongue|muttersprach\w*",
)
_LEVELS = tuple(re.compile(rf"\b(?:{level})\b", re.IGNORECASE) for level in _HIGH)
_LEVEL = re.compile(
    rf"(?:{LOW.pattern}|{'|'.join(_HIGH)}|good|gute?|solid|solide|intermediate|working knowledge"
    r"|some|native|\w*kenntnisse|[abc][12]|täglich|daily|regular(?:ly)?|regelmäßig)",
    re.IGNORECASE,
)
_STEP = re.compile(r"\b[abc][12]\b", re.IGNORECASE)
"""Of the European framework for languages."""
_FIRST = re.compile(r"\ba[12]\b", re.IGNORECASE)
_INFLECTED = re.compile(
    r"\b(gut|fließend|fliessend|verhandlungssicher|sicher|solid|ausgezeichnet|hervorragend"
    r"|fortgeschritten|muttersprachlich)e[nmrs]?\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<level>[^:,;]+): (?P<list>.+)", re.DOTALL)
_PARTS = re.compile(r"[,;](?!\d)\s*|[|·•\n]\s*|\)\.\s+(?=[A-ZÄÖÜ])")
"""Between the parts of a text, not inside brackets."""


def is_raised(term: str, entries: Iterable[Entry], label: str = "") -> bool:
    """Say whether a skill is given with a higher level than everywhere in these entries.

    What no text of theirs names in these words is not judged; `label` is what stands above.
    """
    if LOW.search(f"{label} {term}"):
        return False
    said = frozenset(level for level in _LEVELS if level.search(term))
    told = texts_about(_bare(term), entries)
    known = [step for text in told for step in _STEP.findall(text.lower())]
    if known and (steps := _STEP.findall(term.lower())):
        return bool(max(steps) > max(known))
    if said:
        return bool(told) and not any(level.search(text) for level in said for text in told)
    return bool(told) and all(LOW.search(text) or _FIRST.search(text) for text in told)


def is_praised(text: str) -> bool:
    """Say whether a text names a level that readers leave away behind a skill."""
    return any(level.search(text) for level in _LEVELS)


def is_low(text: str) -> bool:
    """Say whether a text tells of the basics of something."""
    return bool(LOW.search(text))


def without_low(term: str) -> str:
    """Return a skill without the words for the basics of it, which claim less than it alone."""
    bare = _LOWERED.sub("", term)
    return " ".join(bare.strip(" -:,").split()) or term


def is_level(text: str) -> bool:
    """Say whether a text is how well somebody knows something and nothing else."""
    return bool(_LEVEL.fullmatch(text.strip()))


def uninflected(text: str) -> str:
    """Return a text with German levels as they stand alone: fließendes Polnisch."""
    return _INFLECTED.sub(r"\1", text)


def listed(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text, each with the level that stands above all of them, or nothing."""
    found = _LABEL.fullmatch(text)
    label = found["level"].strip() if found is not None and is_level(found["level"]) else ""
    for part in _PARTS.split(found["list"] if found is not None and label else text):
        yield label, part


def texts_about(skill: str, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return each term and each part of a text that names a skill."""
    wanted = words(skill)
    return tuple(text for text in _texts(entries) if wanted and wanted <= words(text))


def _bare(term: str) -> str:
    for level in (*_LEVELS, _STEP):
        term = level.sub("", term)
    return term


def _texts(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield each term under its label, and each part of the other texts between commas."""
    for entry in entries:
        label = entry.title if entry.terms else ""
        yield from (f"{label} {term}" for term in entry.terms)
        lines = (entry.title, entry.organisation, entry.grade, *(one.text for one in entry.facts()))
        yield f"{entry.title} {entry.grade}"
        yield from (f"{label} {part}".strip() for line in lines for label, part in listed(line))
