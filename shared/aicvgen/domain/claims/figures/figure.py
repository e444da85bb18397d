"""A figure that follows from the figures of one text."""

from decimal import Decimal
from typing import NamedTuple

from aicvgen.domain.claims.text.reading import Word

CHANGE = frozenset({"by", ""})
END = frozenset({"to", ""})
START = frozenset({"from", ""})
ANY = frozenset({"by", "", "to", "from"})
PLAIN = frozenset({""})
"""The roles a figure may have; a change of a third is no change to a third."""
POINTS = frozenset({"%", "pp"})
TIMES = frozenset({"s", "day", "month"})


class Figure(NamedTuple):
    """One figure that can be computed."""

    value: Decimal
    unit: str
    """As of a quantity, or `each`, `all`, `rest` before it; `others`, `team`, `some` of several,
    `product` of a count and what each has, `speed`, `points` below a target."""
    roles: frozenset[str]
    bound: str
    things: tuple[Word, ...] = ()
    """What it counts, where the text says so."""
    parts: tuple[tuple[Word, ...], ...] = ()
    """What each of its summands counts, where they differ: managers, fitters."""
    period: str = ""
    """Of its rate."""
    way: str = ""
    """`above` or `below` what it is compared with, `up` or `down` from what it was."""
    years: tuple[int, ...] = ()
    """From which to which year it changed, where the text says so by two years alone."""
