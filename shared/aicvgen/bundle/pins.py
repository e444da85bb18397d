"""The pins of a function: those of the project that its imports lead to, with their hashes."""

import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, PackagePath, distribution
from pathlib import PurePosixPath

_NAME = re.compile(r"^([A-Za-z0-9._-]+)==")
_VIA = re.compile(r"^ +# (?:via | +)([A-Za-z0-9._-]+)")


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of the project's pins."""

    name: str
    text: str
    """Version, marker and hashes, as pip reads them."""
    via: frozenset[str]
    """The packages that need it."""


def parsed(text: str) -> list[Pin]:
    """Return the pins of a compiled requirements file."""
    pins: list[Pin] = []
    lines: list[str] = []
    for line in [*text.splitlines(), "end=="]:
        if _NAME.match(line) and lines:
            pins.append(_pin(lines))
            lines = []
        lines.append(line)
    return pins


def needed(pins: Iterable[Pin], roots: Collection[str]) -> list[Pin]:
    """Return the pins of these packages and of all that they need, in order of their names."""
    pins, chosen = list(pins), set(roots)
    while more := {pin.name for pin in pins if pin.via & chosen} - chosen:
        chosen |= more
    return [pin for pin in pins if pin.name in chosen]


def packages_of(pins: Iterable[Pin], modules: Iterable[str]) -> set[str]:
    """Return the names of the pinned packages that these modules belong to.

    Raises LookupError for a module that no pinned package has.
    """
    outside = [name for name in modules if name.partition(".")[0] not in sys.stdlib_module_names]
    known = _modules(frozenset(pin.name for pin in pins))
    packages = {name: _package(name, known) for name in outside}
    missing = sorted(name for name, package in packages.items() if package is None)
    if missing := [name for name in missing if not _is_namespace(name, known)]:
        raise LookupError(f"These modules are imported, but no pinned package has them: {missing}.")
    return {package for package in packages.values() if package is not None}


def _package(module: str, known: Mapping[str, str]) -> str | None:
    """Return the package that has the module, or what is imported from it."""
    parts = module.split(".")
    while parts:
        if (package := known.get(".".join(parts))) is not None:
            return package
        parts.pop()
    return None


def _is_namespace(name: str, known: Mapping[str, str]) -> bool:
    """Return whether several packages share this name, and none has it for itself."""
    return any(module.startswith(f"{name}.") for module in known)


@cache
def _modules(packages: frozenset[str]) -> dict[str, str]:
    """Return the modules of these packages, as far as they are installed."""
    return {
        module: package
        for package in packages
        for file in _files(package)
        for module in _names(PurePosixPath(file))
    }


def _files(package: str) -> Iterable[PackagePath]:
    try:
        return distribution(package).files or ()
    except PackageNotFoundError:
        return ()  # its marker keeps it away from here


def _names(file: PurePosixPath) -> Iterator[str]:
    name = file.name.partition(".")[0]
    if file.suffix in (".py", ".so") and "." not in file.parent.as_posix():
        parts = file.parent.parts if name == "__init__" else (*file.parent.parts, name)
        yield ".".join(parts)


def _pin(lines: list[str]) -> Pin:
    match = _NAME.match(lines[0])
    name = match.group(1) if match else ""
    via = frozenset(found.group(1) for line in lines if (found := _VIA.match(line)))
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return Pin(name, text, via)
