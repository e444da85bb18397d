"""Lines as the rules look at them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from aicvgen.domain.cv import Fact
from aicvgen.domain.source import Line, Role
from aicvgen.model.extractive.cv import dates

_HEADER_CHARS = 100
_SENTENCE_WORDS = 9
_TERMINAL = (".", "!", "?", ":", ";")
_EDGES = "\t|"
_PARTS = "·•|"
_DASHES = "–—"
_JOINTS = ",;·•–—-:"
"""What parts the pieces of a header where it stands on both sides."""


@dataclass(frozen=True)
class Row:
    """One line, or a wrapped paragraph of several."""

    text: str
    lines: tuple[int, ...]
    line: Line
    """The first of the lines; says style and place."""
    last: Line
    field: str = ""
    """What a label beside it says it is; empty where there is none."""

    @property
    def bullet(self) -> bool:
        """Whether it is a list item."""
        return self.line.role is Role.BULLET

    @property
    def style(self) -> tuple[float, bool, bool]:
        """Font size, boldness, capitals: rows of one function share it."""
        return (round(self.line.size), self.line.bold, self.text.isupper())

    @cached_property
    def found(self) -> dates.Found | None:
        """The period written in the row."""
        return dates.find(self.text)

    @cached_property
    def dated(self) -> bool:
        """Whether the row announces something by its date, and is no sentence with a year in it."""
        if self.found is None or (self.sentence and not self._heads_sentence):
            return False
        return self.found.span or self.date_at_edge

    @property
    def date_at_edge(self) -> bool:
        """Whether the date opens or closes the row or a piece of it."""
        if self.found is None:
            return False
        before = self.text[: self.found.start].rstrip(" ([")
        after = self.text[self.found.end :].lstrip(" )].,")
        if not before or not after or before[-1] in _EDGES or after[0] in _EDGES:
            return True
        return before[-1] in _JOINTS and self.text[self.found.end :].lstrip(" )]")[:1] in _JOINTS

    @property
    def _heads_sentence(self) -> bool:
        """Whether it is a header of several lines, or one with a remark behind it.

        For example '2019 - 2021. Cook, The Inn, Old Town' or 'Cook, The Inn (2019 - 2021) Left.'
        """
        if self.found is None or not self.found.span:
            return False
        if self._ends_with_period:
            return True
        if self.found.start > _HEADER_CHARS:
            return False
        if self.found.start == 0 and not self.text.rstrip().endswith(_TERMINAL):
            return True
        return self.text[self.found.start - 1 : self.found.start] == "("

    @property
    def _ends_with_period(self) -> bool:
        """Whether it is a header of two lines with its period last: 'Cook, The Inn — 2019–2021'."""
        if self.found is None or len(self.text.split()) > 2 * _SENTENCE_WORDS:
            return False
        before = self.text[: self.found.start].rstrip()
        return self.found.end == len(self.text) and before[-1:] in {*_PARTS, *_DASHES}

    @property
    def _dated_between_names(self) -> bool:
        """Whether a period is one of the pieces: 'BSc Physics · 2010 – 2013 · York'."""
        found = self.found
        if found is None or not found.span or self.text.endswith("."):
            return False
        before, after = self.text[: found.start].rstrip(), self.text[found.end :].lstrip()
        return bool(before and after) and (before[-1] in _PARTS or after[0] in _PARTS)

    @cached_property
    def sentence(self) -> bool:
        """Whether the row reads like running text."""
        words = len(self.text.split())
        if words < _SENTENCE_WORDS or "\t" in self.text or self._dated_between_names:
            return False
        return (
            self.text.rstrip().endswith(_TERMINAL)
            or len(self.lines) > 1
            or words > 2 * _SENTENCE_WORDS
        )

    def with_text(self, text: str) -> "Row":
        """Return the row with another text, for example without its inline heading."""
        return replace(self, text=text)

    def fact(self, entry: str, number: int) -> Fact:
        """Return the row as a fact of an entry."""
        return Fact(id=f"{entry}/{number}", text=untab(self.text), lines=self.lines)


def untab(text: str) -> str:
    """Return the text with wide gaps closed."""
    return text.replace("\t", " ").strip()


def of(lines: Iterable[Line]) -> list[Row]:
    """Return a row for each line."""
    return [Row(line.text, (index,), line, line) for index, line in enumerate(lines)]
