"""What must be true when a schedule has come to rest."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aicvgen.domain import events
from aicvgen.domain.events import ENDED, Event, EventState
from aicvgen.domain.records import Decision, Outcome, StepRecord
from aicvgen.domain.run import Run, Status
from aicvgen.paths import run as run_path
from aicvgen.ports import Where

from .example import PERSONAL
from .world import World


@dataclass(frozen=True, slots=True)
class Result:
    """What a schedule without any fault ends in."""

    status: Status
    documents: dict[str, str]
    """Stored JSON by name."""
    outputs: dict[str, bytes]
    """Content by file name."""


def result_of(world: World) -> Result:
    """Return what a world ended in."""
    run = _run(world)
    outputs = {output.name: world.files.get(output.key) for output in run.outputs}
    return Result(run.status, _documents(world, run.revision), outputs)


def broken(world: World, expected: Result) -> list[str]:
    """Return the promises that a schedule broke, in words."""
    if world.audit.violations:
        return list(world.audit.violations)
    return [*_events(world), *_records(world), *_ends(world, expected), *_leaks(world)]


def _run(world: World) -> Run:
    run = world.run()
    if run is None:
        raise LookupError("The schedule ended without a run.")
    return run


def _all_events(world: World) -> list[Event]:
    found = world.store.find("events", under=run_path(world.run_id), limit=10_000)
    return [snapshot.load(Event) for snapshot in found]


def _events(world: World) -> Iterator[str]:
    found = world.store.find("events", Where("state", "==", EventState.DEAD))
    dead = [snapshot.load(Event) for snapshot in found]
    names = {event.name for event in dead}
    world.chaos.counts["dead"] += len(dead)
    poison = world.scenario.poison
    if names - {poison.event if poison else ""}:
        yield f"healthy events are dead: {names}"
    lasting = poison and not poison.mended and world.chaos.counts["poisoned"]
    if poison and lasting and poison.event not in names:
        yield f"the poison event {poison.event} is not listed as dead"
    if not lasting and any(event.revision == _run(world).revision for event in dead):
        yield f"driven again, {names} are still dead"
    # Only a light agent's process may die unseen; whatever else is told by its agent's own step.
    unseen = poison and poison.kills and poison.event == events.DRAFT_COMPLETED
    if not unseen and any(event.error == "NoAnswer" for event in dead):
        yield f"nobody told that {names} failed until the sweep gave up"
    for event in _all_events(world):
        if event.state not in ENDED:
            yield f"{event.name} is still {event.state}"


def _records(world: World) -> Iterator[str]:
    run = _run(world)
    under = run_path(run.id)
    found = world.store.find("steps", under=under, limit=10_000)
    records = [snapshot.load(StepRecord) for snapshot in found]
    ends = Counter(
        record.event_id
        for record in records
        if record.outcome in (Outcome.DONE, Outcome.OBSOLETE, Outcome.DEAD)
    )
    answered = Counter(one.event_id for one in records if one.outcome is Outcome.DONE)
    driven = world.people.driven
    for event in _all_events(world):
        if ends[event.id] < 1 or (ends[event.id] > 1 and not driven):
            yield f"{event.name} has {ends[event.id]} records of its end"
        if answered[event.id] != (event.state is EventState.DONE):
            yield f"{event.name} is {event.state} and was answered {answered[event.id]} times"
        if event.traceparent.split("-")[1] != run.trace_id:
            yield f"{event.name} is on another trace"
    if {record.trace_id for record in records} != {run.trace_id}:
        yield "records are on several traces"
    decisions = world.store.find("decisions", under=under)
    waves = Counter(
        snapshot.path for snapshot in decisions if snapshot.load(Decision).action == "approve"
    )
    if world.scenario.content.review and run.status is Status.DONE and not waves:
        yield "nobody approved, yet the run is done"


def _ends(world: World, expected: Result) -> Iterator[str]:
    run, poison = _run(world), world.scenario.poison
    lasting = poison and not poison.mended and world.chaos.counts["poisoned"]
    if poison and lasting and poison.event != events.RUN_SETTLED:
        if run.status is not Status.FAILED or run.problem is None:
            yield f"an event died and the run is {run.status}"
        return
    if run.status is not expected.status:
        yield f"the run ended {run.status}, not {expected.status}"
        return
    now = result_of(world)
    if run.status is Status.DONE and now.documents != expected.documents:
        yield f"documents differ: {_differing(now.documents, expected.documents)}"
    if now.outputs != expected.outputs:
        yield f"outputs differ: {_differing(now.outputs, expected.outputs)}"
    yield from _folders(world, run, expected, delivered=poison is None or poison.mended)


def _folders(world: World, run: Run, expected: Result, *, delivered: bool) -> Iterator[str]:
    keys = [file.key for file in world.files.list(f"runs/{run.id}/")]
    pdfs = [key for key in keys if key.endswith(".pdf")]
    if len(pdfs) != bool(expected.outputs) and not world.scenario.revised:
        yield f"there are {len(pdfs)} PDFs"
    if not delivered:
        return
    for name, data in expected.outputs.items():
        if world.files.get(f"{run.destination}/{name}") != data:
            yield f"the output folder holds another {name}"
    status = world.files.get(f"{run.destination}/status.json").decode()
    if f'"status": "{run.status}"' not in status or f'"revision": {run.revision}' not in status:
        yield "status.json in the output folder tells an old status"


def _leaks(world: World) -> Iterator[str]:
    for word in PERSONAL:
        if word in world.log.getvalue():
            yield "personal data was logged"


def _documents(world: World, revision: int) -> dict[str, str]:
    prefix = f"{run_path(world.run_id)}/documents/{revision}."
    found = world.store.find("documents", under=run_path(world.run_id), limit=10_000)
    return {
        snapshot.path.removeprefix(prefix): snapshot.data
        for snapshot in found
        if snapshot.path.startswith(prefix)
    }


def _differing(now: Mapping[str, object], then: Mapping[str, object]) -> str:
    names = now.keys() | then.keys()
    return ", ".join(sorted(name for name in names if now.get(name) != then.get(name)))
