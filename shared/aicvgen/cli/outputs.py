"""Result files, copied complete or not at all to where the person wants them."""

import os
import tempfile
from pathlib import Path

from aicvgen.domain.run import Run
from aicvgen.ports import Files

_NAMES = {
    "cv.pdf": "{stem}.pdf",
    "cv.json": "{stem}.json",
    "report.md": "{stem}.report.md",
    "report.html": "{stem}.report.html",
    "report.json": "{stem}.report.json",
}


def copy_outputs(run: Run, files: Files, folder: Path, stem: str) -> dict[str, Path]:
    """Copy a run's result into a folder; return the paths by output name."""
    copied = {}
    for output in run.outputs:
        target = folder / _NAMES[output.name].format(stem=stem)
        _write(target, files.get(output.key))
        copied[output.name] = target
    return copied


def check_folder(folder: Path) -> None:
    """Make the folder and see that files can be written, before any work; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass


def _write(target: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".part-")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        part.chmod(0o644)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
