"""The inbox folder plays the bucket: a folder whose files rest is announced."""

import logging
import os
from contextlib import suppress
from pathlib import Path

from aicvgen import wire
from aicvgen.local.bus import QueueBus

log = logging.getLogger(__name__)

Rest = frozenset[tuple[str, int, int]]
"""Name, size and modification time of a folder's files."""


class Watcher:
    """Announces each folder `inbox/<owner>/<name>/` whenever its files changed and came to rest."""

    def __init__(self, inbox: Path, bus: QueueBus) -> None:
        self._inbox = inbox
        self._bus = bus
        self._seen: dict[str, Rest] = {}
        self._announced: dict[str, Rest] = {}

    def look(self) -> int:
        """Look once; return how many folders were announced.

        A folder is at rest when two looks in a row find the same files, sizes and times.
        """
        announced = 0
        found = {key: rest for key, rest in _folders(self._inbox).items() if rest}
        for key, rest in found.items():
            if self._seen.get(key) == rest and self._announced.get(key) != rest:
                name = min(name for name, _, _ in rest)
                self._bus.send(wire.UPLOAD, wire.encode_upload(f"inbox/{key}/{name}"))
                self._announced[key] = rest
                announced += 1
        self._seen = found
        self._announced = {key: self._announced[key] for key in found if key in self._announced}
        return announced


def _folders(inbox: Path) -> dict[str, Rest]:
    folders = {}
    for owner in _subfolders(inbox):
        for folder in _subfolders(Path(owner.path)):
            folders[f"{owner.name}/{folder.name}"] = _rest(Path(folder.path))
    return folders


def _subfolders(path: Path) -> list[os.DirEntry[str]]:
    return [entry for entry in _entries(path) if entry.is_dir(follow_symlinks=False)]


def _rest(folder: Path) -> Rest:
    files = []
    for entry in _entries(folder):
        if entry.is_file(follow_symlinks=False):
            with suppress(FileNotFoundError):  # taken away while we looked
                status = entry.stat(follow_symlinks=False)
                files.append((entry.name, status.st_size, status.st_mtime_ns))
    return frozenset(files)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what a folder holds but hidden things; one that cannot be read holds nothing now.

    Links are not followed: an upload is what lies in the inbox, nothing elsewhere on the machine.
    """
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        log.warning("a folder of the inbox cannot be read", extra={"error": type(error).__name__})
        return []
