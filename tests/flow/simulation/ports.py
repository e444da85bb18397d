"""The real store and files, with a fault possible on both sides of every call."""

from collections.abc import Sequence

from aicvgen import paths
from aicvgen.local.files import FolderFiles
from aicvgen.local.store import SqliteStore
from aicvgen.ports import Snapshot, Stored, Version, Where, Write

from .audit import Audit
from .chaos import Chaos


class FaultyStore:
    """The Store contract; every commit is judged."""

    def __init__(self, inner: SqliteStore, chaos: Chaos, audit: Audit) -> None:
        self._inner = inner
        self._chaos = chaos
        self._audit = audit

    def read(self, paths: Sequence[str]) -> Sequence[Snapshot | None]:
        """Read, perhaps."""
        self._chaos.reach("before read")
        found = self._inner.read(paths)
        if self._chaos.stage.current and _names_run(paths):
            self._chaos.stage.current.looked = self._chaos.calls
        self._chaos.reach("after read")
        return found

    def commit(self, writes: Sequence[Write], *, expires_at: float) -> list[Version]:
        """Commit, perhaps; a failure afterwards leaves the caller without the outcome."""
        self._chaos.reach("before commit")
        before = self._audit.look(writes)
        versions = self._inner.commit(writes, expires_at=expires_at)
        task = self._chaos.stage.current
        self._audit.committed(writes, before, task, self._chaos.calls)
        self._chaos.note(f"{task.name if task else ''}: committed {_summary(writes)}")
        self._chaos.reach("after commit")
        return versions

    def find(
        self,
        collection: str,
        *where: Where,
        under: str = "",
        order_by: str = "",
        descending: bool = False,
        limit: int = 1000,
    ) -> Sequence[Snapshot]:
        """Find, perhaps."""
        self._chaos.reach("before find")
        found = self._inner.find(
            collection, *where, under=under, order_by=order_by, descending=descending, limit=limit
        )
        self._chaos.reach("after find")
        return found


class FaultyFiles:
    """The Files contract."""

    def __init__(self, inner: FolderFiles, chaos: Chaos) -> None:
        self._inner = inner
        self._chaos = chaos

    def put(self, key: str, data: bytes, *, replace: bool = False) -> None:
        """Store a file, perhaps."""
        self._chaos.reach("before put")
        self._inner.put(key, data, replace=replace)
        self._chaos.reach("after put")

    def swap(self, key: str, data: bytes, generation: str) -> None:
        """Replace a file, perhaps."""
        self._chaos.reach("before swap")
        self._inner.swap(key, data, generation)
        self._chaos.reach("after swap")

    def remove(self, key: str, generation: str) -> None:
        """Remove a file, perhaps."""
        self._chaos.reach("before remove")
        self._inner.remove(key, generation)
        self._chaos.reach("after remove")

    def get(self, key: str) -> bytes:
        """Return a file, perhaps."""
        self._chaos.reach("before get")
        data = self._inner.get(key)
        self._chaos.reach("after get")
        return data

    def list(self, prefix: str) -> list[Stored]:
        """List files, perhaps."""
        self._chaos.reach("before list")
        found = self._inner.list(prefix)
        self._chaos.reach("after list")
        return found


def _names_run(places: Sequence[str]) -> bool:
    return any(place.count("/") == 1 and place != paths.CONTROLS for place in places)


def _summary(writes: Sequence[Write]) -> str:
    return ", ".join(f"{type(write).__name__} {write.path.split('/', 2)[-1]}" for write in writes)
