"""The run as a state machine: which fact leads where, and where it ends."""

import pytest
from aicvgen.domain import events
from aicvgen.domain.cv import Contact, Cv
from aicvgen.domain.draft import Finding, FindingKind, Part
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
    STEP_LIMIT,
    Change,
    Document,
    Options,
    Problem,
    Review,
    Run,
    Status,
    approve,
    begin,
    enter,
    fail,
    joined,
)
from aicvgen.domain.transitions import apply

NOW = 1_800_000_100.0
FILE = Document(name="cv.md", key="runs/r/input/1", checksum="1")
FINDING = Finding(
    unit="work-1", sentence="s", kind=FindingKind.NUMBER, claim="5", looked_in=("work-1/1",)
)
UNITS = ("work-1", "work-2", "skills")
OUTPUT = OutputFile(name="cv.pdf", key="runs/r/1/cv.pdf", checksum="2")


def _run(status: Status, **fields: object) -> Run:
    run = Run(
        id="r",
        owner="ann",
        trace_id="t",
        status=status,
        cv=FILE,
        job=FILE,
        created_at=NOW - 100,
        updated_at=NOW - 100,
        expires_at=NOW + 100,
    )
    return run.model_copy(update=fields)


def _fit(*units: str) -> Fit:
    return Fit(matches=(), ranking=(), coverage=0.5, units=units)


def _verified(*rewrite: str, in_doubt: bool = False) -> Verified:
    items = (FINDING,) if rewrite else ()
    return Verified(findings=Findings(items=items), rewrite=rewrite, in_doubt=in_doubt)


def _caused(change: Change) -> list[tuple[str, str]]:
    return [(event.name, event.key) for event in change.events]


def _after(change: Change) -> Run:
    assert change.run is not None
    return change.run


def test_a_run_begins_with_both_documents() -> None:
    """The CV and the ad are read side by side."""
    assert {event.name for event in begin(_run(Status.READING))} == {
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
            [(events.SUMMARY_REQUESTED, "")],
        ),
        (
            Status.SUMMARISING,
            PartWritten(part=Part(unit="summary")),
            Status.VERIFYING,
            [(events.DRAFT_COMPLETED, "")],
        ),
        (Status.VERIFYING, _verified(), Status.RENDERING, [(events.DRAFT_APPROVED, "")]),
        (
            Status.VERIFYING,
            _verified("work-1", "summary"),
            Status.WRITING,
            [(events.SECTION_REQUESTED, "work-1")],
        ),
        (
            Status.VERIFYING,
            _verified("summary"),
            Status.SUMMARISING,
            [(events.SUMMARY_REQUESTED, "")],
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
    change = apply(_run(status, wave=4), fact, NOW)

    assert _after(change).status is after
    assert _after(change).wave == 5
    assert _after(change).updated_at == NOW
    assert _caused(change) == caused


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
    change = apply(_run(status), fact, NOW)

    assert change.run is None
    assert change.events == ()
    assert list(change.documents) == documents


@pytest.mark.parametrize(
    ("status", "fields", "after", "caused"),
    [
        (Status.READING, {}, Status.MATCHING, events.DOCUMENTS_PARSED),
        (Status.WRITING, {}, Status.SUMMARISING, events.SUMMARY_REQUESTED),
        (
            Status.WRITING,
            {"rewrites": 1, "rewriting": ("work-1", "summary")},
            Status.SUMMARISING,
            events.SUMMARY_REQUESTED,
        ),
        (
            Status.WRITING,
            {"rewrites": 1, "rewriting": ("work-1",)},
            Status.VERIFYING,
            events.DRAFT_COMPLETED,
        ),
    ],
)
def test_a_complete_wave_moves_the_run(
    status: Status, fields: dict[str, object], after: Status, caused: str
) -> None:
    """After the last of many: on to the next status; a good summary is not written again."""
    change = joined(_run(status, **fields), NOW)

    assert _after(change).status is after
    assert _caused(change) == [(caused, "")]


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.READING, Status.WRITING}))
def test_other_statuses_have_no_join(status: Status) -> None:
    """Where one event decides, the end of its wave changes nothing."""
    assert joined(_run(status), NOW) == Change()


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
    run = _run(Status.VERIFYING, options=Options(review=review))

    change = apply(run, _verified(in_doubt=in_doubt), NOW)

    assert _after(change).status is after


