"""The lines a reply may point to; what it says of them is believed only if it stands there."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import partial, reduce

from aicvgen.domain.source import Source
from aicvgen.model.extractive.cv import hyphens
from aicvgen.model.extractive.cv.entries.cells import Named
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.hiding import Hiding
from aicvgen.model.questions.cv.doubtful import Stretch
from aicvgen.model.questions.cv.reply import Lines
from aicvgen.model.questions.words import Words

_MOST_WORDS = 16
"""Of a name; what is longer is text."""


@dataclass(slots=True)
class Page:
    """The lines of one stretch, numbered from 1 as in the whole document."""

    source: Source
    stretch: Stretch
    hiding: Hiding
    vocabulary: hyphens.Vocabulary
    taken: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """What was pointed to before, by line: nothing is two things at once."""

    def shown(self) -> dict[int, str]:
        """Return the lines as they are sent."""
        return {line + 1: self.hiding.hide(self.source.lines[line].text) for line in self._lines}

    def named(self, words: Sequence[Words]) -> Named | None:
        """Return the words with their lines, None for no words.

        Raises ValueError for words that do not stand there, or stand in lines apart.
        """
        if not words:
            return None
        lines = [self._line(each.line) for each in words]
        first = self._lines.index(lines[0])
        if tuple(lines) != self._lines[first : first + len(lines)]:
            raise ValueError("what goes on over several lines stands in neighbouring ones")
        found = [self._found(line, each) for line, each in zip(lines, words, strict=True)]
        text = reduce(partial(hyphens.join, vocabulary=self.vocabulary), found)
        if len(text.split()) > _MOST_WORDS:
            raise ValueError(f"line {lines[0] + 1}: of more than {_MOST_WORDS} words it is text")
        return Named(text, tuple(lines))

    def rows(self, ranges: Sequence[Lines], below: int | None = None) -> list[Row]:
        """Return a row for each paragraph or list item; where the page sets a bullet, one begins.

        Beside them, in cells of their own, may stand dates and places. Lines between these, or
        between line `below` and these, that nothing was said of are rows, too. Raises ValueError
        for lines that were not sent, are in two ranges, or not below.
        """
        told: dict[int, int] = {}
        for at, each in enumerate(ranges):
            first, last = self._line(each.first), self._line(each.last)
            within = [line for line in self._lines if first <= line <= last]
            if not within or any(line in told or not self._rest(line) for line in within):
                raise ValueError(f"lines {each.first} to {each.last}: a line is one thing only")
            told |= dict.fromkeys(within, at)
        if below is not None and told and min(told) <= below:
            raise ValueError("names and dates of an entry stand above its text")
        rows: list[Row] = []
        before: int | None = None
        for line in self._whole(told, below):
            row, number = self._row(line), told.get(line)
            same = row.text[:1].islower() if number is None else number == before
            if rows and same and not row.bullet:
                rows[-1] = self._joined(rows[-1], row)
            else:
                rows.append(row)
            self.taken[line] = [(0, len(row.line.text))]
            before = number
        return rows

    def _whole(self, told: Collection[int], below: int | None) -> list[int]:
        """Return these lines and those between them that are nothing else."""
        if not told:
            return []
        start, end = min(told) if below is None else below, max(told)
        known = {*self.taken, *self.stretch.apart} - {*told}
        return [line for line in self._lines if start <= line <= end and line not in known]

    @property
    def _lines(self) -> tuple[int, ...]:
        return self.stretch.lines

    def _line(self, number: int) -> int:
        if number - 1 not in self._lines:
            raise ValueError(f"line {number} was not sent")
        return number - 1

    def _found(self, line: int, words: Words) -> str:
        """Return the words out of the line itself."""
        wanted = self.hiding.restore(words.text).strip()
        if not wanted:
            raise ValueError(f"line {words.line}: no words")
        source, taken = self.source.lines[line].text, self.taken.setdefault(line, [])
        for found in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", source):
            if all(found.end() <= start or end <= found.start() for start, end in taken):
                taken.append(found.span())
                return found[0]
        raise ValueError(f"line {words.line} does not have these words, or they are taken")

    def _rest(self, line: int) -> str:
        """Return a line without the cells that were pointed to; nothing where part of one was."""
        text, left = self.source.lines[line].text, list[str]()
        taken = self.taken.get(line, [])
        for cell in re.finditer(r"[^\t]+", text):
            inside = [span for span in taken if span[0] < cell.end() and cell.start() < span[1]]
            if not inside:
                left.append(cell[0])
            elif any(text[start:end] != cell[0].strip() for start, end in inside):
                return ""
        return "\t".join(left)

    def _row(self, line: int) -> Row:
        at = self.source.lines[line]
        return Row(self._rest(line), (line,), at, at)

    def _joined(self, before: Row, row: Row) -> Row:
        text = hyphens.join(before.text, row.text, self.vocabulary)
        return replace(before, text=text, lines=before.lines + row.lines, last=row.last)
