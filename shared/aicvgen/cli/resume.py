"""`aicvgen resume RUN`: a halted run goes on."""

import sys
from pathlib import Path

import click

from aicvgen.cli.decided import finish, out_option
from aicvgen.cli.edge import guarded, json_option, settings
from aicvgen.cli.telling import emit
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.flow.decide import resume_everything, resume_run
from aicvgen.local.home import open_home


@click.command("resume")
@click.argument("run", required=False)
@click.option("--all", "everything", is_flag=True, help="Take back `halt --all`.")
@out_option
@json_option
@guarded
def command(run: str | None, out: Path | None, *, everything: bool, as_json: bool) -> None:
    """Let RUN go on where it was halted."""
    if everything == (run is not None):
        raise Rejected(Reason.BAD_OPTION, "Name a run, or say --all.")
    loaded = settings()
    home = open_home(loaded)
    code = 0
    try:
        if run is None:
            resume_everything(home.ports, by=loaded.owner)
            emit({"run": None, "halted": False}) if as_json else click.echo("Everything goes on.")
        else:
            resume_run(home.ports, run, by=loaded.owner)
            code = finish(home, loaded, run, out, as_json=as_json)
    finally:
        home.close()
    sys.exit(int(code))
