"""A collector of spans that keeps what it is sent."""

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

Received = queue.Queue[tuple[str, bytes]]


@contextmanager
def collecting() -> Iterator[tuple[str, Received]]:
    """Run a collector until the block ends; gives its address, and path and body of requests."""
    received: Received = queue.Queue()

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            received.put((self.path, body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *given: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", received
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def traces(received: Received) -> set[str]:
    """Return the ids of the traces received since the last time."""
    return {span.trace_id.hex() for span in spans(received)}


def spans(received: Received) -> list[Span]:
    """Return the spans received since the last time."""
    bodies = [received.get_nowait()[1] for _ in range(received.qsize())]
    requests = [ExportTraceServiceRequest.FromString(body) for body in bodies]
    return [
        span
        for request in requests
        for resource in request.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]
