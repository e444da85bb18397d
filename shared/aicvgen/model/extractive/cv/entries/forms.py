"""Sections filled in like a form: labels beside the fields, or a row of labels above columns."""

from collections.abc import Sequence
from dataclasses import replace

from aicvgen.model.extractive.cv.entries.field_labels import field_of, fields_of
from aicvgen.model.extractive.cv.entries.segments import Group
from aicvgen.model.extractive.cv.rows import Row

_FEWEST = 2
"""So many different fields have a label in a form."""


def groups(rows: Sequence[Row]) -> list[Group]:
    """Return the entries of a form, their rows without labels; none where it is no form."""
    if rows and _columns(rows[0]):
        return _table(rows)
    labels = [_labels(row) for row in rows]
    known = [each[0] for each in labels if each]
    return _filled(rows, labels, known[0]) if len(set(known)) >= _FEWEST else []


def _filled(rows: Sequence[Row], labels: Sequence[list[str]], first: str) -> list[Group]:
    """Return an entry for each time the first label comes again."""
    found: list[Group] = []
    waiting = ""
    for row, fields in zip(rows, labels, strict=True):
        if not found or (fields and fields[0] == first):
            found.append(Group())
        if fields:
            text = row.text.partition("\t")[2]
            found[-1].header.append(replace(row, text=text, field=fields[0]))
        elif waiting:
            found[-1].header.append(replace(row, field=waiting))
        else:
            found[-1].body.append(row)
        waiting = "".join(fields[1:])
    return found


def _labels(row: Row) -> list[str]:
    """Return the fields whose labels the row begins with: 'Employer<tab>Moss Ltd'."""
    label, tab, text = row.text.partition("\t")
    return fields_of(label) if tab and text and not row.bullet else []


def _columns(row: Row) -> list[str]:
    """Return the fields of a row of labels, or nothing where the row is none."""
    fields = [field_of(cell) for cell in row.text.split("\t")]
    return fields if sum(map(bool, fields)) >= _FEWEST else []


def _table(rows: Sequence[Row]) -> list[Group]:
    """Return an entry for each row under a row of labels that has as many cells."""
    fields = _columns(rows[0])
    found: list[Group] = []
    above = rows[0].lines
    for row in rows[1:]:
        cells = row.text.split("\t")
        if len(cells) == len(fields):
            lines = (*above, *row.lines)
            named = [
                replace(row, text=cell, field=field, lines=lines)
                for cell, field in zip(cells, fields, strict=True)
                if any(char.isalnum() for char in cell)
            ]
            found.append(Group(named))
            above = ()
        elif found:
            found[-1].body.append(row)
    return found
