"""Result files, copied complete or not at all to where the person wants them."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.run import Options, Run
from aicvgen.ports import Files

_REPORTS = ("report.md", "report.html", "report.txt", "report.json")
_LONGEST_NAME = 255
"""Bytes that file systems allow."""


def check_targets(
    folder: Path, jobs: Sequence[Path], inputs: Sequence[Path], options: Options
) -> None:
    """See that results can be written, before any work.

    Makes the folder. Raises `Rejected(BAD_OPTION)` if two results would have one name, a result
    would lie on an input, or a name would be too long; OSError if the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass
    documents = ("cv", "letter") if options.letter else ("cv",)
    names = [*(f"{each}.{form}" for each in documents for form in options.formats), *_REPORTS]
    targets = [target for job in jobs for target in _targets(folder, job.stem, names).values()]
    twice = [target for target in targets if targets.count(target) > 1]
    given = {path.resolve() for path in inputs}
    over = [target for target in targets if target.resolve() in given]
    long = [target for target in targets if len(os.fsencode(target.name)) > _LONGEST_NAME]
    for wrong, why in (
        (
            twice,
            "would be written twice, because results are named after the job files: rename one",
        ),
        (over, "is one of the files you gave, and a result would replace it: choose another --out"),
        (long, "is too long for a file name: give the job file a shorter name"),
    ):
        if wrong:
            raise Rejected(Reason.BAD_OPTION, f"{wrong[0].name!r} {why}.")


def copy_outputs(run: Run, files: Files, folder: Path, stem: str) -> dict[str, Path]:
    """Copy a run's result into a folder, all files or none; return the paths by output name."""
    targets = _targets(folder, stem, [output.name for output in run.outputs])
    with tempfile.TemporaryDirectory(dir=folder, prefix=".part-") as staging:
        for output in run.outputs:
            (Path(staging) / output.name).write_bytes(files.get(output.key))
        for output in run.outputs:
            (Path(staging) / output.name).replace(targets[output.name])
    return {output.name: targets[output.name] for output in run.outputs}


def _targets(folder: Path, stem: str, names: Sequence[str]) -> dict[str, Path]:
    """Return where each file goes: `cv.pdf` to `<stem>.pdf`, `report.md` to `<stem>.report.md`."""
    return {name: folder / f"{stem}.{name.removeprefix('cv.')}" for name in names}
