"""Documents in Firestore."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from google.api_core.exceptions import (
    AlreadyExists,
    FailedPrecondition,
    InvalidArgument,
    NotFound,
)
from google.cloud.firestore_v1 import types
from google.cloud.firestore_v1.services.firestore import FirestoreClient
from google.protobuf.timestamp_pb2 import Timestamp

from aicvgen.cloud.calls import ATTEMPT_SECONDS, TOTAL_SECONDS, Doubt, call
from aicvgen.cloud.clients import Lazy
from aicvgen.cloud.fields import NONCE, decode, encode, marks, scalar, size
from aicvgen.cloud.queries import query
from aicvgen.domain.errors import Conflict, Reason, Rejected
from aicvgen.domain.value import Value
from aicvgen.ports import Create, Patch, Put, Replace, Version, Where, Write

V = TypeVar("V", bound=Value)

MAX_DOCUMENT = 1024 * 1024
_TOO_LARGE = f"A document exceeds the limit of {MAX_DOCUMENT:,} bytes: shorten it."
_SIZE_WORDS = ("exceeds the maximum", "longer than", "maximum entity size")
"""How Firestore says that a document or a field of it is too large."""
_STALE = "0"
"""A version no document has."""


@dataclass(frozen=True, slots=True)
class FirestoreSnapshot:
    """A document as it was."""

    path: str
    version: Version
    document: types.Document = field(compare=False, repr=False)

    @property
    def nonce(self) -> str:
        """Which commit wrote it."""
        nonce: str = self.document.fields[NONCE].string_value
        return nonce

    def load(self, kind: type[V]) -> V:
        """Return the stored value."""
        return kind.model_validate_json(decode(self.document.fields))


class FirestoreStore:
    """The Store contract on Firestore; safe for threads, processes and machines.

    A version is a document's update time. Nothing is read in a transaction: a commit states what
    must still hold, so nobody ever waits for anybody's lock.
    """

    def __init__(self, client: Lazy[FirestoreClient], project: str, database: str) -> None:
        self._client = client
        self._database = f"projects/{project}/databases/{database}"
        self._root = f"{self._database}/documents"

    def read(self, paths: Sequence[str]) -> list[FirestoreSnapshot | None]:
        """Return the documents at these paths as of one moment; missing is None."""
        if not paths:
            return []
        names = sorted({self._name(path) for path in paths})
        # Firestore promises that what it has sent does not change until the last of it is read.
        request = types.BatchGetDocumentsRequest(database=self._database, documents=names)
        found = call(
            lambda: [
                self._snapshot(answer.found)
                for answer in self._client().batch_get_documents(
                    request, retry=None, timeout=ATTEMPT_SECONDS
                )
                if "found" in answer
            ]
        )
        by_path = {snapshot.path: snapshot for snapshot in found}
        return [by_path.get(path) for path in paths]

    def commit(self, writes: Sequence[Write], *, expires_at: float) -> list[Version]:
        """Apply all writes or none; return the new versions."""
        nonce = secrets.token_hex(8)
        request = types.CommitRequest(
            database=self._database,
            writes=[self._write(write, expires_at, nonce) for write in writes],
        )
        doubt = Doubt()
        try:
            answer = call(
                lambda: self._client().commit(request, retry=None, timeout=ATTEMPT_SECONDS), doubt
            )
        except InvalidArgument as error:
            if not any(words in str(error) for words in _SIZE_WORDS):
                raise
            raise Rejected(Reason.TOO_LARGE, _TOO_LARGE) from error
        except (AlreadyExists, FailedPrecondition, NotFound) as error:
            versions = self._applied(writes, nonce) if doubt.felt else []
            if not versions:
                raise Conflict("A precondition of the commit failed.") from error
            return versions
        return [_version(types.WriteResult.pb(one).update_time) for one in answer.write_results]

    def find(
        self,
        collection: str,
        *where: Where,
        under: str = "",
        order_by: str = "",
        descending: bool = False,
        limit: int = 1000,
    ) -> list[FirestoreSnapshot]:
        """Return the documents of a collection that meet all conditions."""
        if any(one.value == () for one in where):
            return []  # none of nothing; Firestore refuses to be asked
        request = types.RunQueryRequest(
            parent=self._name(under) if under else self._root,
            structured_query=query(
                collection,
                where,
                deep=not under,
                order_by=order_by,
                descending=descending,
                limit=limit,
            ),
        )
        return call(
            lambda: [
                self._snapshot(answer.document)
                for answer in self._client().run_query(request, retry=None, timeout=TOTAL_SECONDS)
                if "document" in answer
            ]
        )

    def _applied(self, writes: Sequence[Write], nonce: str) -> list[Version]:
        """Return the versions a commit gave whose answer was lost; none if it was not applied.

        It is told by its nonce. Where others have written since, the version is a stale one.
        """
        found = self.read([write.path for write in writes])
        versions = [one.version if one and one.nonce == nonce else _STALE for one in found]
        return versions if set(versions) != {_STALE} else []

    def _write(self, write: Write, expires_at: float, nonce: str) -> types.Write:
        name, marked = self._name(write.path), marks(expires_at, nonce)
        if isinstance(write, Patch):
            patched = {field: scalar(value) for field, value in write.fields.items()} | marked
            return types.Write(
                update=types.Document(name=name, fields=patched),
                update_mask=types.DocumentMask(field_paths=list(patched)),
                current_document=types.Precondition(exists=True),
            )
        fields = encode(write.value) | marked
        if size(write.path, fields) > MAX_DOCUMENT:
            raise Rejected(Reason.TOO_LARGE, _TOO_LARGE)
        document = types.Document(name=name, fields=fields)
        match write:
            case Create():
                return types.Write(
                    update=document, current_document=types.Precondition(exists=False)
                )
            case Replace(version=version):
                return types.Write(
                    update=document,
                    current_document=types.Precondition(update_time=_time(version)),
                )
            case Put():
                return types.Write(update=document)

    def _name(self, path: str) -> str:
        return f"{self._root}/{path}"

    def _snapshot(self, document: types.Document) -> FirestoreSnapshot:
        path = document.name.removeprefix(f"{self._root}/")
        return FirestoreSnapshot(path, _version(types.Document.pb(document).update_time), document)


def _version(time: Timestamp) -> Version:
    """Return an update time as nanoseconds since 1970: it has to come back exactly."""
    return str(time.ToNanoseconds())


def _time(version: Version) -> Timestamp:
    time = Timestamp()
    time.FromNanoseconds(int(version))
    return time
