"""Lines to sections: what is a heading, and what stands under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from aicvgen.domain.cv import Kind
from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import headings, lexicon
from aicvgen.model.extractive.cv.heading_looks import Looks, look_of
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.spoken import is_level, names_language

MAX_HEADING_CHARS = 60
_MAX_UNKNOWN_WORDS = 5
_COLUMN = 30.0
"""Text that starts this many points further to the side and higher up is in another column."""
_NEXT_LINE = 2.2
"""The second line of a heading is not further below the first than this many line heights."""
_TIGHT = 1.35
"""Nor than this many, where each of the lines is a heading by itself."""
_PARTED = re.compile(r"[\t|]")
_END = re.compile(r"[.,;]$|@|\d{3}")
_HISTORY = frozenset({Kind.WORK, Kind.EDUCATION, Kind.PROJECTS, Kind.VOLUNTEER})
_NEVER_INSIDE = frozenset(
    {Kind.QUALIFICATIONS, Kind.EDUCATION, Kind.CERTIFICATES, Kind.LANGUAGES, Kind.REFERENCES}
)
_GROUPS = frozenset({Kind.SKILLS, Kind.CUSTOM, Kind.QUALIFICATIONS, Kind.PROJECTS})
"""What a group of skills may be called."""
_GROUPS_TOO = _GROUPS | {Kind.VOLUNTEER}
"""The same among groups that are set as headings are."""
_TERM_WORDS = 4


@dataclass(slots=True)
class Block:
    """A heading and the rows under it."""

    kind: Kind | None
    """None for what stands above the first heading and under headings of contact details."""
    heading: str = ""
    lines: tuple[int, ...] = ()
    rows: list[Row] = field(default_factory=list)
    row: Row | None = None
    """The row of the heading."""


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    kind: Kind | None
    lines: tuple[int, ...]
    rest: str = ""
    """What follows on the same line."""
    rows: int = 1
    """How many rows it takes."""


@dataclass(slots=True)
class _Highest:
    """How high up on its page the first heading of a column stands."""

    page: int = 0
    top: float = 0.0

    def see(self, heading: Row) -> None:
        """Note a heading."""
        box = heading.line.box
        if box is not None and (heading.line.page != self.page or box[1] < self.top):
            self.page, self.top = heading.line.page, box[1]

    def left(self, before: Row, row: Row) -> bool:
        """Say whether a row opens another column, above or beside the first heading of this one."""
        box, next_box = before.last.box, row.line.box
        if box is None or next_box is None or not before.last.page == row.line.page == self.page:
            return False
        height = box[3] - box[1]
        aside = abs(next_box[0] - box[0]) > _COLUMN
        return aside and next_box[1] < min(box[1] - height, self.top + height)


def split(rows: Sequence[Row]) -> list[Block]:
    """Return the blocks of the document; the first one has no heading."""
    looks = heading_looks(rows)
    blocks = [Block(None)]
    highest = _Highest()
    index = 0
    while index < len(rows):
        row = rows[index]
        found = _heading(rows, index, looks, blocks) if looks else None
        if found is None:
            aside = index and blocks[-1].kind and highest.left(rows[index - 1], row)
            if aside and not (looks and _opens_entry(row, blocks[-1], looks)):
                blocks.append(Block(None))
            blocks[-1].rows.append(row)
            index += 1
            continue
        highest.see(row)
        if blocks[-1].kind is found.kind and headings.is_continued(found.text):
            blocks[-1].lines += found.lines
        else:
            blocks.append(Block(found.kind, found.text.strip(" :\t"), found.lines, row=row))
        if found.rest:
            blocks[-1].rows.append(_beside_heading(row, found))
        index += found.rows
    return blocks


def _beside_heading(row: Row, heading: _Heading) -> Row:
    """Return what follows a heading on its line; the type of terms there is not the heading's."""
    rest = row.with_text(heading.rest)
    if heading.kind is not Kind.SKILLS:
        return rest
    return replace(rest, line=rest.line.model_copy(update={"bold": False}))


def _opens_entry(row: Row, block: Block, looks: Looks) -> bool:
    """Say whether a row looks as the first under the heading does: its section goes on there."""
    first = block.rows[0] if block.rows and block.kind in _HISTORY else None
    look = look_of(row)
    return first is not None and look == look_of(first) and look.bold > looks.body.bold


def heading_looks(rows: Sequence[Row]) -> Looks | None:
    """Return how the headings of the document look, or None where there is none."""
    alone = [row for row in rows if could_be(row) and is_known(row.text)]
    beside = [
        row.with_text(label)
        for row in rows
        if "\t" in row.text and not row.bullet and is_known(label := row.text.partition("\t")[0])
    ]
    known = max(alone, beside, key=lambda found: len({row.text for row in found}))
    labels = {row.lines: headings.normalise(row.text) for row in known}
    return Looks.of(rows, known, labels) if known else None


def is_known(text: str) -> bool:
    """Say whether a whole text is a heading we know."""
    return headings.kind_of(text) is not None or headings.is_contact(text)


def could_be(row: Row) -> bool:
    """Say whether a row is short enough for a heading, and no list item or sentence."""
    text = row.text
    return not row.bullet and len(text) <= MAX_HEADING_CHARS and not _END.search(text)


def _kind(text: str) -> Kind | None:
    return None if headings.is_contact(text) else headings.likely_kind_of(text) or Kind.CUSTOM


