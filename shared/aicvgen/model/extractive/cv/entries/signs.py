"""What speaks for a row being part of an entry's header, by its words and its look."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import lexicon, links
from aicvgen.model.extractive.cv.entries.cells import (
    BESIDE_DATE,
    cells_of,
    is_duration,
    is_place,
    is_remark,
    strip_date,
)
from aicvgen.model.extractive.cv.entries.pairing import Words
from aicvgen.model.extractive.cv.entries.parts import cuts
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.urls import is_url

_HEADING, _INNER_HEADING = 4.5, -3.0
"""A heading that is deeper than others of the section parts the body of an entry."""
_BULLET = -5.0
_SENTENCE = -3.0
_LONG = -2.0
_LONG_WORDS = 14
_FULL_STOP = -1.2
_SMALL = -1.0
_GRADE = -2.0
"""The row is a grade and nothing else."""
_LABELLED = -2.5
_LABEL = re.compile(r"[^\W\d_][\w /&-]{1,24}:\s")
"""Rows such as 'Thesis: …' and 'Tools: …' tell about an entry."""
_SPAN, _POINT = 3.0, 1.6
_TAB = 0.4
_BOLD, _OTHER = 1.2, 0.5
"""The row is bold, or larger, slanted or in another colour, where most of the section is not."""
_NAMED = 0.6
_PLACE = 0.6
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Inc|Ltd|Corp|Co|Cie|Bros|Jr|Sr|Dr|e\.\s?V|z\.\s?B|[Ss]\.\w))\.$"
)
_KNOWN = 1.0
"""A score by words from which a text is a position, employer, degree or school."""
_NEVER = -3.0
"""A score by words below which a text is none: a rank, a place."""


class Signs:
    """Weighs the rows of one section."""

    def __init__(self, rows: Sequence[Row], words: Words) -> None:
        self._words = words
        self._usual = Counter(_type(row) for row in rows).most_common(1)[0][0] if rows else None
        self._mostly_bold = sum(row.line.bold for row in rows) > len(rows) / 2
        dated = [row for row in rows if row.dated]
        self._at_edge = bool(dated) and _date_at_edge(dated[0])
        self._level = min(
            (row.line.level for row in rows if row.line.role is Role.HEADING), default=0
        )
        self._above_dates = {
            above.lines for above, row in pairwise(rows) if row.dated and self._known(above.text)
        }
        above_dates = [above for above, row in pairwise(rows) if row.dated and not row.bullet]
        self._marked = frozenset[tuple[int, ...]]()
        if len(above_dates) == len(dated) > 1 and all(row.bullet for row in above_dates):
            self._marked = frozenset(row.lines for row in above_dates)
        self._listed = bool(dated) and all(row.bullet for row in dated)
        self._depth = max((row.line.level for row in dated), default=0)

    def __call__(self, row: Row) -> tuple[float, float, int]:
        """Return how much speaks for a header, and how many names and dates the row has."""
        cells = [
            cell
            for cell in cells_of(strip_date(row) if row.dated else row.text)
            if not (is_url(cell) or is_remark(cell) or is_duration(cell))
        ]
        placed = [cell for cell in cells if is_place(cell)]
        names = [cell for cell in cells if cell not in placed]
        weight = self._look(row) + self._form(row)
        weight += _PLACE if placed else 0.0
        known = [cell for cell in names if self._known(cell)]
        weight += _NAMED * min(len(known), 2)
        names_in = min(2, max(len(names), self._inside(names)))
        if any(self._words.alone(cell) for cell in names):
            names_in = 2
        return weight, names_in, int(self._dates_entry(row))

    def _form(self, row: Row) -> float:
        text = row.text
        weight = 0.0
        if row.bullet and not self._may_head(row):
            weight += _BULLET
        dates = self._dates_entry(row)
        if dates:
            weight += _SPAN if row.found and row.found.span else _POINT
        elif row.sentence:
            weight += _SENTENCE
        elif self._labelled(text) or _only_links(row):
            weight += _LABELLED
        if len(text.split()) > _LONG_WORDS and not dates:
            weight += _LONG
        if text.rstrip().endswith((".", ";")) and not _ABBREVIATION.search(text):
            weight += _FULL_STOP
        if text[:1].islower():
            weight += _SMALL
        if lexicon.is_grade(text):
            weight += _GRADE
        return weight + (_TAB if "\t" in text else 0.0)

    def _may_head(self, row: Row) -> bool:
        """Say whether a list item may be of a header: such have dates, or stand above those."""
        if row.lines in self._marked:
            return True
        return self._listed and (row.dated or row.line.level < self._depth)

    def _labelled(self, text: str) -> bool:
        """Say whether a label stands in front; 'A levels: French, History' has a name there."""
        if text.endswith(":"):
            return True
        return bool(_LABEL.match(text)) and not self._known(text.partition(":")[0])

    def _dates_entry(self, row: Row) -> bool:
        """Say whether the row's date is the entry's: it stands where that of the first one does."""
        return row.dated and (not self._at_edge or _date_at_edge(row))

    def _look(self, row: Row) -> float:
        if row.line.role is Role.HEADING:
            opens = row.line.level <= self._level or row.lines in self._above_dates
            return _HEADING if opens else _INNER_HEADING
        if row.line.bold and not self._mostly_bold:
            return _BOLD
        return _OTHER if _type(row) != self._usual and not row.bullet else 0.0

    def _known(self, text: str) -> bool:
        return max(self._words.title(text), self._words.owner(text)) >= _KNOWN

    def _inside(self, names: Sequence[str]) -> float:
        """Return how many names a single cell holds; a doubtful second one counts half."""
        if len(names) != 1:
            return 0.0
        most = 1.0
        for kind, before, after in cuts(names[0]):
            if self._words.owner(after) < _NEVER:
                continue
            known = self._known(before), self._known(after)
            if kind in ("at", "dash") or all(known) or self._words.owner(after) >= _KNOWN:
                return 2.0
            most = max(most, 1.5 if any(known) and kind != "in" else 1.0)
        return most


def _date_at_edge(row: Row) -> bool:
    """Say whether the row begins or ends with its date."""
    if row.found is None:
        return False
    before, after = row.text[: row.found.start], row.text[row.found.end :]
    return (
        not before.strip(" ([")
        or not after.strip(" )].,")
        or (before.endswith("(") and bool(BESIDE_DATE.fullmatch(after)))
        or before.rstrip(" ").endswith("\t")
        or after.lstrip(" )").startswith("\t")
    )


def _only_links(row: Row) -> bool:
    """Say whether the row shows links and nothing else: 'Live demo | Source'."""
    cells = cells_of(row.text)
    if not cells or not row.line.links:
        return False
    return 1 < len(cells) <= len(row.line.links) or all(links.is_label(cell) for cell in cells)


def _type(row: Row) -> tuple[object, ...]:
    line = row.line
    return (round(line.size), line.bold, line.italic, line.colour)
