"""What an ad says under a label: 'Location: Leeds', a label over its value, a cell beside it."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from aicvgen.model.extractive.job.blocks import Block, Shape

_DATA = "labels.toml"
_MARKS = ' \t"„“”'
_LONGEST_BELOW = 20
"""Words of a value that stands under its label; a longer text is a section of its own."""


def labelled(field: str, blocks: tuple[Block, ...]) -> str:
    """Return what the first such label of the ad is followed by, as written, else nothing."""
    for at, block in enumerate(blocks):
        found = _labels()[field].match(block.text)
        if found is None:
            continue
        value = found["value"].strip(_MARKS)
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if not value and after is not None and _is_value(after, announced=bool(found["colon"])):
            value = after.text.strip(_MARKS)
        if value:
            return value
    return ""


def is_label(text: str) -> bool:
    """Say whether a line begins with a label of the position."""
    return any(
        found["value"] or found["colon"]
        for label in _labels().values()
        if (found := label.match(text))
    )


def _is_value(block: Block, *, announced: bool) -> bool:
    short = len(block.text.split()) <= (_LONGEST_BELOW if announced else _LONGEST_BELOW // 3)
    return block.shape is not Shape.HEADING and short and not is_label(block.text)


@cache
def _labels() -> Mapping[str, re.Pattern[str]]:
    data = tomllib.loads(files(__package__).joinpath(_DATA).read_text(encoding="utf-8"))
    return {
        field: re.compile(
            rf"^(?:{'|'.join(labels)})\s*(?:(?P<colon>:)\s*|\t\s*|$)(?P<value>.*)$", re.IGNORECASE
        )
        for field, labels in data.items()
    }
