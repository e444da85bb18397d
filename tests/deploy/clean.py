"""Clean environments: an interpreter, and of all packages only those of a bundle."""

import io
import re
import venv
import zipfile
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from importlib.metadata import distributions
from pathlib import Path, PurePosixPath

from aicvgen.bundle.archive import Bundle
from cloud.processes import Program


def unpacked(bundle: Bundle, folder: Path) -> Program:
    """Return a function as it is deployed: its bundle in a folder, its packages and no others."""
    source = folder / bundle.name
    with zipfile.ZipFile(io.BytesIO(bundle.data)) as archive:
        archive.extractall(source)
    python = environment({pin.name for pin in bundle.pins}, folder / f"{bundle.name}.venv")
    return Program(python, source / "main.py")


def environment(packages: Collection[str], folder: Path) -> Path:
    """Make an environment with these packages; return its interpreter.

    They are links to ours, where pip has compared them with the same hashes: nothing is downloaded.
    """
    venv.create(folder, with_pip=False, symlinks=True)
    (target,) = folder.glob("lib/python*/site-packages")
    for path, owners in _owners().items():
        if owners.keys() <= set(packages) and not _is_linked(target, path):
            link = target / path
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(next(iter(owners.values())))
    return folder / "bin" / "python"


def _is_linked(target: Path, path: PurePosixPath) -> bool:
    return any((target / one).is_symlink() for one in (path, *path.parents))


@cache
def _owners() -> Mapping[PurePosixPath, Mapping[str, Path]]:
    """Return all installed files and folders, the upper ones first, and whose they are and where.

    A folder that several packages share is only linked for who has them all.
    """
    owners: dict[PurePosixPath, dict[str, Path]] = defaultdict(dict)
    for one in distributions():
        name = re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower()
        for file in one.files or ():
            if not file.parts[0].startswith("."):
                for path in (file, *file.parents[:-1]):
                    owners[PurePosixPath(path)][name] = Path(str(one.locate_file(path)))
    return dict(sorted(owners.items(), key=lambda item: len(item[0].parts)))
