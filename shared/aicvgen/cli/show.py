"""`aicvgen show RUN`: what happened, when, and how long it took."""

import click

from aicvgen import paths
from aicvgen.cli.edge import guarded, json_option, settings
from aicvgen.cli.telling import emit
from aicvgen.domain.events import UNFINISHED, Event
from aicvgen.domain.records import CallRecord, StepRecord
from aicvgen.domain.run import Run
from aicvgen.flow.decide import read_run
from aicvgen.local.home import Home, open_home
from aicvgen.local.spans import StoredSpan
from aicvgen.ports import Where

NANO = 1e9
"""Nano-dollars in a dollar."""


@click.command("show")
@click.argument("run")
@json_option
@guarded
def command(run: str, *, as_json: bool) -> None:
    """Print the timeline of RUN: every attempt of every agent, waiting and dead events, the sum."""
    home = open_home(settings())
    try:
        found, _ = read_run(home.ports, run)
        steps, calls, open_events = _steps(home, run), _calls(home, run), _open(home, run)
        spans = home.spans.trace(found.trace_id)
    finally:
        home.close()
    if as_json:
        emit(
            {
                "run": found,
                "steps": steps,
                "calls": calls,
                "open_events": open_events,
                "spans": spans,
            }
        )
    else:
        _print(found, steps, open_events, spans)
        _print_calls(calls)


def _steps(home: Home, run_id: str) -> list[StepRecord]:
    found = home.ports.store.find("steps", under=paths.run(run_id), order_by="ended_at")
    return [snapshot.load(StepRecord) for snapshot in found]


def _calls(home: Home, run_id: str) -> list[CallRecord]:
    found = home.ports.store.find("calls", under=paths.run(run_id), order_by="at")
    return [snapshot.load(CallRecord) for snapshot in found]


def _open(home: Home, run_id: str) -> list[Event]:
    found = home.ports.store.find(
        "events", Where("state", "in", UNFINISHED), under=paths.run(run_id), order_by="created_at"
    )
    return [snapshot.load(Event) for snapshot in found]


def _print(
    run: Run, steps: list[StepRecord], open_events: list[Event], spans: list[StoredSpan]
) -> None:
    halted = ", halted" if run.halted else ""
    click.echo(f"run {run.id}  {run.status.value}{halted}  revision {run.revision}")
    click.echo(f"trace {run.trace_id}  ({len(spans)} spans)")
    if run.problem:
        click.echo(f"problem {run.problem.reason}: {run.problem.message}")
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
        click.echo(f"  {agent:8} {count:3} steps {seconds * 1000:8.1f}ms")


def _print_calls(calls: list[CallRecord]) -> None:
    """Print who answered what was put to a language model, and what that cost."""
    if not calls:
        return
    click.echo(f"\n{'tokens':>15} {'dollars':>10}  answered by    prompt")
    for call in calls:
        tokens = f"{call.prompt_tokens}+{call.reply_tokens + call.thought_tokens}"
        who = f"{call.answered.value} {call.why}".strip()
        dollars = call.nanodollars / NANO
        click.echo(f"{tokens:>15} {dollars:>10.6f}  {who:14} {call.prompt} ({call.model})")
    unpriced = "" if all(call.priced for call in calls) else ", models without a price in it"
    total = sum(call.nanodollars for call in calls) / NANO
    click.echo(
        f"{'':15} {total:>10.6f}  in {sum(call.requests for call in calls)} requests{unpriced}"
    )
