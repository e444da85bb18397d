"""Running headers and footers: page numbers, the name and date at the edge of each page."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from aicvgen.domain.source import Line
from aicvgen.model.extractive.cv import headings

_PAGE_NUMBER = re.compile(
    r"^(?:page|seite|page\s*:|pág(?:ina)?\.?|pagina|s\.)?\s*\d{1,2}\s*(?:(?:/|of|von|de|di|sur|van)\s*\d{1,2})?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b\d{1,2}\s*(?:/|of|von)\s*\d{1,2}\s*$|\b(?:page|seite)\s*\d", re.IGNORECASE
)
_EDGE_LINES = 3


def find(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that belong to the pages and not to the CV."""
    if not any(line.box for line in lines):
        return frozenset(i for i, line in enumerate(lines) if _says_page(line.text))
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        pages[line.page].append(index)
    edges = [index for indexes in pages.values() for index in _edges(indexes, lines)]
    repeated = Counter(_shape(lines[index]) for index in edges)
    first = pages[min(pages)]
    return frozenset(
        index
        for index in edges
        if headings.kind_of(lines[index].text) is None
        and (
            _PAGE_NUMBER.match(lines[index].text)
            or (_NUMBERED.search(lines[index].text) and len(pages) > 1)
            or (repeated[_shape(lines[index])] > 1 and len(pages) > 1 and index != first[0])
        )
    )


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
