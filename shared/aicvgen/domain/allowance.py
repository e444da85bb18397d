"""Money a run may spend on models, handed down in parts: day → run → event → attempt.

Each part is taken off the whole before anything is spent from it, in the commit that creates what
may spend it. So no two spenders share a counter, and nothing is ever spent twice. All amounts are
whole nano-dollars.
"""

from collections.abc import Sequence

from aicvgen.domain import events
from aicvgen.domain.events import Event
from aicvgen.domain.value import Value

NANO = 1_000_000_000
"""Nano-dollars in a dollar."""
SHARDS = 16
"""Into so many purses a day is parted at most, so that many runs can begin at once."""
ALERTS = (75, 90, 100)
"""Percent of a purse's limit at which somebody is told."""
_ASKING = frozenset(
    {
        events.CV_RECEIVED,
        events.JOB_RECEIVED,
        events.DOCUMENTS_PARSED,
        events.SECTION_REQUESTED,
        events.SUMMARY_REQUESTED,
        events.DRAFT_COMPLETED,
    }
)
_EVENTS = 24
"""Of a run that ask a model, rarely exceeded: two documents, the match, eight sections, what rests
on them, the check, and two rounds of rewriting."""


class Limits(Value):
    """What may be spent; 0 in all of them: nothing, which costs nothing to keep."""

    run: int = 0
    day: int = 0
    owner_day: int | None = None
    """Of one owner's runs; None for no limit of its own."""
    month: int | None = None


class Purse(Value):
    """What may be spent from a day's shard, by an owner on a day, or in a month."""

    period: str
    """ISO day or month."""
    whose: str
    """`day`, `month`, or the hash of an owner."""
    limit: int
    taken: int = 0
    """Spent, or still in the hands of a run."""
    spent: int = 0
    told: int = 0
    """Percent of the last alert."""
    over: bool = False
    """The day has passed, and its month knows what it spent."""

    @property
    def left(self) -> int:
        """Return what may still be taken."""
        return max(self.limit - self.taken, 0)

    def take(self, amount: int) -> "Purse":
        """Return the purse after so much was taken; raises ValueError where it is not there."""
        if not 0 <= amount <= self.left:
            raise ValueError(f"{amount} cannot be taken from {self.left}")
        return self.model_copy(update={"taken": self.taken + amount})

    def settle(self, amount: int, spent: int) -> "Purse":
        """Return the purse after the taker of an amount said what it spent of it."""
        return self.model_copy(
            update={"taken": self.taken - amount + spent, "spent": self.spent + spent}
        )


def parted(purses: Sequence[Purse], total: int) -> list[Purse]:
    """Return a day's purses after they were cut anew, with the same left in each.

    Together they hold no more than the total, unless more of it was taken already. What cannot be
    parted equally is left out, so they stay as they are where they are cut like that.
    """
    taken = [min(purse.taken, purse.limit) for purse in purses]
    held = sum(purse.limit for purse in purses)
    wanted = max(total, sum(taken))
    if held <= wanted < held + len(purses):
        return list(purses)
    each = (wanted - sum(taken)) // len(purses)
    return [
        purse.model_copy(update={"limit": used + each, "told": 0})
        for purse, used in zip(purses, taken, strict=True)
    ]


class Grant(Value):
    """What one revision of a run took, and from which purses."""

    run_id: str
    revision: int
    amount: int
    purses: tuple[str, ...]
    """Paths of the purses it was taken from: all of it from each."""
    at: float
    open: bool = True


def handed_out(names: list[str], granted: int, unassigned: int) -> list[int]:
    """Return what each of a wave's events may spend of what its run was granted and still has.

    Events that ask no model get nothing, the others the same.
    """
    asking = sum(name in _ASKING for name in names)
    each = min(granted // _EVENTS, unassigned // asking) if asking else 0
    return [each if name in _ASKING else 0 for name in names]


def reserved(event: Event) -> Event:
    """Return the event with half of what it has left set aside for an attempt that begins.

    What an earlier attempt set aside and never settled, because its process died, counts as spent.
    """
    spent = event.spent + event.reserved
    half = (event.allowance - spent + 1) // 2
    return event.model_copy(update={"spent": spent, "reserved": half})


def settled(event: Event, left: int) -> Event:
    """Return the event after an attempt that left so much of what it had set aside.

    An attempt that set nothing aside leaves nothing: what lies there is of one that died.
    """
    spent = event.spent + event.reserved - left
    return event.model_copy(update={"spent": spent, "reserved": 0})


def closed(event: Event) -> Event:
    """Return the event with no more to spend than it has spent or set aside: the rest goes back."""
    return event.model_copy(update={"allowance": event.spent + event.reserved})


def used(found: list[Event]) -> int:
    """Return what a revision's events spent; what is still set aside counts as spent."""
    return sum(event.spent + event.reserved for event in found)
