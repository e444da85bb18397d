"""`aicvgen deadletters`: what was given up or refused, and one more try for it."""

from datetime import UTC, datetime

import click

from aicvgen.cli.backend import backend
from aicvgen.cli.edge import guarded, json_option, settings
from aicvgen.cli.telling import emit
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.events import Event
from aicvgen.flow.redrive import dead_events, redrive
from aicvgen.flow.refusals import recorded_refusals
from aicvgen.ports import Letter


@click.group("deadletters")
def command() -> None:
    """List what was given up after too many tries or refused, and drive it again."""


@command.command("list")
@json_option
@guarded
def _list(*, as_json: bool) -> None:
    """List dead events, and messages that nobody acknowledged."""
    with backend(settings()) as (ports, letters):
        dead, left = dead_events(ports), letters.list()
    rows = [*map(_of_event, dead), *map(_of_letter, left)]
    if as_json:
        emit(rows)
        return
    for row in rows:
        tries = "1 try" if row["tries"] == 1 else f"{row['tries']} tries"
        click.echo("{id}  {kind:7}  {topic:18}  {said}  {run}  {error}".format(said=tries, **row))
    if not rows:
        click.echo("Nothing is dead.")


@command.command("redrive")
@click.argument("ids", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All that `list` shows.")
@json_option
@guarded
def _redrive(ids: tuple[str, ...], *, everything: bool, as_json: bool) -> None:
    """Let dead events or messages be answered again.

    To be used once what killed them is mended. A failed run goes on where it stood. On this
    machine a running server takes it up within a minute, or `aicvgen resume RUN` at once.
    """
    if everything == bool(ids):
        raise Rejected(Reason.BAD_OPTION, "Name ids that `list` shows, or say --all.")
    loaded = settings()
    with backend(loaded) as (ports, letters):
        dead = {event.id: event for event in dead_events(ports)}
        wanted = {*dead, *(letter.id for letter in letters.list())} if everything else {*ids}
        done = {letter.id for letter in letters.redrive(wanted - set(dead))}
        for event in (dead[one] for one in dead if one in wanted):
            if event.id not in done:  # else its run was driven again with it
                done |= redrive(ports, event, loaded.owner)
    missed = sorted(wanted - done)
    if missed and not everything:
        raise Rejected(
            Reason.NOT_FOUND,
            f"Nothing waits for {', '.join(missed)}: unknown, or its run has moved on.",
        )
    if as_json:
        emit({"redriven": sorted(done)})
    else:
        click.echo(f"Redriven: {', '.join(sorted(done)) or 'nothing'}.")


@command.command("refused")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 1000))
@json_option
@guarded
def _refused(limit: int, *, as_json: bool) -> None:
    """List the requests that functions refused.

    The latest last; nothing of what they said.
    """
    with backend(settings()) as (ports, _):
        records = recorded_refusals(ports, limit)
    if as_json:
        emit(records)
        return
    for one in records:
        when = datetime.fromtimestamp(one.at, UTC).strftime("%Y-%m-%d %H:%M:%S")
        message = one.message_id or "-"
        click.echo(f"{when}  {one.function:8}  {one.why:14}  {one.answer}  {message}  {one.size} B")
    if not records:
        click.echo("No request was refused.")


def _of_event(event: Event) -> dict[str, object]:
    said = {"topic": event.name, "run": event.run_id, "error": event.error}
    return {"id": event.id, "kind": "event", "tries": event.attempts} | said


def _of_letter(letter: Letter) -> dict[str, object]:
    said = {"topic": letter.topic, "run": "", "error": ""}
    return {"id": letter.id, "kind": "message", "tries": letter.deliveries} | said
