"""What `approve` and `resume` share: drive the run on and tell where the result lies."""

from pathlib import Path

import click

from aicvgen.cli.drive import RESUME, drive, exit_code, halted, progress
from aicvgen.cli.edge import Exit
from aicvgen.cli.outputs import check_targets, copy_outputs
from aicvgen.cli.telling import emit, shown_path
from aicvgen.domain.ids import content_hash
from aicvgen.domain.run import Run
from aicvgen.flow.decide import read_run
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
        _check(read_run(home.ports, run_id)[0], out)
    with progress(quiet=as_json) as shown:
        run = drive(home, settings, {run_id: run_id}, shown)[run_id]
    if out is not None:
        files = copy_outputs(run, home.ports.files, out, Path(run.job.name).stem)
    else:
        files = {output.name: home.path / output.key for output in run.outputs}
    if as_json:
        named = {name: shown_path(path) for name, path in files.items()}
        standing = {"status": run.status.value, "halted": halted(home, run)}
        emit({"run": run.id} | standing | {"files": named})
    else:
        click.echo(f"{run.id}: {run.status.value}")
        for warning in run.warnings:
            click.echo(f"  {warning}", err=True)
        if run.problem:
            click.echo(f"  {run.problem.message}", err=True)
        if halted(home, run):
            click.echo(f"  Halted: {RESUME.format(run=run.id)}")
        for name, path in files.items():
            click.echo(f"  {name:12} {path}")
    return exit_code([run])


def _check(run: Run, out: Path) -> None:
    """See that results can be written, and that none would lie on the job ad itself."""
    ad = out / run.job.name
    given = [ad] if ad.is_file() and content_hash(ad.read_bytes()) == run.job.checksum else []
    check_targets(out, [Path(run.job.name)], given, run.options)
