"""The records of one attempt, written in the commit that ends it."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from opentelemetry.trace import Span

from aicvgen import paths
from aicvgen.domain.events import Event
from aicvgen.domain.records import CallRecord, Outcome, StepRecord
from aicvgen.domain.run import Run
from aicvgen.model.errand import Errand
from aicvgen.ports import Create, Store
from aicvgen.telemetry.traces import span_id_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who tries, on which span, since when."""

    agent: str
    span: Span
    started_at: float
    errand: Errand = field(default_factory=Errand)
    """What it may ask a language model, and did so far."""


def step_record(  # noqa: PLR0913  one argument per thing recorded
    attempt: Attempt, run: Run, event: Event, outcome: Outcome, now: float, *, fact: str = ""
) -> StepRecord:
    """Return the record of an attempt that ends now; `event` is the event after it."""
    return StepRecord(
        run_id=run.id,
        trace_id=run.trace_id,
        span_id=span_id_of(attempt.span),
        event_id=event.id,
        event=event.name,
        key=event.key,
        agent=attempt.agent,
        wave=event.wave,
        attempt=event.attempts,
        started_at=attempt.started_at,
        ended_at=now,
        outcome=outcome,
        fact=fact,
        error=event.error,
    )


def call_writes(attempt: Attempt, run: Run, event: Event, now: float) -> Iterator[Create]:
    """Yield the records of what the attempt put to a language model; `event` is as after it."""
    for number, record in enumerate(_call_records(attempt, run, event, now)):
        yield Create(paths.call(run.id, event.id, event.epoch, number), record)


def calls_of(store: Store, run: Run) -> list[CallRecord]:
    """Return what a run put to language models, oldest first."""
    found = store.find("calls", under=paths.run(run.id), order_by="at")
    return [snapshot.load(CallRecord) for snapshot in found]


def log_calls(attempt: Attempt, run: Run, event: Event, now: float) -> None:
    """Write a line for each of them, also where its record could not be kept."""
    log_records(_call_records(attempt, run, event, now))


def log_records(records: Iterable[CallRecord]) -> None:
    """Write a line for each call; a warning where nobody knows its price."""
    for record in records:
        level = logging.INFO if record.priced else logging.WARNING
        log.log(level, "call", extra=record.log_fields())


def _call_records(attempt: Attempt, run: Run, event: Event, now: float) -> Iterator[CallRecord]:
    for call in attempt.errand.calls:
        yield CallRecord(
            **dict(call),
            run_id=run.id,
            trace_id=run.trace_id,
            event_id=event.id,
            agent=attempt.agent,
            key=event.key,
            revision=event.revision,
            rewrites=run.rewrites,
            at=now,
        )
