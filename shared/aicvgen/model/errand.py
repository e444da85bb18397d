"""On whose behalf a model is asked: what that may spend, how long it may wait, when it stops."""

from collections.abc import Callable
from dataclasses import dataclass, field

from aicvgen.domain.records import Call


def _never() -> bool:
    return False


@dataclass(slots=True)
class Errand:
    """One attempt at one event, as far as a model needs to know of it."""

    run_id: str = ""
    allowance: int = 0
    """Nano-dollars it may spend."""
    until: float = 0.0
    """Seconds since 1970: so long it may come back to a service that is busy; then rules answer."""
    halted: Callable[[], bool] = _never
    """Whether somebody stopped the run meanwhile; asks the store, so not more often than needed."""
    calls: list[Call] = field(default_factory=list)
    """What was asked so far."""
    spent: int = 0
    """Of the allowance: what was paid, and what may have been."""

    @property
    def left(self) -> int:
        """Return what may still be spent."""
        return self.allowance - self.spent
