"""A run: one CV tailored to one job ad, as a state machine. Pure: facts in, changes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import Field

from aicvgen.domain import events
from aicvgen.domain.authors import Author
from aicvgen.domain.draft import LETTER, SUMMARY
from aicvgen.domain.errors import Reason
from aicvgen.domain.facts import OutputFile
from aicvgen.domain.look import FORMATS, FileFormat, Look
from aicvgen.domain.value import Value

STEP_LIMIT = 60
"""Waves one revision may take; a run needs 8, each rewrite 3 more."""
MAX_REWRITES = 2


class Status(StrEnum):
    """Where a run stands; the first six are work in progress."""

    READING = "reading"
    MATCHING = "matching"
    WRITING = "writing"
    SUMMARISING = "summarising"
    VERIFYING = "verifying"
    RENDERING = "rendering"
    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"

    @property
    def settled(self) -> bool:
        """Whether nothing more happens by itself: done, refused, failed or waiting for a person."""
        return self in _SETTLED

    @property
    def ended(self) -> bool:
        """Whether nothing more happens, whoever decides: done, refused or failed."""
        return self in _ENDED


_ENDED = {Status.DONE, Status.REFUSED, Status.FAILED}
_SETTLED = {Status.WAITING, *_ENDED}


class Review(StrEnum):
    """When a person must approve before the PDF is made."""

    NEVER = "never"
    DOUBT = "doubt"
    REQUIRED = "required"


class Options(Look):
    """What the person chose for the result."""

    formats: tuple[FileFormat, ...] = Field(default=FORMATS, min_length=1)
    """Of the CV; the report comes with each."""
    letter: bool = False
    """Whether a cover letter is written too."""
    review: Review = Review.NEVER


class Document(Value):
    """An uploaded file, copied to where only the run can change it."""

    name: str
    """File name as uploaded; never logged."""
    key: str
    checksum: str


class Problem(Value):
    """Why a run was refused or failed, for the person."""

    reason: str
    message: str


class Run(Value):
    """One run. Written only when its status changes, so parallel sections never contend for it."""

    id: str
    owner: str
    trace_id: str
    status: Status = Status.READING
    halted: bool = False
    """Set and cleared blindly; a halted run keeps its events pending."""
    revision: int = 1
    """Counts changed contents of the same source; a new one supersedes an unfinished one."""
    wave: int = 1
    """Counts status changes. All events of one change carry its number: an event lives while its
    wave is the run's, and a wave is complete when none of its events is unfinished."""
    first_wave: int = 1
    """The wave this revision began with; the step limit counts from here."""
    rewrites: int = 0
    rewriting: tuple[str, ...] = ()
    """Units being written again in this round."""
    units: tuple[str, ...] = ()
    options: Options = Options()
    cv: Document
    job: Document
    photo: Document | None = None
    """Of the person, for the page; None for none."""
    destination: str = ""
    """Folder of the output bucket where the result is copied; empty for none."""
    outputs: tuple[OutputFile, ...] = ()
    written_by: tuple[Author, ...] = ()
    """Who worded the parts of the result; empty until they were checked."""
    warnings: tuple[str, ...] = ()
    """What the person should know before anything else; empty until the result was checked."""
    granted: int = 0
    """Nano-dollars that this revision may spend on models."""
    unassigned: int = 0
    """Of these, what no event has yet."""
    problem: Problem | None = None
    created_at: float
    updated_at: float
    expires_at: float

    @property
    def parts(self) -> tuple[str, ...]:
        """The units of the draft in the order they are written."""
        return (*self.units, SUMMARY, *((LETTER,) if self.options.letter else ()))


class RunInput(Value):
    """An external input that was accepted: creating it twice is how a repetition is recognised."""

    key: str
    revision: int
    accepted_at: float


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event to create in the commit that causes it."""

    name: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit does to a run's documents."""

    run: Run | None = None
    """The run after its status changed; None leaves it to the join."""
    documents: Mapping[str, Value] = field(default_factory=dict)
    events: tuple[NewEvent, ...] = ()


def part_document(unit: str) -> str:
    """Return the name of the document that holds one part of the draft."""
    return f"part-{unit}"


def enter(run: Run, status: Status, now: float, **changes: object) -> Run:
    """Return the run in its next wave; beyond the step limit it fails instead of going on."""
    wave = run.wave + 1
    if wave - run.first_wave > STEP_LIMIT and not status.settled:
        status = Status.FAILED
        changes = {
            "problem": Problem(
                reason=Reason.STEP_LIMIT,
                message=f"The run took more than {STEP_LIMIT} steps and was stopped.",
            )
        }
    if status.settled:
        changes = {**changes, "unassigned": 0}  # it goes back to where it was taken from
    return run.model_copy(
        update={"status": status, "wave": wave, "updated_at": now, **changes},
    )


def begin() -> tuple[NewEvent, ...]:
    """Return the events that start a new run or revision."""
    return (NewEvent(events.CV_RECEIVED), NewEvent(events.JOB_RECEIVED))


def move(run: Run, status: Status, now: float, *wave: NewEvent, **changes: object) -> Change:
    """Return the change to a status with its events; a settled run is reported to the person."""
    after = enter(run, status, now, **changes)
    following = (NewEvent(events.RUN_SETTLED),) if after.status.settled else wave
    return Change(run=after, events=following)


def fail(run: Run, now: float, problem: Problem) -> Change:
    """Return the change that ends a run visibly because an event died."""
    return move(run, Status.FAILED, now, problem=problem)


def approve(run: Run, now: float) -> Change:
    """Return the change by which a person releases a waiting run; the caller checks its status."""
    return move(run, Status.RENDERING, now, NewEvent(events.DRAFT_APPROVED))


def after_sections(run: Run, now: float) -> Change:
    """Return what follows when the sections are written: what is written from them, or the check.

    In a rewrite only what was unsupported is written again.
    """
    wanted = run.rewriting if run.rewrites else run.parts
    rest = (unit for unit in (SUMMARY, LETTER) if unit in wanted)
    return after_part(run, next(rest, None), now)


def after_part(run: Run, unit: str | None, now: float) -> Change:
    """Return the change that has this unit written, summary or letter; None: all are written."""
    if unit is None:
        return move(run, Status.VERIFYING, now, NewEvent(events.DRAFT_COMPLETED))
    return move(run, Status.SUMMARISING, now, NewEvent(events.SUMMARY_REQUESTED, key=unit))


def joined(run: Run, now: float) -> Change:
    """Return what follows when every event of the run's wave is done."""
    match run.status:
        case Status.READING:
            return move(run, Status.MATCHING, now, NewEvent(events.DOCUMENTS_PARSED))
        case Status.WRITING:
            return after_sections(run, now)
        case _:
            return Change()
