"""The header of an entry taken apart: its date, its address, and the cells in which names stand."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from aicvgen.domain.cv import Evidence, Period
from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.entries.looks import Look, look_of
from aicvgen.model.extractive.cv.places import place_score
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.urls import is_url

SURE, LIKELY, GUESS = 0.95, 0.8, 0.5
"""Confidence of a field: by its words or place, by its position, by what stands elsewhere."""
_SIGNS = "•·∙●◦‧▸▹►▶▷›»❯❱⟩→➤➜⋄◇◆⬥❖■▪□~∼⋅∣¦‖"  # noqa: RUF001  look-alikes are the point
"""Stand between names, or in front of one."""
_STRONG = re.compile(
    rf"\t|\s*\|\s*|\s+(?:[{_SIGNS}]+|[-=]?>+|::+|//+)\s+|\s{{3,}}|\s*\((?=https?://|www\.)|(?<=\S)\s+(?=https?://)"
)
EDGE = f" ,;|-–—\t:/{_SIGNS}"
_DURATION = re.compile(
    r"[(·\s]*(?:(?:\d+|one|less than a)\s*(?:years?|yrs?|months?|mos?|jahre?n?|monate?n?|"
    r"ans?|années?|mois|años?|mes(?:es)?|ann[oi]|mes[ei]|anos?|m[êe]s(?:es)?|jaar|jaren|maand(?:en)?)\.?"
    r"[\s,&]*(?:and|und|et|y|e|en)?\s*){1,2}[)\s]*",
    re.IGNORECASE,
)
_RESIDUE = re.compile(r"(?:[^\W\d]|van|von|vom|from|de|du|dal|desde|seit|since)", re.IGNORECASE)
"""What is left of a date: an icon's letter, a preposition."""
UNFINISHED = re.compile(
    r"(?:[&,/-]|\b(?:and|of|the|for|in|at|und|für|der|des|im|et|du|des|de|la|pour|y|del|e|di|della|"
    r"do|da|dos|das|en|van|het|voor))$",
    re.IGNORECASE,
)
"""How a text ends that goes on below."""
_CITY_AND_CODE = re.compile(r"[^\W\d_](?:[\w.'’-]| (?![-–—]))+, [A-Z]{2}")
_PARENTHESIZED = re.compile(r"\(([^\W\d_][^()\d]*)\)")
_AT = re.compile(r"^(?:at|@|bei|chez|bij|presso)\s+(?=[A-ZÀ-Ž\d])")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
BESIDE_DATE = re.compile(r"\s*[,;·|]\s*([^\W\d_][^()\d]*)\)\.?\s*")
"""What shares the parentheses of a date at the end of a row: '(2019 - 2021, Leeds)'."""
_REMARK_WORDS = 3
_ABBREVIATION = 4
"""Letters of a word whose full stop ends no sentence: 'Inc.', 'Ltd.'."""
_LEGAL_FORM = re.compile(r", [^,]*\b(?:Corp|GmbH|Bros|Assoc)\.$")
"""Longer ones, of an employer behind a comma."""


_Wrap = Callable[[Row, Row], float | None]


@dataclass(frozen=True, slots=True)
class Named:
    """A text of a header and the lines it stands on."""

    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a header between strong separators."""

    text: str
    lines: tuple[int, ...]
    slot: tuple[int, int]
    """Number of its row among the header's rows with names, and of the cell in that row."""
    look: Look
    from_date: int | None = None
    """How many rows it stands below the date of the header."""
    field: str = ""
    """What a label says it is."""
    joint: float | None = None
    """What it costs to read it as the rest of the cell above; None where it cannot be."""


@dataclass(slots=True)
class Header:
    """What a header says."""

    cells: list[Cell] = field(default_factory=list)
    """Positions, employers, places, degrees, schools, in the order of the page."""
    remarks: list[Named] = field(default_factory=list)
    """Sentences, and dates beside the first."""
    url: Named | None = None
    period: Period | None = None
    period_lines: tuple[int, ...] = ()

    def evidence(self) -> dict[str, Evidence]:
        """Return where address and period were read."""
        found = {"url": self.url.lines if self.url else (), "period": self.period_lines}
        return {
            name: Evidence(lines=lines, confidence=SURE) for name, lines in found.items() if lines
        }


def take_apart(rows: Sequence[Row], wrap: _Wrap | None = None) -> Header:
    """Return the cells, address and period of a header.

    `wrap` says what it costs to read a row as the rest of the one above; None where it cannot be.
    """
    header = Header()
    number = 0
    before: Row | None = None
    dated = next((index for index, row in enumerate(rows) if row.dated), None)
    for index, row in enumerate(rows):
        texts = list(cells_of(_without_date(row, header)))
        if texts and header.cells and before and _goes_on(before, row, header.cells[-1].text):
            between = ", " if _ends_open(before) else " "
            header.cells[-1] = _joined(header.cells[-1], between + texts.pop(0), row.lines)
        cells = 0
        for text in texts:
            if header.url is None and is_url(text):
                header.url = Named(text, row.lines)
            elif is_duration(text) or _RESIDUE.fullmatch(text):
                header.period_lines += row.lines
            elif is_remark(text):
                header.remarks.append(Named(text, row.lines))
            else:
                away = None if dated is None else index - dated
                joint = wrap(before, row) if wrap and before and not cells else None
                header.cells.append(
                    Cell(text, row.lines, (number, cells), look_of(row), away, row.field, joint)
                )
                cells += 1
        number += cells > 0
        before = row
    return header


