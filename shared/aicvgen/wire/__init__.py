"""The only package that knows how Pub/Sub, Eventarc and Cloud Storage write JSON.

What is not for us, or is nothing anybody of ours would send, is refused; `wire/refused.py` says
which refusals are acknowledged and which are not, and why.
"""

from aicvgen.wire.heard import about_event, about_tick, about_upload
from aicvgen.wire.refused import Refused, Why
from aicvgen.wire.sent import (
    DATA,
    LOCAL_INBOX,
    LOCAL_PROJECT,
    PORTS,
    TICK,
    UPLOAD,
    attributes_of,
    encode,
    encode_tick,
    encode_upload,
)

__all__ = [
    "DATA",
    "LOCAL_INBOX",
    "LOCAL_PROJECT",
    "PORTS",
    "TICK",
    "UPLOAD",
    "Refused",
    "Why",
    "about_event",
    "about_tick",
    "about_upload",
    "attributes_of",
    "encode",
    "encode_tick",
    "encode_upload",
]
