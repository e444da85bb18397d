"""A reply that comes in part by part, put together; whoever halts the run may end it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from aicvgen.model.service import NoAnswer, Reply, Stopped, Unheard, Usage


class Ending(StrEnum):
    """Why a model said no more; the value is the reason why there is no answer."""

    WHOLE = "whole"
    CUT_SHORT = "cut-short"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Part:
    """What came in at once."""

    text: str = ""
    ending: Ending | None = None
    usage: Usage | None = None
    """Of the whole reply so far."""


def joined(parts: Iterable[Part], stop: Callable[[], bool]) -> Reply:
    """Return the reply that these parts make; raises as `Service.complete` does.

    Once the model has ended nobody is asked to stop: what is left to hear is what it cost.
    """
    texts: list[str] = []
    usage, ending = Usage(), None
    for part in parts:
        texts.append(part.text)
        usage, ending = part.usage or usage, ending or part.ending
        if ending is None and stop():
            raise Stopped(usage)
    if ending is None:
        raise Unheard("The model service broke off its reply.", retry_after=0)
    if ending is not Ending.WHOLE:
        raise NoAnswer(ending.value, usage)
    return Reply("".join(texts), usage)
