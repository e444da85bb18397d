"""Clean environments: an interpreter, and of all packages only those of a bundle."""

import hashlib
import io
import os
import re
import subprocess
import sys
import venv
import zipfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import distributions
from pathlib import Path, PurePosixPath

from aicvgen.bundle.archive import Bundle
from cloud.processes import Program

DATED = 315532801
"""The date that a build gives every file of an image; the map's functions are built with it."""


def linked(bundle: Bundle, folder: Path) -> Program:
    """Return a function as it is built from its bundle, all but the installing.

    Its packages are links to ours, which pip has compared with the same hashes: the environment
    has them and no others, within a second and without a package index. So it shows that a bundle
    needs nothing else, not that pip can install it; `installed` shows that.
    """
    return _built(bundle, folder, _link)


def installed(bundle: Bundle, folder: Path) -> Program:
    """Return a function as it is built from its bundle, its packages by pip from their index.

    Takes a quarter of a minute; raises CalledProcessError if pip fails, with what it says.
    """
    return _built(bundle, folder, _install)


def compiled(source: Path, python: Path) -> None:
    """Compile and date the sources of a function as Google's build does it."""
    given = os.environ | {"SOURCE_DATE_EPOCH": str(DATED)}
    subprocess.run([python, "-m", "compileall", "-fq", "."], cwd=source, env=given, check=True)
    for path in source.rglob("*"):
        os.utime(path, (DATED, DATED))


def _built(bundle: Bundle, folder: Path, provide: Callable[[Bundle, Path], None]) -> Program:
    """Unpack a bundle; bundles with the same packages share an environment."""
    source = folder / bundle.name
    with zipfile.ZipFile(io.BytesIO(bundle.data)) as archive:
        archive.extractall(source)
    same = hashlib.sha256(bundle.files["requirements.txt"]).hexdigest()
    environment = folder / f"{same[:12]}.venv"
    python = environment / "bin" / "python"
    if not environment.exists():
        venv.create(environment, with_pip=False, symlinks=True)
        provide(bundle, python)
    compiled(source, python)
    return Program(python, source / "main.py")


def packages_of(python: Path) -> Path:
    """Return the folder of an environment that holds its packages."""
    (folder,) = python.parents[1].glob("lib/python*/site-packages")
    return folder


def _install(bundle: Bundle, python: Path) -> None:
    """Do what Google's build does with the packages: install them, and compile them for good."""
    requirements = python.parents[1] / "requirements.txt"
    requirements.write_bytes(bundle.files["requirements.txt"])
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    options = ["--disable-pip-version-check", "--require-hashes", "--no-compile"]
    subprocess.run(
        [*pip, *options, "--requirement", str(requirements)],
        check=True,
        capture_output=True,
        text=True,
    )
    compiling = [str(python), "-m", "compileall", "-qq", "--invalidation-mode", "unchecked-hash"]
    subprocess.run([*compiling, str(packages_of(python))], check=False)  # templates are no code


def _link(bundle: Bundle, python: Path) -> None:
    packages, target = {pin.name for pin in bundle.pins}, packages_of(python)
    for path, owners in _owners().items():
        if owners.keys() <= packages and not _is_linked(target, path):
            link = target / path
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(next(iter(owners.values())))


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
