"""Every way in which Google delivers is understood; everything else is refused for a reason."""

import base64
import json
from typing import Any

import pytest
from flask import Flask, Request, request

from aicvgen import wire
from aicvgen.ports import Message
from aicvgen.wire import Refused, Why

RUN, EVENT = "0123456789abcdef0123", "fedcba9876543210fedc"
MESSAGE = Message(RUN, EVENT, "cv.received", 3, "00-1-2-01")
TOPICS = ("cv.received", "job.received")
PUBSUB = "google.cloud.pubsub.topic.v1.messagePublished"
STORAGE = "google.cloud.storage.object.v1.finalized"
SOURCE = "//pubsub.googleapis.com/projects/prj/topics/cv.received"
BUCKET = "//storage.googleapis.com/projects/_/buckets/in"
STORED = {"bucket": "in", "name": "ann/one/cv.pdf"}
NOTICE = {"eventType": "OBJECT_FINALIZE", "bucketId": "in", "objectId": "ann/one/cv.pdf"}


def _request(body: bytes, **more: Any) -> Request:
    """Return a request as a function gets it."""
    with Flask("test").test_request_context("/", method="POST", data=body, **more):
        return request._get_current_object()  # type: ignore[attr-defined,no-any-return]  # noqa: SLF001


def _push(topic: str, project: str = "prj", **message: Any) -> bytes:
    subscription = f"projects/{project}/subscriptions/{topic}"
    return json.dumps({"message": message, "subscription": subscription}).encode()


def _event(**attributes: str) -> dict[str, Any]:
    return {"attributes": wire.attributes_of(MESSAGE) | attributes, "messageId": "17"}


def _base64(said: object) -> str:
    return base64.b64encode(json.dumps(said).encode()).decode()


def _binary(kind: str, source: str, said: object, **more: str) -> Request:
    headers = {"ce-specversion": "1.0", "ce-type": kind, "ce-source": source, "ce-id": "17"}
    body = b"" if said is None else json.dumps(said).encode()
    return _request(body, headers=headers | more, content_type="application/json")


def _structured(kind: str, source: str, **said: object) -> Request:
    event = {"specversion": "1.0", "type": kind, "source": source, "id": "17"} | said
    return _request(json.dumps(event).encode(), content_type="application/cloudevents+json")


@pytest.mark.parametrize(
    "came",
    [
        _request(_push("cv.received", **_event())),
        _request(_push("cv.received", **_event(), data=None), content_type="application/json"),
        _binary(PUBSUB, SOURCE, {"message": _event(), "subscription": "projects/prj/x/eventarc"}),
        _structured(PUBSUB, SOURCE, data={"message": _event()}),
        _structured(PUBSUB, SOURCE, data_base64=_base64({"message": _event()})),
    ],
    ids=["push", "push without data", "binary", "structured", "structured base64"],
)
def test_an_event_is_heard_however_it_comes(came: Request):
    """Wrapped push and both forms of CloudEvent say the same."""
    assert wire.about_event(came, "prj", TOPICS) == MESSAGE


@pytest.mark.parametrize(
    "came",
    [
        _request(_push("upload", attributes=NOTICE, data=_base64(STORED))),
        _request(_push("upload", attributes=NOTICE)),
        _request(_push("upload", data=_base64(STORED))),
        _request(_push("upload", data=_base64(STORED), attributes=None)),
        _binary(STORAGE, BUCKET, STORED),
        _binary(STORAGE, BUCKET, None, **{"ce-subject": "objects/ann/one/cv.pdf"}),
        _structured(STORAGE, BUCKET, data=STORED),
    ],
    ids=["whole", "no data", "no attributes", "null", "binary", "no body", "structured"],
)
def test_an_upload_is_heard_however_it_comes(came: Request):
    """A notification without its data or its attributes still names the file."""
    assert wire.about_upload(came, "prj", "in") == "inbox/ann/one/cv.pdf"


