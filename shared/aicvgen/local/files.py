"""Files in one folder, a subfolder per bucket."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aicvgen import keys
from aicvgen.domain.errors import Conflict, Unavailable
from aicvgen.ports import Stored

_PART = ".part-"
"""What a file is called while it is written."""


class FolderFiles:
    """The Files contract on a folder; a file appears complete, by a rename or a link."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, key: str, data: bytes, *, replace: bool = False) -> None:
        """Store a file; without `replace` other content under the key raises `Conflict`."""
        target = self._path(key)
        with _translated(), _part(target, data) as part:
            if not replace:
                _link(part, target, data, key)
                return
            with alone(target.parent):
                part.replace(target)

    def swap(self, key: str, data: bytes, generation: str) -> None:
        """Store a file over this generation of it; raises `Conflict` if anybody wrote it since."""
        target = self._path(key)
        with _translated(), _part(target, data) as part, alone(target.parent):
            there = _stored(target, key)
            if (there.generation if there else "") != generation:
                raise Conflict(f"{key!r} was written since.")
            part.replace(target)

    def remove(self, key: str, generation: str) -> None:
        """Remove this generation of a file; raises `Conflict` if anybody wrote it since."""
        target = self._path(key)
        if not target.parent.is_dir():
            return
        with _translated(), alone(target.parent):
            there = _stored(target, key)
            if there is None:
                return
            if there.generation != generation:
                raise Conflict(f"{key!r} was written since.")
            target.unlink()

    def remove_leftovers(self, before: float) -> None:
        """Remove what processes that died while writing left before this time."""
        for path in self._root.rglob(f"{_PART}*"):
            if path.is_file() and path.stat().st_mtime < before:
                path.unlink(missing_ok=True)

    def get(self, key: str) -> bytes:
        """Return a file's content; raises FileNotFoundError."""
        return self._path(key).read_bytes()

    def list(self, prefix: str) -> list[Stored]:
        """Return the files whose key begins with the prefix, sorted by key."""
        bucket, begin = keys.split_prefix(prefix)
        folder = self._root / bucket / begin.rpartition("/")[0]
        found = [
            _stored(path, path.relative_to(self._root).as_posix())
            for path in folder.rglob("*")
            if path.is_file() and not path.is_symlink() and not path.name.startswith(_PART)
        ]
        matching = [file for file in found if file is not None and file.key.startswith(prefix)]
        known = [file for file in matching if keys.is_key(file.key)]
        return sorted(known, key=lambda file: file.key)

    def _path(self, key: str) -> Path:
        bucket, name = keys.split(key)
        path = self._root / bucket / name
        if path.name.startswith(_PART):
            raise ValueError(f"{key!r} is a key that this storage keeps for itself.")
        return path


@contextmanager
def _part(target: Path, data: bytes) -> Iterator[Path]:
    """Write a whole file beside its place, to be moved there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=_PART)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield part
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other replacements out of a folder, those of other processes too."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


@contextmanager
def _translated() -> Iterator[None]:
    """Raise `Unavailable` for what passes with space or rights: a full disk, a read-only folder."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise Unavailable(f"The home folder cannot be written: {reason}.", retry_after=1) from error


def _link(part: Path, target: Path, data: bytes, key: str) -> None:
    try:
        target.hardlink_to(part)
    except FileExistsError:
        if target.read_bytes() != data:
            raise Conflict(f"{key!r} exists with other content.") from None


def _stored(path: Path, key: str) -> Stored | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None  # removed while we listed
    return Stored(key=key, generation=f"{status.st_mtime_ns}-{status.st_ino}", size=status.st_size)
