"""`aicvgen resume RUN`: a halted run goes on; `--models`: language models are asked again."""

import sys
from pathlib import Path

import click

from aicvgen.cli.backend import backend
from aicvgen.cli.decided import finish, out_option
from aicvgen.cli.edge import Exit, guarded, json_option, settings
from aicvgen.cli.telling import emit
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.flow.decide import resume_everything, resume_models, resume_run
from aicvgen.local.home import open_home
from aicvgen.settings import Settings


@click.command("resume")
@click.argument("run", required=False)
@click.option("--all", "everything", is_flag=True, help="Take back `halt --all`.")
@click.option("--models", is_flag=True, help="Take back `halt --models`.")
@out_option
@json_option
@guarded
def command(
    run: str | None, out: Path | None, *, everything: bool, models: bool, as_json: bool
) -> None:
    """Let RUN go on where it was halted."""
    if (run is not None) + everything + models != 1:
        raise Rejected(Reason.BAD_OPTION, "Name a run, or say --all, or --models.")
    loaded = settings()
    if run is not None:
        sys.exit(int(_resumed(loaded, run, out, as_json=as_json)))
    with backend(loaded) as (ports, _):
        (resume_models if models else resume_everything)(ports, by=loaded.owner)
    if as_json:
        emit({"models_off": False} if models else {"run": None, "halted": False})
    elif models:
        click.echo("Language models are asked again, where the settings name one.")
    else:
        click.echo("Everything goes on.")


def _resumed(loaded: Settings, run: str, out: Path | None, *, as_json: bool) -> Exit:
    """Let a run go on, and drive it to its end."""
    home = open_home(loaded)
    try:
        resume_run(home.ports, run, by=loaded.owner)
        return finish(home, loaded, run, out, as_json=as_json)
    finally:
        home.close()
