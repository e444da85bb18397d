"""From a pure change to the writes and messages of one commit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aicvgen import paths
from aicvgen.domain.allowance import handed_out
from aicvgen.domain.events import Event, event_id
from aicvgen.domain.run import Change, NewEvent, Run
from aicvgen.ports import Create, Message, Ports, Put, Replace, Version, Write

REPUBLISH_AFTER = 30.0
"""Seconds after a publish when a sweep may take the message for lost."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where new events come from."""

    cause: str
    """Id of the event, join or input they follow from."""
    traceparent: str
    now: float


def new_events(run: Run, news: Sequence[NewEvent], origin: Origin) -> tuple[Run, list[Event]]:
    """Return the event documents for new events of this run, in its wave.

    They take their part of what the run may spend; the run is returned with the rest.
    """
    allowances = handed_out([new.name for new in news], run.granted, run.unassigned)
    rest = run.unassigned - sum(allowances)
    return run.model_copy(update={"unassigned": rest}), [
        Event(
            id=event_id(run.id, run.wave, origin.cause, new.name, new.key),
            run_id=run.id,
            name=new.name,
            key=new.key,
            cause=origin.cause,
            revision=run.revision,
            wave=run.wave,
            traceparent=origin.traceparent,
            created_at=origin.now,
            expires_at=run.expires_at,
            due_at=origin.now + REPUBLISH_AFTER,
            allowance=allowance,
        )
        for new, allowance in zip(news, allowances, strict=True)
    ]


def change_writes(
    run: Run, version: Version, change: Change, origin: Origin
) -> tuple[list[Write], list[Event]]:
    """Return the writes of a change, and the events among them that are to be published.

    Writes the documents, the new events, and the run if its status changes.
    """
    after, events = new_events(change.run or run, change.events, origin)
    writes: list[Write] = [
        Put(paths.document(run.id, run.revision, name), value)
        for name, value in change.documents.items()
    ]
    writes += [Create(paths.event(run.id, event.id), event) for event in events]
    if change.run is not None:
        writes.append(Replace(paths.run(run.id), after, version))
    return writes, events


def publish(ports: Ports, events: Iterable[Event]) -> None:
    """Hand over messages about committed events."""
    ports.bus.publish([message_of(event) for event in events])


def message_of(event: Event) -> Message:
    """Return the hint that this event waits."""
    return Message(
        run_id=event.run_id,
        event_id=event.id,
        name=event.name,
        revision=event.revision,
        traceparent=event.traceparent,
    )
