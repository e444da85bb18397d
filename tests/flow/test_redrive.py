"""A dead event driven again: its run goes on where it stood, and lacks nothing."""

from dataclasses import replace
from typing import TypeVar

import pytest

from aicvgen import paths
from aicvgen.agents import parse, write
from aicvgen.domain import events
from aicvgen.domain.events import Event, EventState
from aicvgen.domain.run import Run, Status
from aicvgen.domain.value import Value
from aicvgen.flow.agent import Agents
from aicvgen.flow.failure import MAX_ATTEMPTS
from aicvgen.flow.redrive import dead_events, redrive
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.flow.step import step
from aicvgen.flow.writes import message_of
from aicvgen.model.task import Task
from aicvgen.ports import Where
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, Site
from flow.invariants import assert_nothing_waits, assert_true_and_complete
from stand_in import AsksNobody

A = TypeVar("A", bound=Value)


class Broken(AsksNobody):
    """A model with a bug."""

    def answer(self, task: Task[A]) -> A:
        """Fail."""
        raise ArithmeticError(task.name)


def _begin(site: Site) -> Run:
    cv, job = Upload("cv.pdf", EXAMPLE_CV.read_bytes()), Upload("job", EXAMPLE_JOB.read_bytes())
    return start(site.home.ports, Submission("ann", "redrive", cv, job))


def _pending(site: Site, run: Run, name: str) -> list[Event]:
    pending = Where("state", "==", EventState.PENDING)
    found = site.home.ports.store.find("events", pending, under=paths.run(run.id))
    return [event for event in (one.load(Event) for one in found) if event.name == name]


def _kill(site: Site, event: Event, agents: Agents) -> None:
    ports = replace(site.home.ports, model=Broken())
    for _ in range(MAX_ATTEMPTS):
        with pytest.raises(ArithmeticError):
            step(message_of(event), agents, ports)


@pytest.mark.parametrize(
    ("name", "agents"),
    [
        (events.CV_RECEIVED, parse.AGENTS),
        (events.JOB_RECEIVED, parse.AGENTS),
        (events.SECTION_REQUESTED, write.AGENTS),
    ],
)
@pytest.mark.parametrize("told", [False, True], ids=["before-others", "after-others"])
def test_a_run_driven_again_lacks_nothing(site: Site, name: str, agents: Agents, *, told: bool):
    """All of its wave are answered, whether the others have heard of its end or not."""
    run = _begin(site)
    while not _pending(site, run, name):
        assert site.pump.deliver_one()
    _kill(site, _pending(site, run, name)[0], agents)
    while told and site.pump.deliver_one():
        pass
    assert site.run(run.id).status is Status.FAILED

    (dead,) = dead_events(site.home.ports)
    assert dead.id in redrive(site.home.ports, dead, "ann")
    site.settle()

    run = site.run(run.id)
    assert run.status is Status.DONE
    assert_nothing_waits(site.home, run)
    assert_true_and_complete(site.home, run)
