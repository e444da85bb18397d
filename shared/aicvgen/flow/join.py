"""The join: after a wave's event is done, ask whether it was the last one."""

from aicvgen import paths
from aicvgen.domain.errors import Conflict
from aicvgen.domain.events import UNFINISHED, Event, EventState
from aicvgen.domain.run import Run, joined
from aicvgen.flow.writes import Origin, change_writes, publish
from aicvgen.ports import Ports, Where


def join_cause(wave: int) -> str:
    """Return the cause of the events that the completion of a wave creates."""
    return f"join-{wave}"


def join(ports: Ports, run_id: str, wave: int, traceparent: str) -> None:
    """Move the run on if no event of this wave is unfinished.

    Several finishers may ask at once: each derives the same events, one compare-and-set wins. A
    halted run moves on too, so that its next events wait for the resume instead of nobody.
    """
    store = ports.store
    unfinished = store.find(
        "events",
        Where("wave", "==", wave),
        Where("state", "in", UNFINISHED),
        under=paths.run(run_id),
        limit=1,
    )
    if unfinished:
        return
    while True:
        (snapshot,) = store.read([paths.run(run_id)])
        if snapshot is None:
            return
        run = snapshot.load(Run)
        change = joined(run, ports.now())
        if run.wave != wave or change.run is None:
            return
        origin = Origin(join_cause(wave), traceparent, ports.now())
        writes, events = change_writes(run, snapshot.version, change, origin)
        try:
            store.commit(writes, expires_at=run.expires_at)
        except Conflict:
            continue  # a halt touched the run, or another finisher won: look again
        publish(ports, events)
        return


def heal(ports: Ports, event: Event) -> None:
    """Repeat what follows a finished event, in case the first finisher died before it did.

    Publishes what the event, or the join of its wave, caused and is still pending; then asks the
    join again.
    """
    caused = ports.store.find(
        "events",
        Where("cause", "in", (event.id, join_cause(event.wave))),
        Where("state", "==", EventState.PENDING),
        under=paths.run(event.run_id),
    )
    publish(ports, (pending.load(Event) for pending in caused))
    join(ports, event.run_id, event.wave, event.traceparent)
