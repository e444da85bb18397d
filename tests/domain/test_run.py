"""The run as a state machine: which fact leads where, and where it ends."""

import pytest

from aicvgen.domain import events
from aicvgen.domain.cv import Contact, Cv
from aicvgen.domain.draft import Part
from aicvgen.domain.errors import Reason
from aicvgen.domain.facts import (
    CvRead,
    Delivered,
    Fact,
    Findings,
    JobRead,
    Matched,
    OutputFile,
    PartWritten,
    Refused,
    Rendered,
    Verified,
)
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.domain.run import (
    Options,
    Problem,
    Review,
    Status,
    approve,
    begin,
    fail,
)
from aicvgen.domain.transitions import apply

from .runs import FINDING, NOW, a_run, caused_by, run_after, verified

UNITS = ("work-1", "work-2", "skills")
OUTPUT = OutputFile(name="cv.pdf", key="runs/r/1/cv.pdf", checksum="2")


def _fit(*units: str) -> Fit:
    return Fit(matches=(), asked=(), ranking=(), units=units)


def test_a_run_begins_with_both_documents() -> None:
    """The CV and the ad are read side by side."""
    assert {event.name for event in begin()} == {
        events.CV_RECEIVED,
        events.JOB_RECEIVED,
    }


@pytest.mark.parametrize(
    ("status", "fact", "after", "caused"),
    [
        (
            Status.MATCHING,
            Matched(fit=_fit(*UNITS)),
            Status.WRITING,
            [(events.SECTION_REQUESTED, unit) for unit in UNITS],
        ),
        (
            Status.MATCHING,
            Matched(fit=_fit()),
            Status.SUMMARISING,
            [(events.SUMMARY_REQUESTED, "summary")],
        ),
        (
            Status.SUMMARISING,
            PartWritten(part=Part(unit="summary")),
            Status.VERIFYING,
            [(events.DRAFT_COMPLETED, "")],
        ),
        (Status.VERIFYING, verified(), Status.RENDERING, [(events.DRAFT_APPROVED, "")]),
        (
            Status.VERIFYING,
            verified("work-1", "summary"),
            Status.WRITING,
            [(events.SECTION_REQUESTED, "work-1")],
        ),
        (
            Status.VERIFYING,
            verified("summary"),
            Status.SUMMARISING,
            [(events.SUMMARY_REQUESTED, "summary")],
        ),
        (
            Status.RENDERING,
            Rendered(outputs=(OUTPUT,)),
            Status.DONE,
            [(events.RUN_SETTLED, "")],
        ),
        (
            Status.READING,
            Refused(reason=Reason.EMPTY, message="m"),
            Status.REFUSED,
            [(events.RUN_SETTLED, "")],
        ),
    ],
)
def test_a_fact_moves_the_run(
    status: Status, fact: Fact, after: Status, caused: list[tuple[str, str]]
) -> None:
    """Each fact leads to one status, one wave further, with the events of that wave."""
    change = apply(a_run(status, wave=4), fact, NOW)

    assert run_after(change).status is after
    assert run_after(change).wave == 5
    assert run_after(change).updated_at == NOW
    assert caused_by(change) == caused


@pytest.mark.parametrize(
    ("status", "fact", "documents"),
    [
        (Status.READING, CvRead(cv=Cv(contact=Contact(), sections=())), ["cv"]),
        (Status.READING, JobRead(job=Job()), ["job"]),
        (Status.WRITING, PartWritten(part=Part(unit="work-1")), ["part-work-1"]),
        (Status.DONE, Delivered(), []),
    ],
)
def test_a_fact_of_many_leaves_the_run_to_the_join(
    status: Status, fact: Fact, documents: list[str]
) -> None:
    """What happens side by side writes its own document and never the run."""
    change = apply(a_run(status), fact, NOW)

    assert change.run is None
    assert change.events == ()
    assert list(change.documents) == documents


@pytest.mark.parametrize(
    ("review", "in_doubt", "after"),
    [
        (Review.NEVER, False, Status.RENDERING),
        (Review.NEVER, True, Status.RENDERING),
        (Review.DOUBT, False, Status.RENDERING),
        (Review.DOUBT, True, Status.WAITING),
        (Review.REQUIRED, False, Status.WAITING),
        (Review.REQUIRED, True, Status.WAITING),
    ],
)
def test_the_review_policy_decides_who_waits(
    review: Review, after: Status, *, in_doubt: bool
) -> None:
    """A person is asked never, in doubt, or always."""
    run = a_run(Status.VERIFYING, options=Options(review=review))

    change = apply(run, verified(in_doubt=in_doubt), NOW)

    assert run_after(change).status is after


def test_a_draft_with_findings_is_rewritten_before_anybody_is_asked() -> None:
    """Nobody reviews what the verifier has already sent back."""
    run = a_run(Status.VERIFYING, options=Options(review=Review.REQUIRED), rewrites=1)

    after = run_after(apply(run, verified("work-1"), NOW))

    assert after.status is Status.WRITING
    assert (after.rewrites, after.rewriting) == (2, ("work-1",))


def test_corrected_parts_replace_the_written_ones() -> None:
    """What the verifier put right is what will be rendered."""
    part = Part(unit="work-1", own_words=True)
    fact = Verified(findings=Findings(items=(FINDING,)), corrected=(part,), in_doubt=True)

    change = apply(a_run(Status.VERIFYING), fact, NOW)

    assert change.documents == {"findings": fact.findings, "part-work-1": part}


def test_approval_leads_to_the_page() -> None:
    """Once released, a waiting run is rendered."""
    change = approve(a_run(Status.WAITING), NOW)

    assert run_after(change).status is Status.RENDERING
    assert caused_by(change) == [(events.DRAFT_APPROVED, "")]


def test_failure_is_reported_to_the_person() -> None:
    """A dead event ends the run visibly, with its problem."""
    problem = Problem(reason="failed", message="m")

    change = fail(a_run(Status.WRITING), NOW, problem)

    assert (run_after(change).status, run_after(change).problem) == (Status.FAILED, problem)
    assert caused_by(change) == [(events.RUN_SETTLED, "")]


def test_a_result_and_a_refusal_say_what_they_are() -> None:
    """The run names its files, or the reason why there are none."""
    done = run_after(apply(a_run(Status.RENDERING), Rendered(outputs=(OUTPUT,)), NOW))
    refused = run_after(
        apply(a_run(Status.READING), Refused(reason=Reason.ENCRYPTED, message="m"), NOW)
    )

    assert done.outputs == (OUTPUT,)
    assert refused.problem == Problem(reason="encrypted", message="m")


@pytest.mark.parametrize("status", list(Status))
def test_settled_means_that_nothing_happens_by_itself(status: Status) -> None:
    """Done, refused, failed and waiting: everything else is work in progress."""
    settled = {Status.DONE, Status.REFUSED, Status.FAILED, Status.WAITING}

    assert status.settled == (status in settled)


def test_a_letter_is_written_after_the_summary_and_before_the_check() -> None:
    """Where a letter was asked for, the summary causes it, and it causes the check."""
    run = a_run(Status.SUMMARISING, options=Options(letter=True))
    after = apply(run, PartWritten(part=Part(unit="summary")), NOW)
    assert caused_by(after) == [(events.SUMMARY_REQUESTED, "letter")]
    last = apply(run_after(after), PartWritten(part=Part(unit="letter")), NOW)
    assert caused_by(last) == [(events.DRAFT_COMPLETED, "")]
    assert run.parts[-2:] == ("summary", "letter")
