"""Names that a narrow column breaks over rows, put together again."""

from collections.abc import Sequence

from aicvgen.model.extractive.cv.entries.cells import UNFINISHED
from aicvgen.model.extractive.cv.entries.looks import apart
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.urls import is_url
from aicvgen.model.extractive.cv.wrapping import are_alike, is_full


def whole_names(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those joined that are one name.

    Where white space parts the entries, a row set like the full one above it goes on with it. Where
    none does, one that is set like the first may be a name of its own.
    """
    spaced = apart(rows) if rows else []
    right = max((row.line.box[2] for row in rows if row.line.box), default=0.0)
    whole: list[Row] = []
    for row, space in zip(rows, spaced, strict=True):
        before = whole[-1] if whole else None
        if (
            before
            and not space
            and _could_go_on(before, row, right)
            and (any(spaced) or _is_rest(before, row) or not are_alike(rows[0], row))
        ):
            text = f"{before.text} {row.text}"
            whole[-1] = Row(text, before.lines + row.lines, before.line, row.last)
        else:
            whole.append(row)
    return whole


def _could_go_on(before: Row, row: Row, right: float) -> bool:
    """Say whether the row is in the same type, and its first word did not fit on the one above.

    A name that ends in brackets is whole.
    """
    if before.last.box is None or row.line.box is None or row.line.page != before.last.page:
        return False
    plain = not (row.bullet or row.dated or row.sentence or is_url(row.text))
    one_cell = "\t" not in before.text and "\t" not in row.text
    goes_on = plain and one_cell and not before.text.endswith(")")
    return goes_on and are_alike(before, row) and is_full(before.last, row.text, right)


def _is_rest(before: Row, row: Row) -> bool:
    return row.text[:1] == "(" or row.text[:1].islower() or bool(UNFINISHED.search(before.text))
