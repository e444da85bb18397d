"""A model that is busy, down or stopped: steps come back, and rules write in the end."""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn, cast

from aicvgen import paths
from aicvgen.asking.breaker import Circuit
from aicvgen.asking.limiter import Pace
from aicvgen.domain.errors import Unavailable
from aicvgen.domain.events import Event, EventState
from aicvgen.domain.records import Answered, Outcome, StepRecord
from aicvgen.domain.run import Run, Status
from aicvgen.domain.value import Value
from aicvgen.flow.decide import halt_run, resume_run
from aicvgen.flow.halting import Watch
from aicvgen.local.pump import Pump
from aicvgen.local.recovery import recover
from aicvgen.ports import Put, Store
from aicvgen.settings import Settings
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, Site
from flow.invariants import assert_nothing_waits
from flow.tailoring import calls_of, tailor
from replies import answering
from vertex import Answer, Asked, Vertex, failing

MODEL = Settings().gemini_model


def _put(site: Site, path: str, value: Value) -> None:
    ports = site.home.ports
    ports.store.commit([Put(path, value)], expires_at=ports.now() + 1000)


def _patient(site: Site, seconds: float) -> Site:
    """Return the same site, whose steps come back to a busy model for so long."""
    ports = replace(site.home.ports, patience=seconds)
    pump = Pump(site.home.bus, site.pump._functions, ports)  # noqa: SLF001  the same functions
    return replace(site, pump=pump, home=replace(site.home, ports=ports))


def _waiting(site: Site) -> list[Event]:
    events = [one.load(Event) for one in site.home.ports.store.find("events")]
    return [event for event in events if event.state is not EventState.DONE]


def _outcomes(site: Site) -> set[Outcome]:
    return {one.load(StepRecord).outcome for one in site.home.ports.store.find("steps")}


def _crowded(site: Site) -> None:
    _put(site, paths.pace(MODEL), Pace(free_from=site.home.ports.now() + 100.0))


def test_who_would_wait_too_long_gives_its_lease_back(writing: Site, vertex: Vertex):
    """The step is no failed attempt; when its turn comes, the model writes."""
    site = _patient(writing, 600.0)
    _crowded(site)
    site.upload("cv.pdf", EXAMPLE_CV.read_bytes())
    site.upload("job.txt", EXAMPLE_JOB.read_bytes())
    site.settle()
    assert {(event.state, event.attempts, event.reserved) for event in _waiting(site)} == {
        (EventState.PENDING, 0, 0)
    }
    assert Outcome.UNAVAILABLE in _outcomes(site)
    assert vertex.asked == []
    _put(site, paths.pace(MODEL), Pace(free_from=0.0))
    recover(site.home)
    site.settle()
    (run,) = site.runs()
    assert run.status is Status.DONE
    assert {call.answered for call in calls_of(site, run)} == {Answered.MODEL}
    assert_nothing_waits(site.home, run)


def test_nobody_waits_longer_than_patience(writing: Site, vertex: Vertex):
    """Rules write at once what would come back too late, and the calls say why."""
    _crowded(writing)
    run = tailor(writing)
    calls = {(call.answered, call.why) for call in calls_of(writing, run)}
    assert calls == {(Answered.RULE, "crowded")}
    assert vertex.asked == []


def test_a_model_that_is_down_is_left_alone(writing: Site, vertex: Vertex):
    """While the circuit is open nothing is sent."""
    now = writing.home.ports.now()
    _put(writing, paths.circuit(MODEL), Circuit(closed=False, open_until=now + 100.0))
    run = tailor(writing)
    assert {call.why for call in calls_of(writing, run)} == {"open"}
    assert vertex.asked == []


def test_a_halt_stops_a_reply_as_it_comes_in(writing: Site, vertex: Vertex):
    """The event waits, what was paid counts, and the resume lets it be written."""
    honest, halted = answering({}), list[Run]()

    def script(asked: Asked) -> Answer:
        if not halted:
            halted.extend(writing.runs())
            halt_run(writing.home.ports, halted[0].id, by="ann")
        return honest(asked)

    vertex.script = script
    writing.upload("cv.pdf", EXAMPLE_CV.read_bytes())
    writing.upload("job.txt", EXAMPLE_JOB.read_bytes())
    writing.settle()
    (run,) = writing.runs()
    assert run.halted
    assert Outcome.HALTED in _outcomes(writing)
    assert [call.why for call in calls_of(writing, run)] == ["halted"]
    assert max(event.spent for event in _waiting(writing)) > 0
    vertex.script = honest
    resume_run(writing.home.ports, run.id, by="ann")
    writing.settle()
    (run,) = writing.runs()
    assert run.status is Status.DONE
    assert_nothing_waits(writing.home, run)


def test_a_halt_ends_the_wait_between_two_requests(writing: Site, vertex: Vertex):
    """The service wants to be left alone for longer than anybody waits for a halt."""

    def script(asked: Asked) -> Answer:
        del asked
        for run in writing.runs():
            halt_run(writing.home.ports, run.id, by="ann")
        return failing(503, retry_after="30")

    vertex.script = script
    writing.upload("cv.pdf", EXAMPLE_CV.read_bytes())
    writing.upload("job.txt", EXAMPLE_JOB.read_bytes())
    began = time.monotonic()
    writing.settle()
    assert time.monotonic() - began < 20.0
    assert len(vertex.asked) == 1
    assert Outcome.HALTED in _outcomes(writing)


class _Down:
    """A store that does not answer."""

    def read(self, paths: Sequence[str]) -> NoReturn:
        """Refuse."""
        raise Unavailable(f"{len(paths)} documents cannot be read.", retry_after=1.0)


def test_a_store_that_is_down_stops_no_reply(site: Site):
    """What is being paid for goes on; a halt that was seen stays seen."""
    run = tailor(site, options='{"review": "required"}', status=Status.WAITING)
    down = replace(site.home.ports, store=cast("Store", _Down()))
    assert not Watch(down, run.id)()
    halt_run(site.home.ports, run.id, by="ann")
    watch = Watch(site.home.ports, run.id)
    assert [watch(), watch()] == [True, True]