def _goes_on(before: Row, row: Row, cell: str) -> bool:
    """Say whether a name that did not fit on the row above goes on here."""
    if row.dated or "\t" in row.text or row.field or _AT.match(row.text):
        return False
    if _ends_open(before):
        return True
    piece = cell.rpartition(",")[2].strip()
    if piece and not place_score(row.text) and place_score(f"{piece} {row.text}") > 1:
        return True
    if before.dated or look_of(before) != look_of(row):
        return False
    return bool(UNFINISHED.search(before.text)) or row.text[:1] == "(" or row.text[:1].islower()


def _ends_open(row: Row) -> bool:
    """Say whether the row's names end with a comma, and not only because a date follows."""
    text = row.text
    if row.found is not None and row.dated and row.found.end == len(text):
        text = text[: row.found.start]
        return text.rstrip(" (|").endswith("\t") and text.rstrip(" \t(|").endswith(",")
    return text.rstrip().endswith(",")


def _joined(cell: Cell, text: str, lines: tuple[int, ...]) -> Cell:
    return replace(cell, text=without_stop(cell.text + text), lines=(*cell.lines, *lines))


def _without_date(row: Row, header: Header) -> str:
    """Return the row's text, with its period noted in the header."""
    if row.found is None or not row.dated:
        return row.text
    period, lines = row.found.period, row.lines
    if header.period is not None and _is_within(period, header.period):
        period, header.period = header.period, period
        lines, header.period_lines = header.period_lines, row.lines
    if header.period is None:
        header.period = period
        header.period_lines += lines
    else:
        header.remarks.append(Named(period.raw, lines))
    return strip_date(row)


def _is_within(period: Period, whole: Period) -> bool:
    """Say whether a role's time is told behind the longer time at its employer."""
    if not (period.start and whole.start) or period.raw == whole.raw:
        return False
    length = min(len(period.start), len(whole.start))
    if period.start[:length] == whole.start[:length] and len(period.start) < len(whole.start):
        return False
    return period.start[:length] >= whole.start[:length] and _ends_by(period, whole)


def _ends_by(period: Period, whole: Period) -> bool:
    if whole.current or not (period.end and whole.end):
        return whole.current
    length = min(len(period.end), len(whole.end))
    return period.end[:length] <= whole.end[:length]


def strip_date(row: Row) -> str:
    """Return the row without the period written in it."""
    if row.found is None:
        return row.text
    before, after = row.text[: row.found.start], row.text[row.found.end :]
    place = BESIDE_DATE.fullmatch(after)
    if place and before.rstrip().endswith("("):
        return f"{before.rstrip()[:-1].rstrip()}\t{place[1]}".strip(EDGE)
    joined = (
        f"{before.rstrip()}\t{after.lstrip()}"
        if before.strip() and after.strip()
        else before + after
    )
    return _EMPTY.sub("", joined.replace("(\t)", "\t").replace("\t)", ")")).strip(EDGE)


@lru_cache(maxsize=4096)
def cells_of(text: str) -> tuple[str, ...]:
    """Return the pieces of a text between strong separators."""
    pieces = [piece.lstrip(".").strip(EDGE) for piece in _STRONG.split(text)]
    return tuple(_bare(piece) for piece in pieces if piece and piece not in "()")


def _bare(text: str) -> str:
    """Return a name without the parentheses around the whole of it, or an 'at' in front of it."""
    inside = _PARENTHESIZED.fullmatch(text)
    return without_stop(_AT.sub("", inside[1] if inside else text))


def without_stop(text: str) -> str:
    """Return the text without the full stop that ends a row of names and a place."""
    bare = text.rstrip(".")
    ends = [", ".join(bare.split(", ")[-count:]) for count in (1, 2)]
    return bare if bare != text and any(is_place(end) for end in ends) else text


def is_duration(text: str) -> bool:
    """Say whether a piece only says how long something took: '(2 years 3 months)'."""
    return bool(_DURATION.fullmatch(text))


def is_remark(text: str) -> bool:
    """Say whether a piece of a header is a sentence about it and no name."""
    words = text.split()
    stops = text.endswith(".") and "." not in words[-1][:-1] and not _lists_school(text)
    stops = stops and not _LEGAL_FORM.search(text)
    return stops and len(words) >= _REMARK_WORDS and len(words[-1]) > _ABBREVIATION


def _lists_school(text: str) -> bool:
    """Say whether one of the names between commas is a school: 'BSc, Bow College, Reading.'."""
    return ", " in text and any(lexicon.is_school(piece) for piece in text.split(", "))


def is_place(text: str) -> bool:
    """Say whether a text is likely a place."""
    return place_score(text) > 1 or bool(_CITY_AND_CODE.fullmatch(text))
