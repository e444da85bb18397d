"""What the contract tests store."""

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
