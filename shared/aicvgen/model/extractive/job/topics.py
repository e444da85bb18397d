"""What a heading or a sentence of an ad is about: asked, welcome, work to do, or boilerplate."""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

_DATA = "cues.toml"
_ONE_HEADING_WORDS = 8
_ASKS = re.compile(
    r"\W*(?:experience|knowledge|understanding|ability|proficien|familiar|skills? in|kenntnisse|"
    r"erfahrung|expérience|connaissance|maîtrise|experiencia|conocimiento|esperienza|conoscenza|"
    r"experiência|conhecimento|ervaring|kennis)"
)
"""How a point among the requirements begins that asks, whatever else it names: 'privacy'."""


class Topic(StrEnum):
    """What a part of an ad says."""

    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    MIXED = "mixed"
    """Running text about the position: each of its sentences speaks for itself."""
    BOILERPLATE = "boilerplate"
    """Benefits, equal opportunity, how to apply, who the employer or the agency is."""


def topic_of_heading(text: str) -> Topic | None:
    """Return what a heading announces, or None where it is no heading we know."""
    if len(text.split()) > _ONE_HEADING_WORDS:
        return None
    return next(
        (topic for topic, cue in _cues("headings").items() if cue.search(text.lower())), None
    )


def topic_of_sentence(text: str, section: Topic | None) -> Topic | None:
    """Return what a sentence says, given the section it stands in; None where nothing tells."""
    cues = _cues("sentences")
    text = text.lower()
    asks = section is Topic.MUST and _ASKS.match(text) is not None
    for topic in (Topic.BOILERPLATE, Topic.NICE):
        if cues[topic].search(text) and not (asks and topic is Topic.BOILERPLATE):
            return topic
    if section not in {None, Topic.MIXED}:
        return section
    return next((topic for topic in (Topic.MUST, Topic.DUTY) if cues[topic].search(text)), None)


@cache
def _cues(group: str) -> Mapping[Topic, re.Pattern[str]]:
    data = tomllib.loads(files(__package__).joinpath(_DATA).read_text(encoding="utf-8"))
    return {Topic(topic): re.compile("|".join(patterns)) for topic, patterns in data[group].items()}
