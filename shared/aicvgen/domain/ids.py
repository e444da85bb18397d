"""Derived identities: the same cause always gives the same id, so a repetition is recognised."""

import hashlib

_SEPARATOR = "\x1f"


def derive(*parts: str) -> str:
    """Return a 20-character id that depends on every part and on where each one ends."""
    return hashlib.sha256(_SEPARATOR.join(parts).encode()).hexdigest()[:20]


def trace_id(run_id: str) -> str:
    """Return the W3C trace id of a run (32 hex digits): one from upload to PDF."""
    return hashlib.sha256(f"trace{_SEPARATOR}{run_id}".encode()).hexdigest()[:32]


def root_span_id(run_id: str) -> str:
    """Return the span id of the run itself (16 hex digits), the parent of its first steps."""
    return hashlib.sha256(f"root{_SEPARATOR}{run_id}".encode()).hexdigest()[:16]


def content_hash(data: bytes) -> str:
    """Return the SHA-256 of a file as hex."""
    return hashlib.sha256(data).hexdigest()
