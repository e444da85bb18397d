"""The emulators of Firestore, Pub/Sub and Cloud Storage, for one session of tests or a demo."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import grpc
from google.cloud.firestore_v1.services.firestore import FirestoreClient
from google.cloud.firestore_v1.services.firestore.transports import FirestoreGrpcTransport
from google.pubsub_v1 import PublisherClient, PubsubMessage
from google.pubsub_v1.services.publisher.transports import PublisherGrpcTransport

from .strict_storage import Announce, AnnouncedStorage, Object, notification, serving

HOW_TO_GET = (
    "needs Java and the emulators of the Google Cloud CLI:"
    " gcloud components install cloud-firestore-emulator pubsub-emulator"
    " (Debian: google-cloud-cli-firestore-emulator, google-cloud-cli-pubsub-emulator)"
)
_JARS = {
    "firestore": "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar",
    "pubsub": "platform/pubsub-emulator/lib/cloud-pubsub-emulator-*-all.jar",
}
_SMALL = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-Duser.language=en")
_START_SECONDS = 60.0


class Absent(Exception):  # noqa: N818  named for what it is
    """The emulators are not installed; `str()` says how to get them."""


@dataclass(frozen=True, slots=True)
class Emulators:
    """The running emulators; a project of its own keeps a test apart from all others."""

    firestore: str
    pubsub: str
    storage: str
    objects: AnnouncedStorage
    firestore_process: "subprocess.Popen[bytes]"
    """To let it stand still."""

    @property
    def environment(self) -> dict[str, str]:
        """Return the variables that lead every client here."""
        return {
            "FIRESTORE_EMULATOR_HOST": self.firestore,
            "PUBSUB_EMULATOR_HOST": self.pubsub,
            "STORAGE_EMULATOR_HOST": self.storage,
        }


@contextmanager
def running() -> Iterator[Emulators]:
    """Run the emulators on free ports until the block ends; raises `Absent`.

    The jars are started without the command line tool around them: that is faster, and one
    process each, which ends when told to.
    """
    java, jars = shutil.which("java"), {name: _jar(pattern) for name, pattern in _JARS.items()}
    if java is None or None in jars.values():
        raise Absent(HOW_TO_GET)
    ports = dict(zip(("firestore", "pubsub", "storage"), free_ports(3), strict=True))
    hosts = {name: f"127.0.0.1:{port}" for name, port in ports.items()}
    main = "com.google.cloud.datastore.emulator.firestore.CloudFirestore"
    commands = {
        "firestore": ["-cp", str(jars["firestore"]), main, "start"],
        "pubsub": ["-jar", str(jars["pubsub"])],
    }
    with ExitStack() as stack:
        started = {}
        for name, command in commands.items():
            where = ["--host=127.0.0.1", f"--port={ports[name]}"]
            started[name] = stack.enter_context(_process([java, *_SMALL, *command, *where]))
        objects = stack.enter_context(serving(ports["storage"]))
        _await_firestore(hosts["firestore"])
        _await_pubsub(hosts["pubsub"])
        yield Emulators(
            hosts["firestore"],
            hosts["pubsub"],
            f"http://{hosts['storage']}",
            objects,
            started["firestore"],
        )


def announce_uploads(publisher: PublisherClient, bucket: str, topic: str) -> Announce:
    """Return what tells a topic about every object that is finished in a bucket."""

    def announce(stored: Object) -> None:
        if stored["bucket"] == bucket:
            data, attributes = notification(stored)
            message = PubsubMessage(data=data, attributes=attributes)
            publisher.publish(topic=topic, messages=[message])

    return announce


def _jar(pattern: str) -> Path | None:
    gcloud = shutil.which("gcloud")
    if gcloud is None:
        return None
    return next(iter(sorted(Path(gcloud).resolve().parents[1].glob(pattern))), None)


def free_ports(count: int) -> list[int]:
    """Return ports of this machine that nobody uses at this moment."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


@contextmanager
def _process(command: list[str]) -> Iterator["subprocess.Popen[bytes]"]:
    quiet = subprocess.DEVNULL  # every refused request would be told at length
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def _await_firestore(host: str) -> None:
    """Wait for an answer: an open port is not enough."""
    with _channel(host) as channel:
        client = FirestoreClient(transport=FirestoreGrpcTransport(channel=channel))
        database = "projects/none/databases/(default)"
        request = {"database": database, "documents": [f"{database}/documents/a/b"]}
        list(client.batch_get_documents(request, timeout=_START_SECONDS))


def _await_pubsub(host: str) -> None:
    with _channel(host) as channel:
        client = PublisherClient(transport=PublisherGrpcTransport(channel=channel))
        list(client.list_topics(project="projects/none", timeout=_START_SECONDS))


@contextmanager
def _channel(host: str) -> Iterator[grpc.Channel]:
    often = [("grpc.initial_reconnect_backoff_ms", 50), ("grpc.max_reconnect_backoff_ms", 100)]
    with grpc.insecure_channel(host, options=often) as channel:
        grpc.channel_ready_future(channel).result(_START_SECONDS)
        yield channel
