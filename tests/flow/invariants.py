"""What must hold at the end of every flow test: true, complete, private, nothing waiting."""

import json
from functools import partial
from pathlib import Path

from aicvgen import paths
from aicvgen.domain.claims.check import check
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import Draft, Part
from aicvgen.domain.events import Event, EventState
from aicvgen.domain.job import Job
from aicvgen.domain.records import StepRecord
from aicvgen.domain.run import Run, part_document
from aicvgen.domain.tailored import unaccounted
from aicvgen.local.functions import load_map, topics_of
from aicvgen.local.home import Home
from aicvgen.model.extractive.terms import names_in
from aicvgen.ports import Where
from aicvgen.settings import Settings


def assert_true_and_complete(home: Home, run: Run) -> None:
    """Every sentence is supported by its facts, and all of the CV is shown or listed."""
    names = ["cv", "job", *map(part_document, run.parts)]
    places = [paths.document(run.id, run.revision, name) for name in names]
    cv_document, job_document, *parts = home.ports.store.read(places)
    assert cv_document is not None
    assert job_document is not None
    cv, job = cv_document.load(Cv), job_document.load(Job)
    shared = partial(names_in, language=cv.language)
    draft = Draft(parts=tuple(part.load(Part) for part in parts if part is not None))
    assert [finding for part in draft.parts for finding in check(part, cv, shared, job)] == []
    assert unaccounted(cv, draft) == ()


def assert_nothing_waits(home: Home, run: Run) -> None:
    """No event of the run is pending, leased or dead."""
    states = (EventState.PENDING, EventState.LEASED, EventState.DEAD)
    waiting = home.ports.store.find("events", Where("state", "in", states), under=paths.run(run.id))
    assert [event.path for event in waiting] == []


def assert_one_trace(home: Home, run: Run) -> None:
    """All records and spans of the run carry its trace id."""
    steps = home.ports.store.find("steps", under=paths.run(run.id))
    assert steps
    assert {step.load(StepRecord).trace_id for step in steps} == {run.trace_id}
    home.tracing.force_flush()
    spans = {span.span_id for span in home.spans.trace(run.trace_id)}
    assert {step.load(StepRecord).span_id for step in steps} <= spans


def assert_as_mapped(home: Home, run: Run) -> None:
    """What an event caused is what the map lets its function cause."""
    functions = load_map(Settings().functions)
    found = home.ports.store.find("events", under=paths.run(run.id))
    names = {event.id: event.name for event in (one.load(Event) for one in found)}
    for event in (one.load(Event) for one in found):
        if event.cause in names:
            (function,) = [
                function
                for function in functions.values()
                if names[event.cause] in topics_of(function["trigger"])  # type: ignore[arg-type]
            ]
            assert event.name in function["emits"]  # type: ignore[operator]


def assert_logged_under_trace(log: str, run: Run) -> None:
    """Every log line from the first step to the last carries the run's trace id."""
    lines = [json.loads(line) for line in log.splitlines()]
    assert any(line["message"] == "run begun" for line in lines)
    strays = [line for line in lines if line.get("trace_id") != run.trace_id]
    assert strays == []


def assert_private(home: Home, log: str, secrets: tuple[str, ...]) -> None:
    """Neither the log nor the spans hold anything of the person."""
    home.tracing.force_flush()
    sinks = {"log": log.encode()} | {
        path.name: path.read_bytes() for path in Path(home.path).glob("spans.db*")
    }
    for name, sink in sinks.items():
        found = [secret for secret in secrets if secret.lower().encode() in sink.lower()]
        assert found == [], f"{name} holds personal data"
