"""The single statements of an ad, each with its topic; boilerplate is recognised and not used."""

import re
from typing import NamedTuple

from aicvgen.model.extractive.job.blocks import Block, Shape
from aicvgen.model.extractive.job.topics import Topic, topic_of_heading, topic_of_sentence
from aicvgen.model.extractive.sentences import sentences_of

_INLINE_HEADING = re.compile(r"^([^:.;]{3,40}):\s+(?=\S)")
_HEADING_WORDS = 8
_SHORTEST = 2
_WORD = re.compile(r"[^\W\d_]{2,}")


class Statement(NamedTuple):
    """One thing the ad says."""

    text: str
    topic: Topic | None


def statements_of(blocks: tuple[Block, ...]) -> tuple[Statement, ...]:
    """Return the statements of an ad in its order; headings only say what follows."""
    found = list[Statement]()
    section: Topic | None = None
    for index, block in enumerate(blocks):
        text = block.text
        announced = _announced(block) if 0 < index < len(blocks) - 1 else None
        if announced is not None or block.shape is Shape.HEADING:
            section = announced
            continue
        inline = _INLINE_HEADING.match(text)
        topic = topic_of_heading(inline[1]) if inline else None
        if inline and topic is not None:
            section = topic
            text = text[inline.end() :]
        found += [
            Statement(sentence, topic_of_sentence(sentence, section))
            for sentence in sentences_of(text)
            if len(_WORD.findall(sentence)) >= _SHORTEST or block.shape is Shape.BULLET
        ]
    return tuple(found)


def _announced(block: Block) -> Topic | None:
    """Return the topic of the section that this block opens, None if it opens none."""
    text = block.text.strip()
    if block.shape is Shape.HEADING:
        return topic_of_heading(text.rstrip(":"))
    if block.shape is Shape.BULLET or len(text.split()) > _HEADING_WORDS:
        return None
    if text.endswith((".", ";", ",", "!")):
        return None
    return topic_of_heading(text.rstrip(":"))
