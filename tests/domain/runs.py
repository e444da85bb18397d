"""Runs in any status, and what follows from a change."""

from aicvgen.domain.draft import Finding, FindingKind
from aicvgen.domain.facts import Findings, Verified
from aicvgen.domain.run import Change, Document, Run, Status

NOW = 1_800_000_100.0
FINDING = Finding(
    unit="work-1", sentence="s", kind=FindingKind.NUMBER, claim="5", looked_in=("work-1/1",)
)
_FILE = Document(name="cv.md", key="runs/r/input/1", checksum="1")


def a_run(status: Status, **fields: object) -> Run:
    """Return a run that has been in this status for a while."""
    run = Run(
        id="r",
        owner="ann",
        trace_id="t",
        status=status,
        cv=_FILE,
        job=_FILE,
        created_at=NOW - 100,
        updated_at=NOW - 100,
        expires_at=NOW + 100,
    )
    return run.model_copy(update=fields)


def verified(*rewrite: str, in_doubt: bool = False) -> Verified:
    """Return the fact that these units must be written again, or none."""
    items = (FINDING,) if rewrite else ()
    return Verified(findings=Findings(items=items), rewrite=rewrite, in_doubt=in_doubt)


def caused_by(change: Change) -> list[tuple[str, str]]:
    """Return name and key of the events a change causes."""
    return [(event.name, event.key) for event in change.events]


def run_after(change: Change) -> Run:
    """Return the run as a change leaves it."""
    assert change.run is not None
    return change.run
