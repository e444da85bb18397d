"""The scheduled sweep: what nobody answers any more is published again, what stands still joins."""

from contextlib import suppress
from dataclasses import dataclass

from aicvgen import paths
from aicvgen.domain.errors import Conflict
from aicvgen.domain.events import UNFINISHED, Event, EventState
from aicvgen.domain.records import Controls
from aicvgen.domain.run import Run, Status
from aicvgen.flow.failure import bury
from aicvgen.flow.join import join
from aicvgen.flow.load import Loaded
from aicvgen.flow.record import Attempt
from aicvgen.flow.spending import look_after_money
from aicvgen.flow.writes import REPUBLISH_AFTER, publish
from aicvgen.ports import Ports, Replace, Snapshot, Where
from aicvgen.telemetry.traces import agent_span, run_traceparent

LONGEST_GAP = 3600.0
"""Seconds; the gaps between publishing the same event again double up to this."""
MOST_PUBLISHED = 12
"""With the gaps above, about six hours without an answer; then the event is dead."""
BATCH = 500
MOST_STALLED = 10_000


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
    look_after_money(ports)
    return Swept(
        published=_publish_due(ports), joined=join_stalled(ports, idle_seconds=REPUBLISH_AFTER)
    )


def _publish_due(ports: Ports) -> int:
    due = ports.store.find(
        "events",
        Where("state", "in", UNFINISHED),
        Where("due_at", "<=", ports.now()),
        order_by="due_at",
        limit=BATCH,
    )
    events = [(snapshot, snapshot.load(Event)) for snapshot in due]
    runs = _runs(ports, sorted({event.run_id for _, event in events}))
    published = 0
    for snapshot, event in events:
        run = runs.get(event.run_id)
        if run is None or run.load(Run).halted:
            # Out of the way of others until the next look; a resume publishes it itself.
            _postponed(ports, snapshot, event, LONGEST_GAP)
        elif event.republished >= MOST_PUBLISHED:
            _give_up(ports, run, snapshot, event)
        elif _postponed(ports, snapshot, event, _gap(event), republished=event.republished + 1):
            publish(ports, [event])
            published += 1
    return published


def _runs(ports: Ports, run_ids: list[str]) -> dict[str, Snapshot]:
    found = ports.store.read([paths.run(run_id) for run_id in run_ids])
    return {
        run_id: snapshot
        for run_id, snapshot in zip(run_ids, found, strict=True)
        if snapshot is not None
    }


def _gap(event: Event) -> float:
    return min(REPUBLISH_AFTER * 2.0**event.republished, LONGEST_GAP)


def _postponed(
    ports: Ports, snapshot: Snapshot, event: Event, gap: float, **changes: object
) -> bool:
    """Set the time of the next look; False if somebody just took or ended the event."""
    # A leased event that is due has lost its holder; the attempts keep the count.
    free = {"state": EventState.PENDING, "due_at": ports.now() + gap}
    later = event.model_copy(update=free | changes)
    try:
        ports.store.commit(
            [Replace(snapshot.path, later, snapshot.version)], expires_at=event.expires_at
        )
    except Conflict:
        return False
    return True


def _give_up(ports: Ports, run: Snapshot, snapshot: Snapshot, event: Event) -> None:
    """Bury an event that was published for hours and never answered, not even by an error.

    A light agent whose process is killed every time ends here: it took no lease to count by.
    """
    state = run.load(Run)
    with agent_span(ports.tracer, "sweep", state, event) as span:
        loaded = Loaded(state, run.version, event, snapshot.version, halted=False)
        attempt = Attempt("sweep", span, ports.now())
        why = f"{event.name} was published {event.republished} times and nobody answered."
        with suppress(Conflict):  # somebody just did
            bury(ports, loaded, attempt, error="NoAnswer", why=why)


def join_stalled(ports: Ports, *, idle_seconds: float) -> int:
    """Ask the join of every run that has been in a joined status for a while."""
    stalled = ports.store.find(
        "runs",
        Where("status", "in", (Status.READING, Status.WRITING)),
        Where("updated_at", "<=", ports.now() - idle_seconds),
        order_by="updated_at",
        limit=MOST_STALLED,
    )
    for snapshot in stalled:
        run = snapshot.load(Run)
        join(ports, run.id, run.wave, run_traceparent(run))
    return len(stalled)
