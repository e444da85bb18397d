"""Which lines of a CV the rules are not sure of: those alone are worth a question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from aicvgen.domain.cv import Cv, Entry, Fact, Kind, Section
from aicvgen.domain.source import Line
from aicvgen.model.extractive.cv import furniture, labels, places, reach
from aicvgen.model.extractive.cv.rows import untab
from aicvgen.model.questions.cv.signs import lacks_name, lines_of, signs

_FEWEST_LEFT = 3
"""So many lines one below the other that fit nowhere are a section whose heading nobody knows."""
_BESIDE_NAMES = ("location", "period", "area", "grade")
_CONTACT = ("name", "email", "phone", "location", "url", "profiles")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines to be read again, and what the rules took them for."""

    lines: tuple[int, ...]
    entries: tuple[Entry, ...] = ()
    """None for lines that are left over."""
    headings: frozenset[int] = frozenset()
    """Those of the lines that the rules took for headings."""
    heading: str = ""
    """What they stand below, if that is not among them."""

    @property
    def apart(self) -> frozenset[int]:
        """Those of the lines that are no text of an entry unless a reply says so."""
        found = (entry.evidence.get(field) for entry in self.entries for field in _BESIDE_NAMES)
        return self.headings | {line for evidence in found if evidence for line in evidence.lines}


def doubtful(cv: Cv, lines: Sequence[Line]) -> tuple[Stretch, ...]:
    """Return what a second reading may read better; nothing in most documents.

    That is an entry with a sign that it has words of another field or entry, or that its own stand
    elsewhere (see `signs`), together with its doubtful neighbours; and several lines one below the
    other that are left over. Where a field is missing and no line could fill it, nothing is
    doubtful: the document does not say it. References are left alone: they name other people.
    """
    found = (*_read(cv, lines), *_left_over(cv, lines))
    return tuple(sorted(found, key=lambda stretch: stretch.lines))


def _read(cv: Cv, lines: Sequence[Line]) -> Iterator[Stretch]:
    """Yield neighbouring entries that are doubtful, over the borders of sections."""
    every = [(section, entry) for section in cv.sections for entry in section.entries]
    doubted = {
        entry.id
        for section, entry in every
        if section.kind is not Kind.REFERENCES
        and any(sign(entry, section, cv, lines) for sign in signs())
    }
    for (_, above), (_, entry) in pairwise(every):
        if lacks_name(entry) and above.kind is entry.kind and not any(above.facts()):
            doubted |= {above.id, entry.id}
    for unsure, run in groupby(every, key=lambda one: one[1].id in doubted):
        if unsure:
            yield _stretch(list(run), cv, lines)


def _stretch(run: Sequence[tuple[Section, Entry]], cv: Cv, lines: Sequence[Line]) -> Stretch:
    """Return the lines of neighbouring entries with their headings and what is left over between.

    The employer of an earlier role, which these only repeat, stays where it is.
    """
    entries = tuple(entry for _, entry in run)
    every = list(cv.entries())
    above = {line for entry in every[: every.index(entries[0])] for line in lines_of(entry)}
    own = {line for entry in entries for line in lines_of(entry)} - above
    opened = [section for section, entry in run if entry is section.entries[0]]
    headings = frozenset(line for section in opened for line in section.lines) - own
    left = {line for fact in cv.left_over for line in fact.lines} - furniture.find(lines)
    between = {line for line in left if min(own) < line < max(own)}
    above_all = "" if run[0][1] is run[0][0].entries[0] else run[0][0].heading
    return Stretch(tuple(sorted(own | headings | between)), entries, headings, above_all)


def _left_over(cv: Cv, lines: Sequence[Line]) -> Iterator[Stretch]:
    """Yield runs of lines that are left over as a whole, none with personal details."""
    running = furniture.find(lines)
    whole = [fact for fact in cv.left_over if _is_whole(fact, lines) and not _is_personal(fact)]
    left = sorted({line for fact in whole for line in fact.lines} - running)
    read = (cv.contact.evidence.get(field) for field in _CONTACT)
    contact = {line for evidence in read if evidence for line in evidence.lines}
    run: list[int] = []
    for line, after in pairwise((*left, len(lines) + 1)):
        run.append(line)
        if after != line + 1:
            if len(run) >= _FEWEST_LEFT and line + 1 not in contact and cv.contact.name:
                yield Stretch(tuple(run))
            run = []


def _is_whole(fact: Fact, lines: Sequence[Line]) -> bool:
    return len(fact.lines) == 1 and fact.text == untab(lines[fact.lines[0]].text)


def _is_personal(fact: Fact) -> bool:
    """Say whether a line is a detail of the person: 'Date of birth: …', an address."""
    return bool(
        labels.split(fact.text)[0]
        or any(True for _ in reach.spans(fact.text))
        or places.is_address(fact.text)
    )
