"""After a death: the next process takes up what the last one held, without waiting for leases."""

import os
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from aicvgen.domain.events import Event, EventState
from aicvgen.domain.run import Status
from aicvgen.domain.value import Value
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.local.functions import Functions
from aicvgen.local.home import Home, open_home
from aicvgen.local.presence import Presence
from aicvgen.local.pump import Pump
from aicvgen.local.recovery import recover
from aicvgen.model.task import Task
from aicvgen.ports import Where
from aicvgen.settings import Settings
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, Site
from flow.invariants import assert_nothing_waits, assert_true_and_complete
from stand_in import AsksNobody

A = TypeVar("A", bound=Value)


class Killed(BaseException):
    """Stands for `kill -9`: no handler of ours runs."""


class Deadly(AsksNobody):
    """A model in whose answer the process dies."""

    def answer(self, task: Task[A]) -> A:
        """Die."""
        raise Killed(task.name)


def _die(home: Home, functions: Functions) -> str:
    submission = Submission(
        owner="ann",
        source="dies",
        cv=Upload("cv.pdf", EXAMPLE_CV.read_bytes()),
        job=Upload("job.txt", EXAMPLE_JOB.read_bytes()),
    )
    run = start(home.ports, submission)
    with pytest.raises(Killed):
        Pump(home.bus, functions, replace(home.ports, model=Deadly())).deliver_one()
    return run.id


def _leased(home: Home) -> list[Event]:
    found = home.ports.store.find("events", Where("state", "==", EventState.LEASED))
    return [one.load(Event) for one in found]


def test_leases_of_the_dead_are_taken_over_at_once(site: Site, functions: Functions):
    """A second process finds the lease of a dead one, frees it and finishes the run."""
    first = open_home(Settings(home=site.home.path))
    run_id = _die(first, functions)
    assert [event.holder for event in _leased(first)] == [first.presence.name]
    first.close()
    assert recover(site.home) == 2
    site.settle()
    run = site.run(run_id)
    assert run.status is Status.DONE
    assert_nothing_waits(site.home, run)
    assert_true_and_complete(site.home, run)


def test_a_living_process_keeps_its_leases(site: Site, functions: Functions):
    """What another process works on is left to it."""
    first = open_home(Settings(home=site.home.path))
    _die(first, functions)
    assert recover(site.home) == 1
    assert len(_leased(first)) == 1
    first.close()


def test_half_written_files_of_the_dead_are_removed(site: Site):
    """A part that nobody writes any more goes when a server starts; a fresh one stays."""
    folder = site.home.path / "runs"
    old, fresh = folder / ".part-old", folder / ".part-fresh"
    for part in (old, fresh):
        part.write_bytes(b"half")
    os.utime(old, (0, 0))
    recover(site.home)
    assert (old.exists(), fresh.exists()) == (False, True)


def test_presence_ends_with_the_process(tmp_path: Path):
    """A holder is alive until its lock is let go; one never seen is dead."""
    first, second = Presence(tmp_path), Presence(tmp_path)
    assert (second.alive(first.name), second.alive(second.name)) == (True, True)
    assert second.alive("0" * 32) is False
    first.close()
    assert second.alive(first.name) is False
    second.close()
