"""Tokens of a sentence: words, and numbers in digits."""

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?<!\w)\d+:\d+(?!\d)"
    r"|(?<!\w)(?:\d{1,3}(?:[\u00a0\u202f ]\d{3})++(?!\d)|\d++(?:[.,]\d++)*+)(?:(?:st|nd|rd|th)\b)?"
    r"|\.NET\b|\b[A-Za-z](?:\+\+|#)|\b[A-Z][A-Za-z]+\+(?![\w+])"
    r"|(?:[A-Z]\.){2,}|[a-z]\.[a-z]\.(?![a-z])|[A-Z]\.[A-Z][a-z]{1,3}\."
    r"|[^\W_]+(?:['\u2019][^\W_]+)?"
    r"|US\$|[$€£%]"
)
_POSSESSIVE = re.compile(r"['\u2019]s?$", re.IGNORECASE)
_CLOSING = re.compile(r"[,;:()\u2013\u2014.!?\u2022/]|\s-\s")


class Token(NamedTuple):
    """One word or number and where it stands."""

    text: str
    """Without a possessive ending."""
    low: str
    start: int
    end: int
    breaks: bool
    """Punctuation stands between it and the token before."""
    tied: bool
    """Nothing but a hyphen, or nothing at all, stands between it and the token before."""


def _is_in_name(gap: str, written: str) -> bool:
    """Tell the slash of S/4HANA from one between two words."""
    return gap == "/" and written[0].isdigit()


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text; a hyphen parts two, `C++`, `C#` and `.NET` are one."""
    found = list[Token]()
    end = 0
    for match in _TOKEN.finditer(text):
        written = _POSSESSIVE.sub("", match[0])
        if not written:
            continue
        gap = text[end : match.start()]
        found.append(
            Token(
                written,
                written.lower(),
                match.start(),
                match.end(),
                breaks=bool(_CLOSING.search(gap)) and end > 0 and not _is_in_name(gap, match[0]),
                tied=end > 0 and gap in {"", "-"},
            )
        )
        end = match.end()
    return tuple(found)
