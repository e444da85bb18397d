"""Sections without a heading, recognised by what stands in them."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Kind
from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.headings import likely_kind_of
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.sections import Block
from aicvgen.model.extractive.cv.spoken import LEVEL, NAME, names_language

_NOT_HISTORY = frozenset({None, Kind.SUMMARY, Kind.QUALIFICATIONS, Kind.CUSTOM})


_BESIDE_WORK = re.compile(
    r"involve|activit|extracurricular|member|leadership|societ|club|committee|affiliation|"
    r"campus|communit|aktivität|engagement|gremi|mitglied|verein|ämter|activité|actividad|attività|"
    r"atividade|activiteit",
    re.IGNORECASE,
)
_FEWEST_WORDS = 12
_PROSE_WORDS = 6
_INDENT = 3.0
_TERM_WORDS = 4
_ADDRESS = re.compile(r"@|https?:|www\.|\+\d|\d{5,}")


def summary(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks; where none is a summary, running text outside of sections becomes one."""
    if any(block.kind is Kind.SUMMARY and block.rows for block in blocks):
        return list(blocks)
    found: list[Block] = []
    for block in blocks:
        first, last = _prose(block.rows) if block.kind is None else (0, 0)
        if first == last:
            found.append(block)
            continue
        rest = [*block.rows[:first], *block.rows[last:]]
        found.append(Block(None, block.heading, block.lines, rest))
        found.append(Block(Kind.SUMMARY, rows=block.rows[first:last]))
    return found


def skills(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks; where no section is about skills, lists under unknown headings are groups.

    Two of them at least must stand one after the other.
    """
    lists = [_lists_terms(block) for block in blocks]
    if any(
        block.kind is Kind.SKILLS and not listed
        for block, listed in zip(blocks, lists, strict=True)
    ):
        return list(blocks)
    found: list[Block] = []
    for index, block in enumerate(blocks):
        beside = lists[max(index - 1, 0) : index] + lists[index + 1 : index + 2]
        if not lists[index] or not any(beside):
            found.append(block)
            continue
        if not (found and found[-1].kind is Kind.SKILLS):
            found.append(Block(Kind.SKILLS))
        if block.row is not None:
            found[-1].rows.append(block.row.with_text(f"{block.heading}:"))
        found[-1].rows += block.rows
    return found


def languages(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, with the languages that people speak apart from the other skills."""
    found: list[Block] = []
    for block in blocks:
        spoken = [row for row in block.rows if block.kind is Kind.SKILLS and _is_spoken(row)]
        if spoken:
            block.rows = [row for row in block.rows if row not in spoken]
        found.append(block)
        if spoken:
            found.append(Block(Kind.LANGUAGES, rows=spoken))
    return found


def _is_spoken(row: Row) -> bool:
    """Say whether a row is the name of a language and how well it is spoken."""
    name = NAME.match(row.text)
    rest = row.text[name.end() :].lstrip(" :\t–—-(") if name else ""
    return LEVEL.match(rest) is not None


def _lists_terms(block: Block) -> bool:
    """Say whether nothing but short names stand under a heading that says nothing else."""
    unknown = block.kind in {Kind.CUSTOM, Kind.SKILLS} or (
        block.kind is Kind.LANGUAGES and not any(names_language(row.text) for row in block.rows)
    )
    short = all(
        len(row.text.split()) <= _TERM_WORDS and row.found is None and not row.bullet
        for row in block.rows
    )
    return unknown and len(block.rows) > 1 and short


def _prose(rows: Sequence[Row]) -> tuple[int, int]:
    """Return where the first paragraph among the rows starts and ends."""
    for first, row in enumerate(rows):
        if not _is_prose(row):
            continue
        last = first + 1
        while last < len(rows) and rows[last - 1].line.size == rows[last].line.size:
            if not _goes_on(rows[last - 1], rows[last]):
                break
            last += 1
        if sum(len(each.text.split()) for each in rows[first:last]) >= _FEWEST_WORDS:
            return first, last
    return 0, 0


def _is_prose(row: Row) -> bool:
    words = row.text.split()
    plain = "\t" not in row.text and "|" not in row.text and not _ADDRESS.search(row.text)
    small = sum(word[:1].islower() for word in words)
    return plain and not row.bullet and len(words) >= _PROSE_WORDS and 3 * small >= len(words)


def _goes_on(before: Row, row: Row) -> bool:
    """Say whether a row goes on with the paragraph above it."""
    same = before.line.bold == row.line.bold and before.line.colour == row.line.colour
    box, next_box = before.line.box, row.line.box
    if box and next_box and abs(box[0] - next_box[0]) > _INDENT:
        return False
    ended = before.text.rstrip().endswith(".")
    return same and not _ADDRESS.search(row.text) and (not ended or _is_prose(row))


def headed(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks; one under an unknown heading is of the kind that its entries are.

    The format must make it a heading, and it must not tell of what somebody does beside work.
    """
    for block in blocks:
        tagged = block.row is not None and block.row.line.role is Role.HEADING
        unknown = block.kind is Kind.CUSTOM and likely_kind_of(block.heading) is None
        if tagged and unknown and not _BESIDE_WORK.search(block.heading):
            block.kind = _kind_by_rows(block.rows)
    return list(blocks)


def _kind_by_rows(rows: Sequence[Row]) -> Kind:
    """Return work where dated positions have lists below them, education where degrees are told."""
    opening = [row for row in rows if row.dated and not row.bullet]
    if not opening or opening[0] not in rows[:2]:
        return Kind.CUSTOM
    if all(lexicon.is_degree(row.text) for row in opening):
        return Kind.EDUCATION
    roles = [row for row in opening if lexicon.title_score(row.text) > 1]
    listed = any(row.bullet for row in rows)
    return Kind.WORK if listed and 2 * len(roles) >= len(opening) else Kind.CUSTOM


def experience(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks; where none is about work, dated roles under another heading become one."""
    if any(block.kind in {Kind.WORK, Kind.VOLUNTEER} and block.rows for block in blocks):
        return list(blocks)
    found: list[Block] = []
    for block in blocks:
        at = _first_role(block.rows) if block.kind in _NOT_HISTORY else None
        if at is None:
            found.append(block)
            continue
        found.append(Block(block.kind, block.heading, block.lines, block.rows[:at]))
        found.append(Block(Kind.WORK, rows=block.rows[at:]))
    return found


def _first_role(rows: Sequence[Row]) -> int | None:
    """Return the index of the row that opens the first dated role."""
    for index, row in enumerate(rows):
        if row.found is None or not row.found.span or row.bullet:
            continue
        start = index
        while start > 0 and index - start < 2 and _names_role(rows[start - 1]):  # noqa: PLR2004
            start -= 1
        if any(_names_role(each) for each in rows[start : index + 2]):
            return start
    return None


def _names_role(row: Row) -> bool:
    short = not row.bullet and (row.dated or not row.sentence)
    return short and lexicon.title_score(row.text) + lexicon.company_score(row.text) > 1
