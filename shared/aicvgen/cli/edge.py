"""The edge of every command: settings, errors to exit codes, JSON or text."""

import errno
import functools
import os
import sys
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import ParamSpec

import click

from aicvgen.cli.telling import tell_json
from aicvgen.domain.errors import Reason, Rejected, Unavailable
from aicvgen.settings import Settings, SettingsError, load_settings
from aicvgen.telemetry import logs

P = ParamSpec("P")

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON on standard output.")
READABLE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


class Exit(IntEnum):
    """What the exit code says."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    REFUSED = 3
    FAILED = 4
    MACHINE = 5


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """Turn the errors a person can mend into a sentence and an exit code; a bug keeps its trace."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except Rejected as error:
            usage = error.reason in (Reason.BAD_OPTION, Reason.NOT_FOUND, Reason.WRONG_STATE)
            leave(str(error), Exit.USAGE if usage else Exit.REFUSED, error.reason.value)
        except SettingsError as error:
            leave(str(error), Exit.USAGE, "settings")
        except Unavailable as error:
            leave(str(error), Exit.MACHINE, "unavailable")
        except BrokenPipeError:
            raise
        except OSError as error:
            leave(_machine(error), Exit.MACHINE, errno.errorcode.get(error.errno or 0, "os"))

    return wrapped


def leave(message: str, code: Exit, name: str) -> None:
    """Say what is wrong and end with this code."""
    if _wants_json():
        tell_json(name, message, int(code))
    for line in message.splitlines():
        click.echo(f"aicvgen: {line}", err=True)
    sys.exit(int(code))


def settings(level: str = "ERROR") -> Settings:
    """Return the settings and set up the log, at this level unless set; raises `SettingsError`."""
    loaded = load_settings()
    logs.configure(loaded.log_level or level)
    return loaded


def _wants_json() -> bool:
    context = click.get_current_context(silent=True)
    return bool(context and context.params.get("as_json"))


def _machine(error: OSError) -> str:
    reason = os.strerror(error.errno) if error.errno else str(error)
    place = f" ({error.filename})" if error.filename else ""
    advice = {
        errno.ENOSPC: " Free some space and repeat the command; nothing half-written is left.",
        errno.EACCES: " Choose a folder you may write to.",
        errno.EROFS: " Choose a folder you may write to.",
    }.get(error.errno or 0, "")
    return f"{reason}{place}.{advice}"
