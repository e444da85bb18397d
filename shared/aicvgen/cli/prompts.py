"""`aicvgen prompts`: which versions of the prompts are used, and what came of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from difflib import unified_diff

import click

from aicvgen.asking.releases import Releases
from aicvgen.asking.results import trial
from aicvgen.cli.backend import backend
from aicvgen.cli.edge import guarded, json_option, settings
from aicvgen.cli.prompt_results import print_results
from aicvgen.cli.telling import emit
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.release import LabelChange, Labels
from aicvgen.model.prompts import TASKS, Prompts, name_of
from aicvgen.settings import Settings

task_argument = click.argument("task", type=click.Choice(TASKS), metavar="TASK")


@contextmanager
def _releases(loaded: Settings) -> Iterator[Releases]:
    with backend(loaded) as (ports, _):
        yield Releases(Prompts(loaded.prompts), ports.store, ports.now)


@click.group("prompts")
def command() -> None:
    """Say which versions of the prompts are used, change that, and see what came of it.

    A run is asked with the version in production. While a candidate has a split, so many percent of
    the runs are asked with that instead, each run always with the same. Every change is on record.
    """


@command.command("list")
@json_option
@guarded
def _list(*, as_json: bool) -> None:
    """List the versions of every task, and which are used."""
    with _releases(settings()) as releases:
        found = [(labels, releases.last_change(labels)) for labels in releases.labels()]
        prompts = releases.prompts
    rows = [_row(prompts, *one) for one in found]
    if as_json:
        emit(rows)
        return
    for labels, change in found:
        click.echo(f"{_told(labels)}{_moved(change)}")
        for number in prompts.versions(labels.task):
            digest = prompts.prompt(labels.task, number).digest
            click.echo(f"  v{number:<4}{digest[:12]}  {_label(labels, number)}".rstrip())


@command.command("diff")
@task_argument
@click.argument("first", type=int, required=False)
@click.argument("second", type=int, required=False)
@json_option
@guarded
def _diff(task: str, first: int | None, second: int | None, *, as_json: bool) -> None:
    """Print what differs between two versions of TASK.

    Without numbers: production and the candidate, or where there is none the newest. With one:
    production and that.
    """
    with _releases(settings()) as releases:
        (labels,) = releases.labels([task])
        versions = releases.prompts.versions(task)
        other = labels.candidate or versions[-1]
        given = [one for one in (first, second) if one is not None] or [other]
        old, new = (releases.known(task, one) for one in [labels.production, *given][-2:])
        before, after = (
            releases.prompts.text(task, one).splitlines(keepends=True) for one in (old, new)
        )
    if old == new:
        only = f"{task} has one version only, v{old}: there is nothing to compare it with."
        twice = f"That is v{old} of {task} twice: name two versions."
        raise Rejected(Reason.BAD_OPTION, only if len(versions) == 1 else twice)
    diff = "".join(unified_diff(before, after, name_of(task, old), name_of(task, new)))
    if as_json:
        emit({"task": task, "from": old, "to": new, "diff": diff})
    else:
        click.echo(diff, nl=False)


@command.command("promote")
@task_argument
@click.argument("version", type=int)
@click.option("--candidate", is_flag=True, help="Only try it: `split` says on how many runs.")
@json_option
@guarded
def _promote(task: str, version: int, *, candidate: bool, as_json: bool) -> None:
    """Put VERSION of TASK into production, or make it the candidate."""
    loaded = settings()
    with _releases(loaded) as releases:
        move = releases.try_out if candidate else releases.promote
        labels = move(task, version, loaded.owner)
    _tell(labels, as_json=as_json)


@command.command("rollback")
@task_argument
@json_option
@guarded
def _rollback(task: str, *, as_json: bool) -> None:
    """Take back the last promotion of TASK: what was in production before is again."""
    loaded = settings()
    with _releases(loaded) as releases:
        labels = releases.roll_back(task, loaded.owner)
    _tell(labels, as_json=as_json)


@command.command("split")
@task_argument
@click.argument("percent", type=click.IntRange(0, 100))
@json_option
@guarded
def _split(task: str, percent: int, *, as_json: bool) -> None:
    """Try the candidate of TASK on PERCENT of the runs.

    0 ends the trial.
    """
    loaded = settings()
    with _releases(loaded) as releases:
        labels = releases.split(task, percent, loaded.owner)
    _tell(labels, as_json=as_json)


@command.command("results")
@task_argument
@click.option("--limit", default=10_000, show_default=True, type=click.IntRange(1, 100_000))
@json_option
@guarded
def _results(task: str, limit: int, *, as_json: bool) -> None:
    """Print what came of each version of TASK.

    Counted are the last calls, at most LIMIT of them.
    """
    with _releases(settings()) as releases:
        found = trial(releases.store, task, limit)
    if as_json:
        emit({"task": task, "since": found.since, "more": found.more, "versions": found.versions})
    else:
        print_results(task, found)


def _tell(labels: Labels, *, as_json: bool) -> None:
    if as_json:
        emit(labels)
    else:
        click.echo(_told(labels))


def _told(labels: Labels) -> str:
    said = f"{labels.task}: production v{labels.production}"
    if labels.candidate is None:
        return said
    return f"{said}, candidate v{labels.candidate} for {labels.percent} % of the runs"


def _moved(change: LabelChange | None) -> str:
    if change is None:
        return " (nobody has chosen one, so it is the newest)"
    when = datetime.fromtimestamp(change.at, UTC).strftime("%Y-%m-%d %H:%M:%S")
    return f" ({change.action.value} by {change.by}, {when})"


def _label(labels: Labels, number: int) -> str:
    names = {labels.candidate: "candidate", labels.production: "production"}
    return names.get(number, "")


def _row(prompts: Prompts, labels: Labels, change: LabelChange | None) -> dict[str, object]:
    versions = [
        {"version": number, "digest": prompts.prompt(labels.task, number).digest}
        for number in prompts.versions(labels.task)
    ]
    return labels.model_dump() | {"versions": versions, "last_change": change}
