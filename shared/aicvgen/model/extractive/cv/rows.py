"""Lines as the rules look at them, and wrapped lines put together again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from aicvgen.domain.cv import Fact
from aicvgen.domain.source import Format, Line, Role
from aicvgen.model.extractive.cv import dates
from aicvgen.model.extractive.cv.hyphens import join

_LOOSE = 1.9
"""Lines of one paragraph are never further apart than this many line heights."""
_INDENT = 2.0
_LONG = 60
_LIST_CHARS = 40
_LIST_SHARE = 0.7
_HEADER_CHARS = 100
_SENTENCE_WORDS = 9
_LABEL = re.compile(r"^[^\W\d_][\w &/()+-]{1,35}:(?:\s|$)")
_TERMINAL = (".", "!", "?", ":", ";")


@dataclass(frozen=True)
class Row:
    """One line, or a wrapped paragraph of several."""

    text: str
    lines: tuple[int, ...]
    line: Line
    """The first of the lines; says style and place."""
    last: Line

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

    @property
    def dated(self) -> bool:
        """Whether the row announces something by its date, and is no sentence with a year in it."""
        if self.found is None or (self.sentence and not self._dated_in_parentheses):
            return False
        return self.found.span or self.date_at_edge or self.text[self.found.start - 1] in "\t|("

    @property
    def date_at_edge(self) -> bool:
        """Whether the date opens or closes the row or a piece of it."""
        if self.found is None:
            return False
        before, after = self.text[: self.found.start], self.text[self.found.end :]
        return (
            not before.strip(" (")
            or not after.strip(" ).,")
            or before.rstrip(" ").endswith(("\t", "|"))
            or after.lstrip(" ").startswith(("\t", "|"))
        )

    @property
    def _dated_in_parentheses(self) -> bool:
        """Whether it is a header with a remark behind it: 'Cook, The Inn (2019 - 2021) Part time.'"""
        if self.found is None or not self.found.span or self.found.start > _HEADER_CHARS:
            return False
        return self.text[self.found.start - 1 : self.found.start] == "("

    @property
    def sentence(self) -> bool:
        """Whether the row reads like running text."""
        words = len(self.text.split())
        if words < _SENTENCE_WORDS or "\t" in self.text:
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


def unwrap(rows: Sequence[Row], form: Format, vocabulary: frozenset[str]) -> list[Row]:
    """Put list items and paragraphs that were broken over lines together again."""
    right = max((row.line.box[2] for row in rows if row.line.box), default=0.0)
    listed = _is_list(rows)
    whole: list[Row] = []
    for row in rows:
        if whole and _continues(whole[-1], row, form, right, listed=listed):
            before = whole[-1]
            whole[-1] = Row(
                join(before.text, row.text, vocabulary),
                before.lines + row.lines,
                before.line,
                row.line,
            )
        else:
            whole.append(row)
    return whole


def _is_list(rows: Sequence[Row]) -> bool:
    """Say whether the rows without bullet glyphs are list items all the same.

    Lines of running text mostly start in the middle of a sentence, list items never do.
    """
    plain = [row for row in rows if not row.bullet and len(row.text) >= _LIST_CHARS]
    capital = sum(not row.text[:1].islower() for row in plain)
    return len(plain) > 2 and capital > _LIST_SHARE * len(plain)  # noqa: PLR2004


def _continues(before: Row, row: Row, form: Format, right: float, *, listed: bool) -> bool:
    if row.bullet or row.line.role is Role.HEADING or before.line.role is Role.HEADING:
        return False
    if form is Format.DOCX or (_LABEL.match(row.text) and not before.text.endswith(",")):
        return False
    if form is Format.PDF:
        return _wraps_on_page(before, row, right, listed=listed)
    if before.bullet and row.line.level > before.line.level:
        return True
    lower = row.text[:1].islower()
    return lower and (before.bullet or len(before.last.text) >= _LONG)


def _wraps_on_page(before: Row, row: Row, right: float, *, listed: bool) -> bool:
    last, line = before.last, row.line
    if last.box is None or line.box is None or row.dated or "\t" in row.text:
        return False
    if abs(last.size - line.size) > 1 or (last.bold != line.bold and not before.bullet):
        return False
    if line.page == last.page:
        height = last.box[3] - last.box[1]
        if not 0 < line.box[1] - last.box[1] <= _LOOSE * height:
            return False
    hanging = (
        before.bullet and line.box[0] >= before.line.box[0] + _INDENT if before.line.box else False
    )
    if before.bullet and not hanging and not row.text[:1].islower():
        return False
    lower = row.text[:1].islower()
    if lower and len(last.text) >= _LIST_CHARS and not last.text.endswith(_TERMINAL):
        return True
    if not before.bullet and abs(line.box[0] - last.box[0]) > _INDENT and "\t" not in last.text:
        return False
    if hanging and (lower or not last.text.endswith(_TERMINAL)):
        return lower or _full(last, row.text, right) or last.text.endswith(",")
    if last.text.endswith(",") and not before.dated:
        return True
    if not _full(last, row.text, right):
        return False
    if before.bullet or lower:
        return True
    if listed and not last.text.endswith("-") and last.text.count(",") < 2:  # noqa: PLR2004
        return False
    return "\t" not in last.text and len(last.text) >= _LONG / 2 and not before.dated


def _full(last: Line, text: str, right: float) -> bool:
    """Say whether the next word would not have fitted on the line."""
    if last.box is None:
        return False
    per_char = (last.box[2] - last.box[0]) / max(len(last.text), 1)
    first_word = re.split(r"\s", text, maxsplit=1)[0]
    return last.box[2] + per_char * (len(first_word) + 1) > right - per_char
