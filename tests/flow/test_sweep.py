"""The sweep: what nobody answers comes again, what never is answered ends, nobody starves."""

import time
from dataclasses import dataclass, field, replace

import pytest

from aicvgen.domain.events import Event, EventState
from aicvgen.domain.run import Run, Status
from aicvgen.flow import sweep as sweeping
from aicvgen.flow.decide import halt_run
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.flow.sweep import sweep
from aicvgen.ports import Ports
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, Site


@dataclass
class Later:
    """A clock that is moved by hand."""

    seconds: float = field(default_factory=time.time)

    def __call__(self) -> float:
        """Return the time."""
        return self.seconds


@pytest.fixture
def clock() -> Later:
    """Return a clock that stands still."""
    return Later()


@pytest.fixture
def ports(site: Site, clock: Later) -> Ports:
    """Return the site's ports under that clock."""
    return replace(site.home.ports, now=clock)


def _begin(ports: Ports, source: str) -> Run:
    cv, job = Upload("cv.pdf", EXAMPLE_CV.read_bytes()), Upload("job", EXAMPLE_JOB.read_bytes())
    return start(ports, Submission("ann", source, cv, job))


def _forget(site: Site) -> None:
    """Lose every queued message, as a dying process does."""
    while site.home.bus.take() is not None:
        pass


def test_lost_messages_come_again_with_growing_gaps(site: Site, ports: Ports, clock: Later):
    """A sweep publishes what is due, and the next time later than the last."""
    _begin(ports, "lost")
    _forget(site)
    assert sweep(ports).published == 0
    gaps = []
    for _ in range(3):
        before = clock.seconds
        while sweep(ports).published == 0:
            clock.seconds += 5
        gaps.append(clock.seconds - before)
        _forget(site)
    assert gaps == sorted(gaps)
    assert gaps[0] >= 30


def test_what_is_never_answered_ends_visibly(site: Site, ports: Ports, clock: Later):
    """After a dozen publishes over hours the event is dead and the run has failed."""
    run = _begin(ports, "silence")
    for _ in range(40):
        _forget(site)
        sweep(ports)
        clock.seconds += 3600
    events = [one.load(Event) for one in ports.store.find("events")]
    assert EventState.DEAD in {event.state for event in events}
    ended = site.run(run.id)
    assert ended.status is Status.FAILED
    assert ended.problem is not None
    assert "nobody answered" in ended.problem.message


def test_halted_runs_do_not_starve_others(
    site: Site, ports: Ports, clock: Later, monkeypatch: pytest.MonkeyPatch
):
    """More due events of halted runs than a sweep looks at: the next look reaches the others."""
    monkeypatch.setattr(sweeping, "BATCH", 4)
    for number in range(3):
        halt_run(ports, _begin(ports, f"halted {number}").id, by="ann")
    _begin(ports, "running")
    _forget(site)
    clock.seconds += 60
    assert sweep(ports).published + sweep(ports).published == 2
