"""Certificates, awards and publications: what, from whom, when; on one row or on several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from aicvgen.domain.cv import Entry, Evidence, Kind, Period
from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import places
from aicvgen.model.extractive.cv.entries.looks import apart
from aicvgen.model.extractive.cv.entries.narrow import whole_names
from aicvgen.model.extractive.cv.heading_looks import look_of
from aicvgen.model.extractive.cv.rows import Row, untab
from aicvgen.model.extractive.cv.urls import is_url

_CELLS = re.compile(r"\s*[\t|]\s*|\s+[·•]\s+")
_JOINT = re.compile(r"\s*,\s+(?=[A-ZÀ-Ž])|\s+[–—/-]\s+")
_INSIDE = re.compile(r"^(.*\S)\s*\(([^()]+)\)$")
_SOURCE = re.compile(
    r"^(?:(?:issued|awarded|published|presented|granted)\s+by|issuer|by|publisher|awarder|from|"
    r"ausgestellt von|verliehen von|délivré par|décerné par|emitido por|otorgado por|expedido por|"
    r"rilasciato da|conferito da|emitido pela|uitgegeven door)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:issued|awarded|published|released|obtained|completed|ausgestellt|verliehen|délivré)\b"
    r"(?:\s+(?:on|in|am|le|en))?\s*:?\s*$",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"^.{3,200}?\s\(?(?:19|20)\d\d[a-z]?\)?[.,:]?\s.{20,}|^\s*(?:\[\d{1,3}\]|\d{1,3}[.)])\s"
)
_LEGAL = re.compile(r"(?:Inc|LLC|Ltd|Corp|GmbH|AG|PLC|S\.?A|S\.?L)\.?", re.IGNORECASE)
_RANK = re.compile(
    r"\b(?:level|grade|class|part|prize|place|stufe|klasse|teil|preis|platz|niveau|prix|nivel|"
    r"premio|livello|nível|prémio|prijs)\b",
    re.IGNORECASE,
)
"""What says so behind a comma is how high something is, and nobody who gives it."""
_INDENT = 5.0
_ITEM_WORDS = 6
_NAMES = 2
"""What it is, and who gave it."""
_BRACKETS = " []()"
_EDGE = " ,;|·•–—-\t:/"
_LOOSE = re.compile(r"\(\s*[,;·]?\s*\)|\[\s*\]")


class _Role(Enum):
    """What a row does for its entry."""

    NAME = auto()
    DATE = auto()
    DETAIL = auto()


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with its role."""

    row: Row
    role: _Role

    @property
    def name(self) -> bool:
        """Whether it can be the name of something or of who gave it."""
        return self.role is _Role.NAME


