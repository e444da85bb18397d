"""What a delivery is about: an event, an uploaded file, or the time to sweep."""

import re
from collections.abc import Collection

from flask import Request

from aicvgen import keys
from aicvgen.ports import Message
from aicvgen.wire.delivery import received, stored_object
from aicvgen.wire.refused import Refused, Why
from aicvgen.wire.sent import TICK, UPLOAD

_ID = re.compile(r"[0-9a-f]{20}")
"""As `aicvgen.domain.ids.derive` makes them."""
_REVISION = re.compile(r"[1-9][0-9]{0,8}")
_FINALIZE = "OBJECT_FINALIZE"


def about_event(request: Request, project: str, topics: Collection[str]) -> Message:
    """Return the hint that an event waits; raises `Refused`.

    The trace context is only passed on by whoever delivers: the event's own document has it.
    """
    delivery = received(request, project, topics)
    said = delivery.attributes
    run_id, event_id = said.get("run_id", ""), said.get("event_id", "")
    revision = said.get("revision", "")
    if not (_ID.fullmatch(run_id) and _ID.fullmatch(event_id) and _REVISION.fullmatch(revision)):
        raise Refused(Why.MALFORMED, delivery.message_id)
    if said.get("name") != delivery.topic:
        raise Refused(Why.EVENT_TYPE, delivery.message_id)
    trace = said.get("traceparent", "")
    return Message(run_id, event_id, delivery.topic, int(revision), trace)


def about_upload(request: Request, project: str, inbox: str) -> str:
    """Return the key of the file that a bucket tells about; raises `Refused`.

    A notification may lack its attributes or its data, as its configuration says: either names the
    file. What kind of notification it is, only the attributes say.
    """
    delivery = received(request, project, (UPLOAD,))
    said = delivery.attributes
    if said.get("eventType", _FINALIZE) != _FINALIZE:
        raise Refused(Why.EVENT_TYPE, delivery.message_id)
    bucket, name = said.get("bucketId", ""), said.get("objectId", "")
    if not (bucket and name):
        bucket, name = stored_object(delivery.data)
    if bucket != inbox:
        raise Refused(Why.FOREIGN_BUCKET, delivery.message_id)
    key = f"inbox/{name}"
    if not keys.is_key(key):
        raise Refused(Why.NO_FILE, delivery.message_id)
    return key


def about_tick(request: Request, project: str) -> None:
    """See that the scheduler asks; raises `Refused`."""
    received(request, project, (TICK,))
