"""Cutting running text into its sentences."""

import re
from collections.abc import Iterator

_END = r"(?<=[.!?])\s+(?=[A-ZÄÖÜ0-9\"„“])"
_SENTENCE = re.compile(_END)
_STATEMENT = re.compile(rf"{_END}|;\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|bzw|ca|inkl|vs|Nr|No|Co|Dr|Prof|St|Mr|Mrs|Ms)"
    r"|\b(?:\w\. ?)+\w)\.$"
)


def sentences_of(text: str) -> Iterator[str]:
    """Yield the sentences of a text, without a word or a mark of change."""
    return _parts(text, _SENTENCE)


def clauses_of(text: str) -> Iterator[str]:
    """Yield the sentences of a text and, without the mark, the parts between semicolons."""
    return _parts(text, _STATEMENT)


def _parts(text: str, ends: re.Pattern[str]) -> Iterator[str]:
    rest = ""
    for piece in ends.split(text):
        joined = f"{rest} {piece}".strip()
        if _ABBREVIATION.search(joined):
            rest = joined
            continue
        rest = ""
        if joined:
            yield joined
    if rest:
        yield rest
