"""The results of a task's prompts as a person reads them."""

from datetime import UTC, datetime

import click

from aicvgen.asking.results import Trial
from aicvgen.domain.counted import counted
from aicvgen.domain.rates import Rate
from aicvgen.domain.results import Results

_NANO = 1e9
"""Nano-dollars in a dollar."""


def print_results(task: str, found: Trial) -> None:
    """Print a block of lines per version."""
    if found.since is None:
        click.echo(f"No call of {task} is on record.")
        return
    since = datetime.fromtimestamp(found.since, UTC).strftime("%Y-%m-%d %H:%M:%S")
    total = sum(one.calls for one in found.versions)
    more = "; there were more before, see --limit" if found.more else ""
    click.echo(f"{task}: {counted(total, 'call')} since {since}{more}")
    for one in found.versions:
        put_off = f", {one.put_off} more put off" if one.put_off else ""
        click.echo(f"\n{one.prompt}: {counted(one.calls, 'call')}{put_off}")
        for name, said in _lines(one):
            click.echo(f"  {name:12} {said}")
    click.echo("\nIn brackets: the true share lies there with 95 % confidence.")


def _lines(one: Results) -> list[tuple[str, str]]:
    why = ", ".join(f"{reason} {count}" for reason, count in sorted(one.why.items()))
    tokens = f"{one.prompt_tokens} sent ({one.cached_tokens} cached), {one.reply_tokens} received"
    unpriced = f", {counted(one.unpriced, 'call')} without a price in it" if one.unpriced else ""
    return [
        ("by model", _rate(one.model)),
        ("from cache", _rate(one.cache)),
        ("by rule", _rate(one.rule) + (f": {why}" if why else "")),
        ("unsupported", _rate(one.unsupported, " sentences")),
        ("tokens", f"{tokens}, {one.thought_tokens} thought"),
        ("dollars", f"{one.nanodollars / _NANO:.6f}{unpriced}"),
        ("seconds", f"median {_seconds(one.median_seconds)}, p95 {_seconds(one.p95_seconds)}"),
    ]


def _rate(rate: Rate, of_what: str = "") -> str:
    counted = f"{rate.count} of {rate.of}{of_what}"
    if rate.share is None:
        return counted
    return f"{counted}, {rate.share:.1%} [{rate.low * 100:.1f}–{rate.high * 100:.1f}]"


def _seconds(seconds: float | None) -> str:
    return "-" if seconds is None else f"{seconds:.2f}"
