"""The clients of Google's libraries: each made at its first use, kept, and shared by all threads.

The libraries are imported there too, so that a function loads and bundles only what it uses. The
variables `FIRESTORE_EMULATOR_HOST`, `PUBSUB_EMULATOR_HOST` and `STORAGE_EMULATOR_HOST` lead to
emulators, as with every other program.
"""

import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    import grpc
    from google.cloud.firestore_v1.services.firestore import FirestoreClient
    from google.cloud.storage import Client as StorageClient
    from google.pubsub_v1 import PublisherClient, SubscriberClient

T = TypeVar("T")


class Lazy(Generic[T]):
    """Something made by the first who asks for it."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: list[T] = []

    def __call__(self) -> T:
        """Return it; any thread may ask."""
        with self._lock:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]


def firestore_client() -> "FirestoreClient":
    """Return a client of Firestore's own API; the larger one above it hides preconditions."""
    from google.cloud.firestore_v1.services.firestore import FirestoreClient  # noqa: PLC0415
    from google.cloud.firestore_v1.services.firestore.transports import (  # noqa: PLC0415
        FirestoreGrpcTransport,
    )

    host = os.environ.get("FIRESTORE_EMULATOR_HOST")
    if host:
        return FirestoreClient(transport=FirestoreGrpcTransport(channel=_insecure(host)))
    return FirestoreClient()


def publisher_client() -> "PublisherClient":
    """Return a client of Pub/Sub's own API; the larger one above it publishes in the background.

    A function's instance may stand still after its answer, and with it what happens there.
    """
    from google.pubsub_v1 import PublisherClient  # noqa: PLC0415
    from google.pubsub_v1.services.publisher.transports import (  # noqa: PLC0415
        PublisherGrpcTransport,
    )

    host = os.environ.get("PUBSUB_EMULATOR_HOST")
    if host:
        return PublisherClient(transport=PublisherGrpcTransport(channel=_insecure(host)))
    return PublisherClient()


def subscriber_client() -> "SubscriberClient":
    """Return a client that pulls; only dead letters are pulled, all else is pushed."""
    from google.pubsub_v1 import SubscriberClient  # noqa: PLC0415
    from google.pubsub_v1.services.subscriber.transports import (  # noqa: PLC0415
        SubscriberGrpcTransport,
    )

    host = os.environ.get("PUBSUB_EMULATOR_HOST")
    if host:
        return SubscriberClient(transport=SubscriberGrpcTransport(channel=_insecure(host)))
    return SubscriberClient()


def storage_client(project: str) -> "StorageClient":
    """Return a client of Cloud Storage."""
    from google.cloud.storage import Client  # noqa: PLC0415

    return Client(project=project)


def _insecure(host: str) -> "grpc.Channel":
    import grpc  # noqa: PLC0415

    unlimited = [("grpc.max_send_message_length", -1), ("grpc.max_receive_message_length", -1)]
    return grpc.insecure_channel(host, options=unlimited)
