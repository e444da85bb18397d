"""What the sweep does about money: grants nobody closed, days that are over, and who is told."""

import logging
from collections import defaultdict
from contextlib import suppress

from aicvgen import paths
from aicvgen.days import day_of
from aicvgen.domain.allowance import ALERTS, NANO, Grant, Purse
from aicvgen.domain.errors import Conflict
from aicvgen.domain.run import Run
from aicvgen.flow.grants import KEPT, given_back
from aicvgen.flow.start import RETENTION
from aicvgen.ports import Ports, Replace, Snapshot, Where, Write

log = logging.getLogger(__name__)

_DAY = 86400.0
_LOOKED_BACK = 3
"""Days whose rest still goes back to their month: a sweep may have stood still for so long."""
_MONTH = 7
"""Letters of an ISO date that name the month."""


def look_after_money(ports: Ports) -> None:
    """Close what ended without closing its grant, give days back to their month, tell who asked."""
    if ports.limits.run:
        close_what_ended(ports)
        _tell(ports, day_of(ports.now()))


def close_what_ended(ports: Ports, *, days: int = _LOOKED_BACK) -> None:
    """Give back what ended runs left, and to their month what days that are over did not spend."""
    if not ports.limits.run:
        return
    _close_grants(ports)
    if ports.limits.month is not None:
        for back in range(1, days + 1):
            _close_day(ports, day_of(ports.now() - back * _DAY))


def _close_grants(ports: Ports) -> None:
    """Give back what runs left that settled, were superseded or are gone."""
    grants = [
        one.load(Grant) for one in ports.store.find("grants", Where("open", "==", value=True))
    ]
    found = ports.store.read([paths.run(grant.run_id) for grant in grants])
    for grant, snapshot in zip(grants, found, strict=True):
        run = snapshot.load(Run) if snapshot else None
        if run is None or run.revision != grant.revision or run.status.settled:
            with suppress(Conflict):  # somebody else just did, or took from the same purse
                writes = given_back(ports, grant.run_id, grant.revision)
                # No longer than its run: the same upload begins again once that has expired.
                ports.store.commit(writes, expires_at=grant.at + RETENTION)


def _close_day(ports: Ports, day: str) -> None:
    """Give what a day that is over did not spend back to its month."""
    (month,) = ports.store.read([paths.purse(day[:_MONTH])])
    if month is None:
        return
    purse, writes = month.load(Purse), list[Write]()
    for snapshot in ports.store.find("budgets", Where("period", "==", day)):
        shard = snapshot.load(Purse)
        if shard.whose == "day" and not shard.over and shard.taken == shard.spent:
            purse = purse.settle(shard.limit, shard.spent)
            over = shard.model_copy(update={"limit": shard.spent, "over": True})
            writes.append(Replace(snapshot.path, over, snapshot.version))
    if writes:
        with suppress(Conflict):
            writes.append(Replace(month.path, purse, month.version))
            ports.store.commit(writes, expires_at=ports.now() + KEPT)


def _tell(ports: Ports, day: str) -> None:
    """Say once per level how far a day, an owner or a month has spent what it may."""
    today = ports.store.find("budgets", Where("period", "==", day))
    months = [one for one in ports.store.read([paths.purse(day[:_MONTH])]) if one]
    by_whose = defaultdict[str, list[Snapshot]](list)
    for snapshot in today:
        by_whose[snapshot.load(Purse).whose].append(snapshot)
    of_day = sum(one.load(Purse).spent for one in by_whose["day"])
    for whose, snapshots in {**by_whose, "month": months}.items():
        if snapshots:
            _tell_one(ports, snapshots, of_day if whose == "month" else 0)


def _tell_one(ports: Ports, snapshots: list[Snapshot], besides: int) -> None:
    """Tell of the purses that make up one limit; the first of them keeps what was told."""
    purses = [one.load(Purse) for one in snapshots]
    first, limit = purses[0], sum(purse.limit for purse in purses)
    spent = sum(purse.spent for purse in purses) + besides
    reached = [level for level in ALERTS if spent * 100 >= level * limit and limit]
    if not reached or reached[-1] <= first.told:
        return
    told = Replace(
        snapshots[0].path, first.model_copy(update={"told": reached[-1]}), snapshots[0].version
    )
    try:
        ports.store.commit([told], expires_at=ports.now() + KEPT)
    except Conflict:
        return  # the purse just moved: the next sweep tells
    log.warning(
        "budget reached %d percent",
        reached[-1],
        extra={
            "period": first.period,
            "whose": first.whose,
            "percent": reached[-1],
            "spent_dollars": spent / NANO,
            "limit_dollars": limit / NANO,
        },
    )
