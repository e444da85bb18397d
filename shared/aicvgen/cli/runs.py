"""`aicvgen runs`: the runs of this home folder."""

from datetime import UTC, datetime

import click

from aicvgen.cli.edge import guarded, json_option, settings
from aicvgen.cli.telling import emit
from aicvgen.domain.run import Run, Status
from aicvgen.local.home import open_home
from aicvgen.ports import Where


@click.command("runs")
@click.option(
    "--status",
    type=click.Choice([status.value for status in Status]),
    help="Only runs with this status.",
)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 1000))
@json_option
@guarded
def command(status: str | None, limit: int, *, as_json: bool) -> None:
    """List the runs, the latest last."""
    home = open_home(settings())
    where = (Where("status", "==", status),) if status else ()
    found = home.ports.store.find("runs", *where, order_by="updated_at", limit=1_000_000)
    runs = [snapshot.load(Run) for snapshot in found][-limit:]
    home.close()
    if as_json:
        emit([_row(run) for run in runs])
        return
    for run in runs:
        when = datetime.fromtimestamp(run.updated_at, UTC).strftime("%Y-%m-%d %H:%M:%S")
        halted = " (halted)" if run.halted else ""
        problem = f"  {run.problem.message}" if run.problem else ""
        click.echo(f"{run.id}  {when}  {run.status.value}{halted}{problem}")
    if not runs:
        which = f"No run is {status}." if status else "No runs yet."
        click.echo(f"{which} `aicvgen tailor CV --job JOB` starts one.")


def _row(run: Run) -> dict[str, object]:
    shown = {"id", "owner", "trace_id", "status", "halted", "revision", "problem"}
    return run.model_dump(mode="json", include=shown | {"created_at", "updated_at"})
