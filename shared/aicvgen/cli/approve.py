"""`aicvgen approve RUN`: a person releases the PDF."""

import sys
from pathlib import Path

import click

from aicvgen.cli.decided import finish, out_option
from aicvgen.cli.edge import guarded, json_option, settings
from aicvgen.flow.decide import approve_run
from aicvgen.local.home import open_home


@click.command("approve")
@click.argument("run")
@out_option
@json_option
@guarded
def command(run: str, out: Path | None, *, as_json: bool) -> None:
    """Release RUN, which waits for review, and make its PDF."""
    loaded = settings()
    home = open_home(loaded)
    try:
        approve_run(home.ports, run, by=loaded.owner)
        code = finish(home, loaded, run, out, as_json=as_json)
    finally:
        home.close()
    sys.exit(int(code))
