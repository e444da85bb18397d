"""Signs that an entry has words of another field or entry, or that its own stand elsewhere."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from aicvgen.domain.cv import Cv, Entry, Kind, Section
from aicvgen.domain.source import Line
from aicvgen.model.extractive.cv import dates, lexicon
from aicvgen.model.extractive.cv.entries import experience
from aicvgen.model.extractive.cv.rows import Row, untab

_OPENED_BY_NAMES = frozenset({Kind.WORK, Kind.VOLUNTEER, Kind.EDUCATION})
"""Sections whose every entry says what, and with whom."""
_DATED = frozenset({Kind.WORK, Kind.VOLUNTEER, Kind.PROJECTS, Kind.CUSTOM})
"""Sections in which a line with a period opens an entry; under a degree stands more with dates."""
_NAME_WORDS = 12
_LONG_NAME = 10
_FEWEST_LOST = 2
"""One piece of a line that no field has is an ornament, or a remark."""


def lines_of(entry: Entry) -> frozenset[int]:
    """Return the lines that the entry's fields and facts were read from."""
    fields = (line for evidence in entry.evidence.values() for line in evidence.lines)
    return frozenset(fields) | {line for fact in entry.facts() for line in fact.lines}


def lacks_name(entry: Entry) -> bool:
    """Say whether an entry that needs title and organisation has only one, or none."""
    if entry.kind not in _OPENED_BY_NAMES or (entry.title and entry.organisation):
        return False
    return not experience.WORDS.alone(entry.title)


Sign = Callable[[Entry, Section, Cv, Sequence[Line]], bool]
"""Says whether an entry of a section has the sign."""


def signs() -> tuple[Sign, ...]:
    """Return all signs."""
    return (
        _has_name_below,
        _has_school_below,
        _has_line_below_items,
        _has_date_below,
        _has_date_among_terms,
        _is_named_by_text,
        _is_undated,
        _has_gaps,
    )


def _has_name_below(entry: Entry, _: Section, __: Cv, lines: Sequence[Line]) -> bool:
    """Say whether a missing name may be what was read as the first or last of what was done."""
    rows = [row for row in _rows(entry, lines) if lacks_name(entry)]
    return any(
        len(row.text.split()) <= _NAME_WORDS and not (row.bullet or row.sentence)
        for row in (*rows[:1], *rows[1:][-1:])
    )


def _has_school_below(entry: Entry, _: Section, __: Cv, lines: Sequence[Line]) -> bool:
    """Say whether what is said of a degree has another school in it."""
    return entry.kind is Kind.EDUCATION and any(
        lexicon.is_school(row.text) and not (row.bullet or row.sentence or ":" in row.text)
        for row in _rows(entry, lines)
    )


def _has_line_below_items(entry: Entry, _: Section, __: Cv, lines: Sequence[Line]) -> bool:
    """Say whether a line with a wide gap, as headers have them, stands below list items."""
    rows = list(_rows(entry, lines)) if entry.kind in _DATED - {Kind.CUSTOM} else []
    return any(
        above.bullet and "\t" in row.text and not (row.bullet or row.sentence)
        for above, row in pairwise(rows)
    )


def _has_date_below(entry: Entry, _: Section, __: Cv, lines: Sequence[Line]) -> bool:
    """Say whether what was done was read where another entry may begin, or this one is dated."""
    rows = [row for row in _rows(entry, lines) if row.found is not None]
    opened = entry.kind in _DATED and any(
        row.dated and row.found is not None and row.found.span and not row.bullet for row in rows
    )
    return opened or any(_is_date(row.text) for row in rows)


def _has_date_among_terms(entry: Entry, _: Section, __: Cv, ___: Sequence[Line]) -> bool:
    """Say whether a skill is a period."""
    return any(_is_date(term) and len(term.split()) > 1 for term in entry.terms)


def _is_named_by_text(entry: Entry, _: Section, __: Cv, ___: Sequence[Line]) -> bool:
    """Say whether a name of a role is as long as what is done in one, or the end of a sentence."""
    if entry.kind not in {Kind.WORK, Kind.VOLUNTEER}:
        return False
    long = any(len(name.split()) > _LONG_NAME for name in (entry.title, entry.organisation))
    return long or (entry.title[:1].islower() and entry.title.endswith("."))


def _is_undated(entry: Entry, section: Section, _: Cv, __: Sequence[Line]) -> bool:
    """Say whether a role has no dates where all others have."""
    others = [each.period for each in section.entries if each is not entry]
    return entry.kind is Kind.WORK and not entry.period and bool(others) and all(others)


def _has_gaps(entry: Entry, _: Section, cv: Cv, __: Sequence[Line]) -> bool:
    """Say whether pieces of several of its lines fit no field, or a period of one."""
    own = lines_of(entry)
    lost = [dates.find(fact.text) for fact in cv.left_over if not own.isdisjoint(fact.lines)]
    return len(lost) >= _FEWEST_LOST or any(found and found.span for found in lost)


def _is_date(text: str) -> bool:
    found = dates.find(text)
    return found is not None and found.period.raw == text


def _rows(entry: Entry, lines: Sequence[Line]) -> Iterator[Row]:
    """Yield the entry's facts as the page shows them, with wide gaps."""
    for fact in entry.facts():
        line = lines[fact.lines[0]]
        whole = fact.text == untab(line.text)
        yield Row(line.text if whole else fact.text, fact.lines, line, lines[fact.lines[-1]])
