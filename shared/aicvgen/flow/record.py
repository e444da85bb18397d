"""The records of one attempt, written in the commit that ends it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from opentelemetry.trace import Span

from aicvgen import paths
from aicvgen.domain.events import Event
from aicvgen.domain.records import Call, CallRecord, Outcome, StepRecord
from aicvgen.domain.run import Run
from aicvgen.ports import Create
from aicvgen.telemetry.traces import span_id_of


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who tries, on which span, since when."""

    agent: str
    span: Span
    started_at: float
    calls: list[Call] = field(default_factory=list)
    """What it put to a language model so far."""


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
    for number, call in enumerate(attempt.calls):
        record = CallRecord(
            **dict(call),
            run_id=run.id,
            trace_id=run.trace_id,
            event_id=event.id,
            agent=attempt.agent,
            at=now,
        )
        yield Create(paths.call(run.id, event.id, event.epoch, number), record)
