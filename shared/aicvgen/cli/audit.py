"""`aicvgen audit ORIGINAL TAILORED`: does the second CV say anything the first does not support."""

import sys
from functools import partial
from pathlib import Path

import click

from aicvgen.cli.edge import READABLE, Exit, guarded, json_option, settings
from aicvgen.cli.reading import read_cv, reading
from aicvgen.cli.telling import emit
from aicvgen.domain.audit import AuditResult, audit
from aicvgen.model.extractive.terms import names_in


@click.command("audit")
@click.argument("original", type=READABLE)
@click.argument("tailored", type=READABLE)
@json_option
@guarded
def command(original: Path, tailored: Path, *, as_json: bool) -> None:
    """Check TAILORED against ORIGINAL, whoever made it; exit code 1 if it says too much."""
    settings()
    with reading() as reader:
        cv, other = read_cv(original, reader), read_cv(tailored, reader)
    result = audit(cv, other, partial(names_in, language=cv.language))
    if as_json:
        emit(result)
    else:
        _print(result)
    sys.exit(int(Exit.OK if result.ok else Exit.FINDINGS))


def _print(result: AuditResult) -> None:
    for finding in result.findings:
        click.echo(f"{finding.kind}: {finding.claim!r} in {finding.entry or 'no entry'}")
        click.echo(f"  says     {finding.sentence}")
        if finding.nearest:
            click.echo(f"  nearest  {finding.nearest}")
    for lost in result.lost:
        click.echo(f"lost: {lost}")
    for note in result.notes:
        click.echo(f"note: {note}")
    click.echo("Clean." if result.ok else f"{len(result.findings)} findings.")
