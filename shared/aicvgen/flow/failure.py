"""What becomes of an event whose attempt did not end in a fact."""

import logging

from aicvgen import paths
from aicvgen.domain.allowance import settled
from aicvgen.domain.errors import Conflict, Unavailable
from aicvgen.domain.events import Event, EventState
from aicvgen.domain.records import Outcome
from aicvgen.domain.run import Change, Problem, fail
from aicvgen.flow.load import Loaded
from aicvgen.flow.record import Attempt, call_writes, step_record
from aicvgen.flow.writes import Origin, change_writes, publish
from aicvgen.ports import Create, Ports, Replace, Write
from aicvgen.telemetry.traces import traceparent_of

MAX_ATTEMPTS = 5
"""After these an event is dead and its run has failed."""
RETRY_AFTER = 5.0
"""Seconds until a sweep retries a failed attempt that nobody delivers again."""

log = logging.getLogger(__name__)


def count(ports: Ports, loaded: Loaded, attempt: Attempt, error: Exception, *, heavy: bool) -> None:
    """Count an attempt that ended in a bug of ours; the last one buries the event.

    A lease has counted its attempt already, so that a killed process counts too.
    """
    event, name = loaded.event, type(error).__name__
    attempts = event.attempts if heavy else event.attempts + 1
    if attempts >= MAX_ATTEMPTS:
        bury(ports, loaded, attempt, error=name, why=exhausted(attempt.agent, name))
        return
    due_at = ports.now() + RETRY_AFTER
    ended = _given_back(event, attempt, due_at=due_at, attempts=attempts, error=name)
    _end(ports, loaded, attempt, ended, Outcome.FAILED)


def release(ports: Ports, loaded: Loaded, attempt: Attempt, error: Unavailable) -> None:
    """Give an event back because something we depend on is down; this is not an attempt."""
    event = loaded.event
    attempts = event.attempts - (1 if event.state is EventState.LEASED else 0)
    due_at = ports.now() + error.retry_after
    name = type(error).__name__
    ended = _given_back(event, attempt, due_at=due_at, attempts=attempts, error=name)
    _end(ports, loaded, attempt, ended, Outcome.UNAVAILABLE)


def give_back(ports: Ports, loaded: Loaded, attempt: Attempt) -> None:
    """Give a leased event of a halted run back, so that a resume can deliver it at once."""
    event = loaded.event
    if event.state is EventState.LEASED:
        attempts, due_at = event.attempts - 1, ports.now()
        ended = _given_back(event, attempt, due_at=due_at, attempts=attempts, error="")
        _end(ports, loaded, attempt, ended, Outcome.HALTED)


def exhausted(agent: str, error: str) -> str:
    """Say why an event that was tried too often is dead."""
    return f"{agent} failed {MAX_ATTEMPTS} times ({error or 'its process was killed'})."


def bury(ports: Ports, loaded: Loaded, attempt: Attempt, *, error: str, why: str) -> None:
    """End an event as dead: its run fails visibly, and the person's folder says so."""
    run, event, now = loaded.run, loaded.event, ports.now()
    dead = settled(event, attempt.errand.left).model_copy(
        update={
            "state": EventState.DEAD,
            "due_at": event.expires_at,
            "epoch": event.epoch + 1,
            "holder": "",
            "error": error,
            "attempts": max(event.attempts, MAX_ATTEMPTS),
        },
    )
    message = f"{why} This is a bug of ours: please report it with the id of the run."
    # What died after the run had settled was its report: the result stands, the event is listed.
    failed = loaded.alive and not run.status.settled
    change = fail(run, now, Problem(reason="failed", message=message)) if failed else Change()
    origin = Origin(event.id, traceparent_of(attempt.span), now)
    changes, follow = change_writes(run, loaded.run_version, change, origin)
    record = step_record(attempt, run, dead, Outcome.DEAD, now)
    writes: list[Write] = [
        Replace(paths.event(run.id, event.id), dead, loaded.event_version),
        Create(paths.step(run.id, event.id, dead.epoch), record),
        *call_writes(attempt, run, dead, now),
        *changes,
    ]
    ports.store.commit(writes, expires_at=run.expires_at)
    log.error("event dead", extra=record.log_fields())
    publish(ports, follow)


def _given_back(
    event: Event, attempt: Attempt, *, due_at: float, attempts: int, error: str
) -> Event:
    return settled(event, attempt.errand.left).model_copy(
        update={
            "state": EventState.PENDING,
            "epoch": event.epoch + 1,
            "holder": "",
            "due_at": due_at,
            "attempts": attempts,
            "error": error,
        },
    )


def _end(ports: Ports, loaded: Loaded, attempt: Attempt, ended: Event, outcome: Outcome) -> None:
    run, path, now = loaded.run, paths.event(loaded.run.id, ended.id), ports.now()
    record = step_record(attempt, run, ended, outcome, now)
    writes: list[Write] = [
        Replace(path, ended, loaded.event_version),
        Create(paths.step(run.id, ended.id, ended.epoch), record),
        *call_writes(attempt, run, ended, now),
    ]
    try:
        ports.store.commit(writes, expires_at=run.expires_at)
    except Conflict:
        # The lease was lost meanwhile: the attempt is the new holder's to end.
        log.info("attempt ended by another holder", extra=record.log_fields())
    else:
        level = logging.INFO if outcome is Outcome.HALTED else logging.WARNING
        log.log(level, "step %s", outcome.value, extra=record.log_fields())
