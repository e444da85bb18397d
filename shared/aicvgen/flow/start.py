"""How a run begins: an accepted input creates it, repeats it or revises it."""

import logging
from dataclasses import dataclass, field

from aicvgen import paths
from aicvgen.domain.errors import Conflict
from aicvgen.domain.events import Event, EventState
from aicvgen.domain.ids import content_hash, derive, trace_id
from aicvgen.domain.run import Document, Options, Run, RunInput, Status, begin
from aicvgen.flow.grants import granted
from aicvgen.flow.writes import Origin, new_events, publish
from aicvgen.ports import Create, Ports, Put, Replace, Snapshot, Where, Write
from aicvgen.telemetry.traces import run_traceparent

log = logging.getLogger(__name__)

RETENTION = 30 * 86400.0
"""Seconds after its beginning when a run's documents expire."""

_Kept = tuple[Document, Document, Document | None]
"""CV, job ad and photo, where only the run can change them."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the person gave it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Submission:
    """What somebody asks for: one CV tailored to one job ad."""

    owner: str
    source: str
    """Where it came from; the same source of the same owner is the same run."""
    cv: Upload
    job: Upload
    photo: Upload | None = None
    options: Options = field(default_factory=Options)
    destination: str = ""
    """Output folder; empty for none."""

    @property
    def run_id(self) -> str:
        """The id the run has or will have."""
        return derive(self.owner, self.source)

    @property
    def input_key(self) -> str:
        """Changes with the contents or the options: then it is a new revision."""
        return derive(
            content_hash(self.cv.data),
            content_hash(self.job.data),
            *((content_hash(self.photo.data),) if self.photo else ()),
            self.options.model_dump_json(),
        )


def start(
    ports: Ports, submission: Submission, *, retry: bool = False, current: bool = False
) -> Run:
    """Return the run for a submission, begun if it is new.

    The same submission again is the same run, however often and at how many places at once.
    Changed contents are a new revision, which supersedes an unfinished one. `retry`
    makes a failed run begin once more: a person who repeats a command expects a new try. `current`
    says that these are the contents of the source at this moment: if they were accepted before
    others that have been replaced by them again, they are the newest revision.
    """
    run_id, key = submission.run_id, submission.input_key
    cv = _kept(ports, run_id, submission.cv)
    job = _kept(ports, run_id, submission.job)
    photo = _kept(ports, run_id, submission.photo) if submission.photo else None
    while True:
        found, accepted = ports.store.read([paths.run(run_id), paths.accepted(run_id, key)])
        before = found.load(Run) if found else None
        known = before and accepted and (not current or _is_latest(accepted, before))
        if before and known and not (retry and before.status is Status.FAILED):
            _publish_again(ports, before, key)
            return before
        begun = _begun(submission, before, (cv, job, photo), ports.now())
        try:
            run = _commit(ports, begun, found, key)
        except Conflict:
            continue  # somebody else began or moved it: look again
        log.info("run begun", extra={"run_id": run.id, "trace_id": run.trace_id})
        return run


def _is_latest(accepted: Snapshot, run: Run) -> bool:
    """Whether this input made the run's revision; an earlier content that comes back is new."""
    return accepted.load(RunInput).revision == run.revision


def _kept(ports: Ports, run_id: str, upload: Upload) -> Document:
    checksum = content_hash(upload.data)
    key = f"runs/{run_id}/input/{checksum}"
    ports.files.put(key, upload.data)
    return Document(name=upload.name, key=key, checksum=checksum)


def _begun(submission: Submission, before: Run | None, kept: _Kept, now: float) -> Run:
    cv, job, photo = kept
    run = Run(
        id=submission.run_id,
        owner=submission.owner,
        trace_id=trace_id(submission.run_id),
        options=submission.options,
        cv=cv,
        job=job,
        photo=photo,
        destination=submission.destination,
        created_at=now,
        updated_at=now,
        expires_at=now + RETENTION,
    )
    if before is None:
        return run
    wave = before.wave + 1
    return run.model_copy(
        update={
            "revision": before.revision + 1,
            "wave": wave,
            "first_wave": wave,
            "halted": before.halted,
            "created_at": before.created_at,
        },
    )


def _commit(ports: Ports, begun: Run, found: Snapshot | None, key: str) -> Run:
    path, now = paths.run(begun.id), begun.updated_at
    granting, taken = granted(ports, begun)
    run, events = new_events(granting, begin(), Origin(key, run_traceparent(begun), now))
    writes: list[Write] = [
        Replace(path, run, found.version) if found else Create(path, run),
        Put(
            paths.accepted(run.id, key),
            RunInput(key=key, revision=run.revision, accepted_at=now),
        ),
        *(Create(paths.event(run.id, event.id), event) for event in events),
        *taken,
    ]
    ports.store.commit(writes, expires_at=run.expires_at)
    publish(ports, events)
    return run


def _publish_again(ports: Ports, run: Run, key: str) -> None:
    """Hand over what a first try committed and may not have published."""
    pending = ports.store.find(
        "events",
        Where("cause", "==", key),
        Where("state", "==", EventState.PENDING),
        Where("wave", "==", run.wave),
        under=paths.run(run.id),
    )
    publish(ports, (snapshot.load(Event) for snapshot in pending))
