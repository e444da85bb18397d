"""What we send: attributes of messages, and the push requests of the local server."""

import base64
import json
from collections.abc import Mapping

from aicvgen.ports import Message

UPLOAD = "upload"
"""Topic of bucket notifications."""
TICK = "tick"
"""Topic of the scheduler."""
PORTS = "aicvgen.ports"
"""Where the local server puts its ports into the environment of a request."""
DATA = b"{}"
"""What every message carries: all that counts is in its attributes, but none may be empty."""
LOCAL_PROJECT = "local"
LOCAL_INBOX = "inbox"


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
    """Return the push request body for a bucket notification about a new file of the inbox."""
    name = key.removeprefix(f"{LOCAL_INBOX}/")
    attributes = {"eventType": "OBJECT_FINALIZE", "bucketId": LOCAL_INBOX, "objectId": name}
    return _push(UPLOAD, key, attributes)


def encode_tick() -> bytes:
    """Return the push request body of the scheduler."""
    return _push(TICK, TICK, {})


def _push(topic: str, message_id: str, attributes: Mapping[str, str]) -> bytes:
    message = {
        "data": base64.b64encode(DATA).decode(),
        "messageId": message_id,
        "attributes": dict(attributes),
    }
    subscription = f"projects/{LOCAL_PROJECT}/subscriptions/{topic}"
    return json.dumps({"message": message, "subscription": subscription}).encode()
