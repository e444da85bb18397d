"""Messages through Pub/Sub: one topic per event name, no ordering."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from aicvgen import wire
from aicvgen.cloud.calls import ATTEMPT_SECONDS, call
from aicvgen.cloud.clients import Lazy
from aicvgen.ports import Message

if TYPE_CHECKING:
    from google.pubsub_v1 import PublisherClient

_MOST = 1000
"""Messages in one request; Pub/Sub's limit."""


class TopicBus:
    """The Bus contract on Pub/Sub: when `publish` returns, Pub/Sub has stored the messages."""

    def __init__(self, client: "Lazy[PublisherClient]", project: str) -> None:
        self._client = client
        self._project = project

    def publish(self, messages: Sequence[Message]) -> None:
        """Hand over messages about events, one request for all of a topic."""
        by_topic: dict[str, list[Message]] = defaultdict(list)
        for message in messages:
            by_topic[message.name].append(message)
        for name, together in by_topic.items():
            for first in range(0, len(together), _MOST):
                self._publish(name, together[first : first + _MOST])

    def _publish(self, name: str, messages: Sequence[Message]) -> None:
        request = {
            "topic": f"projects/{self._project}/topics/{name}",
            "messages": [
                {"data": wire.DATA, "attributes": wire.attributes_of(message)}
                for message in messages
            ],
        }
        call(lambda: self._client().publish(request, retry=None, timeout=ATTEMPT_SECONDS))
