"""Plain text to lines."""

import re

from aicvgen.documents.glyphs import clean, collapse_spacing, invisible, split_bullet
from aicvgen.documents.limits import check_characters, check_lines
from aicvgen.domain.source import Format, Line, Role, Source

_TAB_WIDTH = 4
_INDENT = 2
_WIDE_GAP = re.compile(r"(?<=\S)(?:\t+| {3,})(?=\S)")
_RULE = re.compile(r"^[-=_*~#─═━\s]{3,}$")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")


def read(decoded: str) -> Source:
    """Return the non-empty lines; three spaces or more inside a line count as a wide gap.

    Raises `Rejected` with TOO_LARGE before any work on more text than is read.
    """
    check_characters(len(decoded))
    check_lines(len(decoded.splitlines()))
    lines: list[Line] = []
    for page, sheet in enumerate(decoded.split("\f"), start=1):
        for raw in sheet.splitlines():
            line = _line(raw, page)
            if line is not None:
                lines.append(line)
    pages = max((line.page for line in lines), default=1)
    return Source(format=Format.TEXT, lines=tuple(lines), pages=pages, dropped=invisible(decoded))


def _line(raw: str, page: int) -> Line | None:
    expanded = raw.expandtabs(_TAB_WIDTH) if raw[:1].isspace() else raw
    indent = len(expanded) - len(expanded.lstrip())
    cleaned = clean(_WIDE_GAP.sub("\t", collapse_spacing(expanded.strip())))
    if not cleaned or _RULE.match(cleaned):
        return None
    bullet, rest = split_bullet(cleaned)
    if not rest:
        return None
    role = Role.BULLET if bullet else Role.TEXT
    # The indent stands in for the left edge that text has no points for.
    return Line(text=rest, page=page, role=role, level=indent // _INDENT)
