"""Result files, copied complete or not at all to where the person wants them."""

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
    """Copy a run's result into a folder, all files or none; return the paths by output name."""
    targets = {one.name: folder / _NAMES[one.name].format(stem=stem) for one in run.outputs}
    with tempfile.TemporaryDirectory(dir=folder, prefix=".part-") as staging:
        for output in run.outputs:
            (Path(staging) / output.name).write_bytes(files.get(output.key))
        for name, target in targets.items():
            (Path(staging) / name).replace(target)
    return targets


def check_folder(folder: Path) -> None:
    """Make the folder and see that files can be written, before any work; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass
