"""Dead events: which there are, and one more try for them once their cause is mended."""

import logging

from aicvgen import paths
from aicvgen.domain.errors import Conflict
from aicvgen.domain.events import UNANSWERED, Event, EventState
from aicvgen.domain.ids import derive
from aicvgen.domain.records import Decision
from aicvgen.domain.revival import revived, waiting_again
from aicvgen.flow.decide import read_run
from aicvgen.flow.writes import REPUBLISH_AFTER, publish
from aicvgen.ports import Ports, Put, Replace, Where, Write

log = logging.getLogger(__name__)


def dead_events(ports: Ports, limit: int = 1000) -> list[Event]:
    """Return the events that were given up, those that expire first before the others."""
    found = ports.store.find(
        "events", Where("state", "==", EventState.DEAD), order_by="due_at", limit=limit
    )
    return [snapshot.load(Event) for snapshot in found]


def redrive(ports: Ports, dead: Event, by: str) -> set[str]:
    """Let a dead event, and what else of its wave nobody answered, be answered again.

    That its run failed made the others obsolete, and some may have ended as that. Returns the ids
    of all of them; none says that the run has moved on: nobody waits for the event any more.
    """
    while True:
        run, snapshot = read_run(ports, dead.run_id)
        now = ports.now()
        after = revived(run, dead, now)
        unanswered = ports.store.find(
            "events",
            Where("wave", "==", dead.wave),
            Where("state", "in", UNANSWERED),
            under=paths.run(run.id),
        )
        if after is None or dead.id not in {one.load(Event).id for one in unanswered}:
            return set()
        again = {
            one: waiting_again(one.load(Event), after, now + REPUBLISH_AFTER) for one in unanswered
        }
        writes: list[Write] = [Replace(one.path, new, one.version) for one, new in again.items()]
        writes += [Replace(paths.run(run.id), after, snapshot.version)] if after != run else []
        decision = Decision(run_id=run.id, trace_id=run.trace_id, action="redrive", by=by, at=now)
        number = derive("redrive", by, dead.id, str(dead.epoch))
        writes.append(Put(paths.decision(run.id, number), decision))
        try:
            ports.store.commit(writes, expires_at=run.expires_at)
        except Conflict:
            continue
        log.info("decided: redrive", extra={"run_id": run.id, "trace_id": run.trace_id})
        publish(ports, again.values())
        return {event.id for event in again.values()}
