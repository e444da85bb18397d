"""Rows of a section to groups, one per role, project or degree: its header and its body."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import fragments, lexicon, places
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.urls import is_url

_MAX_LEAD = 3
_MAX_TRAIL = 3
_HEADER_CHARS = 110
_ANCHOR_CHARS = 160
_TITLE_WORDS = 8
_NAME_WORDS = 8
_PLACED_WORDS = 12
_ALIGNED = 6.0
"""Left edges nearer than this many points are the same edge."""


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
    return _before_first(rows[: starts[0][0]]) + _cut(rows, starts)


def _cut(rows: Sequence[Row], starts: Sequence[tuple[int, int]]) -> list[Group]:
    groups: list[Group] = []
    ends = [start for start, _ in starts[1:]] + [len(rows)]
    for (start, anchor), end in zip(starts, ends, strict=True):
        stop = _header_end(rows, start, anchor, end)
        groups.append(Group(list(rows[start:stop]), list(rows[stop:end]), anchor - start))
    return groups


def _before_first(rows: Sequence[Row]) -> list[Group]:
    """Return the entries above the first dated one."""
    if not rows:
        return []
    undated = [(index, index) for index in _undated(rows)]
    if not undated or undated[0][0]:
        return [Group(body=list(rows))]
    return _cut(rows, undated)


def _starts(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return for each entry the index of its first row and of the row that dates it."""
    anchors = _anchors(rows)
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
            and _leads(rows[start - 1], rows[anchors[0] - lead : anchors[0]], anchor - start)
        ):
            start -= 1
        starts.append((start, anchor))
        floor = anchor + 1
    return _with_undated(rows, starts)


def _anchors(rows: Sequence[Row]) -> list[int]:
    """Return the rows that date entries: those that look like the first of them."""
    dated = [index for index, row in enumerate(rows) if _is_anchor(row)]
    if not dated:
        return []
    model = rows[dated[0]]
    return [
        index
        for index in dated
        if not _rest(rows[index])
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
    return row.dated and (not row.bullet or not _rest(row)) and len(row.text) <= _ANCHOR_CHARS


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


def _header_end(rows: Sequence[Row], start: int, anchor: int, end: int) -> int:
    """Return the index after the last row of the header."""
    stop = anchor + 1
    bulleted = any(row.bullet for row in rows[anchor + 1 : end])
    anchor_full = _names_both(rows[start : anchor + 1])
    while stop < end and stop - anchor <= _MAX_TRAIL:
        row = rows[stop]
        if not looks_like_header(row) or _deeper(row, rows[anchor]):
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


def _deeper(row: Row, anchor: Row) -> bool:
    """Say whether the row is a heading inside of the entry."""
    if row.line.role is not Role.HEADING or anchor.line.role is not Role.HEADING:
        return False
    return row.line.level > anchor.line.level


def _names_both(header: Sequence[Row]) -> bool:
    """Say whether the header already has two texts that are no date and no place."""
    return len([text for row in header for text in fragments.texts(row)]) > 1


def _trails(row: Row, anchor: Row, after: Sequence[Row], *, bulleted: bool) -> bool:
    """Say whether a row under the dated one still belongs to the header."""
    names, place = fragments.split_row(row.text)
    marked = place or any(is_url(name) for name in names)
    if marked and len(" ".join(names).split()) <= _PLACED_WORDS:
        return True
    if lexicon.title_score(row.text) or lexicon.company_score(row.text) or "\t" in row.text:
        return len(row.text.split()) <= 14  # noqa: PLR2004
    if lexicon.is_degree(row.text) or lexicon.is_school(row.text):
        return True
    if row.line.bold or (
        row.line.size and row.line.size > min((r.line.size for r in after), default=99)
    ):
        return True
    if bulleted:
        after = after[1:] if after and places.is_place(after[0].text) else after
        return (
            bool(after)
            and after[0].bullet
            and not anchor.bullet
            and len(row.text.split()) <= _NAME_WORDS
        )
    below_bold = anchor.line.bold and (not after or after[0].sentence)
    return not _rest(anchor) or (below_bold and len(row.text.split()) <= _NAME_WORDS)


def _undated(rows: Sequence[Row]) -> list[int]:
    """Return where entries start in a section without any date."""
    if any(row.line.role is Role.HEADING for row in rows):
        return [index for index, row in enumerate(rows) if row.line.role is Role.HEADING]
    if any(row.bullet for row in rows) and not rows[0].bullet:
        return [
            index
            for index, row in enumerate(rows)
            if looks_like_header(row)
            and (index == 0 or rows[index - 1].bullet or _bolder(row, rows))
            and any(later.bullet for later in rows[index + 1 : index + 5])
        ]
    return [
        index for index, row in enumerate(rows) if _bolder(row, rows) and looks_like_header(row)
    ]


def _bolder(row: Row, rows: Sequence[Row]) -> bool:
    common = Counter(other.style for other in rows).most_common(1)[0][0]
    if row.style != rows[0].style:
        return False
    if row.style != common:
        return True
    usual = Counter(_left(other) for other in rows).most_common(1)[0][0]
    return _left(row) == _left(rows[0]) < usual


def _left(row: Row) -> int:
    """Return how far the row is indented."""
    return round(row.line.box[0]) if row.line.box else row.line.level


def _with_undated(rows: Sequence[Row], starts: list[tuple[int, int]]) -> list[tuple[int, int]]:
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
        and (
            row.line.bold
            or row.line.role is Role.HEADING
            or (index + 1 < len(rows) and rows[index + 1].bullet)
        )
        and not any(start == index + 1 for start, _ in starts)
    ]
    return sorted(starts + added)
