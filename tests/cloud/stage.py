"""The whole cloud flow on this machine: emulators, buckets, topics, a process per function."""

import json
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from google.pubsub_v1 import PublisherClient, PubsubMessage, SubscriberClient

from aicvgen import wire
from aicvgen.cloud.clients import (
    Lazy,
    firestore_client,
    publisher_client,
    storage_client,
    subscriber_client,
)
from aicvgen.cloud.files import BucketFiles
from aicvgen.cloud.store import FirestoreStore
from aicvgen.keys import BUCKETS
from aicvgen.local.functions import load_map
from aicvgen.settings import Settings

from .collector import Received, collecting
from .emulators import Emulators, announce_uploads
from .processes import FunctionProcess, serving_functions
from .topics import make_topics

_LOOK_SECONDS = 0.1


@dataclass
class Stage:
    """What a person, or a fault, can do to it."""

    emulators: Emulators
    project: str
    environment: Mapping[str, str]
    processes: Mapping[str, FunctionProcess]
    store: FirestoreStore
    files: BucketFiles
    publisher: PublisherClient
    subscriber: SubscriberClient
    received: Received

    def upload(self, folder: str, name: str, data: bytes) -> None:
        """Put a file into a folder `<owner>/<name>` of the inbox bucket, as a person would."""
        self.files.put(f"inbox/{folder}/{name}", data, replace=True)

    def tick(self) -> None:
        """Let the scheduler ask for a sweep."""
        self.publish(wire.TICK, {})

    def publish(self, topic: str, attributes: Mapping[str, str]) -> None:
        """Publish a message as somebody else may."""
        message = PubsubMessage(data=wire.DATA, attributes=attributes)
        self.publisher.publish(topic=f"projects/{self.project}/topics/{topic}", messages=[message])

    def status(self, folder: str, job: str = "job") -> dict[str, Any] | None:
        """Return what `status.json` of a result says; None if there is none yet."""
        key = f"outbox/{folder}/{job}/status.json"
        if not self.files.list(key):
            return None
        status: dict[str, Any] = json.loads(self.files.get(key))
        return status

    def await_status(self, folder: str, seconds: float = 60.0) -> dict[str, Any]:
        """Wait for a result; raises TimeoutError with the ends of the functions' logs."""
        until = time.monotonic() + seconds
        while (status := self.status(folder)) is None:
            if time.monotonic() > until:
                raise TimeoutError(f"No result in {folder}.\n{self.logs()[-4_000:]}")
            time.sleep(_LOOK_SECONDS)
        return status

    def logs(self) -> str:
        """Return what all functions have logged."""
        return "".join(process.log.read_text() for process in self.processes.values())


@contextmanager
def staged(emulators: Emulators, project: str, **changes: Any) -> Iterator[Stage]:
    """Set everything up in a project of its own until the block ends.

    `changes` are keys of the map that differ for every function. The emulators' variables must be
    in the environment.
    """
    folder = Settings().functions
    functions = {name: one | changes for name, one in load_map(folder).items()}
    buckets = {ours: f"{project}-{ours}" for ours in BUCKETS}
    publisher, subscriber = publisher_client(), subscriber_client()
    with (
        tempfile.TemporaryDirectory() as logs,
        storage_client(project) as storage,
        collecting() as (endpoint, received),
    ):
        for bucket in buckets.values():
            storage.create_bucket(bucket)
        settings = {"backend": "cloud", "project": project, "traces": "otlp"}
        settings |= {f"{ours}_bucket": bucket for ours, bucket in buckets.items()}
        given = {f"AICVGEN_{name.upper()}": value for name, value in settings.items()}
        given |= emulators.environment | {"OTEL_EXPORTER_OTLP_ENDPOINT": endpoint}
        with serving_functions(folder, functions, given, Path(logs)) as processes:
            urls = {name: process.url for name, process in processes.items()}
            make_topics(publisher, subscriber, project, functions, urls)
            uploads = f"projects/{project}/topics/{wire.UPLOAD}"
            announce = announce_uploads(publisher, buckets["inbox"], uploads)
            emulators.objects.announce.append(announce)
            try:
                yield Stage(
                    emulators,
                    project,
                    given,
                    processes,
                    FirestoreStore(Lazy(firestore_client), project, "(default)"),
                    BucketFiles(Lazy(lambda: storage), buckets),
                    publisher,
                    subscriber,
                    received,
                )
            finally:
                emulators.objects.announce.remove(announce)
