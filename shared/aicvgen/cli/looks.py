"""The options of a command that say how the result looks; settings are their defaults."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from aicvgen.cli.edge import READABLE
from aicvgen.domain.look import FONTS, FORMATS, PAPERS, TEMPLATES, readable_accent
from aicvgen.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., None])


def look_options(command: _Command) -> _Command:
    """Add `--template`, `--paper`, `--font`, `--accent`, `--photo` and `--formats`."""
    for option in reversed(
        (
            click.option("--template", type=click.Choice(TEMPLATES), help="Layout of the PDF."),
            click.option("--paper", type=click.Choice(PAPERS)),
            click.option("--font", type=click.Choice(FONTS), help="Else the template's own."),
            click.option(
                "--accent", callback=_accent, help="Colour of name and headings, as #rrggbb."
            ),
            click.option(
                "--photo", type=READABLE, help="JPEG or PNG, for the PDF and the Word file."
            ),
            click.option(
                "--formats",
                callback=_formats,
                help=f"Of the CV, parted by commas; all of them: {','.join(FORMATS)}.",
            ),
        )
    ):
        command = option(command)
    return command


def chosen(settings: Settings, given: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of `Options` that were given, else as the settings have them."""
    defaults = {name: getattr(settings, name) for name in given}
    return defaults | {name: value for name, value in given.items() if value is not None}


def _accent(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    try:
        return None if value is None else readable_accent(value)
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from error


def _formats(
    _context: click.Context, _option: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    if value is None:
        return None
    named = [each.strip().casefold() for each in value.split(",") if each.strip()]
    if not named or set(named) - set(FORMATS):
        raise click.BadParameter(f"choose from: {', '.join(FORMATS)}; parted by commas.")
    return tuple(form for form in FORMATS if form in named)
