"""Rows of a section to groups, one per role, project or degree: its header and its body."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import lexicon, places
from aicvgen.model.extractive.cv.rows import Row

_MAX_LEAD = 3
_MAX_TRAIL = 3
_HEADER_CHARS = 110


@dataclass(slots=True)
class Group:
    """The rows of one entry."""

    header: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)
    lead: int = 0
    """How many rows of the header stand above the one with the date."""


def group(rows: Sequence[Row]) -> list[Group]:
    """Split the rows of a section where a new entry starts."""
    starts = _starts(rows)
    if not starts:
        return [Group(body=list(rows))] if rows else []
    groups = [Group(body=list(rows[: starts[0][0]]))] if starts[0][0] else []
    ends = [start for start, _ in starts[1:]] + [len(rows)]
    for (start, anchor), end in zip(starts, ends, strict=True):
        stop = _header_end(rows, start, anchor, end)
        groups.append(Group(list(rows[start:stop]), list(rows[stop:end]), anchor - start))
    return groups


def _starts(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return for each entry the index of its first row and of the row that dates it."""
    anchors = [index for index, row in enumerate(rows) if _is_anchor(row)]
    if not anchors:
        return [(index, index) for index in _undated(rows)]
    lead = _lead_of_first(rows, anchors[0])
    starts: list[tuple[int, int]] = []
    floor = 0
    for anchor in anchors:
        if starts and _same_header(rows, starts[-1][1], anchor):
            continue
        start = anchor
        while (
            start > floor
            and anchor - start < lead
            and _leads(rows[start - 1], rows[anchors[0] - lead])
        ):
            start -= 1
        starts.append((start, anchor))
        floor = anchor + 1
    return _with_undated(rows, starts)


def _is_anchor(row: Row) -> bool:
    return row.dated and (not row.bullet or not _rest(row)) and len(row.text) <= _HEADER_CHARS + 30


def _rest(row: Row) -> str:
    """Return what the row says beside its date."""
    if row.found is None:
        return row.text
    return (row.text[: row.found.start] + row.text[row.found.end :]).strip(" ()[],|·•-–—\t")


def _same_header(rows: Sequence[Row], before: int, anchor: int) -> bool:
    """Say whether a date right under another dates the same thing, for example a lone year."""
    return anchor == before + 1 and not _rest(rows[anchor])


def _lead_of_first(rows: Sequence[Row], anchor: int) -> int:
    above = rows[:anchor]
    if len(above) > _MAX_LEAD or not all(looks_like_header(row) for row in above):
        count = 0
        while count < min(2, anchor) and looks_like_header(rows[anchor - 1 - count]):
            count += 1
        return count
    return len(above)


def _leads(row: Row, model: Row) -> bool:
    """Say whether a row above a dated one belongs to it, going by the first header's look."""
    if not looks_like_header(row) or row.dated:
        return False
    if row.line.role is Role.HEADING or model.line.role is Role.HEADING:
        return row.line.role is model.line.role
    if row.line.box and model.line.box:
        aligned = abs(row.line.box[0] - model.line.box[0]) < 6 or row.style == model.style  # noqa: PLR2004
        return aligned and (row.line.bold or not model.line.bold)
    return True


def looks_like_header(row: Row) -> bool:
    """Say whether the row can be part of an entry's header: short, no list item, no sentence."""
    if row.bullet or row.sentence or len(row.text) > _HEADER_CHARS:
        return False
    text = row.text.rstrip()
    return not text.endswith((".", ";", ",")) or lexicon.company_score(text[-8:]) > 0


def _header_end(rows: Sequence[Row], start: int, anchor: int, end: int) -> int:
    """Return the index after the last row of the header."""
    stop = anchor + 1
    bulleted = any(row.bullet for row in rows[anchor + 1 : end])
    anchor_full = _names_both(rows[start : anchor + 1])
    while stop < end and stop - anchor <= _MAX_TRAIL:
        row = rows[stop]
        if not looks_like_header(row):
            break
        if row.found is not None and not _rest(row):
            stop += 1
            continue
        if places.is_place(row.text):
            stop += 1
            continue
        if anchor_full or not _trails(row, rows[anchor], rows[stop + 1 : end], bulleted=bulleted):
            break
        stop += 1
        anchor_full = anchor_full or _names_both(rows[start:stop])
    return stop


def _names_both(header: Sequence[Row]) -> bool:
    """Say whether the header already has two texts that are no date and no place."""
    from aicvgen.model.extractive.cv.fragments import texts  # noqa: PLC0415

    return len([text for row in header for text in texts(row)]) > 1


def _trails(row: Row, anchor: Row, after: Sequence[Row], *, bulleted: bool) -> bool:
    """Say whether a row under the dated one still belongs to the header."""
    if lexicon.title_score(row.text) or lexicon.company_score(row.text) or "\t" in row.text:
        return len(row.text.split()) <= 14  # noqa: PLR2004
    if lexicon.is_degree(row.text) or lexicon.is_school(row.text):
        return True
    if row.line.bold or (row.line.size and row.line.size > min((r.line.size for r in after), default=99)):
        return True
    if bulleted:
        return bool(after) and after[0].bullet and not anchor.bullet and len(row.text.split()) <= 8  # noqa: PLR2004
    return not _rest(anchor)


def _undated(rows: Sequence[Row]) -> list[int]:
    """Return where entries start in a section without any date."""
    if any(row.line.role is Role.HEADING for row in rows):
        return [index for index, row in enumerate(rows) if row.line.role is Role.HEADING]
    if any(row.bullet for row in rows) and not rows[0].bullet:
        return [
            index
            for index, row in enumerate(rows)
            if looks_like_header(row) and (index == 0 or rows[index - 1].bullet or _bolder(row, rows))
            and any(later.bullet for later in rows[index + 1 : index + 5])
        ]
    return [index for index, row in enumerate(rows) if _bolder(row, rows) and looks_like_header(row)]


def _bolder(row: Row, rows: Sequence[Row]) -> bool:
    return row.line.bold and row.style == rows[0].style and not all(other.line.bold for other in rows)


def _with_undated(
    rows: Sequence[Row], starts: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Add entries without a date that stand between dated ones and look like them."""
    model = rows[starts[0][0]]
    taken = {index for start, anchor in starts for index in range(start, anchor + 1)}
    added = [
        (index, index)
        for index, row in enumerate(rows)
        if index not in taken
        and index > 0
        and (rows[index - 1].bullet or row.line.role is Role.HEADING)
        and looks_like_header(row)
        and row.style == model.style
        and row.line.role is model.line.role
        and (row.line.bold or row.line.role is Role.HEADING or index + 1 < len(rows) and rows[index + 1].bullet)
        and not any(start == index + 1 for start, _ in starts)
    ]
    return sorted(starts + added)
