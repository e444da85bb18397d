"""The header of an entry taken apart: who, where, when."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aicvgen.domain.cv import Evidence, Period
from aicvgen.model.extractive.cv import fragments, lexicon
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.urls import is_url

SURE, LIKELY, GUESS = 0.95, 0.8, 0.5
"""Confidence of a field: by its words or place, by its position, by what stands elsewhere."""
_CLEAR = 3
_LEANING = 2
_NAMES_AND_PLACE = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A text of a header and the lines it stands on."""

    text: str
    lines: tuple[int, ...]


@dataclass(slots=True)
class Header:
    """What a header says."""

    names: list[Named] = field(default_factory=list)
    """Positions, employers, degrees, schools, in the order of the page."""
    remarks: list[Named] = field(default_factory=list)
    """Sentences."""
    place: Named | None = None
    url: Named | None = None
    period: Period | None = None
    period_lines: tuple[int, ...] = ()

    def evidence(self) -> dict[str, Evidence]:
        """Return where place, address and period were read."""
        found = {
            "location": self.place.lines if self.place else (),
            "url": self.url.lines if self.url else (),
            "period": self.period_lines,
        }
        return {
            name: Evidence(lines=lines, confidence=SURE) for name, lines in found.items() if lines
        }


def take_apart(rows: Sequence[Row]) -> Header:
    """Return names, place, address and period of a header."""
    header = Header()
    for row in rows:
        texts, place = fragments.split_row(_without_date(row, header))
        if place and header.place is None:
            header.place = Named(place, row.lines)
        elif place:
            texts.append(place)
        for text in texts:
            _sort(Named(text, row.lines), header)
    if header.place is None and _ends_with_place(header.names):
        header.place = header.names.pop()
    return header


def _ends_with_place(names: Sequence[Named]) -> bool:
    """Say whether the third name stands where places do: behind the employer, on its row."""
    if len(names) != _NAMES_AND_PLACE or names[2].lines != names[1].lines:
        return False
    return fragments.may_be_place(names[2].text) and not lexicon.is_grade(names[2].text)


def _without_date(row: Row, header: Header) -> str:
    """Return the row's text, with its period noted in the header."""
    if row.found is None or not row.dated:
        return row.text
    rest = fragments.strip_date(row)
    if header.period is None:
        header.period, header.period_lines = row.found.period, row.lines
        return rest
    header.remarks.append(Named(row.found.period.raw, row.lines))
    return rest


def _sort(named: Named, header: Header) -> None:
    if header.url is None and is_url(named.text):
        header.url = named
    elif fragments.is_remark(named.text):
        header.remarks.append(named)
    else:
        header.names.append(named)


def pair(header: Header) -> tuple[Named, Named] | None:
    """Return the two names of a header, split from one text where need be."""
    if len(header.names) > 1:
        return header.names[0], header.names[1]
    if len(header.names) == 1:
        cut = fragments.halves(header.names[0].text)
        if cut is not None and all(cut):
            lines = header.names[0].lines
            return Named(cut[0], lines), Named(cut[1], lines)
    return None


def lean(first: str, second: str) -> int:
    """Say how much more the first looks like a position, and the second like an employer."""
    return (
        lexicon.title_score(first)
        - lexicon.title_score(second)
        + lexicon.company_score(second)
        - lexicon.company_score(first)
    )


def role_first(headers: Sequence[Header]) -> bool:
    """Decide for the whole section whether positions stand before employers."""
    pairs = [found for header in headers if (found := pair(header)) is not None]
    return sum(lean(first.text, second.text) for first, second in pairs) >= 0


def is_role(header: Header) -> bool:
    """Say whether the header clearly names a position and an employer."""
    found = pair(header)
    return found is not None and abs(lean(found[0].text, found[1].text)) > _CLEAR


def position_and_employer(
    header: Header, *, position_first: bool
) -> tuple[Named | None, Named | None]:
    """Return position and employer; a clear sign in the words beats the order of the others."""
    found = pair(header)
    if found is None:
        if not header.names:
            return None, None
        only = header.names[0]
        titled = lexicon.title_score(only.text) > lexicon.company_score(only.text)
        return (only, None) if titled else (None, only)
    first, second = found
    leaning = lean(first.text, second.text)
    flip = leaning <= -_LEANING or (not position_first and leaning < _CLEAR)
    return (second, first) if flip else (first, second)
