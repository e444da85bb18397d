"""How the result looks and in which formats it comes: what a person may choose."""

import re
from typing import Annotated, Final, Literal, get_args

from pydantic import AfterValidator

from aicvgen.domain.value import Value

Template = Literal["classic", "compact", "modern"]
Paper = Literal["a4", "letter"]
Font = Literal["libertine", "lato"]
FileFormat = Literal["pdf", "docx", "md", "txt", "json"]
TEMPLATES: Final[tuple[Template, ...]] = get_args(Template)
PAPERS: Final[tuple[Paper, ...]] = get_args(Paper)
FONTS: Final[tuple[Font, ...]] = get_args(Font)
FORMATS: Final[tuple[FileFormat, ...]] = get_args(FileFormat)

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_LEAST_CONTRAST = 4.5
"""Of text on white, by WCAG 2.2 AA."""
_DARK = 0.04045
_CHANNELS = ((1, 0.2126), (3, 0.7152), (5, 0.0722))
"""Where red, green and blue stand in `#rrggbb`, and how bright each looks."""


def readable_accent(value: str) -> str:
    """Return the accent colour in small letters; empty stands for the template's own.

    Raises ValueError, saying what is possible, for anything that is no colour or too light to be
    read on white.
    """
    colour = value.strip().casefold()
    if colour and not _COLOUR.fullmatch(colour):
        raise ValueError("write the accent colour as #rrggbb, for example #1b4f72")
    if colour and contrast(colour) < _LEAST_CONTRAST:
        raise ValueError(
            "the accent colour is too light to be read on white paper: choose a darker one, for"
            " example #1b4f72"
        )
    return colour


def contrast(colour: str) -> float:
    """Return the contrast of a colour `#rrggbb` with white, from 1 to 21, as WCAG defines it."""
    luminance = sum(share * _linear(int(colour[at : at + 2], 16)) for at, share in _CHANNELS)
    return 1.05 / (luminance + 0.05)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= _DARK else float(((share + 0.055) / 1.055) ** 2.4)


Accent = Annotated[str, AfterValidator(readable_accent)]


class Look(Value):
    """Template, paper, font and colour of the result."""

    template: Template = "classic"
    paper: Paper = "a4"
    font: Font | None = None
    """None: the template's own."""
    accent: Accent = ""
    """As `#rrggbb`; empty for the template's own."""
