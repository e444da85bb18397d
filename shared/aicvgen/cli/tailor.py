"""`aicvgen tailor CV --job JOB …`: the whole flow, from files to files."""

import sys
from pathlib import Path

import click

from aicvgen import __version__
from aicvgen.cli.drive import drive, exit_code, progress
from aicvgen.cli.edge import READABLE, emit, guarded, json_option, settings
from aicvgen.cli.outputs import check_folder, copy_outputs
from aicvgen.documents.typeset import PAPERS, TEMPLATES
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.ids import content_hash, derive
from aicvgen.domain.run import Options, Review, Run, Status
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.local.home import open_home


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

    Reads PDF, DOCX, Markdown, text and JSON Resume. Writes <job>.pdf, <job>.json (JSON Resume)
    and <job>.report.md / .html / .json.
    """
    loaded = settings()
    _different_names(jobs)
    check_folder(out)
    options = Options.model_validate({"template": template, "paper": paper, "review": review})
    home = open_home(loaded)
    try:
        upload = Upload(cv.name, cv.read_bytes())
        started: dict[str, Path] = {}
        for job in jobs:
            submission = _submission(
                upload, Upload(job.name, job.read_bytes()), options, loaded.owner
            )
            started[start(home.ports, submission, again_if_failed=True).id] = job
        with progress(quiet=as_json) as shown:
            runs = drive(home, loaded, {one: path.stem for one, path in started.items()}, shown)
        copied = {
            run.id: copy_outputs(run, home.ports.files, out, started[run.id].stem) for run in runs
        }
    finally:
        home.close()
    results = [_result(run, started[run.id], copied[run.id]) for run in runs]
    _tell(results, as_json=as_json)
    sys.exit(int(exit_code(runs)))


def _submission(cv: Upload, job: Upload, options: Options, owner: str) -> Submission:
    """Name the run by what goes in and by who makes it: an upgrade is a new run."""
    contents = (content_hash(cv.data), content_hash(job.data), options.model_dump_json())
    source = derive("cli", __version__, *contents)
    return Submission(owner=owner, source=source, cv=cv, job=job, options=options)


def _different_names(jobs: tuple[Path, ...]) -> None:
    stems = [job.stem for job in jobs]
    twice = sorted({stem for stem in stems if stems.count(stem) > 1})
    if twice:
        raise Rejected(
            Reason.BAD_OPTION,
            f"Two job files are called {twice[0]!r}, and results are named after them: rename one.",
        )


def _result(run: Run, job: Path, copied: dict[str, Path]) -> dict[str, object]:
    return {
        "run": run.id,
        "trace_id": run.trace_id,
        "job": str(job),
        "status": run.status.value,
        "halted": run.halted,
        "problem": run.problem.model_dump() if run.problem else None,
        "files": {name: str(path) for name, path in copied.items()},
    }


def _tell(results: list[dict[str, object]], *, as_json: bool) -> None:
    if as_json:
        emit({"runs": results})
        return
    for result in results:
        click.echo(f"{result['job']}: {result['status']} (run {result['run']})")
        files = result["files"]
        problem = result["problem"]
        if isinstance(files, dict) and files:
            click.echo(f"  PDF     {files['cv.pdf']}")
            click.echo(f"  report  {files['report.html']}")
        if isinstance(problem, dict):
            click.echo(f"  {problem['message']}", err=True)
        if result["status"] == Status.WAITING:
            click.echo(f"  Release it with: aicvgen approve {result['run']}")
