"""What must hold after the faults: nothing lost, one PDF, nothing done or asked twice."""

from collections import Counter
from collections.abc import Mapping
from http import HTTPStatus

from aicvgen import paths
from aicvgen.domain.events import UNFINISHED, Event, EventState
from aicvgen.domain.records import Outcome, StepRecord
from aicvgen.domain.run import Run, Status
from aicvgen.ports import Where
from cloud.collector import spans
from cloud.stage import Stage

_ENDED = {EventState.DONE, EventState.OBSOLETE}


def wrong(stage: Stage, owner: str, expected: Mapping[str, str]) -> list[str]:
    """Return what does not hold for the runs of an owner, in words.

    `expected` has for each folder the mark of the ad that its result must be made from.
    """
    runs = [found.load(Run) for found in stage.store.find("runs", Where("owner", "==", owner))]
    by_folder = {run.destination.removeprefix("outbox/").removesuffix("/job"): run for run in runs}
    problems = [f"{len(runs)} runs for {len(expected)} folders"] * (len(runs) != len(expected))
    for folder, mark in expected.items():
        run = by_folder.get(folder)
        if run is None:
            problems.append(f"{folder}: no run")
        else:
            problems += [f"{folder}: {line}" for line in _of_run(stage, run, folder, mark)]
    if not problems and (refused := stage.store.find("refusals")):
        problems.append(f"{len(refused)} requests were refused")
    return problems


def changed_again(stage: Stage, owner: str) -> list[str]:
    """Deliver every event of an owner's runs once more, and return what that changes, in words.

    All are answered already. A span is an agent at work: there must be none, because whatever an
    agent asked a model is stored, and no document and no file may differ.
    """
    before, events = _kept(stage, owner), _all_events(stage, owner)
    spans(stage.received)
    refused = [event.name for event in events if stage.push(event) != HTTPStatus.NO_CONTENT]
    problems = [f"{name} was not acknowledged again" for name in refused]
    problems += [f"{span.name} answered again" for span in spans(stage.received)]
    after = _kept(stage, owner)
    return problems + [f"{key} differs" for key in after if after[key] != before.get(key)]


def _all_events(stage: Stage, owner: str) -> list[Event]:
    runs = stage.store.find("runs", Where("owner", "==", owner))
    return [
        found.load(Event) for run in runs for found in stage.store.find("events", under=run.path)
    ]


def _kept(stage: Stage, owner: str) -> dict[str, str]:
    """Return the version of every document and file of an owner's runs."""
    runs = stage.store.find("runs", Where("owner", "==", owner))
    places = ("events", "documents", "steps")
    found = [
        one for run in runs for place in places for one in stage.store.find(place, under=run.path)
    ]
    files = stage.files.list(f"outbox/{owner}/")
    files += [file for run in runs for file in stage.files.list(f"{run.path}/")]
    return {one.path: one.version for one in (*runs, *found)} | {
        file.key: file.generation for file in files
    }


def _of_run(stage: Stage, run: Run, folder: str, mark: str) -> list[str]:
    if run.status is not Status.DONE:
        return [f"{run.id} is {run.status.value}{_why(stage, run)}"]
    problems = []
    if f"Reference: {mark}\n".encode() not in stage.files.get(run.job.key):
        problems.append("the result is of an older ad")
    return problems + _delivered(stage, run, folder) + _events(stage, run)


def _why(stage: Stage, run: Run) -> str:
    """Say what the run failed of and where its unfinished events stand."""
    found = stage.store.find("events", Where("state", "in", UNFINISHED), under=paths.run(run.id))
    left = [
        f"{one.name} is {one.state.value} (attempts {one.attempts}, published again"
        f" {one.republished}, {one.error or 'no error'})"
        for one in (snapshot.load(Event) for snapshot in found)
    ]
    problem = [f"{run.problem.reason}: {run.problem.message}"] if run.problem else []
    return "".join(f"; {line}" for line in problem + left)


def _delivered(stage: Stage, run: Run, folder: str) -> list[str]:
    status = stage.status(folder)
    if status is None or (status["status"], status["revision"]) != ("done", run.revision):
        return [f"told {status and (status['status'], status['revision'])}"]
    there = {file.key.rpartition("/")[2] for file in stage.files.list(f"outbox/{folder}/job/")}
    if there != {"status.json", *status["files"]}:
        return [f"delivered {sorted(there)}"]
    whole = stage.files.get(f"outbox/{folder}/job/cv.pdf").rstrip().endswith(b"%%EOF")
    return [] if whole else ["the PDF is broken"]


def _events(stage: Stage, run: Run) -> list[str]:
    """Every event ended, and what was answered was by one commit."""
    events = [found.load(Event) for found in stage.store.find("events", under=paths.run(run.id))]
    states = Counter(event.state for event in events)
    problems = [f"events {dict(states)}"] if states.keys() - _ENDED else []
    found = stage.store.find("steps", under=paths.run(run.id))
    answered = Counter(
        step.event_id
        for step in (one.load(StepRecord) for one in found)
        if step.outcome is Outcome.DONE
    )
    expected = {event.id: 1 for event in events if event.state is EventState.DONE}
    if answered != expected:
        times = sorted(answered.values())
        problems.append(f"{len(expected)} events are done; answered were {times}")
    return problems
