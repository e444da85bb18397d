"""The record of one attempt, written in the commit that ends it."""

from dataclasses import dataclass

from opentelemetry.trace import Span

from aicvgen.domain.events import Event
from aicvgen.domain.records import Outcome, StepRecord
from aicvgen.domain.run import Run
from aicvgen.telemetry.traces import span_id_of


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who tries, on which span, since when."""

    agent: str
    span: Span
    started_at: float


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
