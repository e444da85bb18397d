"""What the contract tests store."""

from pydantic import Field

from aicvgen.domain.value import Value

LATER = 1_900_000_000.0


class Note(Value):
    """A document with a field of every kind."""

    text: str = ""
    count: int = 0
    share: float = 0.0
    done: bool = False
    hint: str | None = None


class Label(Value):
    """A document without the fields of a note."""

    label: str


class Part(Value):
    """A value within a value."""

    name: str
    numbers: tuple[tuple[int, ...], ...] = ()


class Tree(Value):
    """A document with values in values, as a CV has."""

    parts: tuple[Part, ...] = ()
    by_name: dict[str, Part | None] = Field(default_factory=dict)
    words: tuple[str, ...] = ()
    flag: bool = False
