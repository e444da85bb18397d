"""After a death: leases of processes that are gone end now, and what waits is published again."""

from aicvgen import paths
from aicvgen.domain.errors import Conflict
from aicvgen.domain.events import UNFINISHED, Event, EventState
from aicvgen.flow.sweep import join_stalled
from aicvgen.flow.writes import publish
from aicvgen.local.home import Home
from aicvgen.ports import Replace, Snapshot, Where

_ALL = 1_000_000
_SURELY_DEAD = 3600.0
"""Seconds after which a half-written file has nobody who writes it."""


def recover(home: Home, run_id: str = "", *, idle: bool = False) -> int:
    """Take up what earlier processes left, of one run or of all; return how many events wait.

    A lease would end by itself; knowing that its holder is dead saves the wait. `idle` says that
    this process works on nothing, so that leases of its own are left-overs too.
    """
    unfinished = home.ports.store.find(
        "events",
        Where("state", "in", UNFINISHED),
        under=paths.run(run_id) if run_id else "",
        limit=_ALL,
    )
    if not run_id:
        home.files.remove_leftovers(home.ports.now() - _SURELY_DEAD)
        home.presence.remove_dead()
    waiting = [event for snapshot in unfinished if (event := _freed(home, snapshot, idle=idle))]
    # What died with a process goes last: if it was the cause, the others are done before it kills
    # again; if it was a bystander, the next death hits somebody else.
    publish(home.ports, sorted(waiting, key=lambda event: event.attempts))
    join_stalled(home.ports, idle_seconds=0)
    return len(waiting)


def held_elsewhere(home: Home, run_id: str) -> bool:
    """Return whether another living process works on an event of this run."""
    leased = home.ports.store.find(
        "events", Where("state", "in", UNFINISHED), under=paths.run(run_id)
    )
    holders = {snapshot.load(Event).holder for snapshot in leased} - {"", home.presence.name}
    return any(home.presence.alive(holder) for holder in holders)


def _freed(home: Home, snapshot: Snapshot, *, idle: bool) -> Event | None:
    event = snapshot.load(Event)
    if event.state is not EventState.LEASED:
        return event if event.state is EventState.PENDING else None
    if not (idle and event.holder == home.presence.name) and home.presence.alive(event.holder):
        return None
    now = home.ports.now()
    free = event.model_copy(update={"state": EventState.PENDING, "due_at": now})
    try:
        write = Replace(snapshot.path, free, snapshot.version)
        home.ports.store.commit([write], expires_at=event.expires_at)
    except Conflict:
        return None  # somebody answered it meanwhile
    return free
