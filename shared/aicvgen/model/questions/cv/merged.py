"""A CV with some of its lines read again; what neither reading places is still left over."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aicvgen.domain.cv import Cv, Doubt, Entry, Fact, Kind, Section
from aicvgen.domain.source import Line
from aicvgen.model.extractive.cv.entries.cells import Named
from aicvgen.model.extractive.cv.parse import doubts_of
from aicvgen.model.extractive.cv.remaining import entry_fields, facts_in_no_field
from aicvgen.model.questions.cv.doubtful import Stretch
from aicvgen.model.questions.cv.entries import Placed
from aicvgen.model.questions.cv.losses import check_nothing_lost
from aicvgen.model.questions.cv.signs import lines_of


@dataclass(frozen=True, slots=True)
class _Item:
    """A heading, an entry, or both: the CV in the order of the page, before it is in sections."""

    kind: Kind
    heading: Named | None
    entry: Entry | None

    @property
    def first(self) -> int:
        """The first line."""
        lines = [*(self.heading.lines if self.heading else ()), *_lines(self.entry)]
        return min(lines, default=0)


def merged(cv: Cv, again: Sequence[tuple[Stretch, Sequence[Placed]]], lines: Sequence[Line]) -> Cv:
    """Return the CV with the entries of these stretches in place of the rules' own.

    Raises ValueError where the new reading has less of the source than the one it replaces.
    """
    items = list(_items(cv.sections))
    for stretch, placed in again:
        items = _with(items, stretch, placed)
    read = cv.model_copy(update={"sections": tuple(_numbered(_sections(items)))})
    found = _with_left_over(read, lines)
    check_nothing_lost(cv, found, lines, {line for stretch, _ in again for line in stretch.lines})
    return found


def _items(sections: Sequence[Section]) -> Iterator[_Item]:
    for section in sections:
        first, *others = section.entries or (None,)
        yield _Item(section.kind, Named(section.heading, section.lines), first)
        for entry in others:
            yield _Item(section.kind, None, entry)


def _with(items: Sequence[_Item], stretch: Stretch, placed: Sequence[Placed]) -> list[_Item]:
    """Return the items with a stretch as it was read again."""
    new = [_Item(each.entry.kind, each.heading, each.entry) for each in placed]
    if not stretch.entries:
        at = sum(item.first < stretch.lines[0] for item in items)
        return [*items[:at], *new, *items[at:]]
    found = [at for at, item in enumerate(items) if item.entry in stretch.entries]
    first, last = found[0], found[-1]
    for item in items[first : last + 1]:
        if item.heading is not None and not _says(placed, item.heading):
            new = _headed(new, item.kind, item.heading)
    return [*items[:first], *new, *items[last + 1 :]]


def _says(placed: Sequence[Placed], heading: Named) -> bool:
    """Say whether what was a heading is now the name of something, or is pointed to as one."""
    for each in placed:
        pointed = [(each.heading.text, each.heading.lines)] if each.heading else []
        for text, lines in (*pointed, *entry_fields(each.entry)):
            if heading.text in text and not {*lines}.isdisjoint(heading.lines):
                return True
    return False


def _headed(items: Sequence[_Item], kind: Kind, heading: Named) -> list[_Item]:
    """Return the items with a heading above the first that stands below it."""
    first = min(heading.lines, default=-1)
    at = next((n for n, item in enumerate(items) if max(_lines(item.entry)) > first), len(items))
    if at == len(items):
        return [*items, _Item(kind, heading, None)]
    below = items[at].heading or Named("", ())
    both = Named(f"{heading.text} {below.text}".strip(), heading.lines + below.lines)
    return [*items[:at], replace(items[at], heading=both), *items[at + 1 :]]


def _lines(entry: Entry | None) -> frozenset[int]:
    return lines_of(entry) if entry is not None else frozenset()


def _sections(items: Sequence[_Item]) -> list[Section]:
    """Return the items in sections: another begins with a heading, or an entry of another kind."""
    found: list[Section] = []
    for item in items:
        entries = (item.entry,) if item.entry else ()
        if found and not (item.heading and item.heading.text) and found[-1].kind is item.kind:
            both = (*found[-1].entries, *entries)
            found[-1] = found[-1].model_copy(update={"entries": both})
        else:
            heading = item.heading or Named("", ())
            found.append(
                Section(kind=item.kind, heading=heading.text, entries=entries, lines=heading.lines)
            )
    return found


def _numbered(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the sections with the ids of entries and facts in the order of the document."""
    counts: Counter[Kind] = Counter()
    for section in sections:
        entries: list[Entry] = []
        for entry in section.entries:
            counts[section.kind] += 1
            entry_id = f"{section.kind.value}-{counts[section.kind]}"
            update = {
                "id": entry_id,
                "prose": tuple(_renamed(fact, entry_id) for fact in entry.prose),
                "items": tuple(_renamed(fact, entry_id) for fact in entry.items),
            }
            entries.append(entry.model_copy(update=update))
        yield section.model_copy(update={"entries": tuple(entries)})


def _renamed(fact: Fact, entry_id: str) -> Fact:
    number = fact.id.rpartition("/")[2]
    return fact.model_copy(update={"id": f"{entry_id}/{number}"})


def _with_left_over(cv: Cv, lines: Sequence[Line]) -> Cv:
    """Return the CV with what is left over now, and the doubts that are left."""
    placed = {line for entry in cv.entries() for line in lines_of(entry)}
    placed |= {line for section in cv.sections for line in section.lines}
    kept = [fact for fact in cv.left_over if placed.isdisjoint(fact.lines)]
    rest = facts_in_no_field(cv.model_copy(update={"left_over": tuple(kept)}), lines)
    left = tuple(
        fact.model_copy(update={"id": f"left-{number}"})
        for number, fact in enumerate((*kept, *rest), start=1)
    )
    where = {f"line {fact.lines[0] + 1}" for fact in left}
    doubts = [
        doubt for doubt in cv.doubts if doubt.where in where or doubt.where.startswith("contact.")
    ]
    told = {doubt.where for doubt in doubts}
    doubts += [
        Doubt(where=f"line {fact.lines[0] + 1}", why="A part of it fits no field.")
        for fact in rest
        if f"line {fact.lines[0] + 1}" not in told
    ]
    doubts += doubts_of(cv.sections)
    return cv.model_copy(update={"left_over": left, "doubts": tuple(doubts)})
