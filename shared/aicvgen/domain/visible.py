"""Text without the characters that nobody sees: what a person cannot read, no program shall."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, TypeVar

from aicvgen.domain.value import Value

T = TypeVar("T")

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Cs"})
"""Controls, formats (zero width, direction, tags, soft hyphens), what is no character."""
_SPACE = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"
_BLANKS = frozenset({
    0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x3164, *range(0xFE00, 0xFE10),
    0xFFA0, *range(0xE0100, 0xE01F0),
})  # fmt: skip
"""What else Unicode lets a font ignore: fillers, joiners and selectors that count as letters."""
_EMPTY_BRAILLE = 0x2800
_PLAIN = re.compile(r"[ -\[\]-~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*")
"""Nearly all texts; a backslash is left out, for in JSON it may stand for what is not seen."""
_COMMON = "\u00ad\ufe0e\ufe0f\ufeff"
"""Where a word may be broken, how an emoji looks, how a file begins: no one hides text in these."""


class _Table(dict[int, int | str | None]):
    """What becomes of a character, found out when it is met."""

    def __missing__(self, code: int) -> int | str | None:
        self[code] = found = _shown(code)
        return found


def _shown(code: int) -> int | str | None:
    if code == _EMPTY_BRAILLE:
        return " "
    char = chr(code)
    if char in _SPACE:
        return code
    return None if code in _BLANKS or unicodedata.category(char) in _UNSEEN else code


_TABLE = _Table()


def is_plain(text: str) -> bool:
    """Say of a text, or of JSON, that `visible` changes nothing in it; False where it might."""
    return _PLAIN.fullmatch(text) is not None


def visible(text: str) -> str:
    """Return the text without invisible and bidirectional-control characters.

    Joiners, too, that some scripts need: what we read and print is Latin, Greek or Cyrillic.
    """
    return text if is_plain(text) else text.translate(_TABLE)


def unseen(text: str) -> int:
    """Return how many characters `visible` takes away that have no everyday reason to be there."""
    if text.isascii():
        return 0
    return sum(1 for char in text if char not in _COMMON and _is_hidden(char))


def _is_hidden(char: str) -> bool:
    return visible(char) != char and unicodedata.category(char) != "Cc"


def all_visible(value: T) -> T:
    """Return the same value with `visible` applied to every text in it, however deep."""
    return _all_visible(value)  # type: ignore[no-any-return]


def _all_visible(value: Any) -> Any:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, list | tuple):
        return type(value)(map(_all_visible, value))
    if isinstance(value, Mapping):
        return {_all_visible(key): _all_visible(each) for key, each in value.items()}
    if isinstance(value, Value):
        return type(value).model_validate(_all_visible(value.model_dump()))
    return value
