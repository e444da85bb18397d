"""`aicvgen tailor CV --job JOB …`: the whole flow, from files to files."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from aicvgen import __version__
from aicvgen.cli.drive import RESUME, drive, exit_code, halted, progress
from aicvgen.cli.edge import READABLE, guarded, json_option, settings
from aicvgen.cli.looks import chosen, look_options
from aicvgen.cli.outputs import check_targets, copy_outputs
from aicvgen.cli.telling import emit, shown_path
from aicvgen.cli.written import told_authors
from aicvgen.documents.photo import photo as checked_photo
from aicvgen.domain.ids import content_hash, derive
from aicvgen.domain.run import Options, Review, Run, Status
from aicvgen.flow.spending import close_what_ended
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.local.home import Home, open_home
from aicvgen.settings import Settings

_DAYS = 31
"""Over so many days what was not spent goes back to its month: where only this command is used,
nobody sweeps."""


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
@look_options
@click.option(
    "--review",
    type=click.Choice([policy.value for policy in Review]),
    default=Review.NEVER.value,
    show_default=True,
    help="When you must approve before the PDF is made.",
)
@click.option("--letter", is_flag=True, help="Write a cover letter too.")
@json_option
@guarded
def command(  # noqa: PLR0913  one parameter per option
    cv: Path,
    jobs: tuple[Path, ...],
    out: Path,
    photo: Path | None,
    review: str,
    *,
    letter: bool,
    as_json: bool,
    **look: Any,
) -> None:
    """Tailor CV to each job ad; the same command again gives the same result.

    Reads PDF, DOCX, HTML, Markdown, text and JSON Resume. Writes <job>.pdf, .docx, .md, .txt and
    .json (JSON Resume), and <job>.report.html / .md / .txt / .json.
    """
    loaded = settings()
    options = Options.model_validate(chosen(loaded, look) | {"review": review, "letter": letter})
    check_targets(out, jobs, (cv, *jobs, *([photo] if photo else [])), options)
    picture = _photo(photo)
    home = open_home(loaded)
    try:
        home.reader.warm()
        close_what_ended(home.ports, days=_DAYS)
        given = (Upload(shown_path(cv.name), cv.read_bytes()), picture)
        started = [
            (job, start(home.ports, _submission(given, job, options, loaded), retry=True).id)
            for job in jobs
        ]
        with progress(quiet=as_json) as shown:
            runs = drive(home, loaded, {run_id: job.stem for job, run_id in started}, shown)
        results = [_result(home, runs[run_id], job, out) for job, run_id in started]
        if as_json:
            emit({"runs": results})
        else:
            _tell(results, runs, home)
    finally:
        home.close()
    sys.exit(int(exit_code(runs.values())))


def _photo(path: Path | None) -> Upload | None:
    """Return the photo; raises `Rejected` for a bad one before any work is done."""
    return Upload("photo", checked_photo(path.read_bytes()).data) if path else None


def _submission(
    given: tuple[Upload, Upload | None], path: Path, options: Options, loaded: Settings
) -> Submission:
    """Name the run by what goes in and by who makes it: another version or model is a new run."""
    cv, photo = given
    job = Upload(shown_path(path.name), path.read_bytes())
    hashes = [content_hash(file.data) for file in (cv, job, photo) if file]
    source = derive("cli", __version__, *loaded.writer, *hashes, options.model_dump_json())
    return Submission(
        owner=loaded.owner, source=source, cv=cv, job=job, photo=photo, options=options
    )


def _result(home: Home, run: Run, job: Path, out: Path) -> dict[str, Any]:
    files = copy_outputs(run, home.ports.files, out, job.stem)
    return {
        "run": run.id,
        "trace_id": run.trace_id,
        "job": shown_path(job),
        "status": run.status.value,
        "halted": halted(home, run),
        "problem": run.problem.model_dump() if run.problem else None,
        "written_by": [author.model_dump() for author in run.written_by],
        "warnings": run.warnings,
        "files": {name: shown_path(path) for name, path in files.items()},
    }


def _tell(results: list[dict[str, Any]], runs: Mapping[str, Run], home: Home) -> None:
    for result in results:
        run, files = result["run"], result["files"]
        click.echo(f"{result['job']}: {result['status']} (run {run})")
        if files:
            first = next(name for name in files if name.startswith("cv."))
            click.echo(f"  CV      {files[first]}")
            click.echo(f"  report  {files['report.html']}")
            for line in _told_letter(runs[run], files):
                click.echo(f"  letter  {line}")
        for line in told_authors(runs[run], home.ports.store):
            click.echo(f"  by      {line}")
        for warning in result["warnings"]:
            click.echo(f"  {warning}", err=True)
        if result["problem"]:
            click.echo(f"  {result['problem']['message']}", err=True)
        if result["halted"]:
            click.echo(f"  Halted: {RESUME.format(run=run)}")
        elif result["status"] == Status.WAITING:
            click.echo(f"  Release it with: aicvgen approve {run}")


def _told_letter(run: Run, files: Mapping[str, str]) -> Iterator[str]:
    """Yield where the letter is, or why there is none, if one was asked for."""
    if not run.options.letter or set(run.options.formats) <= {"json"}:
        return
    written = (path for name, path in files.items() if name.startswith("letter."))
    none = "none: no point of your work answers the ad, or the CV is not in English or German"
    yield next(written, none)
