"""From a pure change to the writes and messages of one commit."""

from collections.abc import Sequence

from aicvgen import paths
from aicvgen.domain.events import Event, event_id
from aicvgen.domain.run import Change, NewEvent, Run
from aicvgen.ports import Create, Message, Put, Replace, Version, Write

REPUBLISH_AFTER = 30.0
"""Seconds after a publish when a sweep may take the message for lost."""


def new_event(run: Run, new: NewEvent, *, cause: str, traceparent: str, now: float) -> Event:
    """Return the event document for a new event of this run."""
    return Event(
        id=event_id(run.id, run.revision, cause, new.name, new.key),
        run_id=run.id,
        name=new.name,
        key=new.key,
        payload=new.payload,
        cause=cause,
        revision=run.revision,
        wave=run.wave,
        traceparent=traceparent,
        created_at=now,
        expires_at=run.expires_at,
        due_at=now + REPUBLISH_AFTER,
    )


def change_writes(
    run: Run, version: Version, change: Change, events: Sequence[Event]
) -> list[Write]:
    """Return the writes of a change: documents, new events and the run if its status changed."""
    writes: list[Write] = [
        Put(paths.document(run.id, run.revision, name), value)
        for name, value in change.documents.items()
    ]
    writes += [Create(paths.event(run.id, event.id), event) for event in events]
    if change.run is not None:
        writes.append(Replace(paths.run(run.id), change.run, version))
    return writes


def message_of(event: Event) -> Message:
    """Return the hint that this event waits."""
    return Message(
        run_id=event.run_id,
        event_id=event.id,
        name=event.name,
        revision=event.revision,
        traceparent=event.traceparent,
    )
