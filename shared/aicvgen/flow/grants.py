"""Grants: what a run may spend is taken before it begins and given back when it settled."""

from collections.abc import Sequence
from contextlib import suppress

from aicvgen import paths
from aicvgen.days import day_of
from aicvgen.domain.allowance import SHARDS, Grant, Limits, Purse, closed, parted, used
from aicvgen.domain.errors import Conflict
from aicvgen.domain.events import UNFINISHED, Event
from aicvgen.domain.ids import derive
from aicvgen.domain.run import Run
from aicvgen.ports import Create, Ports, Replace, Snapshot, Where, Write

_DAY, _MONTH = 10, 7
"""Letters of an ISO date that name the day, and the month."""
KEPT = 400 * 86400.0
"""Seconds for which a purse is kept after it was last written."""


def granted(ports: Ports, run: Run) -> tuple[Run, list[Write]]:
    """Return a run that begins with what it may spend, and the writes that take it.

    It may be less than a run usually gets, or nothing: then rules write what no money is left for.
    The writes end in a Conflict where somebody took from the same purse meanwhile.
    """
    limits = ports.limits
    if not limits.run:
        return run, []
    taken_from = purses_of(ports, run.owner, run.id, day_of(run.updated_at))
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
        *(written(path, purse.take(amount), was) for path, purse, was in taken_from),
    ]


Held = tuple[str, Purse, Snapshot | None]
"""A purse with its path, and how it was found; None for one that is to be created."""


def purses_of(ports: Ports, owner: str, taker: str, day: str) -> list[Held]:
    """Return the purses that must all have what is taken: one of the day's, and the owner's.

    `taker` is an id, by which the day's are shared out.
    """
    shard = _chosen(_shards(ports, day), taker, ports.limits.run)
    return [shard, *_owner_purse(ports, owner, day)]


def written(path: str, purse: Purse, was: Snapshot | None) -> Write:
    """Return the write of a purse that must be as it was found."""
    return Replace(path, purse, was.version) if was else Create(path, purse)


def _shards(ports: Ports, day: str) -> list[Held]:
    """Return the purses a day is parted into, made or cut anew by the first who finds them so."""
    places = [paths.purse(f"{day}.{shard:02}") for shard in range(SHARDS)]
    while True:
        *found, month = ports.store.read([*places, paths.purse(day[:_MONTH])])
        pairs = zip(places, found, strict=True)
        held: list[Held] = [(path, was.load(Purse), was) for path, was in pairs if was is not None]
        writes = _cut(ports.limits, day, held or _fresh(ports.limits, day, places), month)
        if not writes:
            return held
        with suppress(Conflict):  # somebody else cut them, or took from one
            # A commit of its own: a month outlives the run that opens one of its days.
            ports.store.commit(writes, expires_at=ports.now() + KEPT)


def _fresh(limits: Limits, day: str, places: Sequence[str]) -> list[Held]:
    number = min(len(places), max(limits.day // limits.run, 1))
    return [(path, Purse(period=day, whose="day", limit=0), None) for path in places[:number]]


def _cut(limits: Limits, day: str, held: Sequence[Held], found: Snapshot | None) -> list[Write]:
    """Return the writes after which a day's purses hold what it may spend now; none if they do.

    The settings may have changed since they were cut, and the month may have got money back.
    """
    purses = [purse for _, purse, _ in held]
    before = sum(purse.limit for purse in purses)
    month = _month(limits, day, found, before)
    may = limits.day if month is None else min(limits.day, before + month.limit - month.taken)
    cut = parted(purses, may)
    more = sum(purse.limit for purse in cut) - before
    fresh = month is not None and found is None
    if not more and not fresh and all(was for _, _, was in held):
        return []
    writes = [written(place, new, was) for new, (place, _, was) in zip(cut, held, strict=True)]
    if month is not None:
        after = month.model_copy(update={"taken": month.taken + more})
        writes.append(written(paths.purse(month.period), after, found))
    return writes


def _month(limits: Limits, day: str, found: Snapshot | None, before: int) -> Purse | None:
    """Return the day's month; one that nobody opened yet has given what the day has."""
    if limits.month is None:
        return None
    if found is None:
        return Purse(period=day[:_MONTH], whose="month", limit=limits.month, taken=before)
    return found.load(Purse).model_copy(update={"limit": limits.month})


def _chosen(shards: Sequence[Held], taker: str, wanted: int) -> Held:
    """Return a taker's own shard if it has enough, else the fullest."""
    own = shards[int(derive("shard", taker), 16) % len(shards)]
    return own if own[1].left >= wanted else max(shards, key=lambda held: held[1].left)


def _owner_purse(ports: Ports, owner: str, day: str) -> list[Held]:
    if ports.limits.owner_day is None:
        return []
    whose = derive("owner", owner)
    path = paths.purse(f"{day}.{whose}")
    (found,) = ports.store.read([path])
    fresh = Purse(period=day, whose=whose, limit=ports.limits.owner_day)
    purse = found.load(Purse).model_copy(update={"limit": fresh.limit}) if found else fresh
    return [(path, purse, found)]


def given_back(ports: Ports, run_id: str, revision: int) -> list[Write]:
    """Return the writes that close a grant: what its events did not spend goes back.

    There are none where no grant is open. What is still set aside for an attempt counts as spent.
    What events still might take is taken from them: a step that read them before would spend it.
    """
    if not ports.limits.run:
        return []
    (snapshot,) = ports.store.read([paths.grant(run_id, revision)])
    if snapshot is None or not snapshot.load(Grant).open:
        return []
    grant = snapshot.load(Grant)
    found = ports.store.find("events", Where("revision", "==", revision), under=paths.run(run_id))
    events = [(one, one.load(Event)) for one in found]
    spent = used([event for _, event in events])
    purses = ports.store.read(grant.purses)
    return [
        Replace(snapshot.path, grant.model_copy(update={"open": False}), snapshot.version),
        *(
            Replace(one.path, closed(event), one.version)
            for one, event in events
            if event.state in UNFINISHED and closed(event) != event
        ),
        *(
            Replace(purse.path, purse.load(Purse).settle(grant.amount, spent), purse.version)
            for purse in purses
            if purse is not None
        ),
    ]
