"""One run of the example from upload to end, and what it put to a model."""

from aicvgen import paths
from aicvgen.domain.records import CallRecord
from aicvgen.domain.run import Run, Status
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, SECRETS, Site
from flow.invariants import assert_nothing_waits, assert_private, assert_true_and_complete


def tailor(
    site: Site,
    folder: str = "ann/first",
    *,
    options: str = "{}",
    status: Status = Status.DONE,
) -> Run:
    """Upload the example, let everything happen, and check what must always hold."""
    site.upload("options.json", options.encode(), folder)
    site.upload("cv.pdf", EXAMPLE_CV.read_bytes(), folder)
    site.upload("job.txt", EXAMPLE_JOB.read_bytes() + folder.encode(), folder)
    site.settle()
    run = max(site.runs(), key=lambda run: run.created_at)
    assert run.status is status
    assert_true_and_complete(site.home, run)
    assert_nothing_waits(site.home, run)
    assert_private(site.home, site.log.getvalue(), SECRETS)
    return run


def calls_of(site: Site, run: Run) -> list[CallRecord]:
    """Return what a run put to a model."""
    found = site.home.ports.store.find("calls", under=paths.run(run.id), order_by="at")
    return [one.load(CallRecord) for one in found]
