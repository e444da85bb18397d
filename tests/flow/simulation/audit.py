"""Watches every commit and every effect: what must never happen, whatever goes wrong."""

from collections.abc import Sequence

from aicvgen import paths
from aicvgen.domain.events import ENDED, Event, EventState
from aicvgen.domain.run import Run, Status
from aicvgen.flow.agent import Inputs
from aicvgen.ports import Create, Patch, Put, Replace, Snapshot, Store, Write

from .people import REDRIVE
from .stage import Task

_ENDED = (Status.DONE, Status.REFUSED, Status.FAILED)


class Audit:
    """Keeps the list of broken promises."""

    def __init__(self, store: Store) -> None:
        self.violations: list[str] = []
        self._store = store
        self._halted: dict[str, int] = {}
        """Run id, or `all`, and the call at which it was halted."""

    def violate(self, what: str) -> None:
        """Write down a broken promise."""
        self.violations.append(what)

    def look(self, writes: Sequence[Write]) -> Sequence[Snapshot | None]:
        """Return what is stored where a commit is going to write."""
        return self._store.read([write.path for write in writes])

    def committed(
        self,
        writes: Sequence[Write],
        before: Sequence[Snapshot | None],
        task: Task | None,
        call: int,
    ) -> None:
        """Judge a commit that was accepted."""
        for write, was in zip(writes, before, strict=True):
            if _stale(write, was):
                self.violate(f"stale {type(write).__name__} accepted on {write.path}")
            collection = write.path.split("/")[-2]
            if collection == "events" and not isinstance(write, Patch):
                self._event(was, write, task)
            elif write.path == paths.CONTROLS or collection == "runs":
                self._run(was, write, call, again=_driving(task))

    def acting(self, inputs: Inputs, task: Task | None, *, heavy: bool) -> None:
        """Judge an agent that begins its work."""
        run, event = inputs.run, inputs.event
        looked = task.looked if task else 0
        for key in (run.id, "all"):
            if self._halted.get(key, looked) < looked:
                self.violate(f"{event.name} began although it had read that {key} is halted")
        if not heavy or task is None:
            return
        (snapshot,) = self._store.read([paths.event(run.id, event.id)])
        if snapshot and snapshot.load(Event).epoch == event.epoch:
            self.violate(f"{event.name} began without a lease")

    def _event(self, was: Snapshot | None, write: Write, task: Task | None) -> None:
        now = write.value if not isinstance(write, Patch) else None
        if not isinstance(now, Event):
            return
        if was is None:
            if now.state is not EventState.PENDING:
                self.violate(f"{now.name} began as {now.state}")
            return
        before = was.load(Event)
        again = _driving(task)
        if before.state in ENDED and not (again and before.state is not EventState.DONE):
            self.violate(f"{now.name} was {before.state} and became {now.state}")
        held = before.state is EventState.LEASED and task and before.due_at > task.latest
        if held and task and task.holder != before.holder and not again:
            self.violate(f"{now.name} was taken from its holder before the lease ended")
        if now.state is EventState.LEASED and now.attempts != before.attempts + 1:
            self.violate(f"an attempt at {now.name} was not counted")

    def _run(self, was: Snapshot | None, write: Write, call: int, *, again: bool) -> None:
        if isinstance(write, Patch) and "halted" in write.fields:
            self._switched(write.path.removeprefix("runs/"), call, on=bool(write.fields["halted"]))
        elif isinstance(write, Put) and write.path == paths.CONTROLS:
            self._switched("all", call, on='"halted":true' in write.value.model_dump_json())
        elif was is not None and not isinstance(write, Patch) and isinstance(write.value, Run):
            self._moved(was.load(Run), write.value, again=again)

    def _switched(self, key: str, call: int, *, on: bool) -> None:
        self._halted.pop(key, None)
        if on:
            self._halted[key] = call

    def _moved(self, before: Run, after: Run, *, again: bool) -> None:
        if after.wave != before.wave + 1:
            self.violate(f"the run went from wave {before.wave} to {after.wave}")
        if after.halted != before.halted:
            self.violate("a step or a new revision switched a halt")
        reopened = again and before.status is Status.FAILED
        if before.status in _ENDED and after.revision == before.revision and not reopened:
            self.violate(f"the run was {before.status} and became {after.status}")


def _driving(task: Task | None) -> bool:
    return task is not None and task.name == REDRIVE


def _stale(write: Write, was: Snapshot | None) -> bool:
    match write:
        case Create():
            return was is not None
        case Replace(version=version):
            return was is None or was.version != version
        case Patch():
            return was is None
        case Put():
            return False
