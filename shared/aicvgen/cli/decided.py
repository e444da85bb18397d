"""What `approve` and `resume` share: drive the run on and tell where the result lies."""

from pathlib import Path

import click

from aicvgen.cli.drive import drive, exit_code, progress
from aicvgen.cli.edge import Exit, emit
from aicvgen.cli.outputs import check_folder, copy_outputs
from aicvgen.local.home import Home
from aicvgen.settings import Settings

out_option = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Copy the result here, named after the job file.",
)


def finish(home: Home, settings: Settings, run_id: str, out: Path | None, *, as_json: bool) -> Exit:
    """Drive a run until it settles; print how it ended and where its files lie."""
    if out is not None:
        check_folder(out)
    with progress(quiet=as_json) as shown:
        (run,) = drive(home, settings, {run_id: run_id}, shown)
    if out is not None:
        files = copy_outputs(run, home.ports.files, out, Path(run.job.name).stem)
    else:
        files = {output.name: home.path / output.key for output in run.outputs}
    if as_json:
        named = {name: str(path) for name, path in files.items()}
        emit({"run": run.id, "status": run.status.value, "files": named})
    else:
        click.echo(f"{run.id}: {run.status.value}")
        for name, path in files.items():
            click.echo(f"  {name:12} {path}")
    return exit_code([run])
