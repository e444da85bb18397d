"""Rows of certificates, awards and publications: what each is for, and where an entry starts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from aicvgen.domain.cv import Kind
from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv.entries.looks import apart
from aicvgen.model.extractive.cv.heading_looks import look_of
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.urls import is_url

SOURCE = re.compile(
    r"^(?:(?:issued|awarded|published|presented|granted)\s+by|issuer|by|publisher|awarder|from|"
    r"ausgestellt von|verliehen von|délivré par|décerné par|emitido por|otorgado por|expedido por|"
    r"rilasciato da|conferito da|emitido pela|uitgegeven door)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
"""Before who gave it."""
WHEN = re.compile(
    r"\b(?:issued|awarded|published|released|obtained|completed|ausgestellt|verliehen|délivré)\b"
    r"(?:\s+(?:on|in|am|le|en))?\s*:?\s*$",
    re.IGNORECASE,
)
"""Before a date."""
CITED = re.compile(
    r"^.{3,200}?\s\(?(?:19|20)\d\d[a-z]?\)?[.,:]?\s.{20,}|^\s*(?:\[\d{1,3}\]|\d{1,3}[.)])\s"
)
"""A publication as a list of literature has it, whole on one row."""
EDGE = " ,;|·•–—-\t:/"
_BRACKETS = " []()"
_INDENT = 5.0
_ITEM_WORDS = 6
_NAMES = 2
"""What it is, and who gave it."""


class Use(Enum):
    """What a row is for its entry."""

    NAME = auto()
    DATE = auto()
    DETAIL = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its use."""

    row: Row
    use: Use

    @property
    def name(self) -> bool:
        """Whether it can be the name of something or of who gave it."""
        return self.use is Use.NAME


def entries_of(rows: Sequence[Row], kind: Kind) -> list[list[Line]]:
    """Return the rows of each entry."""
    listed = bool(rows) and rows[0].bullet
    lines = [Line(row, _use(row, kind, listed=listed)) for row in rows]
    lines = [Line(line.row, Use.DETAIL) if _under(line, lines[0]) else line for line in lines]
    return [lines[start:end] for start, end in pairwise([*_starts(lines), len(lines)])]


def _use(row: Row, kind: Kind, *, listed: bool) -> Use:
    if row.found is not None and not _beside_date(row):
        return Use.DATE
    if kind is Kind.PUBLICATIONS and CITED.match(row.text):
        return Use.NAME
    more = row.sentence or (row.bullet and not listed)
    return Use.DETAIL if more or is_url(row.text.strip()) or SOURCE.match(row.text) else Use.NAME


def _under(line: Line, first: Line) -> bool:
    """Say whether a row is an item under the names, told by its indent."""
    box, first_box = line.row.line.box, first.row.line.box
    if not line.name or box is None or first_box is None or look_of(line.row) == look_of(first.row):
        return False
    return box[0] > first_box[0] + _INDENT and len(line.row.text.split()) >= _ITEM_WORDS


def _beside_date(row: Row) -> str:
    """Return what the row says beside its date and words such as 'issued on'."""
    if row.found is None:
        return row.text
    before = WHEN.sub("", row.text[: row.found.start].rstrip(_BRACKETS))
    return (before + row.text[row.found.end :]).strip(EDGE + "()[].")


def _starts(lines: Sequence[Line]) -> list[int]:
    """Return where entries start."""
    uses = [line.use for line in lines]
    heads = [index for index, use in enumerate(uses) if use is not Use.DETAIL]
    if not heads or uses[0] is Use.DETAIL:
        return [0, *heads] if lines else []
    if told := _spaced(lines) or _headed(lines) or _set_apart(lines):
        return told
    if Use.DATE in uses:
        return _around_dates(lines, heads)
    rows = [lines[index].row for index in heads]
    return heads if all(row.found for row in rows) else _by_looks(rows, heads)


def _by_looks(rows: Sequence[Row], heads: Sequence[int]) -> list[int]:
    """Return the heads that are set, or dated, as the first one is."""
    looks = [look_of(row) for row in rows]
    if len(set(looks)) > 1:
        return [index for index, look in zip(heads, looks, strict=True) if look == looks[0]]
    dated = [row.found is not None for row in rows]
    if 2 * sum(dated) == len(dated):
        return [index for index, each in zip(heads, dated, strict=True) if each is dated[0]]
    return list(heads)


def _headed(lines: Sequence[Line]) -> list[int]:
    """Return where entries start that the format says are headed; nothing where it does not."""
    first = lines[0].row.line
    if first.role is not Role.HEADING:
        return []
    return [
        index
        for index, line in enumerate(lines)
        if (line.row.line.role, line.row.line.level) == (first.role, first.level)
    ]


def _spaced(lines: Sequence[Line]) -> list[int]:
    """Return where entries start that white space parts; nothing where it parts something else."""
    spaces = apart([line.row for line in lines])
    return _parted(lines, [0, *(index for index, space in enumerate(spaces) if space)])


def _set_apart(lines: Sequence[Line]) -> list[int]:
    """Return where entries start that are set as the first row is; nothing where all rows are."""
    looks = [look_of(line.row) for line in lines]
    starts = [at for at, look in enumerate(looks) if look == looks[0]]
    return _parted(lines, starts) if len(starts) < len(lines) else []


def _parted(lines: Sequence[Line], starts: Sequence[int]) -> list[int]:
    """Return the starts where they part the lines into several, each of them one entry."""
    groups = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    return list(starts) if len(groups) > 1 and all(map(_is_one, groups)) else []


def _is_one(lines: Sequence[Line]) -> bool:
    """Say whether the rows can be one entry: a name, perhaps who gave it, and not two dates."""
    dates = [line.row for line in lines if line.use is not Use.DETAIL and line.row.found]
    looks = {look_of(line.row) for line in lines if line.name}
    names = sum(line.name for line in lines)
    plain = names < _NAMES or bool(dates) or len(looks) > 1
    whole = names <= _NAMES and len(dates) <= 1
    return lines[0].use is not Use.DETAIL and whole and plain


def _around_dates(lines: Sequence[Line], heads: Sequence[int]) -> list[int]:
    """Return where entries start that have their date on a row of its own.

    A plain row below the date of a bold name is who gave that, and names nothing new.
    """
    uses = [line.use for line in lines]
    if uses[0] is Use.DATE:
        return [index for index in heads if uses[index] is Use.DATE]
    starts = [0]
    for index in heads[1:]:
        before = uses[starts[-1] : index]
        if lines[0].row.line.bold > lines[index].row.line.bold:
            continue
        if uses[index] is Use.NAME and Use.DATE in before and before[-1] is not Use.NAME:
            starts.append(index)
    return starts
