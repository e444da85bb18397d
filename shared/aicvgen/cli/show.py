"""`aicvgen show RUN`: what happened, when, and how long it took."""

from collections.abc import Sequence

import click

from aicvgen import paths
from aicvgen.cli.edge import guarded, json_option, settings
from aicvgen.cli.show_calls import print_calls, spending
from aicvgen.cli.telling import emit
from aicvgen.cli.written import told_authors
from aicvgen.domain.counted import counted
from aicvgen.domain.events import UNFINISHED, Event
from aicvgen.domain.records import StepRecord
from aicvgen.domain.run import Run
from aicvgen.flow.decide import read_run
from aicvgen.flow.record import calls_of
from aicvgen.local.home import Home, open_home
from aicvgen.ports import Where


@click.command("show")
@click.argument("run")
@json_option
@guarded
def command(run: str, *, as_json: bool) -> None:
    """Print the timeline of RUN: every attempt of every agent, waiting and dead events, the sum."""
    home = open_home(settings())
    try:
        found, _ = read_run(home.ports, run)
        steps, open_events = _steps(home, run), _open(home, run)
        calls = calls_of(home.ports.store, found)
        spent = spending(home.ports.store, found, calls)
        spans = home.spans.trace(found.trace_id)
        authors = tuple(told_authors(found, home.ports.store))
    finally:
        home.close()
    if as_json:
        emit(
            {
                "run": found,
                "steps": steps,
                "calls": calls,
                "spending": spent,
                "open_events": open_events,
                "spans": spans,
            }
        )
    else:
        _print_head(found, authors, len(spans))
        _print(found, steps, open_events)
        print_calls(calls, spent)


def _steps(home: Home, run_id: str) -> list[StepRecord]:
    found = home.ports.store.find("steps", under=paths.run(run_id), order_by="ended_at")
    return [snapshot.load(StepRecord) for snapshot in found]


def _open(home: Home, run_id: str) -> list[Event]:
    found = home.ports.store.find(
        "events", Where("state", "in", UNFINISHED), under=paths.run(run_id), order_by="created_at"
    )
    return [snapshot.load(Event) for snapshot in found]


def _print_head(run: Run, authors: Sequence[str], spans: int) -> None:
    halted = ", halted" if run.halted else ""
    click.echo(f"run {run.id}  {run.status.value}{halted}  revision {run.revision}")
    click.echo(f"trace {run.trace_id}  ({counted(spans, 'span')})")
    for line in authors:
        click.echo(f"written by {line}")
    for warning in run.warnings:
        click.echo(f"warning {warning}")
    if run.problem:
        click.echo(f"problem {run.problem.reason}: {run.problem.message}")


def _print(run: Run, steps: list[StepRecord], open_events: list[Event]) -> None:
    click.echo(f"\n{'start':>9} {'took':>9}  agent    event              outcome")
    for step in steps:
        start, took = step.started_at - run.created_at, step.ended_at - step.started_at
        what = f"{step.event} {step.key}".strip()
        error = f" {step.error}" if step.error else ""
        click.echo(
            f"{start:8.3f}s {took * 1000:7.1f}ms  {step.agent:8} {what:30} {step.outcome}{error}"
        )
    for event in open_events:
        click.echo(
            f"{event.state.value:>19}  {'':8} {event.name} {event.key} {event.error}".rstrip()
        )
    _print_sums(steps)


def _print_sums(steps: list[StepRecord]) -> None:
    sums: dict[str, tuple[int, float]] = {}
    for step in steps:
        count, seconds = sums.get(step.agent, (0, 0.0))
        sums[step.agent] = (count + 1, seconds + step.ended_at - step.started_at)
    click.echo("\nper agent")
    for agent, (count, seconds) in sums.items():
        click.echo(f"  {agent:8} {counted(count, 'step'):>9} {seconds * 1000:8.1f}ms")
