"""`aicvgen match CV --job JOB`: the requirement ↔ evidence ledger."""

from pathlib import Path

import click

from aicvgen.cli.edge import READABLE, guarded, json_option, settings
from aicvgen.cli.reading import read_cv, read_job, reading
from aicvgen.cli.telling import emit
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.task import MatchJob


@click.command("match")
@click.argument("cv", type=READABLE)
@click.option("--job", "ad", type=READABLE, required=True, help="The job ad.")
@json_option
@guarded
def command(cv: Path, ad: Path, *, as_json: bool) -> None:
    """Print which facts of CV answer the requirements of a job ad."""
    settings()
    with reading() as reader:
        job = read_job(ad, reader)
        facts = read_cv(cv, reader)
    fit = ExtractiveModel().answer(MatchJob(facts, job))
    if as_json:
        emit(fit)
    else:
        _print(job, fit)


def _print(job: Job, fit: Fit) -> None:
    texts = {one.id: one.text for one in job.requirements}
    click.echo(f"Coverage: {fit.coverage:.0%} of the weighted terms have evidence in the CV.")
    for match in fit.matches:
        missing = [term for term in match.terms if term not in match.evidenced]
        click.echo(f"\n[{match.need.value}] {texts[match.requirement]}")
        click.echo(f"  evidence: {', '.join(match.facts) or 'none'}")
        if match.nearest:
            click.echo(f"  nearest to it: {match.nearest}")
        if missing:
            click.echo(f"  no evidence for: {', '.join(missing)}")
