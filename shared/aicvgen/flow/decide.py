"""What a person decides about a run: approve, halt, resume, drive a dead event again."""

import logging
from contextlib import suppress

from aicvgen import paths
from aicvgen.domain.errors import Conflict, Reason, Rejected
from aicvgen.domain.events import Event, EventState
from aicvgen.domain.ids import derive, trace_id
from aicvgen.domain.records import Controls, Decision
from aicvgen.domain.run import Run, Status, approve
from aicvgen.flow.join import join
from aicvgen.flow.writes import Origin, change_writes, publish
from aicvgen.ports import NEVER, Create, Patch, Ports, Put, Replace, Snapshot, Where
from aicvgen.telemetry.traces import run_traceparent

log = logging.getLogger(__name__)


def read_run(ports: Ports, run_id: str) -> tuple[Run, Snapshot]:
    """Return a run; raises `Rejected(NOT_FOUND)`."""
    (snapshot,) = ports.store.read([paths.run(run_id)])
    if snapshot is None:
        raise Rejected(Reason.NOT_FOUND, f"There is no run {run_id!r}; `aicvgen runs` lists them.")
    return snapshot.load(Run), snapshot


def approve_run(ports: Ports, run_id: str, by: str) -> Run:
    """Release a waiting run; raises `Rejected(WRONG_STATE)` if it does not wait."""
    while True:
        run, snapshot = read_run(ports, run_id)
        if run.status is not Status.WAITING:
            raise Rejected(
                Reason.WRONG_STATE,
                f"Run {run_id!r} is {run.status.value}, only a waiting run can be approved.",
            )
        now = ports.now()
        change = approve(run, now)
        origin = Origin(f"approve-{run.wave}", run_traceparent(run), now)
        writes, events = change_writes(run, snapshot.version, change, origin)
        writes.append(_decided(ports, run_id, "approve", by, str(run.wave)))
        try:
            ports.store.commit(writes, expires_at=run.expires_at)
        except Conflict:
            continue
        publish(ports, events)
        return change.run or run


def halt_run(ports: Ports, run_id: str, by: str) -> Run:
    """Stop a run: no effect starts later than one read after this.

    Raises `Rejected(WRONG_STATE)` if it has ended; one that waits for a person can be halted.
    """
    run, _ = read_run(ports, run_id)
    if run.status.ended:
        why = f"Run {run_id!r} is {run.status.value}: there is nothing to halt."
        raise Rejected(Reason.WRONG_STATE, why)
    return _switch(ports, run, "halt", by)


def resume_run(ports: Ports, run_id: str, by: str) -> Run:
    """Let a halted run go on where it stood."""
    run = _switch(ports, read_run(ports, run_id)[0], "resume", by)
    _publish_pending(ports, run)
    return run


def halt_everything(ports: Ports, by: str) -> None:
    """Stop all runs until `resume_everything`."""
    _set(ports, "halt", by, halted=True)


def resume_everything(ports: Ports, by: str) -> None:
    """Let everything go on; runs halted one by one stay halted. The sweep publishes the rest."""
    _set(ports, "resume", by, halted=False)


def halt_models(ports: Ports, by: str) -> None:
    """Ask no language model until `resume_models`: rules write, and no run stands still."""
    _set(ports, "halt-models", by, model_off=True)


def resume_models(ports: Ports, by: str) -> None:
    """Ask language models again, where the settings name one."""
    _set(ports, "resume-models", by, model_off=False)


def _switch(ports: Ports, run: Run, action: str, by: str) -> Run:
    halted = action == "halt"
    patch = Patch(paths.run(run.id), {"halted": halted, "updated_at": ports.now()})
    decided = _decided(ports, run.id, action, by, str(ports.now()))
    ports.store.commit([patch, decided], expires_at=run.expires_at)
    return run.model_copy(update={"halted": halted})


def _set(ports: Ports, action: str, by: str, **switches: bool) -> None:
    """Set some of the switches for everything and leave the others; they stay until set again."""
    decided = _decided(ports, "all", action, by, str(ports.now()))
    path = paths.CONTROLS
    while True:
        (found,) = ports.store.read([path])
        before = found.load(Controls) if found else Controls()
        after = before.model_copy(update=switches)
        switched = Replace(path, after, found.version) if found else Create(path, after)
        with suppress(Conflict):  # somebody else has set one
            ports.store.commit([switched, decided], expires_at=ports.now() + NEVER)
            return


def _decided(ports: Ports, run_id: str, action: str, by: str, number: str) -> Put:
    trace = trace_id(run_id)
    record = Decision(run_id=run_id, trace_id=trace, action=action, by=by, at=ports.now())
    log.info("decided: %s", action, extra={"run_id": run_id, "trace_id": trace})
    return Put(paths.decision(run_id, derive(action, by, number)), record)


def _publish_pending(ports: Ports, run: Run) -> None:
    pending = ports.store.find(
        "events",
        Where("wave", "==", run.wave),
        Where("state", "==", EventState.PENDING),
        under=paths.run(run.id),
    )
    publish(ports, (snapshot.load(Event) for snapshot in pending))
    join(ports, run.id, run.wave, run_traceparent(run))
