"""What a service that runs a language model is asked, and what it says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from aicvgen.domain.errors import Unavailable
from aicvgen.domain.value import Value


@dataclass(frozen=True, slots=True)
class Ask:
    """One request."""

    model: str
    instruction: str
    material: str
    schema: str
    """JSON schema of the reply, as JSON."""
    temperature: float
    most_tokens: int
    """Of the reply, thoughts included."""
    thinking_tokens: int
    """Of these, at most so many for thoughts; 0 turns thinking off."""

    @property
    def worst(self) -> "Usage":
        """Return more tokens than a reply to this can cost: none is shorter than a byte."""
        sent = (self.instruction, self.material, self.schema)
        return Usage(prompt=sum(len(text.encode()) for text in sent), reply=self.most_tokens)


class Usage(Value):
    """Tokens as the service counted them."""

    prompt: int = 0
    """Cached ones included."""
    cached: int = 0
    reply: int = 0
    thoughts: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        """Return both together."""
        return Usage(
            prompt=self.prompt + other.prompt,
            cached=self.cached + other.cached,
            reply=self.reply + other.reply,
            thoughts=self.thoughts + other.thoughts,
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    text: str
    """JSON, not yet checked; what the model thought is not in it."""
    usage: Usage


class NoAnswer(Exception):  # noqa: N818  named for what happens next: somebody else answers
    """The service will not answer this, however often it is asked; `usage` was paid all the same.

    `str()` is the reason in one word: `blocked`, `cut-short`, `refused-400`, `malformed`.
    """

    def __init__(self, reason: str, usage: Usage = Usage()) -> None:  # noqa: B008  a frozen value
        super().__init__(reason)
        self.usage = usage


class Unheard(Unavailable):
    """The request was sent, its reply never came in full: it may have been answered, and paid."""


class Stopped(Exception):  # noqa: N818  named for what happened
    """Somebody halted the run meanwhile; `usage` was paid all the same, as far as it is known."""

    def __init__(self, usage: Usage) -> None:
        super().__init__("halted while the reply came in")
        self.usage = usage


class Service(Protocol):
    """Runs a language model somewhere."""

    def complete(self, ask: Ask, timeout: float, stop: Callable[[], bool]) -> Reply:
        """Return the reply, all of it within so many seconds.

        `stop` is asked at each part of the reply that comes in: True ends the request at once, so
        that nothing more is generated, and raises `Stopped`. Raises `Unavailable` where asking
        again later may help, with the service's own wish for when to come back (`Unheard` if this
        request may have been paid already), and `NoAnswer` where it will not.
        """

    def close(self) -> None:
        """Close what connections are open."""
