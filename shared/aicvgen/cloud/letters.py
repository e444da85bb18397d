"""Dead letters: messages that Pub/Sub delivered too often without an acknowledgement.

A message about an event is only a hint; its event is a document, which the sweep publishes again
and which dies by itself. But what a bucket tells is told once: here it waits to be published again.
"""

from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from google.api_core.exceptions import DeadlineExceeded

from aicvgen.cloud.calls import ATTEMPT_SECONDS, call
from aicvgen.cloud.clients import Lazy
from aicvgen.ports import Letter

if TYPE_CHECKING:
    from google.pubsub_v1 import PublisherClient, PubsubMessage, ReceivedMessage, SubscriberClient

_MOST = 1000
_WAIT_SECONDS = 2.0
"""How long an empty subscription is asked."""
_MARK = "CloudPubSubDeadLetterSource"
"""How the names of the attributes begin that Pub/Sub adds to a dead letter."""


class DeadLetters:
    """The subscriptions `<function>.dead`."""

    def __init__(
        self,
        publisher: "Lazy[PublisherClient]",
        subscriber: "Lazy[SubscriberClient]",
        project: str,
        functions: Sequence[str],
    ) -> None:
        self._publisher = publisher
        self._subscriber = subscriber
        self._root = f"projects/{project}"
        self._names = [f"{self._root}/subscriptions/{name}.dead" for name in functions]

    def list(self) -> Sequence[Letter]:
        """Return the letters, and leave them where they are."""
        held = self._held()
        for name, received in held:
            self._give_back(name, received)
        return [_letter(received.message) for _, received in held]

    def redrive(self, ids: Collection[str]) -> Sequence[Letter]:
        """Publish these letters again, each where it came from; return which there were."""
        redriven = []
        for name, received in self._held() if ids else ():
            letter = _letter(received.message)
            if letter.id in ids:
                self._publish(letter.topic, received.message)
                self._acknowledge(name, received)
                redriven.append(letter)
            else:
                self._give_back(name, received)
        return redriven

    def _held(self) -> "Sequence[tuple[str, ReceivedMessage]]":
        """Return what waits, each with its subscription; for some seconds nobody else gets it."""
        with ThreadPoolExecutor(len(self._names)) as asking:
            pulled = asking.map(self._pulled, self._names)
            found = zip(self._names, pulled, strict=True)
            return [(name, received) for name, some in found for received in some]

    def _pulled(self, name: str) -> "Iterable[ReceivedMessage]":
        """Return what waits on a subscription.

        An answer need not hold all that waits; what came is held back until we give it back, so
        that the next one holds more.
        """
        client, held = self._subscriber(), dict[str, "ReceivedMessage"]()
        while True:
            answered = call(lambda: _answered(client, name))
            fresh = {one.message.message_id: one for one in answered}
            if not fresh.keys() - held.keys():
                return (held | fresh).values()
            held |= fresh

    def _give_back(self, name: str, received: "ReceivedMessage") -> None:
        request: dict[str, object] = {"subscription": name, "ack_ids": [received.ack_id]}
        request["ack_deadline_seconds"] = 0
        client = self._subscriber()
        call(lambda: client.modify_ack_deadline(request, retry=None, timeout=ATTEMPT_SECONDS))

    def _acknowledge(self, name: str, received: "ReceivedMessage") -> None:
        request = {"subscription": name, "ack_ids": [received.ack_id]}
        call(lambda: self._subscriber().acknowledge(request, retry=None, timeout=ATTEMPT_SECONDS))

    def _publish(self, topic: str, message: "PubsubMessage") -> None:
        own = {
            name: value for name, value in message.attributes.items() if not name.startswith(_MARK)
        }
        request = {
            "topic": f"{self._root}/topics/{topic}",
            "messages": [{"data": message.data, "attributes": own}],
        }
        call(lambda: self._publisher().publish(request, retry=None, timeout=ATTEMPT_SECONDS))


def _answered(client: "SubscriberClient", name: str) -> "Sequence[ReceivedMessage]":
    request = {"subscription": name, "max_messages": _MOST}
    try:
        answer = client.pull(request, retry=None, timeout=_WAIT_SECONDS)
    except DeadlineExceeded:
        return ()
    received: Sequence[ReceivedMessage] = answer.received_messages
    return received


def _letter(message: "PubsubMessage") -> Letter:
    said = message.attributes
    return Letter(
        id=message.message_id,
        topic=said[f"{_MARK}Subscription"],
        deliveries=int(said[f"{_MARK}DeliveryCount"]),
    )
