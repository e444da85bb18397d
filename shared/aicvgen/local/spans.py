"""Spans kept beside the documents, so that a run's waterfall needs no other program."""

import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult

from aicvgen.domain.errors import Unavailable
from aicvgen.domain.value import Value
from aicvgen.local.sqlite import connect, transaction, translated

_SCHEMA = """
create table if not exists spans (
  trace_id text not null,
  span_id text primary key,
  parent_id text not null,
  name text not null,
  started_ns integer not null,
  ended_ns integer not null,
  status text not null,
  attributes text not null
);
create index if not exists by_trace on spans (trace_id, started_ns);
"""


class StoredSpan(Value):
    """One finished span; times in nanoseconds since 1970."""

    trace_id: str
    span_id: str
    parent_id: str
    name: str
    started_ns: int
    ended_ns: int
    status: str
    attributes: dict[str, str | int | float | bool]


class SqliteSpans(SpanExporter):
    """Writes finished spans to a SQLite file and reads a trace back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with translated(), closing(connect(path, "OFF")) as connection:
            connection.executescript(_SCHEMA)

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Store spans; losing some is better than stopping the work they describe."""
        rows = [_row(span) for span in spans]
        try:
            with (
                translated(),
                closing(connect(self._path, "OFF")) as connection,
                transaction(connection),
            ):
                connection.executemany("replace into spans values (?,?,?,?,?,?,?,?)", rows)
        except Unavailable:
            return SpanExportResult.FAILURE
        return SpanExportResult.SUCCESS

    def trace(self, trace_id: str) -> list[StoredSpan]:
        """Return the spans of a trace in the order of their beginning."""
        query = "select * from spans where trace_id = ? order by started_ns"
        with translated(), closing(connect(self._path, "OFF")) as connection:
            rows = connection.execute(query, (trace_id,)).fetchall()
        fields = tuple(StoredSpan.model_fields)
        return [
            StoredSpan(**dict(zip(fields, (*row[:-1], json.loads(row[-1])), strict=True)))
            for row in rows
        ]


def provider(spans: SqliteSpans) -> TracerProvider:
    """Return a tracer provider that exports to these spans in batches, every second."""
    made = TracerProvider(resource=Resource({"service.name": "aicvgen"}), shutdown_on_exit=False)
    made.add_span_processor(BatchSpanProcessor(spans, schedule_delay_millis=1000))
    return made


def _row(span: ReadableSpan) -> tuple[str, str, str, str, int, int, str, str]:
    context, parent = span.get_span_context(), span.parent
    return (
        f"{context.trace_id:032x}" if context else "",
        f"{context.span_id:016x}" if context else "",
        f"{parent.span_id:016x}" if parent else "",
        span.name,
        span.start_time or 0,
        span.end_time or 0,
        span.status.status_code.name,
        json.dumps(dict(span.attributes or {})),
    )
