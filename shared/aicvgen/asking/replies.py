"""Replies that were paid for, kept by what was asked: the same is never bought again."""

import hashlib
from dataclasses import fields
from operator import attrgetter

from pydantic_core import to_json

from aicvgen.domain.value import Value
from aicvgen.model.service import Ask
from aicvgen.ports import Put, Snapshot, Store

LARGEST = 500_000
"""Bytes of a reply that is kept."""
_sent = attrgetter(*(one.name for one in fields(Ask)))


class StoredReply(Value):
    """A reply that had the shape it must have."""

    text: str
    at: float


def digest(ask: Ask) -> str:
    """Return what tells one question from every other: all that is sent."""
    return hashlib.sha256(to_json(_sent(ask))).hexdigest()


def keep(store: Store, path: str, text: str, now: float, seconds: float) -> None:
    """Keep a reply for so long; whoever asks the same meanwhile keeps the last one.

    One that is too large for a document with room to spare is not kept: it is bought again.
    """
    if len(text.encode()) > LARGEST:
        return
    store.commit([Put(path, StoredReply(text=text, at=now))], expires_at=now + seconds)


def kept(found: Snapshot | None, now: float, seconds: float) -> str | None:
    """Return the text of a stored reply that is no older than so many seconds."""
    if found is None:
        return None
    reply = found.load(StoredReply)
    return reply.text if reply.at + seconds > now else None
