"""How a reply points: to a line by its number, and to words that stand in it."""

from aicvgen.domain.value import Value


class Words(Value):
    """Words as they stand in one line."""

    line: int
    text: str
