"""Topics, push subscriptions and dead letters of the map, as a deployment makes them."""

from collections.abc import Mapping
from typing import Any

from google.protobuf.duration_pb2 import Duration
from google.pubsub_v1 import (
    DeadLetterPolicy,
    PublisherClient,
    PushConfig,
    RetryPolicy,
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
    retry = function["retry"]
    return Subscription(
        name=f"{root}/subscriptions/{topic}",
        topic=f"{root}/topics/{topic}",
        push_config=PushConfig(push_endpoint=url),
        ack_deadline_seconds=function["timeout"],
        retry_policy=RetryPolicy(
            minimum_backoff=Duration(seconds=retry["minimum"]),
            maximum_backoff=Duration(seconds=retry["maximum"]),
        ),
        dead_letter_policy=DeadLetterPolicy(
            dead_letter_topic=f"{root}/topics/{name}.dead",
            max_delivery_attempts=retry["deliveries"],
        ),
    )
