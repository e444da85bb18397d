"""The single statements of an ad, each with its topic; boilerplate is recognised and not used."""

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

from aicvgen.model.extractive.job.blocks import Block, Shape
from aicvgen.model.extractive.job.topics import Topic, topic_of_heading, topic_of_sentence
from aicvgen.model.extractive.sentences import clauses_of
from aicvgen.model.extractive.terms import terms_in

_INLINE_HEADING = re.compile(r"^([^:.;]{3,40}):\s+(?=\S)")
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]\s")
_HEADING_WORDS = 8
_SHORTEST = 2
_LONGEST = 1_000
"""Characters of a statement; no sentence of an ad has more."""
_WORD = re.compile(r"[^\W\d_]{2,}")


class Statement(NamedTuple):
    """One thing the ad says."""

    text: str
    topic: Topic | None


def statements_of(blocks: tuple[Block, ...], language: str) -> tuple[Statement, ...]:
    """Return the statements of an ad in its order; headings only say what follows."""
    found = list[Statement]()
    section: Topic | None = None
    for index, block in enumerate(blocks):
        text = block.text
        announced = (
            _announced(block, blocks[index + 1], language) if 0 < index < len(blocks) - 1 else None
        )
        below = announced is None and section is not None and _is_point(text)
        if announced is not None or (block.shape is Shape.HEADING and not below):
            section = announced
            continue
        inline = _INLINE_HEADING.match(text)
        topic = topic_of_heading(inline[1]) if inline else None
        if inline and topic is not None:
            section = topic
            text = text[inline.end() :]
        found += [
            Statement(sentence, _topic(sentence, section, block.shape))
            for sentence in _pieces(text)
            if len(_WORD.findall(sentence)) >= _SHORTEST or block.shape is Shape.BULLET
        ]
    return tuple(found)


def cut(text: str) -> tuple[str, ...]:
    """Return a text as it is, or between two words in parts where it goes on without end."""
    return (text,) if len(text) <= _LONGEST else tuple(wrap(text, _LONGEST, break_on_hyphens=False))


def _pieces(text: str) -> Iterator[str]:
    """Yield the sentences of a text, none of them endless."""
    for sentence in clauses_of(text):
        yield from cut(sentence)


def _topic(sentence: str, section: Topic | None, shape: Shape) -> Topic | None:
    """Return what a sentence says: a point in running text about the position is work to do."""
    topic = topic_of_sentence(sentence, section)
    listed = topic is None and section is Topic.MIXED and shape is Shape.BULLET
    return Topic.DUTY if listed else topic


def _is_point(text: str) -> bool:
    """Say whether a heading is a point of the section it stands in: numbered, or a sentence."""
    return _NUMBERED.match(text) is not None or (text.endswith(".") and len(text.split()) > 3)  # noqa: PLR2004


def _announced(block: Block, below: Block, language: str) -> Topic | None:
    """Return the topic of the section that this block opens, None if it opens none."""
    text = block.text.strip()
    if block.shape is Shape.HEADING:
        return topic_of_heading(text.rstrip(":"))
    if block.shape is Shape.BULLET or len(text.split()) > _HEADING_WORDS:
        return None
    if text.endswith((".", ";", ",", "!")):
        return None
    topic = topic_of_heading(text.rstrip(":"))
    alone = text[-1] != ":" and below.shape is not Shape.BULLET
    asks = alone and topic in {Topic.MUST, Topic.NICE} and terms_in(text, language)
    return None if asks else topic
