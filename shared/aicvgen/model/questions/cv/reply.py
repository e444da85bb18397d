"""The shape of a reply about a CV: it says where things stand, and writes nothing itself."""

from aicvgen.domain.cv import Kind
from aicvgen.domain.value import Value
from aicvgen.model.questions.words import Words


class Lines(Value):
    """One paragraph or list item: these lines, the last one included."""

    first: int
    last: int


class Pointed(Value):
    """One entry: where its names, its dates and its text stand; empty where there is none."""

    kind: Kind
    heading: tuple[Words, ...] = ()
    """Of the section that the entry opens, if that stands among the lines."""
    title: tuple[Words, ...] = ()
    organisation: tuple[Words, ...] = ()
    location: tuple[Words, ...] = ()
    dates: tuple[Words, ...] = ()
    text: tuple[Lines, ...] = ()


class CvReply(Value):
    """All entries of the lines that were sent, in their order."""

    entries: tuple[Pointed, ...]
