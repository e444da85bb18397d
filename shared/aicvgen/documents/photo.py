"""The photo of the person: a JPEG or PNG, checked and without what cameras write beside it."""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from aicvgen.domain.errors import Reason, Rejected

MOST_BYTES = 2_000_000
_MOST_PIXELS = 6000
"""Along one side."""
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"sRGB", b"cHRM", b"sBIT"}
_JPEG = b"\xff\xd8\xff"
_JPEG_START = 0xFF
_JPEG_SCAN = 0xDA
_JPEG_END = b"\xff\xd9"
_JPEG_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends a scan: any marker but those that restart it."""
_JPEG_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_JPEG_DROPPED = {*range(0xE1, 0xF0), 0xFE} - {0xE2, 0xEE}
"""What applications and people note; 0xE2 and 0xEE say how the colours are coded."""
_EXIF = b"Exif\x00\x00"
_ORIENTATION = 0x0112
_DAMAGED = "The photo is damaged: save it again as JPEG or PNG."


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that shows the person and tells nothing else."""

    data: bytes
    form: Literal["jpeg", "png"]
    width: int
    """In pixels, as `height`."""
    height: int


def photo(data: bytes) -> Photo:
    """Return the photo without place, time, device and comments that were stored with it.

    Raises `Rejected`: UNSUPPORTED, TOO_LARGE, CORRUPT.
    """
    if len(data) > MOST_BYTES:
        raise Rejected(
            Reason.TOO_LARGE,
            f"The photo has more than {MOST_BYTES // 1_000_000} MB: make it smaller.",
        )
    try:
        if data.startswith(_PNG):
            found = _png(data)
        elif data.startswith(_JPEG):
            found = _jpeg(data)
        else:
            raise Rejected(
                Reason.UNSUPPORTED, "The photo is neither JPEG nor PNG: save it as one of them."
            )
    except (struct.error, IndexError):
        raise Rejected(Reason.CORRUPT, _DAMAGED) from None
    if not (0 < found.width <= _MOST_PIXELS and 0 < found.height <= _MOST_PIXELS):
        raise Rejected(
            Reason.TOO_LARGE, f"The photo has more than {_MOST_PIXELS} pixels a side: shrink it."
        )
    return found


def _png(data: bytes) -> Photo:
    width, height = struct.unpack_from(">II", data, 16)
    kept = [chunk for kind, chunk in _chunks(data) if kind in _PNG_KEPT]
    return Photo(_PNG + b"".join(kept), "png", width, height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(data[at + 4 : at + 8 + length]) != checksum:
            raise Rejected(Reason.CORRUPT, _DAMAGED)
        yield kind, data[at : at + 12 + length]
        at += 12 + length


def _jpeg(data: bytes) -> Photo:
    kept, size = [data[:2]], (0, 0)
    for marker, segment in _segments(data):
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", segment, 5)
            size = width, height
        if segment[4:10] == _EXIF and _turn(segment[10:]) > 1:
            raise Rejected(
                Reason.UNSUPPORTED,
                "The photo is stored lying on its side: turn it upright, save it and retry.",
            )
        if marker not in _JPEG_DROPPED:
            kept.append(segment)
    return Photo(b"".join((*kept, _JPEG_END)), "jpeg", *size)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and bytes of each segment, a scan with its picture; nothing after the end."""
    at = 2
    while data[at : at + 2] != _JPEG_END:
        start, marker, length = struct.unpack_from(">BBH", data, at)
        end = at + 2 + length
        if marker == _JPEG_SCAN:
            following = _JPEG_MARKER.search(data, end)
            end = following.start() if following else len(data)
        if start != _JPEG_START or end > len(data):
            raise Rejected(Reason.CORRUPT, _DAMAGED)
        yield marker, data[at:end]
        at = end


def _turn(exif: bytes) -> int:
    """Return how a camera was held, 1 for upright."""
    order = "<" if exif.startswith(b"II") else ">"
    (at,) = struct.unpack_from(f"{order}I", exif, 4)
    (count,) = struct.unpack_from(f"{order}H", exif, at)
    for number in range(count):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, at + 2 + 12 * number)
        if tag == _ORIENTATION:
            return int(value)
    return 1
