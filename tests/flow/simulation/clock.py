"""Virtual time: what passes and what the wall clock shows are two things."""

_BEGINNING = 1_800_000_000.0


class SimClock:
    """A wall clock that can be set, over time that only passes."""

    def __init__(self) -> None:
        self.elapsed = 0.0
        """Seconds since the schedule began."""
        self._set = _BEGINNING

    def now(self) -> float:
        """Return what the wall clock shows, in seconds since 1970."""
        return self._set + self.elapsed

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.elapsed += seconds

    def jump(self, seconds: float) -> None:
        """Set the wall clock forward or, if negative, back."""
        self._set += seconds
