"""The cloud backend behind the real functions, chosen by the settings alone."""

import base64
import json
import time
import warnings
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

from google.pubsub_v1 import PubsubMessage, ReceivedMessage, SubscriberClient
from werkzeug.test import Client as Browser

from aicvgen import wire
from aicvgen.cloud.clients import publisher_client, subscriber_client
from aicvgen.domain.ids import trace_id
from aicvgen.local.functions import Functions
from aicvgen.ports import Ports

from .collector import Received, traces
from .emulators import Emulators, announce_uploads

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
_PATIENCE = 60.0


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
                body = _push_body(received.message, subscription)
                assert self.push(topic, body) == HTTPStatus.NO_CONTENT
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


def _push_body(message: PubsubMessage, subscription: str) -> bytes:
    """Return the request in which Pub/Sub pushes a message."""
    said = {
        "data": base64.b64encode(message.data).decode(),
        "messageId": message.message_id,
        "attributes": dict(message.attributes),
    }
    return json.dumps({"message": said, "subscription": subscription}).encode()


def test_an_upload_becomes_a_pdf(
    ports: Ports, functions: Functions, emulators: Emulators, project: str, collector: Received
) -> None:
    """CV and ad in the inbox bucket, PDF in the outbox bucket, one trace at the collector."""
    pushes = Pushes(subscriber_client(), functions, project)
    uploads = f"projects/{project}/topics/{wire.UPLOAD}"
    announce = announce_uploads(publisher_client(), ports.inbox, uploads)
    emulators.objects.announce.append(announce)
    for name in ("cv.pdf", "job.txt"):
        ports.files.put(f"inbox/ann/one/{name}", (EXAMPLE / name).read_bytes())

    deadline = time.monotonic() + _PATIENCE
    while not ports.files.list("outbox/ann/one/job/status.json"):
        assert time.monotonic() < deadline, "no result came"
        pushes.deliver()
    emulators.objects.announce.remove(announce)

    status = json.loads(ports.files.get("outbox/ann/one/job/status.json"))
    delivered = {file.key.rpartition("/")[2] for file in ports.files.list("outbox/ann/one/job/")}
    assert status["status"] == "done"
    assert delivered == {"status.json", *status["files"]}
    assert any(name.endswith(".pdf") for name in delivered)
    assert traces(collector) == {trace_id(status["run_id"])}
