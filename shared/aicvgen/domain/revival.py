"""What a run is again when the event it failed of is driven once more."""

from aicvgen.domain import events
from aicvgen.domain.events import Event, EventState
from aicvgen.domain.run import Run, Status

_STATUS = {
    events.CV_RECEIVED: Status.READING,
    events.JOB_RECEIVED: Status.READING,
    events.DOCUMENTS_PARSED: Status.MATCHING,
    events.SECTION_REQUESTED: Status.WRITING,
    events.SUMMARY_REQUESTED: Status.SUMMARISING,
    events.DRAFT_COMPLETED: Status.VERIFYING,
    events.DRAFT_APPROVED: Status.RENDERING,
}
"""Where a run stands while an event is answered."""


def revived(run: Run, dead: Event, now: float) -> Run | None:
    """Return the run once this dead event waits again; None if the run has moved on without it.

    A run that failed of the event returns to where it stood, in a new wave: whatever was caused by
    its failure is obsolete at once. An event of the run's own wave, a report that could not be
    delivered, changes nothing about the run.
    """
    if dead.wave == run.wave:
        return run
    failed = run.status is Status.FAILED and dead.revision == run.revision
    if not failed or dead.wave != run.wave - 1:
        return None
    return run.model_copy(
        update={
            "status": _STATUS[dead.name],
            "wave": run.wave + 1,
            "problem": None,
            "updated_at": now,
        }
    )


def waiting_again(event: Event, run: Run, due_at: float) -> Event:
    """Return an unfinished event as a fresh one of the run's wave."""
    return event.model_copy(
        update={
            "state": EventState.PENDING,
            "wave": run.wave,
            "epoch": event.epoch + 1,
            "holder": "",
            "attempts": 0,
            "republished": 0,
            "error": "",
            "due_at": due_at,
            # What it had left went back when its run failed: rules write what is written now.
            "allowance": event.spent + event.reserved,
            "spent": event.spent + event.reserved,
            "reserved": 0,
        }
    )
