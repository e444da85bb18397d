"""`aicvgen tailor CV --job JOB …`: the whole flow, from files to files."""

import sys
from pathlib import Path
from typing import Any

import click

from aicvgen import __version__
from aicvgen.cli.drive import RESUME, drive, exit_code, halted, progress
from aicvgen.cli.edge import READABLE, guarded, json_option, settings
from aicvgen.cli.outputs import check_targets, copy_outputs
from aicvgen.cli.telling import emit, shown_path
from aicvgen.documents.typeset import PAPERS, TEMPLATES
from aicvgen.domain.ids import content_hash, derive
from aicvgen.domain.run import Options, Review, Run, Status
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.local.home import Home, open_home


@click.command("tailor")
@click.argument("cv", type=READABLE)
@click.option("--job", "jobs", type=READABLE, multiple=True, required=True, help="A job ad.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("tailored"),
    show_default=True,
    help="Folder for the results, named after the job files.",
)
@click.option("--template", type=click.Choice(TEMPLATES), default=TEMPLATES[0], show_default=True)
@click.option("--paper", type=click.Choice(PAPERS), default=PAPERS[0], show_default=True)
@click.option(
    "--review",
    type=click.Choice([policy.value for policy in Review]),
    default=Review.NEVER.value,
    show_default=True,
    help="When you must approve before the PDF is made.",
)
@json_option
@guarded
def command(  # noqa: PLR0913, PLR0917  one parameter per option
    cv: Path,
    jobs: tuple[Path, ...],
    out: Path,
    template: str,
    paper: str,
    review: str,
    *,
    as_json: bool,
) -> None:
    """Tailor CV to each job ad; the same command again gives the same result.

    Reads PDF, DOCX, HTML, Markdown, text and JSON Resume. Writes <job>.pdf, <job>.json (JSON
    Resume) and <job>.report.md / .html / .json.
    """
    loaded = settings()
    check_targets(out, jobs, (cv, *jobs))
    options = Options.model_validate({"template": template, "paper": paper, "review": review})
    home = open_home(loaded)
    try:
        home.reader.warm()
        upload = Upload(shown_path(cv.name), cv.read_bytes())
        started = [
            (job, start(home.ports, _submission(upload, job, options, loaded.owner), retry=True).id)
            for job in jobs
        ]
        with progress(quiet=as_json) as shown:
            runs = drive(home, loaded, {run_id: job.stem for job, run_id in started}, shown)
        results = [_result(home, runs[run_id], job, out) for job, run_id in started]
    finally:
        home.close()
    _tell(results, as_json=as_json)
    sys.exit(int(exit_code(runs.values())))


def _submission(cv: Upload, path: Path, options: Options, owner: str) -> Submission:
    """Name the run by what goes in and by who makes it: an upgrade is a new run."""
    job = Upload(shown_path(path.name), path.read_bytes())
    contents = (content_hash(cv.data), content_hash(job.data), options.model_dump_json())
    source = derive("cli", __version__, *contents)
    return Submission(owner=owner, source=source, cv=cv, job=job, options=options)


def _result(home: Home, run: Run, job: Path, out: Path) -> dict[str, Any]:
    files = copy_outputs(run, home.ports.files, out, job.stem)
    return {
        "run": run.id,
        "trace_id": run.trace_id,
        "job": shown_path(job),
        "status": run.status.value,
        "halted": halted(home, run),
        "problem": run.problem.model_dump() if run.problem else None,
        "files": {name: shown_path(path) for name, path in files.items()},
    }


def _tell(results: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        emit({"runs": results})
        return
    for result in results:
        run, files = result["run"], result["files"]
        click.echo(f"{result['job']}: {result['status']} (run {run})")
        if files:
            click.echo(f"  PDF     {files['cv.pdf']}")
            click.echo(f"  report  {files['report.html']}")
        if result["problem"]:
            click.echo(f"  {result['problem']['message']}", err=True)
        if result["halted"]:
            click.echo(f"  Halted: {RESUME.format(run=run)}")
        elif result["status"] == Status.WAITING:
            click.echo(f"  Release it with: aicvgen approve {run}")
