"""The cloud backend behind the real functions, chosen by the settings alone."""

import base64
import json
import time
import warnings
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from pathlib import Path

import pytest
from google.pubsub_v1 import PubsubMessage, ReceivedMessage, SubscriberClient
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from werkzeug.test import Client as Browser

from aicvgen import wire, wiring
from aicvgen.cloud.clients import publisher_client
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.ids import trace_id
from aicvgen.local.functions import Functions, mount
from aicvgen.ports import Ports
from aicvgen.settings import load_settings

from .conftest import Received
from .emulators import Emulators, subscriber_client

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
_PATIENCE = 60.0


@pytest.fixture
def ports(
    monkeypatch: pytest.MonkeyPatch,
    project: str,
    buckets: dict[str, str],
    collector: Received,
) -> Iterator[Ports]:
    """Return the ports of an instance that is told of the emulators by its environment."""
    del collector
    named = {f"{ours}_bucket": bucket for ours, bucket in buckets.items()}
    given = {"backend": "cloud", "project": project, "traces": "otlp", **named}
    for name, value in given.items():
        monkeypatch.setenv(f"AICVGEN_{name.upper()}", value)
    wiring.ports.cache_clear()
    made = wiring.ports()
    yield made
    wiring.ports.cache_clear()
    assert isinstance(made.reader, WarmReader)
    made.reader.close()


@pytest.fixture
def functions() -> Functions:
    """Return all functions, without ports of a server's own."""
    return mount(load_settings().functions)


class Pushes:
    """Subscriptions of all topics, delivered by hand as Pub/Sub pushes."""

    def __init__(self, subscriber: SubscriberClient, functions: Functions, project: str) -> None:
        self._subscriber = subscriber
        self._clients = {
            topic: Browser(functions.apps[name]) for topic, name in functions.topics.items()
        }
        self._root = f"projects/{project}"
        publisher = publisher_client()
        for topic in functions.topics:
            name = f"{self._root}/topics/{topic}"
            publisher.create_topic(name=name)
            subscriber.create_subscription(name=self._subscription(topic), topic=name)

    def push(self, topic: str, body: bytes) -> int:
        """Return what a function answers to a request."""
        return (
            self._clients[topic].post("/", data=body, content_type="application/json").status_code
        )

    def deliver(self) -> None:
        """Deliver once what waits on every topic."""
        for topic in self._clients:
            subscription = self._subscription(topic)
            for received in self._pulled(subscription):
                assert self.push(topic, _push_body(received.message)) == HTTPStatus.NO_CONTENT
                self._subscriber.acknowledge(subscription=subscription, ack_ids=[received.ack_id])

    def _pulled(self, subscription: str) -> Sequence[ReceivedMessage]:
        request = {
            "subscription": subscription,
            "max_messages": 10,
            "return_immediately": True,
        }
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            return self._subscriber.pull(request).received_messages

    def _subscription(self, topic: str) -> str:
        return f"{self._root}/subscriptions/{topic}"


def _push_body(message: PubsubMessage) -> bytes:
    """Return the request in which Pub/Sub pushes a message."""
    data = base64.b64encode(message.data).decode()
    return json.dumps({"message": {"data": data, "attributes": dict(message.attributes)}}).encode()


def test_an_upload_becomes_a_pdf(
    ports: Ports, functions: Functions, emulators: Emulators, project: str, collector: Received
) -> None:
    """CV and ad in the inbox bucket, PDF in the outbox bucket, one trace at the collector."""
    pushes = Pushes(subscriber_client(emulators), functions, project)
    for name in ("cv.pdf", "job.txt"):
        ports.files.put(f"inbox/ann/one/{name}", (EXAMPLE / name).read_bytes())
        assert (
            pushes.push(wire.UPLOAD, wire.encode_upload(f"inbox/ann/one/{name}"))
            == HTTPStatus.NO_CONTENT
        )

    deadline = time.monotonic() + _PATIENCE
    while not ports.files.list("outbox/ann/one/job/status.json"):
        assert time.monotonic() < deadline, "no result came"
        pushes.deliver()
    assert pushes.push(wire.TICK, wire.encode_tick()) == HTTPStatus.NO_CONTENT

    status = json.loads(ports.files.get("outbox/ann/one/job/status.json"))
    delivered = {file.key.rpartition("/")[2] for file in ports.files.list("outbox/ann/one/job/")}
    assert status["status"] == "done"
    assert delivered == {"status.json", *status["files"]}
    assert any(name.endswith(".pdf") for name in delivered)
    assert _traces(collector) == {trace_id(status["run_id"])}


def _traces(collector: Received) -> set[str]:
    bodies = [collector.get_nowait()[1] for _ in range(collector.qsize())]
    requests = [ExportTraceServiceRequest.FromString(body) for body in bodies]
    return {
        span.trace_id.hex()
        for request in requests
        for resource in request.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    }
