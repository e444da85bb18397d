"""A document as it was read: lines with their place on the page, in reading order."""

from enum import StrEnum

from aicvgen.domain.cv import Cv
from aicvgen.domain.dropped import Dropped
from aicvgen.domain.value import Value


class Format(StrEnum):
    """The formats we read, recognised by content, not by file name."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    JSON_RESUME = "json-resume"


class Role(StrEnum):
    """What the format itself says a line is; `TEXT` where it says nothing."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"


class Line(Value):
    """One line of a document; its index in `Source.lines` is its identity."""

    text: str
    """Normalised text: NFC, no ligatures, private-use glyphs or invisible characters; bullet
    glyphs are removed and said by `role`. A tab is a wide gap: a margin column, a table cell."""
    page: int = 1
    """Page number from 1; formats without pages have one."""
    role: Role = Role.TEXT
    level: int = 0
    """Depth of a heading (1 = highest) or of a nested bullet (0 = top)."""
    size: float = 0.0
    """Font size in points; 0 where the format has none."""
    bold: bool = False
    italic: bool = False
    colour: str = ""
    """Of the text, as `rrggbb`; empty where the format has none or it is a pattern."""
    box: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom in points from the page's top left; None without pages."""
    spaced: bool = False
    """A blank line is above it, where lines have no boxes to tell."""
    links: tuple[str, ...] = ()
    """Addresses behind this line, for example of an icon."""
    turns: tuple[int, ...] = ()
    """Where in the text, behind a space, words start that are set in another type than those before
    them: heavier, slanted, larger or in another colour."""


class Source(Value):
    """One readable document."""

    format: Format
    lines: tuple[Line, ...]
    pages: int = 1
    structured: Cv | None = None
    """The reading itself, where the format already says what everything is (JSON Resume)."""
    dropped: tuple[Dropped, ...] = ()
    """What is not among the lines although it is in the file."""
