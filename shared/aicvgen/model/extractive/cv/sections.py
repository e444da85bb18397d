"""Lines to sections: what is a heading, and what stands under it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from aicvgen.domain.cv import Kind
from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import headings
from aicvgen.model.extractive.cv.rows import Row

_MAX_HEADING_CHARS = 60
_MAX_UNKNOWN_WORDS = 5
_SMALLER = 0.92
_SIDEBAR = 0.7
"""Headings in a sidebar may be this much smaller than the others."""
_PARTED = re.compile(r"[\t|]")
_END = re.compile(r"[.,;]$|@|\d{3}")


@dataclass(slots=True)
class Block:
    """A heading and the rows under it."""

    kind: Kind | None
    """None for what stands above the first heading and under headings of contact details."""
    heading: str = ""
    lines: tuple[int, ...] = ()
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Style:
    """How the headings of a document look."""

    size: float
    bold: bool
    upper: bool
    level: int
    bigger: bool
    """They are larger than running text, so capitals do not matter."""
    distinct: bool
    """No ordinary row looks like this, so an unknown text in this style is a heading, too."""


def split(rows: Sequence[Row]) -> list[Block]:
    """Return the blocks of the document; the first one has no heading."""
    style = heading_style(rows)
    blocks = [Block(None)]
    for row in rows:
        heading, rest = _heading(row, style, opened=len(blocks) > 1)
        if heading is None:
            blocks[-1].rows.append(row)
            continue
        known = headings.is_contact(heading)
        kind = None if known else headings.likely_kind_of(heading) or Kind.CUSTOM
        blocks.append(Block(kind, heading.strip(" :\t"), row.lines))
        if rest:
            blocks[-1].rows.append(row.with_text(rest))
    return blocks


def heading_style(rows: Sequence[Row]) -> Style | None:
    """Return the style most of the known headings share, or None where there is none."""
    known = [row for row in rows if _could_be(row) and _known(row.text)]
    known = known or [row for row in rows if not row.bullet and _known(row.text.partition("\t")[0])]
    if not known:
        return None
    labels = [row.with_text(row.text.partition("\t")[0]) for row in known]
    common = Counter((row.style, row.line.level) for row in labels)
    top = max(common.items(), key=lambda item: (item[1], item[0][0][0]))[0]
    (size, bold, upper), level = top
    tagged = any(row.line.role is Role.HEADING for row in known)
    body = Counter(row.style[0] for row in rows).most_common(1)[0][0]
    bigger = size > body
    distinct = tagged or upper or bigger
    return Style(size, bold, upper, level if tagged else 0, bigger=bigger, distinct=distinct)


def _known(text: str) -> bool:
    return headings.kind_of(text) is not None or headings.is_contact(text)


def _could_be(row: Row) -> bool:
    text = row.text
    return not row.bullet and len(text) <= _MAX_HEADING_CHARS and not _END.search(text)


def _heading(row: Row, style: Style | None, *, opened: bool) -> tuple[str | None, str]:
    """Return the row's heading and what follows it on the same row."""
    if style is None:
        return None, ""
    label, _, rest = row.text.partition("\t")
    if rest and _known(label) and not row.bullet and _same(row.with_text(label), style):
        return label, rest
    if not _could_be(row):
        return None, ""
    known = _known(row.text) and _fits(row, style)
    return (row.text, "") if known or _is_unknown(row, style, opened=opened) else (None, "")


def _is_unknown(row: Row, style: Style, *, opened: bool) -> bool:
    """Say whether a row that is no known heading looks like one."""
    if not _same(row, style) or row.found is not None:
        return False
    if headings.likely_kind_of(row.text) is not None:
        return True
    short = len(row.text.split()) <= _MAX_UNKNOWN_WORDS and not _PARTED.search(row.text)
    return opened and style.distinct and short


def _fits(row: Row, style: Style) -> bool:
    """Say whether a known heading looks at least as important as the document's headings."""
    if row.line.role is Role.HEADING and style.level:
        return row.line.level <= style.level
    alike = row.line.bold == style.bold and row.text.isupper() == style.upper
    smallest = _SIDEBAR if alike else _SMALLER
    if row.line.size and row.line.size < smallest * style.size:
        return False
    if style.level and row.line.role is not Role.HEADING:
        return False
    return row.text.isupper() or not style.upper or row.line.size > style.size


def _same(row: Row, style: Style) -> bool:
    if style.level:
        return row.line.role is Role.HEADING and row.line.level == style.level
    size, bold, upper = row.style
    return (size, bold) == (style.size, style.bold) and (style.bigger or upper == style.upper)
