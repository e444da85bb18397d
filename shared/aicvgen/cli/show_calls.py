"""What a run put to language models, what that cost, and what it may cost."""

from collections.abc import Sequence

import click

from aicvgen import paths
from aicvgen.domain.allowance import NANO, used
from aicvgen.domain.counted import counted
from aicvgen.domain.events import Event
from aicvgen.domain.records import CallRecord
from aicvgen.domain.run import Run
from aicvgen.domain.value import Value
from aicvgen.ports import Store, Where


class Spending(Value):
    """A revision's money, and what all calls of its run cost."""

    granted_dollars: float
    """It may spend."""
    spent_dollars: float
    """Of these; what an attempt that died had set aside counts as spent."""
    calls_dollars: float
    """The prices of all calls on record."""
    requests: int
    waited_seconds: float
    """For their turn among all requests."""
    unpriced: int
    """Calls whose model is in no price table: the dearest known price stands for it."""


def spending(store: Store, run: Run, calls: Sequence[CallRecord]) -> Spending:
    """Return what a run may spend and has spent."""
    events = store.find("events", Where("revision", "==", run.revision), under=paths.run(run.id))
    return Spending(
        granted_dollars=run.granted / NANO,
        spent_dollars=used([event.load(Event) for event in events]) / NANO,
        calls_dollars=sum(call.nanodollars for call in calls) / NANO,
        requests=sum(call.requests for call in calls),
        waited_seconds=sum(call.waited_seconds for call in calls),
        unpriced=sum(not call.priced for call in calls),
    )


def print_calls(calls: Sequence[CallRecord], spent: Spending) -> None:
    """Print who answered each call, and what that cost; nothing where nobody was asked."""
    if not calls:
        return
    click.echo(f"\n{'tokens':>15} {'dollars':>10} {'took':>8} {'waited':>8}  answered by    prompt")
    for call in calls:
        tokens = f"{call.prompt_tokens}+{call.reply_tokens + call.thought_tokens}"
        who = f"{call.answered.value} {call.why}".strip()
        click.echo(
            f"{tokens:>15} {call.nanodollars / NANO:>10.6f} {call.seconds:>7.1f}s"
            f" {call.waited_seconds:>7.1f}s  {who:14} {call.prompt} ({call.model})"
        )
    unpriced = (
        f", {counted(spent.unpriced, 'call')} without a price in it" if spent.unpriced else ""
    )
    click.echo(
        f"{'':15} {spent.calls_dollars:>10.6f}  in {counted(spent.requests, 'request')}{unpriced}"
    )
    if spent.granted_dollars:
        click.echo(
            f"budget of the run: {spent.spent_dollars:.6f} of {spent.granted_dollars:.6f} dollars"
        )
