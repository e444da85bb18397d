"""A line that is being put together from pieces of markup."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Piece:
    """What is known of the line so far."""

    text: str = ""
    links: list[str] = field(default_factory=list)
    plain: bool = False
    """Some of it is not bold."""
