"""`aicvgen parse CV`: the CV as JSON Resume."""

from pathlib import Path

import click

from aicvgen.cli.edge import READABLE, guarded, json_option, settings
from aicvgen.cli.reading import read_cv, reading
from aicvgen.cli.telling import emit
from aicvgen.documents import jsonresume


@click.command("parse")
@click.argument("cv", type=READABLE)
@json_option
@guarded
def command(cv: Path, *, as_json: bool) -> None:
    """Print CV as JSON Resume 1.2.1; what its schema cannot hold is under `meta.aicvgen`."""
    del as_json  # always JSON: the option is there so that every command takes it
    settings()
    with reading() as reader:
        read = read_cv(cv, reader)
    emit(jsonresume.write(read))
