"""What goes through the pipes between a reader and its child: length-prefixed bytes, no pickles."""

import struct
from typing import BinaryIO

from aicvgen.domain.errors import Reason
from aicvgen.domain.source import Source
from aicvgen.domain.value import Value

OUT_OF_MEMORY = 12
"""The exit code of a child whose document needs more memory than it may have."""
_LENGTH = struct.Struct(">I")


class Refusal(Value):
    """Why the document is refused, for `Rejected`."""

    reason: Reason
    message: str


class Answer(Value):
    """What became of one document; exactly one field is set."""

    source: Source | None = None
    refusal: Refusal | None = None
    bug: str = ""
    """Class and place of an error nobody foresaw; never its text, which may quote the document."""


def send(stream: BinaryIO, data: bytes) -> None:
    """Write one frame; raises BrokenPipeError if the other side is gone."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Return the next frame; None if the other side ended before it was whole."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None
