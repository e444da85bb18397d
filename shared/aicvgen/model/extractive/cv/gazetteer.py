"""Known names of towns, regions and countries, from `places.txt`."""

import unicodedata
from functools import cache
from importlib.resources import files

_DATA = "places.txt"
NO, UNCLEAR, LIKELY, SURE = range(4)
"""How surely a text that is nothing but a name is a place; unclear names are words, too."""
_SCORES = {"countries": SURE, "regions": LIKELY, "sure": SURE, "likely": LIKELY, "unclear": UNCLEAR}
_WIDE = ("countries", "regions")
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "\u0131": "i",
        "’": "'",
    }
)


def known(name: str) -> int:
    """Return how surely a name, however spelt, is a place; NO where it is not known."""
    return _names().get(fold(name), NO)


def is_region(name: str) -> bool:
    """Say whether the name is a country or a part of one, in which an unknown town may lie."""
    return fold(name) in _regions()


def fold(text: str) -> str:
    """Return the text without case and accents."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFKD", folded).translate(_PLAIN)
    return "".join(char for char in parts if not unicodedata.combining(char))


@cache
def _names() -> dict[str, int]:
    names: dict[str, int] = {}
    for heading, lines in _sections().items():
        names |= dict.fromkeys(lines.split("\n"), _SCORES[heading])
    return names


@cache
def _regions() -> frozenset[str]:
    return frozenset(name for heading in _WIDE for name in _sections()[heading].split("\n"))


@cache
def _sections() -> dict[str, str]:
    """Return the lines under each heading of the file."""
    text = files(__package__).joinpath(_DATA).read_text("ascii")
    parts = (part.partition("]\n") for part in text.split("\n[")[1:])
    return {heading: body.rstrip("\n") for heading, _, body in parts}
