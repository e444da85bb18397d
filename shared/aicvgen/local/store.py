"""Documents in one SQLite file."""

import json
import secrets
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic_core import to_json

from aicvgen.domain.errors import Conflict, Reason, Rejected
from aicvgen.domain.value import Value
from aicvgen.local.sqlite import Synchronous, connect, transaction, translated
from aicvgen.ports import Comparable, Create, Field, Patch, Put, Replace, Version, Where, Write

V = TypeVar("V", bound=Value)

MAX_DOCUMENT = 1024 * 1024
"""Bytes; Firestore's limit holds here too, so that nothing works only on one machine."""

_SCHEMA = """
create table if not exists documents (
  path text primary key,
  collection text not null,
  version integer not null,
  expires_at real not null,
  data text not null
);
create index if not exists unfinished_events
  on documents (path)
  where collection = 'events'
  and json_extract(data, '$.state') in ('pending', 'leased', 'dead');
create index if not exists runs_by_time
  on documents (json_extract(data, '$.updated_at'))
  where collection = 'runs';
"""


@dataclass(frozen=True, slots=True)
class SqliteSnapshot:
    """A row as it was."""

    path: str
    version: Version
    data: str = field(compare=False, repr=False)

    def load(self, kind: type[V]) -> V:
        """Return the stored value."""
        return kind.model_validate_json(self.data)


class SqliteStore:
    """The Store contract on SQLite; safe for threads and processes.

    A version is a random number: a document deleted and made again never looks unchanged.
    """

    def __init__(self, path: Path, *, synchronous: Synchronous = "FULL") -> None:
        self._path = path
        self._synchronous = synchronous
        self._free: list[sqlite3.Connection] = []  # threads may pop and append
        with translated(), closing(connect(path, synchronous)) as connection:
            connection.executescript(_SCHEMA)

    def read(self, paths: Sequence[str]) -> list[SqliteSnapshot | None]:
        """Return the documents at these paths as of one moment; missing is None."""
        marks = ",".join("?" * len(paths))
        query = f"select path, version, data from documents where path in ({marks})"  # noqa: S608
        with self._connection() as connection:
            rows = connection.execute(query, tuple(paths)).fetchall()
        found = {row[0]: SqliteSnapshot(row[0], str(row[1]), row[2]) for row in rows}
        return [found.get(path) for path in paths]

    def commit(self, writes: Sequence[Write], *, expires_at: float) -> list[Version]:
        """Apply all writes or none; return the new versions."""
        rows = [(write, _encoded(write), secrets.randbits(62)) for write in writes]
        with self._connection() as connection, transaction(connection):
            for write, data, version in rows:
                _apply(connection, write, data, version, expires_at)
        return [str(version) for _, _, version in rows]

    def find(
        self,
        collection: str,
        *where: Where,
        under: str = "",
        order_by: str = "",
        descending: bool = False,
        limit: int = 1000,
    ) -> list[SqliteSnapshot]:
        """Return the documents of a collection that meet all conditions."""
        if descending and not order_by:
            raise ValueError("What is found in descending order is ordered by a field.")
        if any(one.is_ == "<=" and one.field != order_by for one in where):
            raise ValueError("What is found by an upper bound is ordered by its field.")
        # Plain names stand in the text, not in parameters, so that the partial indexes can serve.
        conditions = [f"collection = '{_name(collection)}'"]
        values: list[Comparable] = []
        if under:
            first = f"{under}/{collection}/"
            conditions.append("path > ? and path < ? and instr(substr(path, ?), '/') = 0")
            values += [first, f"{under}/{collection}0", len(first) + 1]  # "0" follows "/"
        for one in where:
            condition, given = _condition(one)
            conditions.append(condition)
            values += given
        if order_by:
            conditions.append(f"{_field(order_by)} is not null")
        query = (
            "select path, version, data from documents"  # noqa: S608  names are checked, values bound
            f" where {' and '.join(conditions)}"
            f" order by {_field(order_by) if order_by else 'path'}"
            f" {'desc' if descending else 'asc'} limit {limit:d}"
        )
        with self._connection() as connection:
            rows = connection.execute(query, values).fetchall()
        return [SqliteSnapshot(row[0], str(row[1]), row[2]) for row in rows]

    def close(self) -> None:
        """Close all connections that nobody uses; they open again by themselves."""
        with suppress(IndexError):
            while True:
                self._free.pop().close()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to one thread at a time; as many exist as were ever in use at once."""
        with translated():
            try:
                connection = self._free.pop()
            except IndexError:
                connection = connect(self._path, self._synchronous)
            try:
                yield connection
            finally:
                self._free.append(connection)


def _encoded(write: Write) -> str:
    if isinstance(write, Patch):
        return ""  # known once the document is read
    return _checked(write.value.model_dump_json())


def _checked(data: str) -> str:
    size = len(data.encode())
    if size > MAX_DOCUMENT:
        raise Rejected(
            Reason.TOO_LARGE,
            f"A document of {size:,} bytes exceeds the limit of {MAX_DOCUMENT:,}: shorten it.",
        )
    return data


def _apply(
    connection: sqlite3.Connection, write: Write, data: str, version: int, expires_at: float
) -> None:
    *_, collection, _ = write.path.split("/")
    row = (write.path, collection, version, expires_at, data)
    match write:
        case Create():
            done = connection.execute(
                "insert into documents values (?, ?, ?, ?, ?) on conflict do nothing", row
            )
        case Put():
            done = connection.execute("replace into documents values (?, ?, ?, ?, ?)", row)
        case Replace():
            done = connection.execute(
                "update documents set version = ?, expires_at = ?, data = ?"
                " where path = ? and version = ?",
                (version, expires_at, data, write.path, int(write.version)),
            )
        case Patch(fields=fields):
            done = connection.execute(
                "update documents set version = ?, expires_at = ?, data = ? where path = ?",
                (version, expires_at, _patched(connection, write.path, fields), write.path),
            )
    if done.rowcount != 1:
        raise Conflict(f"The precondition of {type(write).__name__} on {write.path!r} failed.")


def _patched(connection: sqlite3.Connection, path: str, fields: Mapping[str, Field]) -> str:
    query = "select data from documents where path = ?"
    (data,) = connection.execute(query, (path,)).fetchone() or ("{}",)
    return _checked(to_json(json.loads(data) | dict(fields)).decode())


def _name(name: str) -> str:
    if not name.isidentifier():
        raise ValueError(f"{name!r} is no name of a collection or field.")
    return name


def _field(name: str) -> str:
    return f"json_extract(data, '$.{_name(name)}')"


def _condition(where: Where) -> tuple[str, list[Comparable]]:
    field = _field(where.field)
    if where.is_ != "in":
        return f"{field} {where.is_} ?", [_scalar(where.value)]
    given = list(where.value) if isinstance(where.value, tuple) else [where.value]
    if all(isinstance(value, str) and value.isidentifier() for value in given):
        return f"{field} in ({_quoted(given)})", []
    return f"{field} in ({','.join('?' * len(given))})", given


def _quoted(names: list[Comparable]) -> str:
    return ", ".join(f"'{name!s}'" for name in names)


def _scalar(value: Comparable | tuple[Comparable, ...]) -> Comparable:
    if isinstance(value, tuple):
        raise TypeError("A tuple goes with 'in'.")
    return value
