"""What a document says to a computer is set aside before anything else reads the document."""

from collections.abc import Iterator, Sequence
from typing import Any

from aicvgen.domain.addressed import LONG, Span, addressed, hints_in, without
from aicvgen.domain.counted import counted
from aicvgen.domain.dropped import Dropped
from aicvgen.domain.source import Format, Line, Role

ADDRESSED = "It reads like an instruction to a computer: it was taken for text and left out."
_FULL = 0.95
"""A line goes on below where with the next word it would be this share of the longest one."""
_CLOSE = 1.8
"""Heights from one line of a paragraph to the next, at most."""
_ENDS = (".", "!", "?", ":", ";")
_WRAPPED = frozenset({Format.PDF, Format.TEXT})
"""Formats whose lines are those of the page; a line of the others is a paragraph."""


def from_lines(lines: Sequence[Line], form: Format) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """Return the lines without what they say to a computer, and what that was."""
    hints = hints_in("\n".join(line.text for line in lines))
    if not hints:
        return tuple(lines), ()
    kept: list[Line] = []
    dropped: list[Dropped] = []
    at = 0
    for paragraph in _paragraphs(lines, form):
        text = " ".join(line.text for line in paragraph)
        spans = addressed(text, hints)
        dropped += (
            Dropped(
                where=f"line {_line_at(paragraph, start) + at + 1}",
                why=ADDRESSED,
                text=text[start:end],
            )
            for start, end in spans
        )
        kept += _cut(paragraph, spans) if spans else paragraph
        at += len(paragraph)
    return tuple(kept), tuple(dropped)


def from_json(value: Any) -> tuple[Any, tuple[Dropped, ...]]:
    """Return parsed JSON without what its texts say to a computer, and what that was."""
    dropped: list[Dropped] = []

    def walked(each: Any, where: str) -> Any:
        if isinstance(each, dict):
            return {key: walked(child, f"{where}.{key}") for key, child in each.items()}
        if isinstance(each, list):
            return [walked(child, where) for child in each]
        spans = addressed(each) if isinstance(each, str) else ()
        dropped.extend(
            Dropped(where=where.removeprefix("."), why=ADDRESSED, text=each[start:end])
            for start, end in spans
        )
        return without(each, spans) if spans else each

    return walked(value, ""), tuple(dropped)


def from_elsewhere(where: str, texts: Sequence[str]) -> tuple[Dropped, ...]:
    """Return a note if texts that no reader sees hold instructions; they are not quoted."""
    count = sum(len(text.split()) for text in texts if addressed(text))
    why = f"{counted(count, 'word')} that read like an instruction to a computer"
    return (Dropped(where=where, why=why),) if count else ()


def _paragraphs(lines: Sequence[Line], form: Format) -> Iterator[list[Line]]:
    """Yield the lines that one sentence may go on over."""
    widest = max(map(_width, lines), default=0.0) if form in _WRAPPED else 0.0
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not (widest and _goes_on(paragraph[-1], line, widest)):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(above: Line, line: Line, widest: float) -> bool:
    alike = (above.page, above.size, above.bold) == (line.page, line.size, line.bold)
    if line.spaced or line.role is not Role.TEXT or not alike or _are_parted(above, line):
        return False
    first = line.text.split(" ", 1)[0]
    if len(first) >= LONG or above.text.endswith(_ENDS):
        return len(first) >= LONG
    wide = _width(above) * (1 + len(first) / len(above.text))
    return line.text[:1].islower() or wide >= _FULL * widest


def _are_parted(above: Line, line: Line) -> bool:
    if above.box is None or line.box is None:
        return False
    return not 0 <= line.box[3] - above.box[3] <= _CLOSE * (line.box[3] - line.box[1])


def _width(line: Line) -> float:
    return line.box[2] - line.box[0] if line.box else float(len(line.text))


def _line_at(paragraph: Sequence[Line], place: int) -> int:
    """Return which line of a paragraph a place in its text is on."""
    ends = 0
    for number, line in enumerate(paragraph):
        ends += len(line.text) + 1
        if place < ends:
            return number
    return len(paragraph) - 1


def _cut(paragraph: Sequence[Line], spans: Sequence[Span]) -> Iterator[Line]:
    """Yield what the lines of a paragraph say beside these places of its text."""
    start = 0
    for line in paragraph:
        end = start + len(line.text)
        here = tuple(
            (max(first, start) - start, min(last, end) - start)
            for first, last in spans
            if first < end and last > start
        )
        text = without(line.text, here)
        if text:
            yield line.model_copy(update={"text": text, "turns": ()}) if here else line
        start = end + 1
