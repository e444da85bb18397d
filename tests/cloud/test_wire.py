"""Whatever is posted to a function: no error of ours, no effect, and a record of each refusal."""

import itertools
import json
import random
import string
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from werkzeug.test import Client as Browser

from aicvgen import wire
from aicvgen.cloud.clients import publisher_client
from aicvgen.domain.events import Event
from aicvgen.domain.records import Refusal
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.local.functions import Functions
from aicvgen.ports import Ports, Where

SEED = 20261
REQUESTS = 150
_COLLECTIONS = ("runs", "events", "documents", "steps")
_KINDS = ("application/json", "application/cloudevents+json", "text/plain", "", "a/b; c=", "ü")
_PERSON = "Tamsin Okafor"

Posted = dict[str, Any]
"""What a test client is given."""


class Strangers:
    """Requests that no function may act on; all of them in turn, the same for a seed."""

    def __init__(self, seed: int, event: Event, project: str, inbox: str) -> None:
        self._chance = random.Random(seed)
        self._event = event
        self._project = project
        self._inbox = inbox
        makers: tuple[Callable[[str], Posted], ...] = (
            self._noise,
            self._json,
            self._cut,
            self._deep,
            self._kind,
            self._method,
            self._huge,
            self._foreign,
            self._forged,
            self._unknown,
            self._bucket,
            self._cloud_event,
        )
        self._makers = itertools.cycle(makers)

    def next(self, topic: str) -> Posted:
        """Return the next request to the function of a topic."""
        return next(self._makers)(topic)

    def _text(self, most: int = 40) -> str:
        letters = string.printable + "äß\u2028\x00\ud800../€" + _PERSON
        return "".join(self._chance.choices(letters, k=self._chance.randrange(most)))

    def _any(self, depth: int = 3) -> object:
        chance = self._chance
        kinds = [None, True, chance.random(), 10 ** chance.randrange(400), self._text()]
        if depth:
            kinds += [
                [self._any(depth - 1) for _ in range(3)],
                {self._text(): self._any(depth - 1), "message": self._any(depth - 1)},
                {"attributes": self._any(depth - 1), "data": self._any(depth - 1)},
            ]
        return chance.choice(kinds)

    def _attributes(self, topic: str) -> dict[str, str]:
        if topic == wire.UPLOAD:
            return {"eventType": "OBJECT_FINALIZE", "bucketId": self._inbox, "objectId": "a/b/cv"}
        event = self._event
        said = {"run_id": event.run_id, "event_id": event.id, "name": topic}
        return said | {"revision": "1", "traceparent": event.traceparent}

    def _push(self, topic: str, project: str = "", **changed: object) -> Posted:
        message: dict[str, object] = {
            "attributes": self._attributes(topic),
            "messageId": str(self._chance.randrange(10**15)),
        }
        home = f"projects/{project or self._project}/subscriptions"
        body = {"message": message | changed, "subscription": f"{home}/{topic}"}
        return {"data": json.dumps(body).encode(), "content_type": "application/json"}

    def _noise(self, topic: str) -> Posted:
        del topic
        size = self._chance.choice((0, 1, 100, 5_000))
        return {
            "data": self._chance.randbytes(size),
            "content_type": self._chance.choice(_KINDS),
            "headers": {"ce-type": "x"} if self._chance.random() < 0.5 else {},
        }

    def _json(self, topic: str) -> Posted:
        body = {"message": self._any(), "subscription": self._any()}
        if self._chance.random() < 0.5:
            body["subscription"] = f"projects/{self._project}/subscriptions/{topic}"
        data = json.dumps(body).encode()
        return {"data": data, "content_type": self._chance.choice(_KINDS[:2])}

    def _cut(self, topic: str) -> Posted:
        whole = self._push(topic)
        return whole | {"data": whole["data"][: self._chance.randrange(len(whole["data"]))]}

    def _deep(self, topic: str) -> Posted:
        del topic
        opening = self._chance.choice((b"[", b'{"message":', b'{"a":['))
        return {"data": opening * self._chance.randrange(1, 100_000)}

    def _kind(self, topic: str) -> Posted:
        return self._push(topic) | {"content_type": self._chance.choice(_KINDS[1:3])}

    def _method(self, topic: str) -> Posted:
        verbs = ("GET", "PUT", "DELETE", "PATCH", "OPTIONS")
        return self._push(topic) | {"method": self._chance.choice(verbs)}

    def _huge(self, topic: str) -> Posted:
        many = {f"{n}{self._text()}": "x" * 1024 for n in range(self._chance.choice((100, 1200)))}
        bad = {"run_id": "x" * 9_000, "eventType": "x" * 9_000}
        return self._push(topic, attributes=self._attributes(topic) | many | bad, messageId="1")

    def _foreign(self, topic: str) -> Posted:
        if self._chance.random() < 0.5:
            return self._push(topic, project=f"their-{self._text()}")
        return self._push(f"{topic}{self._chance.choice('-x/ ')}", data="")

    def _forged(self, topic: str) -> Posted:
        if topic == wire.UPLOAD:
            return self._bucket(topic)
        other = "".join(self._chance.choices("0123456789abcdef", k=20))
        paths = ("../../etc", "__all__", "a/b", "", "é" * 20, f"{self._event.id}/x", self._text())
        field = self._chance.choice(("run_id", "event_id"))
        forged = {field: other if self._chance.random() < 0.5 else self._chance.choice(paths)}
        return self._push(topic, attributes=self._attributes(topic) | forged)

    def _unknown(self, topic: str) -> Posted:
        field = "eventType" if topic == wire.UPLOAD else "name"
        unknown = {field: self._chance.choice(("OBJECT_DELETE", "run.erased", self._text(), ""))}
        return self._push(topic, attributes=self._attributes(topic) | unknown)

    def _bucket(self, topic: str) -> Posted:
        names = ("", "../x", "a\nb", "/", "x" * 2_000, "a/")
        forged = self._chance.choice(
            (
                {"bucketId": f"their-{self._text()}"},
                {"objectId": self._chance.choice(names), "bucketId": self._inbox},
            )
        )
        return self._push(topic, attributes={"eventType": "OBJECT_FINALIZE"} | forged)

    def _cloud_event(self, topic: str) -> Posted:
        event: dict[str, object] = {
            "type": self._chance.choice(
                (
                    "google.cloud.pubsub.topic.v1.messagePublished",
                    "google.cloud.storage.object.v1.finalized",
                    "google.cloud.storage.object.v1.deleted",
                )
            ),
            "source": f"//pubsub.googleapis.com/projects/their/topics/{topic}",
            "id": str(self._chance.randrange(10**15)),
            "data": self._any(),
        }
        data = json.dumps(event).encode()
        return {"data": data, "content_type": "application/cloudevents+json"}


