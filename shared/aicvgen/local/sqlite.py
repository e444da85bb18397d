"""How this project opens SQLite, and what SQLite's troubles mean."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from aicvgen.domain.errors import Unavailable

Synchronous = Literal["FULL", "NORMAL", "OFF"]
_BUSY_MS = 30_000
_PAGE_BYTES = 1024
"""A step changes few and small documents; small pages keep what must reach the disk small."""


def connect(path: Path, synchronous: Synchronous) -> sqlite3.Connection:
    """Open a file in WAL mode, where readers and one writer do not wait for each other.

    Transactions are begun by hand and at once as writers: a reader that became a writer later
    could fail without waiting. Any thread may use the connection, one at a time.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(f"pragma busy_timeout = {_BUSY_MS}")
        connection.execute(f"pragma page_size = {_PAGE_BYTES}")
        connection.execute("pragma journal_mode = wal")
        connection.execute(f"pragma synchronous = {synchronous}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def translated() -> Iterator[None]:
    """Raise `Unavailable` for what is not our doing: a full disk, a lock, a damaged file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        message = f"The state in the home folder cannot be used: {error}."
        raise Unavailable(message, retry_after=1.0) from error
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:
            raise  # a wrong statement: our bug
        message = f"A state file in the home folder is damaged ({error}): move the *.db files away."
        raise Unavailable(message, retry_after=60.0) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Apply everything in the block or nothing."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    finally:
        if connection.in_transaction:
            connection.execute("rollback")
