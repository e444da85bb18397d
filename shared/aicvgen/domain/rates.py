"""Shares of a count with how far they can be believed, and percentiles."""

from collections.abc import Sequence
from math import ceil, sqrt

from aicvgen.domain.value import Value

_Z = 1.959963984540054
"""Standard deviations that 95 % of a normal distribution lie within."""


class Rate(Value):
    """So many of so many, with the 95 % interval of Wilson's score for the true share."""

    count: int
    of: int
    share: float | None
    """None of nothing."""
    low: float
    high: float


def rate(count: int, of: int) -> Rate:
    """Return a rate; of nothing, all from 0 to 1 is possible."""
    if not of:
        return Rate(count=count, of=of, share=None, low=0.0, high=1.0)
    share, spread = count / of, _Z * _Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * sqrt((share * (1 - share) + spread / 4) / of)
    low = 0.0 if count == 0 else middle - half
    high = 1.0 if count == of else middle + half
    return Rate(count=count, of=of, share=share, low=low, high=high)


def percentile(values: Sequence[float], percent: float) -> float | None:
    """Return the smallest value that so many percent do not exceed; None of nothing."""
    if not values:
        return None
    return sorted(values)[max(ceil(percent / 100 * len(values)), 1) - 1]
