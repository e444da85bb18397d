"""`aicvgen halt RUN`: no effect starts any more; `--models`: no language model is asked."""

import click

from aicvgen.cli.backend import backend
from aicvgen.cli.edge import guarded, json_option, settings
from aicvgen.cli.telling import emit
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.flow.decide import halt_everything, halt_models, halt_run


@click.command("halt")
@click.argument("run", required=False)
@click.option("--all", "everything", is_flag=True, help="Stop all runs until `resume --all`.")
@click.option(
    "--models", is_flag=True, help="Ask no language model until `resume --models`; rules write."
)
@json_option
@guarded
def command(run: str | None, *, everything: bool, models: bool, as_json: bool) -> None:
    """Stop RUN where it stands; `aicvgen resume` lets it go on."""
    if (run is not None) + everything + models != 1:
        raise Rejected(Reason.BAD_OPTION, "Name a run, or say --all, or --models.")
    loaded = settings()
    with backend(loaded) as (ports, _):
        if models:
            halt_models(ports, by=loaded.owner)
        elif run is None:
            halt_everything(ports, by=loaded.owner)
        else:
            halt_run(ports, run, by=loaded.owner)
    if as_json:
        emit({"models_off": True} if models else {"run": run, "halted": True})
    elif models:
        click.echo("No language model is asked: rules write.")
    else:
        click.echo(f"Halted: {run or 'everything'}.")
