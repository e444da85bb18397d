"""Where entries start: the rows that date them, and how many rows stand above those."""

from collections import Counter
from collections.abc import Sequence

from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.rows import Row

_MAX_LEAD = 3
_LEAD_BELOW_TEXT = 2
_HEADER_CHARS = 110
_ANCHOR_CHARS = 160
_TITLE_WORDS = 8
_ITEMS_WITHIN = 4
_ALIGNED = 6.0
"""Left edges nearer than this many points are the same edge."""


def starts(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return for each entry the index of its first row and of the row that dates it."""
    anchors = _anchors(rows)
    if not anchors:
        return [(index, index) for index in undated(rows)]
    lead = _lead_of_first(rows, anchors[0])
    found: list[tuple[int, int]] = []
    floor = 0
    for anchor in anchors:
        if found and _same_header(rows, found[-1][1], anchor):
            continue
        start = anchor
        while (
            start > floor
            and anchor - start < lead
            and _leads(rows[start - 1], rows[anchors[0] - lead : anchors[0]], anchor - start)
        ):
            start -= 1
        found.append((start, anchor))
        floor = anchor + 1
    return _with_undated(rows, found)


def undated(rows: Sequence[Row]) -> list[int]:
    """Return where entries start in a section without any date."""
    if any(row.line.role is Role.HEADING for row in rows):
        return [index for index, row in enumerate(rows) if row.line.role is Role.HEADING]
    if any(row.bullet for row in rows) and not rows[0].bullet:
        return [
            index
            for index, row in enumerate(rows)
            if looks_like_header(row)
            and (index == 0 or rows[index - 1].bullet or _bolder(row, rows))
            and any(later.bullet for later in rows[index + 1 : index + 1 + _ITEMS_WITHIN])
        ]
    return [
        index for index, row in enumerate(rows) if _bolder(row, rows) and looks_like_header(row)
    ]


def _anchors(rows: Sequence[Row]) -> list[int]:
    """Return the rows that date entries: those that look like the first of them."""
    dated = [index for index, row in enumerate(rows) if _is_anchor(row)]
    if not dated:
        return []
    model = rows[dated[0]]
    return [
        index
        for index in dated
        if not beside_date(rows[index])
        or (
            _same_place(rows[index], model) and (rows[index].date_at_edge or not model.date_at_edge)
        )
    ]


def _same_place(row: Row, model: Row) -> bool:
    if row.line.role is Role.HEADING or model.line.role is Role.HEADING:
        return row.line.role is model.line.role
    if row.line.box is None or model.line.box is None:
        return True
    return abs(row.line.box[0] - model.line.box[0]) < _ALIGNED or row.style == model.style


def _is_anchor(row: Row) -> bool:
    return row.dated and (not row.bullet or not beside_date(row)) and len(row.text) <= _ANCHOR_CHARS


def beside_date(row: Row) -> str:
    """Return what the row says beside its date."""
    if row.found is None:
        return row.text
    return (row.text[: row.found.start] + row.text[row.found.end :]).strip(" ()[],|·•-–—\t")


def _same_header(rows: Sequence[Row], before: int, anchor: int) -> bool:
    """Say whether a date right under another dates the same thing, for example a lone year."""
    return anchor == before + 1 and not beside_date(rows[anchor])


def _lead_of_first(rows: Sequence[Row], anchor: int) -> int:
    above = rows[:anchor]
    if anchor > 1 and _opens_alike(rows[0], rows[anchor - 1], rows[anchor]):
        return 0
    if len(above) > _MAX_LEAD or not all(looks_like_header(row) for row in above):
        count = 0
        while count < min(_LEAD_BELOW_TEXT, anchor) and looks_like_header(rows[anchor - 1 - count]):
            count += 1
        return count
    return len(above)


def _opens_alike(first: Row, above: Row, anchor: Row) -> bool:
    """Say whether the rows above the first date are an undated entry that looks like its own."""
    bold = first.line.bold and anchor.line.bold and not above.line.bold
    return bold and bool(beside_date(anchor)) and first.style == anchor.style


def _leads(row: Row, models: Sequence[Row], above: int) -> bool:
    """Say whether a row belongs to the dated one below it, going by the look of the first header.

    `above` is how many rows of the header have been found above the date already.
    """
    if not looks_like_header(row) or row.dated:
        return False
    if any(_alike(row, model) for model in (models[-1 - above], models[0])):
        return True
    return lexicon.title_score(row.text) > 1 and len(row.text.split()) <= _TITLE_WORDS


def _alike(row: Row, model: Row) -> bool:
    if row.line.role is Role.HEADING or model.line.role is Role.HEADING:
        return row.line.role is model.line.role
    if row.line.box and model.line.box:
        aligned = abs(row.line.box[0] - model.line.box[0]) < _ALIGNED or row.style == model.style
        return aligned and row.line.bold == model.line.bold
    return True


def looks_like_header(row: Row) -> bool:
    """Say whether the row can be part of an entry's header: short, no list item, no sentence."""
    if row.bullet or row.sentence or len(row.text) > _HEADER_CHARS:
        return False
    text = row.text.rstrip()
    return not text.endswith((".", ";", ",")) or lexicon.company_score(text[-8:]) > 0


def _bolder(row: Row, rows: Sequence[Row]) -> bool:
    common = Counter(other.style for other in rows).most_common(1)[0][0]
    if row.style != rows[0].style:
        return False
    if row.style != common or (row.line.bold and not all(other.line.bold for other in rows)):
        return True
    usual = Counter(_left(other) for other in rows).most_common(1)[0][0]
    return _left(row) == _left(rows[0]) < usual


def _left(row: Row) -> int:
    """Return how far the row is indented."""
    return round(row.line.box[0]) if row.line.box else row.line.level


def _with_undated(rows: Sequence[Row], dated: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add entries without a date that stand between dated ones and look like them."""
    model = rows[dated[0][0]]
    taken = {index for start, anchor in dated for index in range(start, anchor + 1)}
    opened = {start - 1 for start, _ in dated}
    added = [
        (index, index)
        for index in range(1, len(rows))
        if index not in taken | opened and _opens(rows[index - 1 : index + 2], model)
    ]
    return sorted(dated + added)


def _bold_above_header(before: Row, row: Row, after: Sequence[Row]) -> bool:
    """Say whether a bold row among others stands above more of a header, not above a list."""
    bold = row.line.bold and not before.line.bold and not row.text.endswith(":")
    return bold and bool(after) and not after[0].line.bold and looks_like_header(after[0])


def _opens(around: Sequence[Row], model: Row) -> bool:
    """Say whether the middle one of three rows opens an entry that looks like the model."""
    before, row, *after = around
    heading = row.line.role is Role.HEADING
    parted = before.bullet or heading or _bold_above_header(before, row, after)
    marked = row.line.bold or heading or (bool(after) and after[0].bullet)
    alike = row.style == model.style and row.line.role is model.line.role
    return parted and marked and alike and looks_like_header(row)
