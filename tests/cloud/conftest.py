"""What the tests of the cloud backend share."""

import queue
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from aicvgen.cloud.clients import storage_client
from aicvgen.keys import BUCKETS

from .emulators import Emulators

Received = queue.Queue[tuple[str, bytes]]


@pytest.fixture
def buckets(emulators: Emulators, project: str) -> dict[str, str]:
    """Return the empty buckets of the project by our names for them."""
    del emulators
    made = {ours: f"{project}-{ours}" for ours in BUCKETS}
    with storage_client(project) as client:
        for bucket in made.values():
            client.create_bucket(bucket)
    return made


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Received]:
    """Run a collector of spans that keeps path and body of what it is sent."""
    received: Received = queue.Queue()

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            received.put((self.path, body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *given: Any) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Collector)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    endpoint = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
    yield received
    server.shutdown()
    thread.join()
    server.server_close()
