"""The only module that knows how Pub/Sub writes JSON: messages out, requests in."""

import base64
import binascii
import json
from collections.abc import Mapping

from flask import Request

from aicvgen.ports import Message

UPLOAD = "upload"
"""Topic of bucket notifications."""
TICK = "tick"
"""Topic of the scheduler."""
PORTS = "aicvgen.ports"
"""Where the local server puts its ports into the environment of a request."""
MAX_BODY = 1024 * 1024
DATA = b"{}"
"""What every message carries: all that counts is in its attributes, but none may be empty."""


class Malformed(Exception):  # noqa: N818  named for what it is, like Rejected
    """The body is nothing that we or Google would send; delivering it again would not help."""


def attributes_of(message: Message) -> dict[str, str]:
    """Return the attributes of a message about an event, the trace context among them."""
    return {
        "run_id": message.run_id,
        "event_id": message.event_id,
        "name": message.name,
        "revision": str(message.revision),
        "traceparent": message.traceparent,
    }


def encode(message: Message) -> bytes:
    """Return the push request body for a message about an event."""
    return _push(message.name, message.event_id, attributes_of(message))


def encode_upload(key: str) -> bytes:
    """Return the push request body for a bucket notification about a new file."""
    attributes = {"eventType": "OBJECT_FINALIZE", "bucketId": "inbox", "objectId": key}
    return _push(UPLOAD, key, attributes)


def encode_tick() -> bytes:
    """Return the push request body of the scheduler."""
    return _push(TICK, TICK, {})


def decode(request: Request) -> Message:
    """Return the message of a push request; raises `Malformed`."""
    attributes = _attributes(request)
    try:
        return Message(
            run_id=attributes["run_id"],
            event_id=attributes["event_id"],
            name=attributes["name"],
            revision=int(attributes["revision"]),
            traceparent=attributes["traceparent"],
        )
    except (KeyError, ValueError) as error:
        raise Malformed("The message lacks the attributes of an event.") from error


def decode_upload(request: Request) -> str:
    """Return the key of the file a bucket notification is about; raises `Malformed`."""
    attributes = _attributes(request)
    if attributes.get("eventType") != "OBJECT_FINALIZE" or "objectId" not in attributes:
        raise Malformed("The message is no notification of a finished upload.")
    return attributes["objectId"]


def _push(topic: str, message_id: str, attributes: Mapping[str, str]) -> bytes:
    message = {
        "data": base64.b64encode(DATA).decode(),
        "messageId": message_id,
        "attributes": dict(attributes),
    }
    subscription = f"projects/local/subscriptions/{topic}"
    return json.dumps({"message": message, "subscription": subscription}).encode()


def _attributes(request: Request) -> dict[str, str]:
    body = request.get_data(cache=True)
    if len(body) > MAX_BODY:
        raise Malformed("The body is larger than Pub/Sub would send for an event.")
    try:
        message = json.loads(body)["message"]
        base64.b64decode(message.get("data", ""), validate=True)
        attributes = message.get("attributes", {})
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error) as error:
        raise Malformed("The body is no Pub/Sub push request.") from error
    if not isinstance(attributes, dict):
        raise Malformed("The message's attributes are no object.")
    return {str(name): str(value) for name, value in attributes.items()}