def test_what_the_local_server_sends_is_heard():
    """The local server's own bodies are pushes like any other."""
    local = wire.LOCAL_PROJECT
    assert wire.about_event(_request(wire.encode(MESSAGE)), local, TOPICS) == MESSAGE
    upload = _request(wire.encode_upload("inbox/ann/one/cv.pdf"))
    assert wire.about_upload(upload, local, wire.LOCAL_INBOX) == "inbox/ann/one/cv.pdf"
    wire.about_tick(_request(wire.encode_tick()), local)


@pytest.mark.parametrize(
    ("why", "came"),
    [
        (Why.METHOD, _request(b"", environ_overrides={"REQUEST_METHOD": "GET"})),
        (Why.CONTENT_TYPE, _request(b"{}", content_type="text/plain")),
        (Why.TOO_LARGE, _request(b"x" * (1024 * 1024 + 1))),
        (Why.MALFORMED, _request(b"")),
        (Why.MALFORMED, _request(b"[" * 100_000)),
        (Why.MALFORMED, _request(b'{"message": 3}')),
        (Why.MALFORMED, _request(_push("cv.received", **_event(), data="not base64!"))),
        (Why.MALFORMED, _request(_push("cv.received", attributes={}))),
        (Why.MALFORMED, _request(_push("cv.received", **_event(run_id="../../etc")))),
        (Why.MALFORMED, _request(_push("cv.received", **_event(revision="-1")))),
        (Why.FOREIGN_TOPIC, _request(b'{"message": {}}')),
        (Why.FOREIGN_TOPIC, _request(_push("cv.received", "theirs", **_event()))),
        (Why.FOREIGN_TOPIC, _request(_push("draft.approved", **_event()))),
        (Why.FOREIGN_TOPIC, _binary(PUBSUB, SOURCE + "s", {"message": _event()})),
        (Why.EVENT_TYPE, _request(_push("cv.received", **_event(name="job.received")))),
        (Why.EVENT_TYPE, _binary("com.example.other", SOURCE, {})),
        (Why.EVENT_TYPE, _binary(STORAGE, BUCKET, STORED)),
    ],
)
def test_what_is_no_event_of_ours_is_refused(why: Why, came: Request):
    """Each refusal says why."""
    with pytest.raises(Refused) as refused:
        wire.about_event(came, "prj", TOPICS)
    assert refused.value.why is why


@pytest.mark.parametrize(
    ("why", "changed"),
    [
        (Why.EVENT_TYPE, {"eventType": "OBJECT_DELETE"}),
        (Why.FOREIGN_BUCKET, {"bucketId": "theirs"}),
        (Why.NO_FILE, {"objectId": "../runs/x"}),
        (Why.NO_FILE, {"objectId": "ann/one/"}),
    ],
)
def test_what_is_no_upload_of_ours_is_refused(why: Why, changed: dict[str, str]):
    """Other events, other people's buckets and names of no file are refused."""
    came = _request(_push("upload", attributes=NOTICE | changed, messageId="17"))
    with pytest.raises(Refused) as refused:
        wire.about_upload(came, "prj", "in")
    assert (refused.value.why, refused.value.message_id) == (why, "17")


def test_only_what_is_not_ours_stays_in_its_subscription():
    """What no second delivery mends is acknowledged; another's message is not ours to take."""
    answers = {why: why.answer for why in Why}
    kept = {why for why, answer in answers.items() if answer >= 300}
    assert kept == {Why.METHOD, Why.FOREIGN_TOPIC}
    assert all(answer < 500 for answer in answers.values())


def test_a_name_in_the_place_of_an_id_gets_nowhere():
    """What is kept of a message is Pub/Sub's number, whatever was sent as such."""
    came = _request(_push("upload", attributes=NOTICE | {"bucketId": "x"}, messageId="Ann Lee"))
    with pytest.raises(Refused) as refused:
        wire.about_upload(came, "prj", "in")
    assert refused.value.message_id == ""
