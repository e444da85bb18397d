"""Waves: what follows when all of one are done, and how many a revision may take."""

import pytest

from aicvgen.domain import events
from aicvgen.domain.errors import Reason
from aicvgen.domain.run import STEP_LIMIT, Change, Status, enter, joined
from aicvgen.domain.transitions import apply

from .runs import NOW, a_run, caused_by, run_after, verified


@pytest.mark.parametrize(
    ("status", "fields", "after", "caused"),
    [
        (Status.READING, {}, Status.MATCHING, (events.DOCUMENTS_PARSED, "")),
        (Status.WRITING, {}, Status.SUMMARISING, (events.SUMMARY_REQUESTED, "summary")),
        (
            Status.WRITING,
            {"rewrites": 1, "rewriting": ("work-1", "letter")},
            Status.SUMMARISING,
            (events.SUMMARY_REQUESTED, "letter"),
        ),
        (
            Status.WRITING,
            {"rewrites": 1, "rewriting": ("work-1", "summary")},
            Status.SUMMARISING,
            (events.SUMMARY_REQUESTED, "summary"),
        ),
        (
            Status.WRITING,
            {"rewrites": 1, "rewriting": ("work-1",)},
            Status.VERIFYING,
            (events.DRAFT_COMPLETED, ""),
        ),
    ],
)
def test_a_complete_wave_moves_the_run(
    status: Status, fields: dict[str, object], after: Status, caused: tuple[str, str]
) -> None:
    """After the last of many: on to the next status; a good summary is not written again."""
    change = joined(a_run(status, **fields), NOW)

    assert run_after(change).status is after
    assert caused_by(change) == [caused]


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.READING, Status.WRITING}))
def test_other_statuses_have_no_join(status: Status) -> None:
    """Where one event decides, the end of its wave changes nothing."""
    assert joined(a_run(status), NOW) == Change()


def test_the_step_limit_ends_a_run_that_goes_round() -> None:
    """One wave below the limit goes on; the next one fails the run and says why."""
    near = a_run(Status.VERIFYING, wave=10 + STEP_LIMIT - 1, first_wave=10)
    over = a_run(Status.VERIFYING, wave=10 + STEP_LIMIT, first_wave=10)

    going, stopped = (run_after(apply(run, verified("work-1"), NOW)) for run in (near, over))

    assert going.status is Status.WRITING
    assert stopped.status is Status.FAILED
    assert stopped.problem is not None
    assert stopped.problem.reason == Reason.STEP_LIMIT


def test_the_step_limit_creates_no_more_work() -> None:
    """A stopped run has nothing left but its report."""
    over = a_run(Status.VERIFYING, wave=STEP_LIMIT + 1)

    assert caused_by(apply(over, verified("work-1"), NOW)) == [(events.RUN_SETTLED, "")]


def test_the_step_limit_does_not_take_a_result_away() -> None:
    """Who arrives at the end, however late, has arrived."""
    over = a_run(Status.RENDERING, wave=STEP_LIMIT + 5)

    assert enter(over, Status.DONE, NOW).status is Status.DONE


def test_the_step_limit_counts_from_the_revision() -> None:
    """A new revision of an old run has all its steps before it."""
    later = a_run(Status.READING, wave=5 * STEP_LIMIT, first_wave=5 * STEP_LIMIT)

    assert run_after(joined(later, NOW)).status is Status.MATCHING
