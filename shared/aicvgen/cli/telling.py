"""How commands tell results and errors as JSON."""

import os
from pathlib import Path

import click
from pydantic_core import to_json

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""


def emit(value: object) -> None:
    """Print a value as JSON."""
    click.echo(to_json(value, indent=2).decode())


def tell_json(name: str, message: str, code: int) -> None:
    """Print an error as JSON."""
    emit({"error": {"name": name, "message": message, "exit": code}})


def shown_path(path: Path | str) -> str:
    """Return a path as text, also one whose bytes are no UTF-8."""
    return os.fsencode(path).decode(errors="replace")
