"""Grants: what a run may spend is taken before it begins and given back when it settled."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime

from aicvgen import paths
from aicvgen.domain.allowance import SHARDS, Grant, Limits, Purse, used
from aicvgen.domain.errors import Conflict
from aicvgen.domain.events import Event
from aicvgen.domain.ids import derive
from aicvgen.domain.run import Run
from aicvgen.ports import Create, Ports, Replace, Snapshot, Where, Write

_DAY, _MONTH = 10, 7
"""Letters of an ISO date that name the day, and the month."""
KEPT = 400 * 86400.0
"""Seconds for which a purse is kept after it was last written."""


def day_of(now: float) -> str:
    """Return the ISO date of a moment, in UTC."""
    return datetime.fromtimestamp(now, UTC).date().isoformat()


def granted(ports: Ports, run: Run) -> tuple[Run, list[Write]]:
    """Return a run that begins with what it may spend, and the writes that take it.

    It may be less than a run usually gets, or nothing: then rules write what no money is left for.
    The writes end in a Conflict where somebody took from the same purse meanwhile.
    """
    limits = ports.limits
    if not limits.run:
        return run, []
    day = day_of(run.updated_at)
    shard = _chosen(_shards(ports, day), run.id, limits.run)
    taken_from = [shard, *_owner_purse(ports, run, day)]
    amount = min(limits.run, *(purse.left for _, purse, _ in taken_from))
    if not amount:
        return run, []
    grant = Grant(
        run_id=run.id,
        revision=run.revision,
        amount=amount,
        purses=tuple(path for path, _, _ in taken_from),
        at=run.updated_at,
    )
    return run.model_copy(update={"granted": amount, "unassigned": amount}), [
        Create(paths.grant(run.id, run.revision), grant),
        *(_written(path, purse.take(amount), was) for path, purse, was in taken_from),
    ]


_Held = tuple[str, Purse, Snapshot | None]
"""A purse with its path, and how it was found; None for one that is to be created."""


def _written(path: str, purse: Purse, was: Snapshot | None) -> Write:
    return Replace(path, purse, was.version) if was else Create(path, purse)


def _shards(ports: Ports, day: str) -> list[_Held]:
    """Return the purses a day is parted into, made by the first who asks."""
    limits = ports.limits
    number = min(SHARDS, max(limits.day // limits.run, 1))
    places = [paths.purse(f"{day}.{shard:02}") for shard in range(number)]
    month = paths.purse(day[:_MONTH])
    while True:
        *found, of_month = ports.store.read([*places, month])
        if any(found):
            pairs = zip(places, found, strict=True)
            return [(path, was.load(Purse), was) for path, was in pairs if was is not None]
        limit, taken = _of_month(limits, day, month, of_month)
        each = Purse(period=day, whose="day", limit=limit // number)
        writes = [*taken, *(Create(path, each) for path in places)]
        with suppress(Conflict):  # somebody else opened the day
            # A commit of its own: a month outlives the run that opens one of its days.
            ports.store.commit(writes, expires_at=ports.now() + KEPT)


def _of_month(
    limits: Limits, day: str, path: str, found: Snapshot | None
) -> tuple[int, list[Write]]:
    """Return what a day may spend, and the write that takes it from the month."""
    if limits.month is None:
        return limits.day, []
    fresh = Purse(period=day[:_MONTH], whose="month", limit=limits.month)
    month = found.load(Purse) if found else fresh
    limit = min(limits.day, month.left)
    return limit, [_written(path, month.take(limit), found)]


def _chosen(shards: Sequence[_Held], run_id: str, wanted: int) -> _Held:
    """Return a run's own shard if it has enough, else the fullest."""
    own = shards[int(derive("shard", run_id), 16) % len(shards)]
    return own if own[1].left >= wanted else max(shards, key=lambda held: held[1].left)


def _owner_purse(ports: Ports, run: Run, day: str) -> list[_Held]:
    if ports.limits.owner_day is None:
        return []
    whose = derive("owner", run.owner)
    path = paths.purse(f"{day}.{whose}")
    (found,) = ports.store.read([path])
    fresh = Purse(period=day, whose=whose, limit=ports.limits.owner_day)
    return [(path, found.load(Purse) if found else fresh, found)]


def given_back(ports: Ports, run_id: str, revision: int) -> list[Write]:
    """Return the writes that close a grant: what its events did not spend goes back.

    There are none where no grant is open. What is still set aside for an attempt counts as spent.
    """
    if not ports.limits.run:
        return []
    (snapshot,) = ports.store.read([paths.grant(run_id, revision)])
    if snapshot is None or not snapshot.load(Grant).open:
        return []
    grant = snapshot.load(Grant)
    events = ports.store.find("events", Where("revision", "==", revision), under=paths.run(run_id))
    spent = used([event.load(Event) for event in events])
    closed = grant.model_copy(update={"open": False})
    purses = ports.store.read(grant.purses)
    return [
        Replace(snapshot.path, closed, snapshot.version),
        *(
            Replace(purse.path, purse.load(Purse).settle(grant.amount, spent), purse.version)
            for purse in purses
            if purse is not None
        ),
    ]
