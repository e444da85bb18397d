"""A step: one agent, once.

1. one batched read: run, event, controls, the agent's documents
2. already done: repeat what follows, acknowledge; halted: acknowledge, the event stays pending
3. a heavy agent takes a lease: a write under the event's version, counted as an attempt
4. the agent looks at its inputs and returns a fact; it never writes
5. apply(fact) gives changes and events, purely
6. one atomic commit under the event's version: that is the fence
7. on conflict: same event, same lease, run active → the same fact again; else it is dropped
8. publish the new events; where the run's status did not change, ask the join

Returning means: acknowledge the message. Raising means: deliver it again.
"""

import logging
from dataclasses import replace

from opentelemetry.trace import Span

from aicvgen import paths
from aicvgen.domain.allowance import reserved, settled
from aicvgen.domain.errors import Conflict, Halted, Rejected, Unavailable
from aicvgen.domain.events import ENDED, RUN_SETTLED, Event, EventState
from aicvgen.domain.facts import Fact, Refused
from aicvgen.domain.records import Outcome
from aicvgen.domain.run import Change
from aicvgen.domain.transitions import apply
from aicvgen.flow import failure
from aicvgen.flow.agent import Agent, Agents, Inputs
from aicvgen.flow.grants import given_back
from aicvgen.flow.halting import Watch
from aicvgen.flow.join import heal, join
from aicvgen.flow.load import Loaded, load, reload
from aicvgen.flow.record import Attempt, call_writes, log_calls, step_record
from aicvgen.flow.writes import Origin, change_writes, publish
from aicvgen.model.errand import Errand
from aicvgen.ports import Create, Message, Ports, Replace, Write
from aicvgen.telemetry.traces import agent_span, traceparent_of

log = logging.getLogger(__name__)


def step(message: Message, agents: Agents, ports: Ports) -> bool:
    """Answer one message: run the agent of its event exactly once, whatever happens around it.

    False says that there is no such event.
    """
    agent = agents.get(message.name)
    found = load(ports.store, message, agent) if agent else None
    if agent is None or found is None:
        return False
    loaded, inputs = found
    match _standing(loaded, ports.now()):
        case "done":
            heal(ports, loaded.event)
        case "due":
            with agent_span(ports.tracer, agent.name, loaded.run, loaded.event) as span:
                _attempt(agent, loaded, inputs, ports, span)
        case standing:
            log.info("event left alone", extra=_ids(loaded.event) | {"standing": standing})
    return True


def _standing(loaded: Loaded, now: float) -> str:
    event = loaded.event
    if event.state in ENDED:
        return event.state.value
    if loaded.halted:
        return "halted"
    if event.state is EventState.LEASED and event.due_at > now:
        return "held"
    return "due"


def _attempt(agent: Agent, loaded: Loaded, inputs: Inputs, ports: Ports, span: Span) -> None:
    started = ports.now()
    if loaded.alive and loaded.event.attempts >= failure.MAX_ATTEMPTS:
        error = loaded.event.error
        attempt = Attempt(agent.name, span, started)
        why = failure.exhausted(agent.name, error)
        failure.bury(ports, loaded, attempt, error=error, why=why)
        return
    allowance = 0
    if agent.heavy and loaded.alive:
        leased = _lease(agent, loaded, ports)
        if leased is None:
            return
        loaded, allowance = leased, leased.event.reserved
    attempt = Attempt(agent.name, span, started, _errand(loaded.event, allowance, ports))
    asking = replace(ports, model=ports.model.on(attempt.errand))
    try:
        fact = _act(agent, inputs, asking) if loaded.alive else None
        _settle(loaded, fact, ports, attempt)
    except Halted:
        failure.give_back(ports, loaded, attempt)
    except Unavailable as error:
        failure.release(ports, loaded, attempt, error)
        raise
    except Exception as error:
        failure.count(ports, loaded, attempt, error, heavy=agent.heavy)
        raise
    finally:
        log_calls(attempt, loaded.run, loaded.event, ports.now())


def _errand(event: Event, allowance: int, ports: Ports) -> Errand:
    return Errand(
        run_id=event.run_id,
        allowance=allowance,
        until=event.created_at + ports.patience,
        halted=Watch(ports, event.run_id),
    )


def _act(agent: Agent, inputs: Inputs, ports: Ports) -> Fact:
    try:
        return agent.act(inputs, ports)
    except Rejected as error:
        return Refused(reason=error.reason, message=str(error))


def _lease(agent: Agent, loaded: Loaded, ports: Ports) -> Loaded | None:
    """Take the event; None if somebody else did in the meantime."""
    event = loaded.event
    leased = reserved(event).model_copy(
        update={
            "state": EventState.LEASED,
            "due_at": ports.now() + agent.lease_seconds,
            "epoch": event.epoch + 1,
            "attempts": event.attempts + 1,
            "holder": ports.holder,
        },
    )
    write = Replace(paths.event(event.run_id, event.id), leased, loaded.event_version)
    try:
        (version,) = ports.store.commit([write], expires_at=loaded.run.expires_at)
    except Conflict:
        return None
    return replace(loaded, event=leased, event_version=version)


def _settle(loaded: Loaded, fact: Fact | None, ports: Ports, attempt: Attempt) -> None:
    """Commit what the fact changes, publish what follows; a fact of None ends a stale event."""
    current: Loaded | None = loaded
    while current is not None:
        if _committed(current, fact, ports, attempt):
            return
        current = reload(ports, loaded)
        if current is None or not _same_lease(current.event, loaded.event):
            break
        if current.halted:
            failure.give_back(ports, current, attempt)
            return
        if not current.alive:
            fact = None
    log.info("fact dropped: the run moved on", extra=_ids(loaded.event))
    paid = list(call_writes(attempt, loaded.run, loaded.event, ports.now()))
    if paid:
        ports.store.commit(paid, expires_at=loaded.run.expires_at)


def _committed(loaded: Loaded, fact: Fact | None, ports: Ports, attempt: Attempt) -> bool:
    run, event, now = loaded.run, loaded.event, ports.now()
    state, outcome = (
        (EventState.DONE, Outcome.DONE)
        if fact is not None
        else (EventState.OBSOLETE, Outcome.OBSOLETE)
    )
    ended = settled(event, attempt.errand.left).model_copy(
        update={"state": state, "epoch": event.epoch + 1, "holder": "", "due_at": now},
    )
    record = step_record(
        attempt, run, ended, outcome, now, fact=type(fact).__name__ if fact else ""
    )
    change = apply(run, fact, now) if fact is not None else Change()
    origin = Origin(event.id, traceparent_of(attempt.span), now)
    changes, follow = change_writes(run, loaded.run_version, change, origin)
    writes: list[Write] = [
        Replace(paths.event(run.id, event.id), ended, loaded.event_version),
        Create(paths.step(run.id, event.id, ended.epoch), record),
        *call_writes(attempt, run, ended, now),
        *changes,
    ]
    if event.name == RUN_SETTLED and fact is not None:
        writes += given_back(ports, run.id, run.revision)
    try:
        ports.store.commit(writes, expires_at=run.expires_at)
    except Conflict:
        return False
    log.info("step %s", outcome.value, extra=record.log_fields())
    publish(ports, follow)
    if fact is not None and change.run is None:
        join(ports, run.id, event.wave, origin.traceparent)
    return True


def _same_lease(now: Event, then: Event) -> bool:
    return (now.epoch, now.holder, now.state) == (then.epoch, then.holder, then.state)


def _ids(event: Event) -> dict[str, str]:
    return {"run_id": event.run_id, "event_id": event.id, "event": event.name, "key": event.key}
