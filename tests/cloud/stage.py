"""The whole cloud flow on this machine: emulators, buckets, topics, a process per function."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

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
from aicvgen.domain.events import Event
from aicvgen.flow.writes import message_of
from aicvgen.keys import BUCKETS
from aicvgen.local.functions import load_map, topics_of
from aicvgen.settings import Settings

from .collector import Received, collecting
from .emulators import Emulators, announce_uploads
from .processes import FunctionProcess, Program, programs_of, serving_functions
from .topics import make_topics

T = TypeVar("T")

_LOOK_SECONDS = 0.1
_COMMAND = "import sys; from aicvgen.cli.main import main; sys.exit(main())"


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
    answers: Mapping[str, str]
    """Topic → the name of the function that answers it."""

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

    def repeat(self, event: Event) -> None:
        """Publish the message about an event once more."""
        self.publish(event.name, wire.attributes_of(message_of(event)))

    def push(self, event: Event) -> int:
        """Deliver a message about an event once more; return what its function answers."""
        topic = f"projects/{self.project}/subscriptions/{event.name}"
        said = {"attributes": wire.attributes_of(message_of(event)), "messageId": "1"}
        body = json.dumps({"message": said, "subscription": topic}).encode()
        return self.processes[self.answers[event.name]].ask("POST", "/", body)[0]

    def status(self, folder: str, job: str = "job") -> dict[str, Any] | None:
        """Return what `status.json` of a result says; None if there is none yet."""
        key = f"outbox/{folder}/{job}/status.json"
        if not self.files.list(key):
            return None
        status: dict[str, Any] = json.loads(self.files.get(key))
        return status

    def await_status(self, folder: str, seconds: float = 120.0) -> dict[str, Any]:
        """Wait for a result; raises TimeoutError with the ends of the functions' logs."""
        return self.await_(lambda: self.status(folder), f"a result in {folder}", seconds)

    def await_(self, look: Callable[[], T | None], what: str, seconds: float = 120.0) -> T:
        """Look until there is something, and return it; raises TimeoutError as above."""
        until = time.monotonic() + seconds
        while (seen := look()) is None:
            if time.monotonic() > until:
                raise TimeoutError(f"There is not {what}.\n{self.logs()[-4_000:]}")
            time.sleep(_LOOK_SECONDS)
        return seen

    def command(self, *arguments: str) -> Any:
        """Return what `aicvgen` with these arguments prints as JSON."""
        line = [sys.executable, "-c", _COMMAND, *arguments, "--json"]
        environment = os.environ | self.environment
        told = subprocess.run(line, env=environment, check=True, capture_output=True, text=True)
        return json.loads(told.stdout)

    def logs(self) -> str:
        """Return what all functions have logged."""
        return "".join(process.log.read_text() for process in self.processes.values())


@contextmanager
def staged(
    emulators: Emulators,
    project: str,
    programs: Mapping[str, Program] | None = None,
    changes: Mapping[str, Mapping[str, Any]] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Stage]:
    """Set everything up in a project of its own until the block ends.

    The functions run from the sources if no `programs` are given. `changes` are keys of the map
    that differ, by function; `environment` is given to all of them besides. The emulators'
    variables must be in this process's own.
    """
    folder = Settings().functions
    functions: dict[str, dict[str, Any]] = {
        name: {**one, **(changes or {}).get(name, {})} for name, one in load_map(folder).items()
    }
    answers = {
        topic: name for name, one in functions.items() for topic in topics_of(one["trigger"])
    }
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
        given |= environment or {}
        programs = programs or programs_of(folder, functions)
        with serving_functions(programs, functions, given, Path(logs)) as processes:
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
                    answers,
                )
            finally:
                emulators.objects.announce.remove(announce)
