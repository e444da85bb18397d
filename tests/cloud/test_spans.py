"""Spans leave by OTLP when an event is done, and hold up nobody."""

import socket
import time

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from aicvgen.telemetry import export
from aicvgen.telemetry.export import Exported, exporter

from .collector import Received


def test_spans_of_an_event_leave_in_one_piece(collector: Received) -> None:
    """One flush, one request, with every span and the project they are of."""
    spans = Exported(exporter("otlp", "prj"), "prj")
    tracer = spans.provider.get_tracer("test")
    with tracer.start_as_current_span("outer"), tracer.start_as_current_span("inner"):
        pass
    spans.flush()

    path, body = collector.get_nowait()
    (sent,) = ExportTraceServiceRequest.FromString(body).resource_spans
    attributes = {one.key: one.value.string_value for one in sent.resource.attributes}
    assert path == "/v1/traces"
    assert {span.name for span in sent.scope_spans[0].spans} == {"outer", "inner"}
    assert attributes["gcp.project_id"] == "prj"
    assert collector.empty()
    spans.provider.shutdown()


def test_a_collector_that_hangs_costs_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flush gives up in time; the work goes on without these spans."""
    monkeypatch.setattr(export, "FLUSH_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{port}")
        spans = Exported(exporter("otlp", "prj"), "prj")
        with spans.provider.get_tracer("test").start_as_current_span("lost"):
            pass
        began = time.monotonic()
        spans.flush()
        assert time.monotonic() - began < 5
        spans.provider.shutdown()
