"""A folder of prompts with a version more than what is released."""

import shutil
from pathlib import Path

from aicvgen.model.prompts import PROMPTS, Prompts

NEW_RULE = "- Say numbers first."


def with_second(folder: Path, task: str) -> Prompts:
    """Copy all prompts to a new folder, where this task has a v2 with one rule more."""
    shutil.copytree(PROMPTS.folder, folder, ignore=shutil.ignore_patterns("*.py*", "__pycache__"))
    words = (folder / task / "v1.md").read_text("utf-8")
    (folder / task / "v2.md").write_text(words.replace("\n---\n", f"{NEW_RULE}\n\n---\n"), "utf-8")
    return Prompts(folder)
