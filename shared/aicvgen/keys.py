"""Keys of files: the bucket, then a name in it; the same rules in every storage."""

from pathlib import PurePosixPath

BUCKETS = ("inbox", "runs", "outbox")
_FORBIDDEN = frozenset("\0\n\r")
_MOST_BYTES = 1024
"""Of a name in its bucket; Cloud Storage's limit."""


def split(key: str) -> tuple[str, str]:
    """Return the bucket and the name in it; raises ValueError for what is no key."""
    if not is_key(key):
        raise ValueError(f"{key!r} is not a key inside one of the buckets {BUCKETS}.")
    bucket, _, name = key.partition("/")
    return bucket, name


def split_prefix(prefix: str) -> tuple[str, str]:
    """Return the bucket and how names in it begin; raises ValueError if it leads elsewhere."""
    bucket, _, begin = prefix.partition("/")
    if bucket not in BUCKETS or ".." in begin.split("/"):
        raise ValueError(f"{prefix!r} does not begin in one of the buckets {BUCKETS}.")
    return bucket, begin


def is_key(text: str) -> bool:
    """Return whether this is a key of a file, the only one for it."""
    path = PurePosixPath(text)
    inside = len(path.parts) > 1 and path.parts[0] in BUCKETS and ".." not in path.parts
    plain = path.as_posix() == text and not _FORBIDDEN.intersection(text)
    # Names of old file systems need not be Unicode; they are read with surrogates.
    length = len(text.partition("/")[2].encode(errors="surrogatepass"))
    return inside and plain and length <= _MOST_BYTES
