"""Events: what happened in a run and still has to be answered by an agent."""

from enum import StrEnum

from aicvgen.domain.ids import derive
from aicvgen.domain.value import Value

CV_RECEIVED = "cv.received"
JOB_RECEIVED = "job.received"
DOCUMENTS_PARSED = "documents.parsed"
SECTION_REQUESTED = "section.requested"
SUMMARY_REQUESTED = "summary.requested"
DRAFT_COMPLETED = "draft.completed"
DRAFT_APPROVED = "draft.approved"
RUN_SETTLED = "run.settled"


class EventState(StrEnum):
    """Pending → leased → done; obsolete if its run had moved on, dead after too many attempts."""

    PENDING = "pending"
    LEASED = "leased"
    DONE = "done"
    OBSOLETE = "obsolete"
    DEAD = "dead"


UNFINISHED = (EventState.PENDING, EventState.LEASED, EventState.DEAD)
"""What holds a wave up, in the words that the stores index."""
ENDED = (EventState.DONE, EventState.OBSOLETE, EventState.DEAD)
"""What no delivery changes any more."""
UNANSWERED = (*UNFINISHED, EventState.OBSOLETE)
"""What a wave still lacks once its run goes back to it."""


class Event(Value):
    """One document that is outbox, inbox, lease and attempt counter of one event.

    All times are seconds since 1970-01-01 UTC.
    """

    id: str
    run_id: str
    name: str
    key: str = ""
    """What the event is about within its name, for example the unit to write."""
    cause: str
    """Id of the event, join (`join-<wave>`) or input this one follows from."""
    revision: int
    wave: int
    """The event lives while its run is in this wave; see `Run.wave`."""
    traceparent: str
    """W3C trace context of the step that caused it."""
    created_at: float
    expires_at: float
    """Its run's expiry: they go together."""
    state: EventState = EventState.PENDING
    due_at: float
    """When a sweep may publish it again: some time after the last publish or retry, the end of the
    lease; for a dead event its expiry."""
    republished: int = 0
    epoch: int = 0
    """Counts takings and endings; with `holder` it tells a lease from the one before."""
    holder: str = ""
    attempts: int = 0
    """Attempts that began (heavy steps) or failed (light steps); waiting for a service that is
    down does not count."""
    error: str = ""
    """Class name of the last error."""
    allowance: int = 0
    """Nano-dollars that all its attempts may spend on models."""
    spent: int = 0
    """Of these, what the attempts that ended spent."""
    reserved: int = 0
    """Of these, what the attempt under way may spend; see `domain.allowance`."""


def event_id(run_id: str, wave: int, cause: str, name: str, key: str) -> str:
    """Return the id an event must have: never random, so that a crash repeats it exactly.

    An event driven again may cause once more what its death had caused, a report; the wave, which
    goes on through all revisions of a run, tells the two apart.
    """
    return derive(run_id, str(wave), cause, name, key)
