"""Sections filled in like a form: labels beside the fields, or a row of labels above columns."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from aicvgen.model.extractive.cv import dates
from aicvgen.model.extractive.cv.entries.cells import UNFINISHED
from aicvgen.model.extractive.cv.entries.field_labels import field_of, fields_of
from aicvgen.model.extractive.cv.entries.segments import Group
from aicvgen.model.extractive.cv.rows import Row

_FEWEST = 2
"""So many different fields have a label in a form."""
_TITLE, _OWNER, _DATE = "title", "owner", "date"
_DUTIES = "duties"
"""What stands beside or below this label is no name."""


def groups(rows: Sequence[Row]) -> list[Group]:
    """Return the entries of a form, their rows without labels; none where it is no form."""
    if rows and _columns(rows[0]):
        return _table(rows)
    labelled = [_with_tab(row) for row in rows] if _has_colons(rows) else rows
    labels = [_labels(row) for row in labelled]
    known = [each[0] for each in labels if each]
    return _filled(labelled, labels, known[0]) if len(set(known)) >= _FEWEST else []


def _has_colons(rows: Sequence[Row]) -> bool:
    """Say whether the section is a form whose labels end with colons."""
    return bool(rows) and bool(_colon_label(rows[0])) and len(rows) > 1


def _colon_label(row: Row) -> str:
    """Return the label with which a row such as 'Employer: Moss Ltd' begins."""
    label, colon, _ = row.text.partition(":")
    return label if colon and field_of(label) and "\t" not in label and not row.bullet else ""


def _with_tab(row: Row) -> Row:
    label = _colon_label(row)
    return row.with_text(f"{label}\t{row.text[len(label) + 1 :].strip()}") if label else row


def _filled(rows: Sequence[Row], labels: Sequence[list[str]], first: str) -> list[Group]:
    """Return an entry for each time the first label comes again."""
    found: list[Group] = []
    waiting = ""
    for row, fields in zip(rows, labels, strict=True):
        if not found or (fields and (fields[0] == first or _begins(found[-1], fields[0]))):
            found.append(Group())
        text = row.text.partition("\t")[2]
        if fields and fields[0] == _DUTIES:
            found[-1].body += [row.with_text(text)] if text else []
        elif fields:
            found[-1].header.append(replace(row, text=text, field=fields[0]))
        elif waiting and waiting != _DUTIES:
            found[-1].header.append(replace(row, field=waiting))
        else:
            found[-1].body.append(row)
        waiting = "".join(fields[1:])
    return found


def _begins(entry: Group, field: str) -> bool:
    """Say whether a second position follows on an entry that has all names: it lacks the date."""
    named = {row.field for row in entry.header}
    return field == _TITLE and {_TITLE, _OWNER} <= named


def _labels(row: Row) -> list[str]:
    """Return the fields whose labels the row begins with: 'Employer<tab>Moss Ltd'."""
    label, tab, text = row.text.partition("\t")
    if not tab and not row.bullet and field_of(label) == _DUTIES:
        return [_DUTIES]
    fields = fields_of(label) if tab and not row.bullet else []
    return fields if text or fields == [_DUTIES] else []


def _columns(row: Row) -> list[str]:
    """Return the fields of a row of labels, or nothing where the row is none."""
    fields = [field_of(cell) for cell in row.text.split("\t")]
    return fields if sum(map(bool, fields)) >= _FEWEST else []


def _filled_up(cells: Sequence[str], fields: Sequence[str], *, first: bool) -> list[str]:
    """Return the cells, with empty ones where the row has none: the date stands under its label.

    `first` says that the row stands directly under the labels: it may lack the date at their end.
    """
    missing = len(fields) - len(cells)
    if first and missing == 1 and fields[-1] == _DATE and not any(map(dates.find, cells)):
        return [*cells, ""]
    at = next((index for index, cell in enumerate(cells) if dates.find(cell)), None)
    if missing <= 0 or len(cells) < _FEWEST or at is None or list(fields).count(_DATE) != 1:
        return list(cells)
    under = fields.index(_DATE)
    before, after = list(cells[:at]), list(cells[at + 1 :])
    if len(before) > under or len(after) > len(fields) - under - 1:
        return list(cells)
    before += [""] * (under - len(before))
    return [*before, cells[at], *after, *[""] * (len(fields) - under - 1 - len(after))]


def _table(rows: Sequence[Row]) -> list[Group]:
    """Return an entry for each row under a row of labels that has as many cells.

    The row of labels may come again above each entry.
    """
    labels = rows[0]
    columns = _columns(labels)
    fields = _with_one_date(columns)
    spans = len(fields) < len(columns)
    found: list[Group] = []
    above = labels.lines
    for row in rows[1:]:
        if row.text == labels.text:
            above = row.lines
            continue
        cells = _filled_up(_cells(row, spans=spans), fields, first=bool(above))
        if len(cells) == len(fields):
            lines = (*above, *row.lines)
            named = [
                replace(row, text=cell, field=field, lines=lines)
                for cell, field in zip(cells, fields, strict=True)
                if any(char.isalnum() for char in cell)
            ]
            found.append(Group(named))
            above = ()
        elif found and (found[-1].body or not _goes_on(found[-1], row)):
            found[-1].body.append(row)
    return found


def _goes_on(entry: Group, row: Row) -> bool:
    """Put the row behind the cell above it that ends in the middle of a name; say whether one does.

    A cell that ends with a comma or a preposition does.
    """
    if row.bullet or row.dated or "\t" in row.text or row.text.endswith(":"):
        return False
    for at, cell in enumerate(entry.header):
        if cell.text.endswith(",") or UNFINISHED.search(cell.text):
            text, lines = f"{cell.text} {row.text}", (*cell.lines, *row.lines)
            entry.header[at] = replace(cell, text=text, lines=lines, last=row.last)
            return True
    return False


def _with_one_date(fields: Sequence[str]) -> list[str]:
    """Return the fields, begin and end that stand side by side as one date."""
    for at, (field, following) in enumerate(pairwise(fields)):
        if field == following == _DATE:
            return [*fields[:at], *fields[at + 1 :]]
    return list(fields)


def _cells(row: Row, *, spans: bool) -> list[str]:
    """Return the cells of a row; where begin and end have a column each, both as one cell."""
    cells = row.text.split("\t")
    for at, (begin, end) in enumerate(pairwise(cells if spans else ())):
        whole = f"{begin} – {end}"
        found = dates.find(whole)
        if found and found.span and not found.start and found.end == len(whole):
            return [*cells[:at], whole, *cells[at + 2 :]]
    return cells
