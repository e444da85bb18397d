"""What a service that runs a language model is asked, and what it says."""

from dataclasses import dataclass
from typing import Any, Protocol

from aicvgen.domain.value import Value


@dataclass(frozen=True, slots=True)
class Ask:
    """One request."""

    model: str
    instruction: str
    material: str
    schema: dict[str, Any]
    """JSON schema of the reply."""
    temperature: float
    most_tokens: int
    """Of the reply, thoughts included."""
    thinking_tokens: int
    """Of these, at most so many for thoughts; 0 turns thinking off."""


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


class Service(Protocol):
    """Runs a language model somewhere."""

    def complete(self, ask: Ask, timeout: float) -> Reply:
        """Return the reply within so many seconds.

        Raises `Unavailable` where asking again later may help, with the service's own wish for when
        to come back, and `NoAnswer` where it will not.
        """

    def close(self) -> None:
        """Close what connections are open."""
