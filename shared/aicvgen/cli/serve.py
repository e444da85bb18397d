"""`aicvgen serve`: the whole stack on this machine."""

import signal
import socket
from contextlib import suppress

import click

from aicvgen.cli.edge import guarded, settings
from aicvgen.local.server import running, serve_http


@click.command("serve")
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535))
@guarded
def command(port: int) -> None:
    """Run every function on this machine and watch the inbox until interrupted.

    Put `cv.pdf` and `job.txt` into `<home>/inbox/<owner>/<name>/`; the result appears under
    `<home>/outbox/<owner>/<name>/`.
    """
    loaded = settings("INFO")
    # Bound before anything starts: an occupied port must not interrupt work in progress.
    with (
        socket.create_server(("127.0.0.1", port)) as listener,
        running(loaded) as (home, functions),
    ):
        bound = listener.getsockname()[1]
        click.echo(f"aicvgen serves {home.path} on http://127.0.0.1:{bound} (Ctrl-C ends it)")
        # Ctrl-C and a service manager's SIGTERM end it alike: what is in hand is finished first.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with suppress(KeyboardInterrupt):
            serve_http(home, functions, listener)
