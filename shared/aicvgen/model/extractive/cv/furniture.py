"""Running headers and footers: page numbers, the name and date at the edge of each page."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from aicvgen.domain.source import Line, Role
from aicvgen.model.extractive.cv import headings

_PAGE_NUMBER = re.compile(
    r"^(?:page|seite|page\s*:|pág(?:ina)?\.?|pagina|s\.)?\s*\d{1,2}\s*(?:(?:/|of|von|de|di|sur|van)\s*\d{1,2})?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b\d{1,2}\s*(?:/|of|von)\s*\d{1,2}\s*$|\b(?:page|seite)\s*\d", re.IGNORECASE
)
_EDGE_LINES = 3
_CREDIT = re.compile(
    r"(?:(?:cv|resume|résumé|lebenslauf|curriculum)\s+)?(?:designed|made|created|built|generated|powered|erstellt|gestaltet|réalisé|créé|creado|"
    r"creato|criado|gemaakt)\b.{0,20}?\b(?:with|by|using|mit|von|avec|par|con|da|com|por|met|door)\b"
    r"[^.]*$",
    re.IGNORECASE,
)
"""What a program or theme says of itself: 'Designed with … by …'."""
_SIGNED = re.compile(
    r"[A-ZÀ-Ž][\w'’ -]{1,30},\s+(?:(?:den|le|il|el|a|am)\s+)?"
    r"(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{4}|"
    r"\d{1,2}\.?\s+(?:de\s+)?[^\W\d]{3,12}\.?\s+(?:de\s+)?\d{4})"
)
"""Where and when a CV was signed: 'Kassel, 12.05.2025'."""
_CREDIT_WORDS = 12
_TOP = 5
"""Lines among which the name stands."""
_LAST = 2
"""Lines at the end among which a credit, and a signature with the name once more, stand."""


def find(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that belong to the pages and not to the CV."""
    closing = frozenset(_closing(lines))
    if not any(line.box for line in lines):
        return closing.union(i for i, line in enumerate(lines) if _says_page(line.text))
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        pages[line.page].append(index)
    edges = [index for indexes in pages.values() for index in _edges(indexes, lines)]
    repeated = Counter(_shape(lines[index]) for index in edges)
    first = pages[min(pages)]
    return closing.union(
        index
        for index in edges
        if headings.kind_of(lines[index].text) is None
        and (
            _PAGE_NUMBER.match(lines[index].text)
            or (_NUMBERED.search(lines[index].text) and len(pages) > 1)
            or (repeated[_shape(lines[index])] > 1 and len(pages) > 1 and index != first[0])
        )
    )


def _closing(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines at the end that are no part of a CV: a credit of its theme, a signature."""
    lowest = sorted(range(len(lines)), key=lambda index: (lines[index].page, _top(lines[index])))
    last = lowest[-_LAST:]
    signed = any(_SIGNED.fullmatch(lines[index].text) for index in last)
    top = [line.text for line in lines[:_TOP]]
    for index in last:
        text = lines[index].text
        named = signed and index >= _TOP and any(text in each for each in top)
        if named or _SIGNED.fullmatch(text) or _is_credit(lines[index]):
            yield index


def _is_credit(line: Line) -> bool:
    short = line.role is Role.TEXT and len(line.text.split()) <= _CREDIT_WORDS
    return short and bool(line.links) and _CREDIT.match(line.text) is not None


def _says_page(text: str) -> bool:
    return not text.isdigit() and bool(_PAGE_NUMBER.match(text))


def _edges(indexes: list[int], lines: Sequence[Line]) -> list[int]:
    """Return the topmost and lowest lines of a page."""
    ordered = sorted(indexes, key=lambda index: _top(lines[index]))
    return sorted({*ordered[:_EDGE_LINES], *ordered[-_EDGE_LINES:]})


def _top(line: Line) -> float:
    return line.box[1] if line.box else 0.0


def _shape(line: Line) -> tuple[str, int]:
    """Return what running lines share: the text but for numbers, and the height on the page."""
    return re.sub(r"\d+", "0", line.text.casefold()), round(_top(line))
