"""Which processes work on a home folder: one lock file each, which the kernel frees on death."""

import fcntl
import os
import uuid
from pathlib import Path


class Presence:
    """This process's own lock; `alive` tells about the others'."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.name = uuid.uuid4().hex
        self._file = os.open(folder / self.name, os.O_CREAT | os.O_RDWR, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def alive(self, holder: str) -> bool:
        """Return whether a holder of leases still runs."""
        if holder == self.name:
            return True
        try:
            file = os.open(self._folder / holder, os.O_RDWR)
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        else:
            (self._folder / holder).unlink(missing_ok=True)
            return False
        finally:
            os.close(file)

    def remove_dead(self) -> None:
        """Remove the lock files of processes that were killed."""
        for file in self._folder.iterdir():
            self.alive(file.name)

    def close(self) -> None:
        """Leave: from now on `alive` is False for this process."""
        (self._folder / self.name).unlink(missing_ok=True)
        os.close(self._file)
