"""`aicvgen halt RUN`: no effect starts any more."""

import click

from aicvgen.cli.edge import guarded, json_option, settings
from aicvgen.cli.telling import emit
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.flow.decide import halt_everything, halt_run
from aicvgen.local.home import open_home


@click.command("halt")
@click.argument("run", required=False)
@click.option("--all", "everything", is_flag=True, help="Stop all runs until `resume --all`.")
@json_option
@guarded
def command(run: str | None, *, everything: bool, as_json: bool) -> None:
    """Stop RUN where it stands; `aicvgen resume` lets it go on."""
    if everything == (run is not None):
        raise Rejected(Reason.BAD_OPTION, "Name a run, or say --all.")
    loaded = settings()
    home = open_home(loaded)
    try:
        if run is None:
            halt_everything(home.ports, by=loaded.owner)
        else:
            halt_run(home.ports, run, by=loaded.owner)
    finally:
        home.close()
    if as_json:
        emit({"run": run, "halted": True})
    else:
        click.echo(f"Halted: {run or 'everything'}.")
