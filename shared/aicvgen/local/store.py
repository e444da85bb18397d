"""Documents in one SQLite file, in WAL mode: readers and one writer do not wait for each other."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from pydantic_core import to_json

from aicvgen.domain.errors import Conflict, Reason, Rejected, Unavailable
from aicvgen.domain.value import Value
from aicvgen.ports import Create, Field, Patch, Put, Replace, Version, Where, Write

V = TypeVar("V", bound=Value)

MAX_DOCUMENT = 1024 * 1024
"""Bytes; Firestore's limit holds here too, so that nothing works only on one machine."""

_SCHEMA = """
create table if not exists documents (
  path text primary key,
  collection text not null,
  parent text not null,
  version integer not null,
  expires_at real not null,
  data text not null
);
create index if not exists by_parent on documents (parent, collection);
create index if not exists events_by_due
  on documents (json_extract(data, '$.state'), json_extract(data, '$.due_at'))
  where collection = 'events';
create index if not exists runs_by_status
  on documents (json_extract(data, '$.status'), json_extract(data, '$.updated_at'))
  where collection = 'runs';
create table if not exists counter (version integer not null);
insert into counter select 0 where not exists (select 1 from counter);
"""


@dataclass(frozen=True, slots=True)
class SqliteSnapshot:
    """A row as it was."""

    path: str
    version: Version
    data: str

    def load(self, kind: type[V]) -> V:
        """Return the stored value."""
        return kind.model_validate_json(self.data)


class SqliteStore:
    """The Store contract on SQLite; safe for threads and processes.

    A version is drawn from one counter, so that a document deleted and made again does not look
    unchanged.
    """

    def __init__(
        self,
        path: Path,
        *,
        synchronous: Literal["FULL", "NORMAL"] = "FULL",
        busy_seconds: float = 30,
    ) -> None:
        self._path = path
        self._synchronous = synchronous
        self._busy_ms = int(busy_seconds * 1000)
        self._threads = threading.local()
        with _translated(), closing(self._open()) as connection:
            connection.executescript(_SCHEMA)

    def read(self, paths: Sequence[str]) -> list[SqliteSnapshot | None]:
        """Return the documents at these paths as of one moment; missing is None."""
        marks = ",".join("?" * len(paths))
        query = f"select path, version, data from documents where path in ({marks})"  # noqa: S608
        with _translated():
            rows = self._connection().execute(query, tuple(paths)).fetchall()
        found = {row[0]: SqliteSnapshot(row[0], str(row[1]), row[2]) for row in rows}
        return [found.get(path) for path in paths]

    def commit(self, writes: Sequence[Write], *, expires_at: float) -> list[Version]:
        """Apply all writes or none; return the new versions."""
        rows = [(write, _encoded(write)) for write in writes]
        with self._transaction() as connection:
            (last,) = connection.execute(
                "update counter set version = version + ? returning version", (len(rows),)
            ).fetchone()
            versions = range(last - len(rows) + 1, last + 1)
            for (write, data), version in zip(rows, versions, strict=True):
                _apply(connection, write, data, version, expires_at)
        return [str(version) for version in versions]

    def find(
        self,
        collection: str,
        *where: Where,
        under: str = "",
        order_by: str = "",
        limit: int = 1000,
    ) -> list[SqliteSnapshot]:
        """Return the documents of a collection that meet all conditions."""
        conditions: list[str] = ["collection = ?"]
        values: list[Field] = [collection]
        if under:
            conditions.append("parent = ?")
            values.append(under)
        for one in where:
            condition, given = _condition(one)
            conditions.append(condition)
            values += given
        if order_by:
            conditions.append(f"{_field(order_by)} is not null")
        query = (
            "select path, version, data from documents"  # noqa: S608  fields are our own names
            f" where {' and '.join(conditions)}"
            f" order by {_field(order_by) if order_by else 'path'}, path limit {limit:d}"
        )
        with _translated():
            rows = self._connection().execute(query, values).fetchall()
        return [SqliteSnapshot(row[0], str(row[1]), row[2]) for row in rows]

    def close(self) -> None:
        """Close this thread's connection; it opens again by itself."""
        connection = self._threads.__dict__.pop("connection", None)
        if connection is not None:
            connection.close()

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._threads, "connection"):
            self._threads.connection = self._open()
        connection: sqlite3.Connection = self._threads.connection
        return connection

    def _open(self) -> sqlite3.Connection:
        # Transactions are begun by hand and at once as writers: a reader that became a writer
        # later could fail without waiting.
        connection = sqlite3.connect(self._path, isolation_level=None)
        connection.execute(f"pragma busy_timeout = {self._busy_ms:d}")
        connection.execute("pragma journal_mode = wal")
        connection.execute(f"pragma synchronous = {self._synchronous}")
        return connection

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with _translated():
            connection = self._connection()
            connection.execute("begin immediate")
            try:
                yield connection
                connection.execute("commit")
            finally:
                if connection.in_transaction:
                    connection.execute("rollback")


def _encoded(write: Write) -> str:
    content = write.fields if isinstance(write, Patch) else write.value
    data = to_json(content).decode()
    if len(data) > MAX_DOCUMENT:
        raise Rejected(
            Reason.TOO_LARGE,
            f"A document of {len(data):,} bytes exceeds the limit of {MAX_DOCUMENT:,}: shorten it.",
        )
    return data


def _apply(
    connection: sqlite3.Connection, write: Write, data: str, version: int, expires_at: float
) -> None:
    collection_path, _, _ = write.path.rpartition("/")
    parent, _, collection = collection_path.rpartition("/")
    row = (write.path, collection, parent, version, expires_at, data)
    match write:
        case Create():
            done = connection.execute(
                "insert into documents values (?, ?, ?, ?, ?, ?) on conflict do nothing", row
            )
        case Put():
            done = connection.execute("replace into documents values (?, ?, ?, ?, ?, ?)", row)
        case Replace():
            done = connection.execute(
                "update documents set version = ?, expires_at = ?, data = ?"
                " where path = ? and version = ?",
                (version, expires_at, data, write.path, int(write.version)),
            )
        case Patch():
            done = connection.execute(
                "update documents set version = ?, expires_at = ?, data = json_patch(data, ?)"
                " where path = ?",
                (version, expires_at, data, write.path),
            )
    if done.rowcount != 1:
        raise Conflict(f"The precondition of {type(write).__name__} on {write.path!r} failed.")


def _field(name: str) -> str:
    return f"json_extract(data, '$.{name}')"


def _condition(where: Where) -> tuple[str, list[Field]]:
    given = list(where.value) if isinstance(where.value, tuple) else [where.value]
    marks = f"({','.join('?' * len(given))})" if where.is_ == "in" else "?"
    return f"{_field(where.field)} {where.is_} {marks}", given


@contextmanager
def _translated() -> Iterator[None]:
    """Say what SQLite's troubles mean for the caller: a full disk or a lock is to wait for."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise Unavailable(f"The state file cannot be used: {error}.", retry_after=1.0) from error
