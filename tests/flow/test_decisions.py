"""A person decides: review, approve, halt, resume."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from aicvgen import paths
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.records import Controls, Decision
from aicvgen.domain.run import Options, Review, Run, Status
from aicvgen.flow.decide import (
    approve_run,
    halt_everything,
    halt_models,
    halt_run,
    resume_everything,
    resume_models,
    resume_run,
)
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.flow.sweep import sweep
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, Site
from flow.invariants import assert_nothing_waits, assert_true_and_complete


def _begin(site: Site, review: Review = Review.NEVER) -> Run:
    submission = Submission(
        owner="ann",
        source="test",
        cv=Upload("cv.pdf", EXAMPLE_CV.read_bytes()),
        job=Upload("job.txt", EXAMPLE_JOB.read_bytes()),
        options=Options(review=review),
    )
    return start(site.home.ports, submission)


def test_a_run_under_review_waits_and_approval_releases_it(site: Site):
    """Nothing is rendered before the approval, and the PDF is there after it."""
    run = _begin(site, Review.REQUIRED)
    site.settle()
    waiting = site.run(run.id)
    assert (waiting.status, waiting.outputs) == (Status.WAITING, ())
    assert_nothing_waits(site.home, waiting)
    approve_run(site.home.ports, run.id, by="ann")
    site.settle()
    done = site.run(run.id)
    assert done.status is Status.DONE
    assert "cv.pdf" in [output.name for output in done.outputs]
    assert_true_and_complete(site.home, done)


def test_only_a_waiting_run_can_be_approved(site: Site):
    """A second approval, or one of a finished run, is refused by name."""
    run = _begin(site)
    site.settle()
    with pytest.raises(Rejected, match="only a waiting run"):
        approve_run(site.home.ports, run.id, by="ann")


def test_an_unknown_run_is_refused(site: Site):
    """A decision about a run that does not exist says how to find the others."""
    with pytest.raises(Rejected, match="aicvgen runs"):
        halt_run(site.home.ports, "nonsense", by="ann")


def test_a_halted_run_stands_still_until_it_is_resumed(site: Site):
    """Deliveries to a halted run do nothing, a sweep leaves it alone, a resume finishes it."""
    run = _begin(site)
    site.pump.deliver_one()
    halt_run(site.home.ports, run.id, by="ann")
    site.settle()
    sweep(site.home.ports)
    site.settle()
    assert site.run(run.id).status is Status.READING
    resume_run(site.home.ports, run.id, by="ann")
    site.settle()
    assert site.run(run.id).status is Status.DONE


def test_a_run_that_has_ended_cannot_be_halted(site: Site):
    """It says so, stays what it is, and nothing is on record."""
    run = _begin(site)
    site.settle()
    done = site.run(run.id)
    with pytest.raises(Rejected, match="is done: there is nothing to halt") as refused:
        halt_run(site.home.ports, run.id, by="ann")
    assert refused.value.reason is Reason.WRONG_STATE
    assert site.run(run.id) == done
    assert site.home.ports.store.find("decisions") == []


def test_halting_everything_stops_every_run(site: Site):
    """The kill switch holds all runs; taking it back and publishing again finishes them."""
    run = _begin(site)
    halt_everything(site.home.ports, by="ann")
    site.settle()
    assert site.run(run.id).status is Status.READING
    resume_everything(site.home.ports, by="ann")
    resume_run(site.home.ports, run.id, by="ann")
    site.settle()
    assert site.run(run.id).status is Status.DONE


def _controls(site: Site) -> Controls:
    (found,) = site.home.ports.store.read([paths.CONTROLS])
    assert found is not None
    return found.load(Controls)


def test_the_switches_for_everything_leave_each_other_alone(site: Site):
    """Whoever sets one sets no other, in any order; each decision is on record."""
    ports = site.home.ports
    halt_models(ports, by="ann")
    halt_everything(ports, by="bob")
    assert _controls(site) == Controls(halted=True, model_off=True)
    resume_everything(ports, by="bob")
    assert _controls(site) == Controls(halted=False, model_off=True)
    resume_models(ports, by="ann")
    assert _controls(site) == Controls()
    decided = [one.load(Decision) for one in ports.store.find("decisions", order_by="at")]
    assert [(one.action, one.by) for one in decided] == [
        ("halt-models", "ann"),
        ("halt", "bob"),
        ("resume", "bob"),
        ("resume-models", "ann"),
    ]


def test_switches_set_at_once_are_all_set(site: Site):
    """Two people who stop different things at the same moment have both stopped them."""
    ports = site.home.ports
    for _ in range(10):
        with ThreadPoolExecutor(2) as people:
            for done in [
                people.submit(halt_everything, ports, "ann"),
                people.submit(halt_models, ports, "bob"),
            ]:
                done.result()
        assert _controls(site) == Controls(halted=True, model_off=True)
        resume_everything(ports, by="ann")
        resume_models(ports, by="bob")


def test_a_halt_of_everything_does_not_end_by_itself(site: Site):
    """No store forgets it while anybody could still wait for its end."""
    halt_everything(site.home.ports, by="ann")
    with closing(sqlite3.connect(site.home.path / "state.db")) as state:
        asked = "select expires_at from documents where path = ?"
        (expires_at,) = state.execute(asked, [paths.CONTROLS]).fetchone()
    assert expires_at > site.home.ports.now() + 50 * 365 * 86400.0
