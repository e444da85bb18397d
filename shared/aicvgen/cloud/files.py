"""Files in Cloud Storage, a bucket of the project for each of ours."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from google.api_core.exceptions import NotFound, PreconditionFailed

from aicvgen import keys
from aicvgen.cloud.calls import ATTEMPT_SECONDS, Doubt, call
from aicvgen.cloud.clients import Lazy
from aicvgen.cloud.signing import signer
from aicvgen.domain.errors import Conflict
from aicvgen.ports import Stored

if TYPE_CHECKING:
    from google.cloud.storage import Blob, Client

_CONTENT_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
}
"""Said here because the tables of operating systems differ."""
_MISSING = 0
"""The generation of a file that is not there."""
_ONCE = {"timeout": ATTEMPT_SECONDS, "retry": None}
"""One attempt; `call` repeats it."""


class BucketFiles:
    """The Files contract on Cloud Storage: every write names the generation it writes over."""

    def __init__(self, client: "Lazy[Client]", buckets: Mapping[str, str]) -> None:
        self._client = client
        self._buckets = buckets
        """Our bucket → the project's."""

    def put(self, key: str, data: bytes, *, replace: bool = False) -> None:
        """Store a file; without `replace` other content under the key raises `Conflict`."""
        blob = self._blob(key)
        if replace:
            _upload(blob, data, None)
            return
        try:
            _upload(blob, data, _MISSING)
        except PreconditionFailed as error:
            if not self._holds(key, data):
                raise Conflict(f"{key!r} exists with other content.") from error

    def swap(self, key: str, data: bytes, generation: str) -> None:
        """Store a file over this generation of it; raises `Conflict` if anybody wrote it since."""
        doubt = Doubt()
        try:
            _upload(self._blob(key), data, int(generation or _MISSING), doubt)
        except PreconditionFailed as error:
            # After a lost answer, what was written since may be our own.
            if not (doubt.felt and self._holds(key, data)):
                raise Conflict(f"{key!r} was written since.") from error

    def remove(self, key: str, generation: str) -> None:
        """Remove this generation of a file; raises `Conflict` if anybody wrote it since."""
        blob = self._blob(key)
        try:
            call(lambda: blob.delete(if_generation_match=int(generation), **_ONCE))
        except NotFound:
            return
        except PreconditionFailed as error:
            if self._checksum(key) is not None:
                raise Conflict(f"{key!r} was written since.") from error

    def get(self, key: str) -> bytes:
        """Return a file's content; raises FileNotFoundError."""
        blob = self._blob(key)
        try:
            content: bytes = call(lambda: blob.download_as_bytes(**_ONCE))
        except NotFound as error:
            raise FileNotFoundError(f"There is no file {key!r}.") from error
        return content

    def list(self, prefix: str) -> list[Stored]:
        """Return the files whose key begins with the prefix, sorted by key.

        What others put into a bucket under a name that is no key of ours is not listed.
        """
        ours, begin = keys.split_prefix(prefix)
        blobs = call(
            lambda: list(
                self._client().list_blobs(
                    self._buckets[ours],
                    prefix=begin,
                    fields="items(name,generation,size),nextPageToken",
                    **_ONCE,
                )
            )
        )
        found = [Stored(f"{ours}/{blob.name}", str(blob.generation), blob.size) for blob in blobs]
        return sorted((one for one in found if keys.is_key(one.key)), key=lambda one: one.key)

    def link(self, key: str, *, seconds: float, name: str) -> str:
        """Return an address under which anybody may fetch the file under this name for a while."""
        blob = self._blob(key)
        address: str = blob.generate_signed_url(
            version="v4",
            expiration=timedelta(seconds=seconds),
            response_type=_content_type(name),
            response_disposition=f"attachment; filename*=UTF-8''{quote(name, safe='')}",
            **signer(self._client()),
        )
        return address

    def _blob(self, key: str) -> "Blob":
        ours, name = keys.split(key)
        return self._client().bucket(self._buckets[ours]).blob(name)

    def _holds(self, key: str, data: bytes) -> bool:
        """Return whether the file has this content."""
        return self._checksum(key) == _md5(data)

    def _checksum(self, key: str) -> str | None:
        blob = self._blob(key)
        try:
            call(lambda: blob.reload(**_ONCE))
        except NotFound:
            return None
        checksum: str = blob.md5_hash
        return checksum


def _upload(blob: "Blob", data: bytes, generation: int | None, doubt: Doubt | None = None) -> None:
    call(
        lambda: blob.upload_from_string(
            data,
            content_type=_content_type(blob.name),
            if_generation_match=generation,
            checksum="crc32c",
            **_ONCE,
        ),
        doubt,
    )


def _content_type(name: str) -> str:
    return _CONTENT_TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")


def _md5(data: bytes) -> str:
    """Return what Cloud Storage says about content: no secret, only a comparison."""
    return base64.b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode()
