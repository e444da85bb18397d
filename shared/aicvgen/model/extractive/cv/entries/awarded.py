"""Certificates, awards and publications: what, from whom, when; on one row or on several."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Entry, Evidence, Kind, Period
from aicvgen.model.extractive.cv import places
from aicvgen.model.extractive.cv.entries.award_rows import (
    CITED,
    EDGE,
    SOURCE,
    WHEN,
    Line,
    Use,
    entries_of,
)
from aicvgen.model.extractive.cv.entries.narrow import whole_names
from aicvgen.model.extractive.cv.rows import Row, untab
from aicvgen.model.extractive.cv.urls import is_url

_CELLS = re.compile(r"\s*[\t|]\s*|\s+[·•]\s+")
_JOINT = re.compile(r"\s*,\s+(?=[A-ZÀ-Ž])|\s+[–—/-]\s+")
_INSIDE = re.compile(r"^(.*\S)\s*\(([^()]+)\)$")
_LEGAL = re.compile(r"(?:Inc|LLC|Ltd|Corp|GmbH|AG|PLC|S\.?A|S\.?L)\.?", re.IGNORECASE)
_RANK = re.compile(
    r"\b(?:level|grade|class|part|prize|place|stufe|klasse|teil|preis|platz|niveau|prix|nivel|"
    r"premio|livello|nível|prémio|prijs)\b",
    re.IGNORECASE,
)
"""What says so behind a comma is how high something is, and nobody who gives it."""
_LOOSE = re.compile(r"\(\s*[,;·]?\s*\)|\[\s*\]")


def read(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    """Return one entry per certificate, award or publication."""
    return [
        _Builder(f"{kind.value}-{number}", kind).entry(lines)
        for number, lines in enumerate(entries_of(whole_names(rows), kind), start=first)
    ]


class _Builder:
    """Collects the fields of one entry."""

    def __init__(self, entry_id: str, kind: Kind) -> None:
        self._id = entry_id
        self._kind = kind
        self._values: dict[str, str] = {}
        self._evidence: dict[str, tuple[int, ...]] = {}
        self._period: Period | None = None
        self._items: list[Row] = []

    def entry(self, lines: Sequence[Line]) -> Entry:
        """Return the entry that the rows describe."""
        alone = sum(line.name for line in lines) == 1
        for line in lines:
            if line.use is Use.DATE:
                self._date(line.row)
            elif line.use is Use.DETAIL:
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
        source = SOURCE.match(row.text)
        if source and not row.bullet and "organisation" not in self._values:
            if row.found is not None:
                self._date(row)
            self._set("organisation", untab(_undated(row)[source.end() :]), row)
        elif is_url(row.text.strip()) and "url" not in self._values:
            self._set("url", row.text.strip(), row)
        else:
            self._items.append(row)

    def _name(self, row: Row, *, alone: bool) -> None:
        cited = self._kind is Kind.PUBLICATIONS and CITED.match(row.text)
        if row.found is not None:
            self._date(row)
        if cited:
            self._set("title", untab(row.text), row)
            return
        pieces = [piece for each in _CELLS.split(_undated(row)) if (piece := each.strip(EDGE))]
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
        return _LOOSE.sub("", before + after).strip(EDGE)
    joint = "\t" if before.strip() and after.strip() else ""
    return f"{WHEN.sub('', before.rstrip(' (['))}{joint}{after.lstrip(' )]')}".strip(EDGE)


def _date_in_parentheses(row: Row) -> bool:
    if row.found is None:
        return False
    before, after = row.text[: row.found.start], row.text[row.found.end :]
    return before.count("(") > before.count(")") and ")" in after


def _halves(text: str, *, inside: bool) -> list[str]:
    """Split 'Name, Issuer' at its last joint; what stands in parentheses with the date, too."""
    within = _INSIDE.match(text) if inside else None
    if within:
        return [within[1].strip(EDGE), within[2].strip(EDGE)]
    joints = list(_JOINT.finditer(text))
    tail: list[str] = []
    while joints:
        joint = joints.pop()
        last = text[joint.end() :].strip(EDGE)
        if joints and not tail and places.is_place(last):
            tail = [last]
            text = text[: joint.start()]
        elif _RANK.search(last):
            break
        elif not _LEGAL.fullmatch(last):
            return [text[: joint.start()].strip(EDGE), last, *tail]
    return [text, *tail]
