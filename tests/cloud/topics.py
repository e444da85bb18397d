"""Topics, push subscriptions and dead letters of the map, as a deployment makes them.

But for the pauses between deliveries. Under a retry policy Pub/Sub's emulator never delivers again
what was refused three times, if another message of the subscription was refused in the same second;
without one it tries every second, as long as need be.
"""

from collections.abc import Mapping
from typing import Any

from google.pubsub_v1 import (
    DeadLetterPolicy,
    PublisherClient,
    PushConfig,
    SubscriberClient,
    Subscription,
)

from aicvgen.local.functions import topics_of

Function = Mapping[str, Any]


def make_topics(
    publisher: PublisherClient,
    subscriber: SubscriberClient,
    project: str,
    functions: Mapping[str, Function],
    urls: Mapping[str, str],
) -> None:
    """Make all topics, and then a subscription of each that pushes to its function."""
    root = f"projects/{project}"
    for name, function in functions.items():
        dead = f"{root}/topics/{name}.dead"
        publisher.create_topic(name=dead)
        subscriber.create_subscription(name=f"{root}/subscriptions/{name}.dead", topic=dead)
        for topic in topics_of(function["trigger"]):
            publisher.create_topic(name=f"{root}/topics/{topic}")
    for name, function in functions.items():
        for topic in topics_of(function["trigger"]):
            subscriber.create_subscription(_subscription(root, topic, name, function, urls[name]))


def _subscription(root: str, topic: str, name: str, function: Function, url: str) -> Subscription:
    return Subscription(
        name=f"{root}/subscriptions/{topic}",
        topic=f"{root}/topics/{topic}",
        push_config=PushConfig(push_endpoint=url),
        ack_deadline_seconds=function["timeout"],
        dead_letter_policy=DeadLetterPolicy(
            dead_letter_topic=f"{root}/topics/{name}.dead",
            max_delivery_attempts=function["retry"]["deliveries"],
        ),
    )