def _heading(
    rows: Sequence[Row], index: int, looks: Looks, blocks: Sequence[Block]
) -> _Heading | None:
    """Return the heading that starts at a row, if one does."""
    row = rows[index]
    label, _, rest = row.text.partition("\t")
    if rest and not row.bullet and is_known(label) and looks.prime == look_of(row.with_text(label)):
        return _Heading(label, _kind(label), row.lines, rest)
    if not could_be(row):
        return None
    two = _two_lines(rows, index, looks)
    if two is not None:
        return two
    if is_known(row.text):
        inside = _is_inside(rows, index, looks, blocks)
        known = (looks.fits(row) and not inside) or _stands_apart(rows, index, blocks[-1])
    else:
        opened = len(blocks) > 1
        known = _is_unknown(rows, index, looks, opened=opened) or (
            opened and _is_explicit(rows, index, looks, blocks[-1])
        )
    return _Heading(row.text, _kind(row.text), row.lines) if known else None


def _stands_apart(rows: Sequence[Row], index: int, block: Block) -> bool:
    """Say whether a blank line alone makes a row of plain text a heading.

    Such as 'Qualifications' below 'EMPLOYMENT': no part of a job is called so.
    """
    row, below = rows[index], rows[index + 1 : index + 2]
    plain = not row.line.size and look_of(row).level == 0 and not row.line.bold
    apart = row.line.spaced and bool(below) and not below[0].line.spaced
    kind = headings.kind_of(row.text)
    return plain and apart and block.kind in _HISTORY and kind in _NEVER_INSIDE - {block.kind}


def _two_lines(rows: Sequence[Row], index: int, looks: Looks) -> _Heading | None:
    """Return a heading that is broken over two lines: 'Work' above 'Experience'."""
    row = rows[index]
    if index + 1 >= len(rows) or row.line.box is None or not looks.same(row):
        return None
    after = rows[index + 1]
    both = f"{row.text} {after.text}"
    if not could_be(after) or look_of(row) != look_of(after) or not is_known(both):
        return None
    apart = is_known(row.text) and is_known(after.text) and _kind(row.text) != _kind(after.text)
    if not _below(row, after, _TIGHT if apart else _NEXT_LINE):
        return None
    return _Heading(both, _kind(both), row.lines + after.lines, rows=2)


def _below(row: Row, after: Row, heights: float) -> bool:
    """Say whether the second row starts at most so many line heights below the first."""
    box, next_box = row.line.box, after.line.box
    if box is None or next_box is None or row.line.page != after.line.page:
        return False
    return 0 < next_box[1] - box[1] < heights * (box[3] - box[1])


def _is_inside(rows: Sequence[Row], index: int, looks: Looks, blocks: Sequence[Block]) -> bool:
    """Say whether a known heading of a lesser look parts the section it stands in."""
    row, open_kind = rows[index], blocks[-1].kind
    if looks.same(row) or open_kind is None:
        return open_kind is Kind.SKILLS and _is_group(rows, index, blocks[-1])
    kind = headings.kind_of(row.text)
    courses = open_kind is Kind.EDUCATION and kind is Kind.CERTIFICATES and row.text.endswith(":")
    if courses or looks.repeats(row):
        return True
    opener = blocks[-1].row
    if opener is not None and look_of(opener) == look_of(row):
        return False
    if open_kind is Kind.SKILLS:
        return kind in _GROUPS or (
            kind is Kind.LANGUAGES and not _natural(rows[index + 1 : index + 3])
        )
    if look_of(row) in looks.apart:
        return False
    return open_kind in _HISTORY and kind in {Kind.QUALIFICATIONS, Kind.CUSTOM, Kind.SKILLS}


def _is_group(rows: Sequence[Row], index: int, block: Block) -> bool:
    """Say whether a row in the look of headings names a group of skills, as one above it does.

    For example 'Service' above three terms, where 'Driving' stands above three others.
    """
    alike = any(look_of(row) == look_of(rows[index]) for row in block.rows)
    terms = rows[index + 1 : index + 2]
    lists = all(row.bullet and len(row.text.split()) <= _TERM_WORDS for row in terms)
    return alike and bool(terms) and lists and headings.kind_of(rows[index].text) in _GROUPS_TOO


def _natural(rows: Sequence[Row]) -> bool:
    """Say whether the rows name languages people speak."""
    return any(names_language(row.text) for row in rows)


def _is_unknown(rows: Sequence[Row], index: int, looks: Looks, *, opened: bool) -> bool:
    """Say whether a row that is no known heading looks like one."""
    row = rows[index]
    if not looks.same(row) or row.found is not None or _PARTED.search(row.text):
        return False
    if lexicon.title_score(row.text) > 1 or is_level(row.text):
        return False
    if headings.likely_kind_of(row.text) is not None and looks.prime != looks.body:
        return True
    short = len(row.text.split()) <= _MAX_UNKNOWN_WORDS
    return opened and looks.distinct and short and not _names_entry(row.text)


def _is_explicit(rows: Sequence[Row], index: int, looks: Looks, block: Block) -> bool:
    """Say whether the format makes a row a heading of a section, whatever it says.

    Where entries have headings of that level, too, those stand right under a known heading.
    """
    row = rows[index]
    tagged = row.line.role is Role.HEADING and row.line.level == looks.prime.level > 0
    if not tagged or row.found is not None or _PARTED.search(row.text):
        return False
    if block.kind not in _HISTORY:
        return True
    if not block.rows or block.rows[0].line.role is Role.HEADING:
        return False
    names = _names_entry(row.text) or lexicon.title_score(row.text) > 1
    return not names or any(_is_role(each) for each in rows[index + 1 : index + 2])


def _is_role(row: Row) -> bool:
    """Say whether a row is a whole header by itself: 'Cook, Old Inn (2014 – 2016)'."""
    return row.dated and "," in row.text and lexicon.title_score(row.text.partition(",")[0]) > 1


def _names_entry(text: str) -> bool:
    """Say whether the text names an employer or a degree."""
    return lexicon.company_score(text) > 0 or lexicon.is_degree(text) or lexicon.is_school(text)