def read(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    """Return one entry per certificate, award or publication."""
    rows = whole_names(rows)
    listed = bool(rows) and rows[0].bullet
    lines = [_Line(row, _role(row, kind, listed=listed)) for row in rows]
    lines = [_Line(line.row, _Role.DETAIL) if _under(line, lines[0]) else line for line in lines]
    edges = [*_starts(lines), len(rows)]
    return [
        _Builder(f"{kind.value}-{number}", kind).entry(lines[start:end])
        for number, (start, end) in enumerate(pairwise(edges), start=first)
    ]


def _role(row: Row, kind: Kind, *, listed: bool) -> _Role:
    if row.found is not None and not _beside_date(row):
        return _Role.DATE
    if kind is Kind.PUBLICATIONS and _CITED.match(row.text):
        return _Role.NAME
    more = row.sentence or (row.bullet and not listed)
    return (
        _Role.DETAIL if more or is_url(row.text.strip()) or _SOURCE.match(row.text) else _Role.NAME
    )


def _under(line: _Line, first: _Line) -> bool:
    """Say whether a row is an item under the names, told by its indent."""
    box, first_box = line.row.line.box, first.row.line.box
    if not line.name or box is None or first_box is None or look_of(line.row) == look_of(first.row):
        return False
    return box[0] > first_box[0] + _INDENT and len(line.row.text.split()) >= _ITEM_WORDS


def _beside_date(row: Row) -> str:
    """Return what the row says beside its date and words such as 'issued on'."""
    if row.found is None:
        return row.text
    before = _WHEN.sub("", row.text[: row.found.start].rstrip(_BRACKETS))
    return (before + row.text[row.found.end :]).strip(_EDGE + "()[].")


def _starts(lines: Sequence[_Line]) -> list[int]:
    """Return where entries start."""
    roles = [line.role for line in lines]
    heads = [index for index, role in enumerate(roles) if role is not _Role.DETAIL]
    if not heads or roles[0] is _Role.DETAIL:
        return [0, *heads] if lines else []
    if told := _spaced(lines) or _headed(lines) or _set_apart(lines):
        return told
    if _Role.DATE in roles:
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


def _headed(lines: Sequence[_Line]) -> list[int]:
    """Return where entries start that the format says are headed; nothing where it does not."""
    first = lines[0].row.line
    if first.role is not Role.HEADING:
        return []
    return [
        index
        for index, line in enumerate(lines)
        if (line.row.line.role, line.row.line.level) == (first.role, first.level)
    ]


def _spaced(lines: Sequence[_Line]) -> list[int]:
    """Return where entries start that white space parts; nothing where it parts something else."""
    spaces = apart([line.row for line in lines])
    return _parted(lines, [0, *(index for index, space in enumerate(spaces) if space)])


def _set_apart(lines: Sequence[_Line]) -> list[int]:
    """Return where entries start that are set as the first row is; nothing where all rows are."""
    looks = [look_of(line.row) for line in lines]
    starts = [at for at, look in enumerate(looks) if look == looks[0]]
    return _parted(lines, starts) if len(starts) < len(lines) else []


def _parted(lines: Sequence[_Line], starts: Sequence[int]) -> list[int]:
    """Return the starts where they part the lines into several, each of them one entry."""
    groups = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    return list(starts) if len(groups) > 1 and all(map(_is_one, groups)) else []


def _is_one(lines: Sequence[_Line]) -> bool:
    """Say whether the rows can be one entry: a name, perhaps who gave it, and not two dates."""
    dates = [line.row for line in lines if line.role is not _Role.DETAIL and line.row.found]
    looks = {look_of(line.row) for line in lines if line.name}
    names = sum(line.name for line in lines)
    plain = names < _NAMES or bool(dates) or len(looks) > 1
    whole = names <= _NAMES and len(dates) <= 1
    return lines[0].role is not _Role.DETAIL and whole and plain


def _around_dates(lines: Sequence[_Line], heads: Sequence[int]) -> list[int]:
    """Return where entries start that have their date on a row of its own.

    A plain row below the date of a bold name is who gave that, and names nothing new.
    """
    roles = [line.role for line in lines]
    if roles[0] is _Role.DATE:
        return [index for index in heads if roles[index] is _Role.DATE]
    starts = [0]
    for index in heads[1:]:
        before = roles[starts[-1] : index]
        if lines[0].row.line.bold > lines[index].row.line.bold:
            continue
        if roles[index] is _Role.NAME and _Role.DATE in before and before[-1] is not _Role.NAME:
            starts.append(index)
    return starts


class _Builder:
    """Collects the fields of one entry."""

    def __init__(self, entry_id: str, kind: Kind) -> None:
        self._id = entry_id
        self._kind = kind
        self._values: dict[str, str] = {}
        self._evidence: dict[str, tuple[int, ...]] = {}
        self._period: Period | None = None
        self._items: list[Row] = []

    def entry(self, lines: Sequence[_Line]) -> Entry:
        """Return the entry that the rows describe."""
        alone = sum(line.name for line in lines) == 1
        for line in lines:
            if line.role is _Role.DATE:
                self._date(line.row)
            elif line.role is _Role.DETAIL:
                self._detail(line.row)
            else:
                self._name(line.row, alone=alone)
        facts = tuple(row.fact(self._id, number) for number, row in enumerate(self._items, start=1))
        entry = Entry(
            id=self._id,
            period=self._period,
            items=facts,
            evidence={
                field: Evidence(lines=lines, confidence=0.8)
                for field, lines in self._evidence.items()
            },
        )
        return entry.model_copy(update=self._values)

    def _set(self, field: str, value: str, row: Row) -> None:
        if value:
            known = self._values.get(field)
            self._values[field] = f"{known} · {value}" if known else value
            self._evidence[field] = self._evidence.get(field, ()) + row.lines

    def _date(self, row: Row) -> None:
        if self._period is None and row.found is not None:
            self._period = row.found.period
        self._evidence["period"] = self._evidence.get("period", ()) + row.lines

    def _detail(self, row: Row) -> None:
        source = _SOURCE.match(row.text)
        if source and not row.bullet and "organisation" not in self._values:
            if row.found is not None:
                self._date(row)
            self._set("organisation", untab(_undated(row)[source.end() :]), row)
        elif is_url(row.text.strip()) and "url" not in self._values:
            self._set("url", row.text.strip(), row)
        else:
            self._items.append(row)

    def _name(self, row: Row, *, alone: bool) -> None:
        cited = self._kind is Kind.PUBLICATIONS and _CITED.match(row.text)
        if row.found is not None:
            self._date(row)
        if cited:
            self._set("title", untab(row.text), row)
            return
        pieces = [piece for each in _CELLS.split(_undated(row)) if (piece := each.strip(_EDGE))]
        if len(pieces) == 1 and alone and "organisation" not in self._values:
            pieces = _halves(pieces[0], inside=_date_in_parentheses(row))
        if len(pieces) > 1 and places.is_place(pieces[-1]):
            self._set("location", untab(pieces.pop()), row)
        if "title" not in self._values:
            self._set("title", untab(pieces[0]) if pieces else untab(row.text), row)
            del pieces[:1]
        for piece in pieces:
            self._set("organisation", untab(piece), row)


def _undated(row: Row) -> str:
    """Return the row without its date."""
    if row.found is None:
        return row.text
    before, after = row.text[: row.found.start], row.text[row.found.end :]
    if _date_in_parentheses(row):
        before, after = before.rstrip(" ,;·"), after.lstrip(" ,;·")
        return _LOOSE.sub("", before + after).strip(_EDGE)
    joint = "\t" if before.strip() and after.strip() else ""
    return f"{_WHEN.sub('', before.rstrip(' (['))}{joint}{after.lstrip(' )]')}".strip(_EDGE)


def _date_in_parentheses(row: Row) -> bool:
    if row.found is None:
        return False
    before, after = row.text[: row.found.start], row.text[row.found.end :]
    return before.count("(") > before.count(")") and ")" in after


def _halves(text: str, *, inside: bool) -> list[str]:
    """Split 'Name, Issuer' at its last joint; what stands in parentheses with the date, too."""
    within = _INSIDE.match(text) if inside else None
    if within:
        return [within[1].strip(_EDGE), within[2].strip(_EDGE)]
    joints = list(_JOINT.finditer(text))
    tail: list[str] = []
    while joints:
        joint = joints.pop()
        last = text[joint.end() :].strip(_EDGE)
        if joints and not tail and places.is_place(last):
            tail = [last]
            text = text[: joint.start()]
        elif _RANK.search(last):
            break
        elif not _LEGAL.fullmatch(last):
            return [text[: joint.start()].strip(_EDGE), last, *tail]
    return [text, *tail]
