"""A function's bundle: the same sources always give the same bytes."""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import aicvgen
from aicvgen.bundle.modules import GATES, data_files, reached
from aicvgen.bundle.pins import Pin, needed, packages_of, parsed
from aicvgen.local.functions import load_map

PROJECT = Path(aicvgen.__file__).parents[2]
"""The folder of all sources."""
_SERVER = "functions-framework"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first that a zip file can name: when a file was written says nothing about it."""
_READABLE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is uploaded for one function."""

    name: str
    files: Mapping[str, bytes]
    """By their path: `main.py`, `requirements.txt`, and our package."""
    pins: tuple[Pin, ...]

    @property
    def data(self) -> bytes:
        """The zip file."""
        buffer = io.BytesIO()
        # Not compressed: compressors differ from machine to machine, and it is small.
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            for path, content in sorted(self.files.items()):
                entry = zipfile.ZipInfo(path, _MOMENT)
                entry.external_attr = _READABLE
                archive.writestr(entry, content)
        return buffer.getvalue()

    @property
    def digest(self) -> str:
        """The checksum of the zip file: equal if and only if the content is."""
        return hashlib.sha256(self.data).hexdigest()

    def write(self, folder: Path) -> Path:
        """Write the zip file into a folder; return its path."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.name}.zip"
        path.write_bytes(self.data)
        return path


def bundles(project: Path = PROJECT) -> Iterator[Bundle]:
    """Yield the bundle of every function; raises LookupError if one imports what is not pinned."""
    pins = parsed((project / "requirements.txt").read_text())
    for name, function in load_map(project / "functions").items():
        yield _bundle(name, function, pins, project)


def _bundle(name: str, function: Mapping[str, object], pins: list[Pin], project: Path) -> Bundle:
    entry, root = project / "functions" / name / "main.py", project / "shared"
    extras = function["extras"]
    if not isinstance(extras, list) or not GATES.keys() >= set(extras):
        raise ValueError(f"The extras of {name!r} in pipeline.yaml are none of {sorted(GATES)}.")
    found = reached(entry, root, extras)
    chosen = needed(pins, {_SERVER, *packages_of(pins, found.foreign)})
    files = {"main.py": entry.read_bytes(), "requirements.txt": _requirements(chosen)}
    for path in (*found.modules.values(), *data_files(found, root)):
        files[path.relative_to(root).as_posix()] = path.read_bytes()
    return Bundle(name, files, tuple(chosen))


def _requirements(pins: list[Pin]) -> bytes:
    """Return the pins with the server first, at the start of a line, where Google looks for it."""
    first = sorted(pins, key=lambda pin: (pin.name != _SERVER, pin.name))
    return "".join(f"{pin.text}\n" for pin in first).encode()
