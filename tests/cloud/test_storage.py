"""What Cloud Storage has beyond the Files contract: content types, links, announcements."""

import json
from collections.abc import Iterator
from email.message import Message
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from google.auth.credentials import Credentials as BaseCredentials
from google.cloud.storage import Client
from google.oauth2.service_account import Credentials

from aicvgen.cloud.clients import Lazy, publisher_client, storage_client, subscriber_client
from aicvgen.cloud.files import BucketFiles
from aicvgen.cloud.signing import signer

from .emulators import Emulators, announce_uploads


@pytest.fixture(scope="module")
def signing() -> Credentials:
    """Return a service account with a key made for this test."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    info = {
        "client_email": "signer@test.iam.example",
        "private_key": pem.decode(),
        "token_uri": "https://token.example/",
    }
    made: Credentials = Credentials.from_service_account_info(info)
    return made


@pytest.fixture
def client(emulators: Emulators, project: str, signing: Credentials) -> Iterator[Client]:
    """Return a client of the emulator that can sign."""
    options = {"api_endpoint": emulators.storage}
    with Client(project=project, credentials=signing, client_options=options) as made:
        yield made


@pytest.fixture
def files(project: str, buckets: dict[str, str]) -> Iterator[BucketFiles]:
    """Return an empty file storage."""
    with storage_client(project) as client:
        yield BucketFiles(Lazy(lambda: client), buckets)


@pytest.fixture
def signed(client: Client, buckets: dict[str, str]) -> BucketFiles:
    """Return the same files for somebody who can sign, which an emulator's own client cannot."""
    return BucketFiles(Lazy(lambda: client), buckets)


def test_a_link_gives_the_file_its_name_and_kind(files: BucketFiles, signed: BucketFiles) -> None:
    """Whoever has the link gets the bytes, as a download under the name that was wished."""
    files.put("outbox/ann/cv.pdf", b"%PDF-1.7")

    link = signed.link("outbox/ann/cv.pdf", seconds=60, name="Zoë – CV.pdf")

    with urlopen(link) as answer:  # noqa: S310  the emulator's address
        assert answer.read() == b"%PDF-1.7"
        assert answer.headers["Content-Type"] == "application/pdf"
        disposition = Message()
        disposition["Content-Disposition"] = answer.headers["Content-Disposition"]
        assert disposition.get_filename() == "Zoë – CV.pdf"
    assert "response-content-type=application%2Fpdf" in link


def test_a_link_ends(files: BucketFiles, signed: BucketFiles) -> None:
    """After its time a link gives nothing."""
    files.put("outbox/ann/cv.pdf", b"%PDF-1.7")

    with pytest.raises(HTTPError, match="400") as refused:
        urlopen(signed.link("outbox/ann/cv.pdf", seconds=-1, name="cv.pdf"))  # noqa: S310
    refused.value.close()


class Metadata(BaseCredentials):
    """A service account as a function has it: a token, and no key to sign with."""

    service_account_email = "default"

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def refresh(self, request: object) -> None:
        """Ask who we are."""
        del request
        self.token, self.service_account_email = "token", "us@test.iam.example"


def test_without_a_key_the_service_account_signs(project: str) -> None:
    """Then Google's own API signs, for whom the refreshed credentials name."""
    with Client(project=project, credentials=Metadata()) as client:
        expected = {"service_account_email": "us@test.iam.example", "access_token": "token"}

        assert signer(client) == expected


def test_a_finished_upload_is_announced(
    emulators: Emulators, files: BucketFiles, project: str
) -> None:
    """As in the cloud: one message per finished object of the bucket, on the topic of uploads."""
    publisher, subscriber = publisher_client(), subscriber_client()
    topic, subscription = (
        f"projects/{project}/topics/upload",
        f"projects/{project}/subscriptions/uploads",
    )
    publisher.create_topic(name=topic)
    subscriber.create_subscription(name=subscription, topic=topic)
    emulators.objects.announce.append(announce_uploads(publisher, f"{project}-inbox", topic))

    files.put("runs/elsewhere", b"x")
    files.put("inbox/ann/one/cv.pdf", b"%PDF-1.7")

    (stored,) = files.list("inbox/")
    pulled = subscriber.pull(subscription=subscription, max_messages=10, timeout=10)
    (message,) = [one.message for one in pulled.received_messages]
    assert message.attributes["eventType"] == "OBJECT_FINALIZE"
    assert message.attributes["objectId"] == "ann/one/cv.pdf"
    assert message.attributes["objectGeneration"] == str(stored.generation)
    assert json.loads(message.data)["contentType"] == "application/pdf"
