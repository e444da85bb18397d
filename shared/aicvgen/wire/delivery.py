"""A request as one delivery, however it came: wrapped push, binary or structured CloudEvent.

A subscription of ours has the name of its topic. Eventarc makes subscriptions of its own; then the
event's source names the topic.
"""

import base64
import binascii
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, TypeVar

from flask import Request
from pydantic import AliasChoices, BaseModel, BeforeValidator, Field, JsonValue, ValidationError
from pydantic_core import from_json, to_json

from aicvgen.wire.refused import Refused, Why
from aicvgen.wire.sent import UPLOAD

M = TypeVar("M", bound=BaseModel)

MAX_BODY = 1024 * 1024
_PUBLISHED = "google.cloud.pubsub.topic.v1.messagePublished"
_FINALIZED = "google.cloud.storage.object.v1.finalized"
_JSON = ("", "application/json")
_STRUCTURED = "application/cloudevents+json"
_TOPICS = "//pubsub.googleapis.com/"
_BUCKETS = "//storage.googleapis.com/projects/_/buckets/"
_OBJECT = "objects/"
_LONGEST_ID = 32


def _or_empty(value: object) -> object:
    """Take an explicit null for what was left out."""
    return {} if value is None else value


Attributes = Annotated[dict[str, str], BeforeValidator(_or_empty)]


class _Message(BaseModel):
    data: str | None = None
    attributes: Attributes = {}
    id: str = Field("", validation_alias=AliasChoices("messageId", "message_id"))


class _Push(BaseModel):
    message: _Message
    subscription: str = ""


class _CloudEvent(BaseModel):
    type: str
    source: str
    subject: str = ""
    id: str = ""
    data: JsonValue = None
    data_base64: str = ""


class _Object(BaseModel):
    bucket: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery of one message."""

    topic: str
    """By its own name, without the project's."""
    message_id: str
    attributes: Mapping[str, str]
    data: bytes


def received(request: Request, project: str, topics: Collection[str]) -> Delivery:
    """Return what a request delivers; raises `Refused` if it is none from these topics of ours."""
    if request.method != "POST":
        raise Refused(Why.METHOD)
    body = _body(request)
    event = _event(request, body)
    if event is None:
        push = _parsed(_Push, body)
        return _from_topic(push, "subscriptions", push.subscription, project, topics)
    if event.type == _PUBLISHED:
        push = _parsed(_Push, _data(event))
        source = event.source.removeprefix(_TOPICS)
        return _from_topic(push, "topics", source, project, topics)
    if event.type == _FINALIZED:
        return _from_bucket(event, topics)
    raise Refused(Why.EVENT_TYPE, known_id(event.id))


def known_id(message_id: str) -> str:
    """Return Pub/Sub's id of a message; nothing else gets into a record, whatever it may say."""
    plain = message_id.isascii() and message_id.isdecimal() and len(message_id) <= _LONGEST_ID
    return message_id if plain else ""


def _body(request: Request) -> bytes:
    if (request.content_length or 0) > MAX_BODY:
        raise Refused(Why.TOO_LARGE)
    body = request.get_data(cache=True)
    if len(body) > MAX_BODY:
        raise Refused(Why.TOO_LARGE)
    return body


def _event(request: Request, body: bytes) -> _CloudEvent | None:
    """Return the CloudEvent of a request, or None if it is a push."""
    if request.mimetype == _STRUCTURED:
        return _parsed(_CloudEvent, body)
    if request.mimetype not in _JSON:
        raise Refused(Why.CONTENT_TYPE)
    if "ce-type" not in request.headers:
        return None
    said = {name: request.headers.get(f"ce-{name}", "") for name in ("type", "source", "subject")}
    return _CloudEvent(
        **said,
        id=request.headers.get("ce-id", ""),
        data_base64=base64.b64encode(body).decode(),
    )


def _data(event: _CloudEvent) -> bytes:
    if event.data_base64:
        return _decoded(event.data_base64, event.id)
    return to_json(event.data) if event.data is not None else b""


def _from_topic(
    push: _Push, kind: str, name: str, project: str, topics: Collection[str]
) -> Delivery:
    message = push.message
    home, _, topic = name.rpartition("/")
    if home != f"projects/{project}/{kind}" or topic not in topics:
        raise Refused(Why.FOREIGN_TOPIC, known_id(message.id))
    data = _decoded(message.data or "", message.id)
    return Delivery(topic, known_id(message.id), message.attributes, data)


def _from_bucket(event: _CloudEvent, topics: Collection[str]) -> Delivery:
    """Return a file's event as the notification that the bucket itself would send."""
    if UPLOAD not in topics:
        raise Refused(Why.EVENT_TYPE, known_id(event.id))
    data = _data(event)
    stored = _parsed(_Object, data) if data else _Object()
    bucket = stored.bucket or event.source.removeprefix(_BUCKETS)
    name = stored.name or event.subject.removeprefix(_OBJECT)
    if event.source != f"{_BUCKETS}{bucket}":
        raise Refused(Why.MALFORMED, known_id(event.id))
    attributes = {"eventType": "OBJECT_FINALIZE", "bucketId": bucket, "objectId": name}
    return Delivery(UPLOAD, known_id(event.id), attributes, data)


def _decoded(data: str, message_id: str) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused(Why.MALFORMED, known_id(message_id)) from error


def _parsed(kind: type[M], body: bytes) -> M:
    try:
        return kind.model_validate(from_json(body))
    except (ValidationError, ValueError) as error:
        raise Refused(Why.MALFORMED) from error


def stored_object(data: bytes) -> tuple[str, str]:
    """Return bucket and name from the data of a notification; empty if it does not say."""
    stored = _parsed(_Object, data) if data else _Object()
    return stored.bucket, stored.name
