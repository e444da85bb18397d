"""Every function of the map in this process, through functions-framework's own app factory."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import functions_framework
import yaml
from flask import Flask

from aicvgen import wire


@dataclass(frozen=True, slots=True)
class Functions:
    """The mounted functions."""

    apps: Mapping[str, Flask]
    """By function name."""
    topics: Mapping[str, str]
    """Topic → the name of the function that answers it."""


def load_map(folder: Path) -> dict[str, dict[str, object]]:
    """Return `pipeline.yaml` of a functions folder."""
    loaded: dict[str, dict[str, object]] = yaml.safe_load((folder / "pipeline.yaml").read_bytes())
    return loaded


def topics_of(trigger: Mapping[str, object]) -> tuple[str, ...]:
    """Return the topics that call a function with this trigger."""
    match trigger:
        case {"upload": _}:
            return (wire.UPLOAD,)
        case {"schedule": _}:
            return (wire.TICK,)
        case {"http": _}:
            return ()
        case {"events": [*names]}:
            return tuple(str(name) for name in names)
        case _:
            raise ValueError(f"Unknown trigger in pipeline.yaml: {sorted(trigger)}.")


def callers(functions: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
    """Return the name of the function that each topic of the map calls."""
    called: dict[str, str] = {}
    for name, function in functions.items():
        trigger = function["trigger"]
        if not isinstance(trigger, dict):
            raise TypeError(f"The trigger of {name!r} in pipeline.yaml is no mapping.")
        called |= dict.fromkeys(topics_of(trigger), name)
    return called


def mount(folder: Path) -> Functions:
    """Load every function of the map."""
    apps: dict[str, Flask] = {}
    functions = load_map(folder)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    for name in functions:
        source = str(folder / name / "main.py")
        apps[name] = functions_framework.create_app(  # type: ignore[no-untyped-call]
            target=name, source=source
        )
    # The framework sets up the root logger for a process of its own; this process has its own.
    root.handlers, root.level = handlers, level
    return Functions(apps=apps, topics=callers(functions))
