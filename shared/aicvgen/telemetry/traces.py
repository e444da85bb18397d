"""Spans of one run, on the trace that the run's id determines."""

from collections.abc import Iterator
from contextlib import contextmanager

from opentelemetry import trace
from opentelemetry.trace import (
    NonRecordingSpan,
    Span,
    SpanContext,
    SpanKind,
    TraceFlags,
    Tracer,
)

from aicvgen.domain.events import Event
from aicvgen.domain.ids import root_span_id
from aicvgen.domain.run import Run
from aicvgen.telemetry import names


def run_traceparent(run: Run) -> str:
    """Return the trace context under which a run's first steps happen."""
    return f"00-{run.trace_id}-{root_span_id(run.id)}-01"


def traceparent_of(span: Span) -> str:
    """Return a span's W3C trace context, for the events it causes."""
    context = span.get_span_context()
    return f"00-{context.trace_id:032x}-{context.span_id:016x}-01"


def span_id_of(span: Span) -> str:
    """Return a span's id as 16 hex digits."""
    return f"{span.get_span_context().span_id:016x}"


@contextmanager
def agent_span(tracer: Tracer, agent: str, run: Run, event: Event) -> Iterator[Span]:
    """Open the span of one attempt, a child of the step that caused the event."""
    _, trace_id, parent, _ = event.traceparent.split("-")
    sampled = TraceFlags(TraceFlags.SAMPLED)
    cause = SpanContext(int(trace_id, 16), int(parent, 16), is_remote=True, trace_flags=sampled)
    attributes: dict[str, str | int] = {
        names.RUN_ID: run.id,
        names.EVENT: event.name,
        names.EVENT_ID: event.id,
        names.KEY: event.key,
        names.REVISION: event.revision,
    }
    with tracer.start_as_current_span(
        f"invoke_agent {agent}",
        context=trace.set_span_in_context(NonRecordingSpan(cause)),
        kind=SpanKind.CONSUMER,
        attributes=attributes,
        # An error's text may quote the document; only its class is recorded.
        record_exception=False,
        set_status_on_exception=False,
    ) as span:
        try:
            yield span
        except Exception as error:
            span.set_attribute(names.ERROR_TYPE, type(error).__name__)
            span.set_status(trace.StatusCode.ERROR)
            raise
