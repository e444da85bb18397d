"""`aicvgen job AD`: what a job ad asks for."""

from pathlib import Path

import click

from aicvgen.cli.edge import READABLE, guarded, json_option, settings
from aicvgen.cli.reading import read_job, reading
from aicvgen.cli.telling import emit
from aicvgen.domain.job import Job, Need

_TITLES = {Need.MUST: "Required", Need.NICE: "Preferred", Need.DUTY: "Responsibilities"}


@click.command("job")
@click.argument("ad", type=READABLE)
@json_option
@guarded
def command(ad: Path, *, as_json: bool) -> None:
    """Print what the job ad AD asks for."""
    settings()
    with reading() as reader:
        job = read_job(ad, reader)
    if as_json:
        emit(job)
    else:
        _print(job)


def _print(job: Job) -> None:
    click.echo(" · ".join(filter(None, (job.title, job.company, job.location, job.work_mode))))
    for need, title in _TITLES.items():
        asked = [one for one in job.requirements if one.need is need]
        if asked:
            click.echo(f"\n{title}")
        for one in asked:
            terms = f"   [{', '.join(one.terms)}]" if one.terms else ""
            click.echo(f"  - {one.text}{terms}")
    if job.dropped:
        click.echo("\nIgnored")
    for dropped in job.dropped:
        click.echo("  - " + " ".join(filter(None, (dropped.where, dropped.why, dropped.text))))
