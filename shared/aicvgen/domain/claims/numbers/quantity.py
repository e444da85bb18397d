"""One number of a sentence with all that makes its meaning."""

from decimal import Decimal
from typing import NamedTuple


class Quantity(NamedTuple):
    """One number with its meaning."""

    value: Decimal
    """In base units: metres, seconds, plain euros; a fraction as percent."""
    unit: str
    """`%`, `pp`, `x` for multiples, a currency, a base unit or empty."""
    bound: str
    """`~` about, `<` nearly, `>` over, `≥` at least, `≤` at most, `-` one end of a range."""
    role: str
    """`from`, `to` or `by`, where the sentence says so."""
    plain: Decimal
    """As written, before its unit is counted in base units."""
    ordinal: bool
    fraction: bool
    first: int
    """Index of its first token."""
    last: int
    words: str