def test_a_draft_with_findings_is_rewritten_before_anybody_is_asked() -> None:
    """Nobody reviews what the verifier has already sent back."""
    run = _run(Status.VERIFYING, options=Options(review=Review.REQUIRED), rewrites=1)

    after = _after(apply(run, _verified("work-1"), NOW))

    assert after.status is Status.WRITING
    assert (after.rewrites, after.rewriting) == (2, ("work-1",))


def test_corrected_parts_replace_the_written_ones() -> None:
    """What the verifier put right is what will be rendered."""
    part = Part(unit="work-1", own_words=True)
    fact = Verified(findings=Findings(items=(FINDING,)), corrected=(part,), in_doubt=True)

    change = apply(_run(Status.VERIFYING), fact, NOW)

    assert change.documents == {"findings": fact.findings, "part-work-1": part}


def test_approval_leads_to_the_page() -> None:
    """Once released, a waiting run is rendered."""
    change = approve(_run(Status.WAITING), NOW)

    assert _after(change).status is Status.RENDERING
    assert _caused(change) == [(events.DRAFT_APPROVED, "")]


def test_failure_is_reported_to_the_person() -> None:
    """A dead event ends the run visibly, with its problem."""
    problem = Problem(reason="failed", message="m")

    change = fail(_run(Status.WRITING), NOW, problem)

    assert (_after(change).status, _after(change).problem) == (Status.FAILED, problem)
    assert _caused(change) == [(events.RUN_SETTLED, "")]


def test_a_result_and_a_refusal_say_what_they_are() -> None:
    """The run names its files, or the reason why there are none."""
    done = _after(apply(_run(Status.RENDERING), Rendered(outputs=(OUTPUT,)), NOW))
    refused = _after(
        apply(_run(Status.READING), Refused(reason=Reason.ENCRYPTED, message="m"), NOW)
    )

    assert done.outputs == (OUTPUT,)
    assert refused.problem == Problem(reason="encrypted", message="m")


def test_the_step_limit_ends_a_run_that_goes_round() -> None:
    """One wave below the limit goes on; the next one fails the run and says why."""
    near = _run(Status.VERIFYING, wave=10 + STEP_LIMIT - 1, first_wave=10)
    over = _run(Status.VERIFYING, wave=10 + STEP_LIMIT, first_wave=10)

    going, stopped = (_after(apply(run, _verified("work-1"), NOW)) for run in (near, over))

    assert going.status is Status.WRITING
    assert stopped.status is Status.FAILED
    assert stopped.problem is not None
    assert stopped.problem.reason == Reason.STEP_LIMIT


def test_the_step_limit_creates_no_more_work() -> None:
    """A stopped run has nothing left but its report."""
    over = _run(Status.VERIFYING, wave=STEP_LIMIT + 1)

    assert _caused(apply(over, _verified("work-1"), NOW)) == [(events.RUN_SETTLED, "")]


def test_the_step_limit_does_not_take_a_result_away() -> None:
    """Who arrives at the end, however late, has arrived."""
    over = _run(Status.RENDERING, wave=STEP_LIMIT + 5)

    assert enter(over, Status.DONE, NOW).status is Status.DONE


def test_the_step_limit_counts_from_the_revision() -> None:
    """A new revision of an old run has all its steps before it."""
    later = _run(Status.READING, wave=5 * STEP_LIMIT, first_wave=5 * STEP_LIMIT)

    assert _after(joined(later, NOW)).status is Status.MATCHING


@pytest.mark.parametrize("status", list(Status))
def test_settled_means_that_nothing_happens_by_itself(status: Status) -> None:
    """Done, refused, failed and waiting: everything else is work in progress."""
    settled = {Status.DONE, Status.REFUSED, Status.FAILED, Status.WAITING}

    assert status.settled == (status in settled)
