"""The scheduled sweep: what nobody answers any more is published again, what stands still joins."""

from dataclasses import dataclass

from aicvgen import paths
from aicvgen.domain.errors import Conflict
from aicvgen.domain.events import UNFINISHED, Event, EventState
from aicvgen.domain.records import Controls
from aicvgen.domain.run import Run, Status
from aicvgen.flow.join import join
from aicvgen.flow.writes import REPUBLISH_AFTER, publish
from aicvgen.ports import Ports, Replace, Snapshot, Where
from aicvgen.telemetry.traces import run_traceparent

LONGEST_GAP = 3600.0
"""Seconds; the gaps between publishing the same event again double up to this."""
BATCH = 500


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep found."""

    published: int
    joined: int


def sweep(ports: Ports) -> Swept:
    """Publish due events of running runs again and move on runs whose join was lost.

    Events of halted runs and leased ones before the lease's end are left alone.
    """
    (controls,) = ports.store.read([paths.CONTROLS])
    if controls is not None and controls.load(Controls).halted:
        return Swept(0, 0)
    return Swept(
        published=_publish_due(ports), joined=join_stalled(ports, idle_seconds=REPUBLISH_AFTER)
    )


def _publish_due(ports: Ports) -> int:
    now = ports.now()
    due = ports.store.find(
        "events",
        Where("state", "in", UNFINISHED),
        Where("due_at", "<=", now),
        order_by="due_at",
        limit=BATCH,
    )
    events = [(snapshot, snapshot.load(Event)) for snapshot in due]
    running = _running(ports, sorted({event.run_id for _, event in events}))
    published = 0
    for snapshot, event in events:
        if event.run_id in running and _postponed(ports, snapshot, event, now):
            publish(ports, [event])
            published += 1
    return published


def _running(ports: Ports, run_ids: list[str]) -> set[str]:
    found = ports.store.read([paths.run(run_id) for run_id in run_ids])
    runs = [snapshot.load(Run) for snapshot in found if snapshot is not None]
    return {run.id for run in runs if not run.halted}


def _postponed(ports: Ports, snapshot: Snapshot, event: Event, now: float) -> bool:
    """Set the time of the next publish; False if somebody just took or ended the event."""
    gap = min(REPUBLISH_AFTER * 2**event.republished, LONGEST_GAP)
    # A leased event that is due has lost its holder; the attempts keep the count.
    later = event.model_copy(
        update={
            "republished": event.republished + 1,
            "due_at": now + gap,
            "state": EventState.PENDING,
        },
    )
    try:
        ports.store.commit(
            [Replace(snapshot.path, later, snapshot.version)], expires_at=event.expires_at
        )
    except Conflict:
        return False
    return True


def join_stalled(ports: Ports, *, idle_seconds: float) -> int:
    """Ask the join of every run that has been in a joined status for a while."""
    stalled = ports.store.find(
        "runs",
        Where("status", "in", (Status.READING, Status.WRITING)),
        Where("updated_at", "<=", ports.now() - idle_seconds),
        order_by="updated_at",
        limit=BATCH,
    )
    for snapshot in stalled:
        run = snapshot.load(Run)
        join(ports, run.id, run.wave, run_traceparent(run))
    return len(stalled)