@pytest.mark.parametrize("seed", [SEED, SEED + 1])
def test_strangers_change_nothing(
    ports: Ports, functions: Functions, project: str, seed: int
) -> None:
    """Fuzzed bodies, types, attributes, topics, buckets and ids: refused, and recorded each."""
    for topic in functions.topics:
        publisher_client().create_topic(name=f"projects/{project}/topics/{topic}")
    event = _begun(ports)
    strangers = Strangers(seed, event, project, ports.inbox)
    before = [ports.store.find(name) for name in _COLLECTIONS]
    clock = itertools.count(1_900_000_000)
    topics = [topic for topic in functions.topics if topic not in (event.name, wire.TICK)]

    for number in range(REQUESTS):
        topic, moment = topics[number % len(topics)], float(next(clock))
        here = replace(ports, now=lambda at=moment: at)  # type: ignore[misc]
        posted: Posted = {"method": "POST"} | strangers.next(topic)
        browser = Browser(functions.apps[functions.topics[topic]])
        answer = browser.open("/", environ_overrides={wire.PORTS: here}, **posted)
        told = f"request {number} of seed {seed} to {topic}: {answer.status}, {posted}"[:2_000]
        assert answer.status_code < 500, told
        assert len(ports.store.find("refusals", Where("at", "==", moment))) == 1, told

    assert [ports.store.find(name) for name in _COLLECTIONS] == before
    records = [found.load(Refusal) for found in ports.store.find("refusals")]
    assert _PERSON not in "".join(record.model_dump_json() for record in records)
    assert {record.why for record in records} == set(wire.Why)


def _begun(ports: Ports) -> Event:
    """Return an event of a run that has begun, which a stranger may know of."""
    cv, job = Upload("cv.txt", b"cv"), Upload("job.txt", b"job")
    start(ports, Submission(owner="ann", source="wire", cv=cv, job=job))
    events = [found.load(Event) for found in ports.store.find("events")]
    return next(event for event in events if event.name == "cv.received")
