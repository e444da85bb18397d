"""Plain text to lines."""

import re

from aicvgen.documents.glyphs import clean, collapse_spacing, invisible, split_bullet
from aicvgen.documents.limits import check_characters, check_lines
from aicvgen.domain.source import Format, Line, Role, Source

_TAB_WIDTH = 4
_INDENT = 2
_WIDE_GAP = re.compile(r"(?<=\S)(?:\t+| {3,})(?=\S)")
_TWO_SPACES = re.compile(r"(?<=\S)(?:\t+| {3,}|(?<![.!?:;])  )(?=\S)")
_GAP_IN_SENTENCE = re.compile(r"\w,?  [^\W\d_A-ZÀ-Ž]")
_GAP = re.compile(r"\w,?  \w")
_STRETCHED = 0.3
"""Where more of the gaps of two spaces than this stand before small letters, lines are stretched to
one length."""
_RULE = re.compile(r"^[-=_*~#─═━\s]{3,}$")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")


def read(decoded: str) -> Source:
    """Return the non-empty lines; two spaces or more inside a line count as a wide gap.

    Where lines are stretched to one length, only three do.

    Raises `Rejected` with TOO_LARGE before any work on more text than is read.
    """
    check_characters(len(decoded))
    check_lines(len(decoded.splitlines()))
    lines: list[Line] = []
    gap = _gap(decoded)
    for page, sheet in enumerate(decoded.split("\f"), start=1):
        spaced = False
        for raw in sheet.splitlines():
            line = _line(raw, page, gap, spaced=spaced)
            if line is not None:
                lines.append(line)
            spaced = line is None
    pages = max((line.page for line in lines), default=1)
    return Source(format=Format.TEXT, lines=tuple(lines), pages=pages, dropped=invisible(decoded))


def _gap(decoded: str) -> re.Pattern[str]:
    """Return what counts as a wide gap in a text."""
    stretched = len(_GAP_IN_SENTENCE.findall(decoded))
    return _WIDE_GAP if stretched > _STRETCHED * len(_GAP.findall(decoded)) else _TWO_SPACES


def _line(raw: str, page: int, gap: re.Pattern[str], *, spaced: bool) -> Line | None:
    expanded = raw.expandtabs(_TAB_WIDTH) if raw[:1].isspace() else raw
    indent = len(expanded) - len(expanded.lstrip())
    cleaned = clean(gap.sub("\t", collapse_spacing(expanded.strip())))
    if not cleaned or _RULE.match(cleaned):
        return None
    bullet, rest = split_bullet(cleaned)
    if not rest:
        return None
    role = Role.BULLET if bullet else Role.TEXT
    # The indent stands in for the left edge that text has no points for.
    return Line(text=rest, page=page, role=role, level=indent // _INDENT, spaced=spaced)
