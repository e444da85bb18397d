"""`aicvgen`: commands load when they are called, so that starting costs nothing."""

import importlib
import os
import sys
from typing import Any

import click

from aicvgen import __version__
from aicvgen.cli.telling import INTERRUPTED, tell_json

COMMANDS = {
    "tailor": "Tailor a CV to one or more job ads.",
    "parse": "Print a CV as JSON Resume.",
    "job": "Print what a job ad asks for.",
    "match": "Print which facts of a CV answer a job ad.",
    "audit": "Check a tailored CV against the original.",
    "serve": "Run every function on this machine and watch the inbox.",
    "runs": "List the runs.",
    "show": "Print the timeline of a run.",
    "approve": "Release a run that waits for review.",
    "halt": "Stop a run, everything, or asking language models.",
    "resume": "Let what was halted go on.",
    "budget": "Say what may be spent on models, and what was.",
    "prompts": "Say which prompts are used, and what came of them.",
    "deadletters": "List what was given up or refused, and drive it again.",
}


class Lazy(click.Group):
    """Imports a command's module only when the command is used."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run as click would, but tell usage errors as JSON too, where JSON was asked for."""
        try:
            code = super().main(*args, **(extra | {"standalone_mode": False}))
        except click.UsageError as error:
            if "--json" in (extra.get("args") or (args[0] if args else None) or sys.argv):
                tell_json("usage", error.format_message(), error.exit_code)
            error.show()
            code = error.exit_code
        except click.Abort:
            click.echo("aicvgen: interrupted; the same command goes on where it stood.", err=True)
            code = INTERRUPTED
        except BrokenPipeError:
            # Whoever read our output has enough; Python would complain at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        sys.exit(code if isinstance(code, int) else 0)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loaded now; None lets click suggest a near one."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"aicvgen.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="aicvgen")
def main() -> None:
    """Truthful, tailored CVs: every sentence traceable to something the candidate wrote.

    Exit codes: 0 done or waiting for review · 1 the audit found something · 2 wrong command or
    setting · 3 input refused or unreadable · 4 a run failed or is halted · 5 this machine cannot
    (disk full, folder not writable) · 130 interrupted.
    """
