"""Cutting running text into its sentences."""

import re
from collections.abc import Iterator

_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ0-9\"„“])|;\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|bzw|ca|inkl|vs|Nr|No|Co|Dr|Prof|St|Mr|Mrs|Ms)"
    r"|\b(?:\w\. ?)+\w)\.$"
)


def sentences_of(text: str) -> Iterator[str]:
    """Yield the sentences of a text and the parts between semicolons, without a word of change."""
    rest = ""
    for piece in _BREAK.split(text):
        joined = f"{rest} {piece}".strip()
        if _ABBREVIATION.search(joined):
            rest = joined
            continue
        rest = ""
        if joined:
            yield joined
    if rest:
        yield rest
