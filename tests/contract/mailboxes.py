"""The receiving end of each Bus, so that the tests can see what it delivers."""

import base64
import json
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from google.pubsub_v1 import PublisherClient, ReceivedMessage, SubscriberClient

from aicvgen.local.bus import Delivery, QueueBus

_PATIENCE = 10.0
"""Seconds a message may take to come."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """One delivery of one message."""

    data: bytes
    attributes: dict[str, str]
    acknowledge: Callable[[], object]
    refuse: Callable[[], object]
    """Let it come again."""


class Mailbox(Protocol):
    """What was published on some topics."""

    def take(self, topic: str, count: int) -> list[Delivered]:
        """Return so many deliveries of a topic, waiting for them a while."""

    def empty(self, topic: str) -> bool:
        """Return whether nothing waits on a topic."""


class QueueMailbox:
    """Takes from the queue in memory, letting its time pass when nothing is due."""

    def __init__(self, bus: QueueBus, pass_time: Callable[[float], None]) -> None:
        self._bus = bus
        self._pass_time = pass_time
        self._taken: list[Delivery] = []

    def take(self, topic: str, count: int) -> list[Delivered]:
        """Return so many deliveries of a topic."""
        taken: list[Delivery] = []
        while len(taken) < count:
            self._collect()
            index = [one.topic for one in self._taken].index(topic)
            taken.append(self._taken.pop(index))
        return [self._delivered(one) for one in taken]

    def empty(self, topic: str) -> bool:
        """Return whether nothing waits on a topic."""
        self._collect()
        return topic not in [one.topic for one in self._taken]

    def _collect(self) -> None:
        while (due := self._bus.next_due()) is not None:
            self._pass_time(due)
            delivery = self._bus.take()
            assert delivery is not None, "what is due is there"
            self._taken.append(delivery)

    def _delivered(self, delivery: Delivery) -> Delivered:
        message = json.loads(delivery.body)["message"]
        return Delivered(
            data=base64.b64decode(message["data"]),
            attributes=message["attributes"],
            acknowledge=lambda: None,
            refuse=lambda: self._bus.again(delivery),
        )


class PubSubMailbox:
    """Pulls from a subscription per topic."""

    def __init__(
        self,
        publisher: PublisherClient,
        subscriber: SubscriberClient,
        project: str,
        topics: Iterable[str],
    ) -> None:
        self._subscriber = subscriber
        self._root = f"projects/{project}"
        for topic in topics:
            name = f"{self._root}/topics/{topic}"
            publisher.create_topic(name=name)
            subscriber.create_subscription(name=self._subscription(topic), topic=name)

    def take(self, topic: str, count: int) -> list[Delivered]:
        """Return so many deliveries of a topic; raises DeadlineExceeded if they do not come."""
        subscription, taken = self._subscription(topic), list[Delivered]()
        while len(taken) < count:
            request = {"subscription": subscription, "max_messages": count - len(taken)}
            pulled = self._subscriber.pull(request, timeout=_PATIENCE)
            taken += [self._delivered(subscription, one) for one in pulled.received_messages]
        return taken

    def empty(self, topic: str) -> bool:
        """Return whether nothing waits on a topic."""
        request = {
            "subscription": self._subscription(topic),
            "max_messages": 1,
            "return_immediately": True,
        }
        with warnings.catch_warnings():
            # It is slow on the real service; here it is the question to ask.
            warnings.simplefilter("ignore", DeprecationWarning)
            return not self._subscriber.pull(request, timeout=_PATIENCE).received_messages

    def _subscription(self, topic: str) -> str:
        return f"{self._root}/subscriptions/{topic}"

    def _delivered(self, subscription: str, received: ReceivedMessage) -> Delivered:
        ids = {"subscription": subscription, "ack_ids": [received.ack_id]}
        return Delivered(
            data=received.message.data,
            attributes=dict(received.message.attributes),
            acknowledge=lambda: self._subscriber.acknowledge(ids),
            refuse=lambda: self._subscriber.modify_ack_deadline(ids | {"ack_deadline_seconds": 0}),
        )
