"""Where finished spans go when they leave this machine: a collector, or Cloud Trace. Both by OTLP.

The older exporter of Cloud Trace is deprecated in favour of the same protocol.
"""

from typing import TYPE_CHECKING, Literal

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter

if TYPE_CHECKING:
    from requests import Session

FLUSH_SECONDS = 2.0
"""What an event may wait for its spans; spans that take longer are lost, never the work."""
_CLOUD_TRACE = "https://telemetry.googleapis.com/v1/traces"
_SCOPE = "https://www.googleapis.com/auth/trace.append"


class Exported:
    """Spans that leave in one piece when an event is done: then the instance may stand still."""

    def __init__(self, exporter: SpanExporter, project: str) -> None:
        resource = Resource({"service.name": "aicvgen", "gcp.project_id": project})
        self.provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        self.provider.add_span_processor(BatchSpanProcessor(exporter))

    def flush(self) -> None:
        """Send what is finished, or give up in time."""
        self.provider.force_flush(int(FLUSH_SECONDS * 1000))


def exporter(to: Literal["otlp", "cloud"], project: str) -> SpanExporter:
    """Return what sends spans to the collector that the environment names, or to Cloud Trace."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415  its
        OTLPSpanExporter,  # requests, protobuf: only for those who export
    )

    if to == "otlp":
        return OTLPSpanExporter(timeout=FLUSH_SECONDS)
    return OTLPSpanExporter(
        endpoint=_CLOUD_TRACE,
        headers={"x-goog-user-project": project},
        timeout=FLUSH_SECONDS,
        session=_authorized(),
    )


def _authorized() -> "Session":
    import google.auth  # noqa: PLC0415  as above
    from google.auth.transport.requests import AuthorizedSession  # noqa: PLC0415

    credentials, _ = google.auth.default(scopes=[_SCOPE])
    return AuthorizedSession(credentials)
