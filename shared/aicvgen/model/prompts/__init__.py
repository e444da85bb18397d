"""Prompts as files: `<task>/v<number>.md`, never changed once released.

A prompt is the instruction, a line of three dashes, and the material; `$name` marks what is filled
in. What is filled in is JSON, so that no text of a document can end the material. Beside it,
`v<number>.toml` may say which model answers this version, and how.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

from pydantic_core import to_json

from aicvgen.domain.visible import all_visible, is_plain
from aicvgen.model.parameters import Overrides

TASKS = (
    "parse-cv",
    "parse-job",
    "match",
    "write-section",
    "write-summary",
    "cover-letter",
    "rewrite",
    "judge",
)
"""What there are prompts for: a folder each."""
_PART = "\n---\n"
_PARAMETERS = "\n+++\n"
"""Between the words and the parameters where both are shown, or counted, as one text."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One version of one task's prompt."""

    task: str
    version: int
    instruction: str
    material: str
    digest: str
    """Of the files: what tells two texts under one name apart."""
    overrides: Overrides

    @property
    def name(self) -> str:
        """What records call it: `write-section/v1`."""
        return name_of(self.task, self.version)

    def filled(self, values: Mapping[str, object]) -> tuple[str, str]:
        """Return instruction and material; raises KeyError where a value is missing.

        No character in them is invisible, whoever wrote the values.
        """
        quoted = _quoted(values)
        if not all(map(is_plain, quoted.values())):
            values = all_visible(dict(values))
            quoted = _quoted(values)
        instruction = Template(self.instruction).substitute(values)
        return instruction, Template(self.material).substitute(quoted)


@dataclass(frozen=True, slots=True)
class Prompts:
    """The prompts of one folder."""

    folder: Path

    def prompt(self, task: str, version: int) -> Prompt:
        """Return a prompt; raises FileNotFoundError for one that was never written."""
        return _prompt(self.folder, task, version)

    def versions(self, task: str) -> tuple[int, ...]:
        """Return the numbers of a task's prompts, oldest first; raises FileNotFoundError."""
        return _versions(self.folder, task)

    def text(self, task: str, version: int) -> str:
        """Return all that a version is: its words, and its parameters where it has any."""
        words, parameters = _files(self.folder, task, version)
        return words + _PARAMETERS + parameters if parameters else words


PROMPTS = Prompts(Path(__file__).parent)
"""The prompts that come with the program."""


def name_of(task: str, version: int) -> str:
    """Return what records call a version: `write-section/v1`."""
    return f"{task}/v{version}"


def _quoted(values: Mapping[str, object]) -> dict[str, str]:
    """Return the values as JSON, without a blank that nobody needs."""
    return {name: to_json(value).decode() for name, value in values.items()}


@cache
def _prompt(folder: Path, task: str, version: int) -> Prompt:
    words, parameters = _files(folder, task, version)
    instruction, material = words.split(_PART)
    return Prompt(
        task=task,
        version=version,
        instruction=instruction.strip(),
        material=material.strip(),
        digest=hashlib.sha256(Prompts(folder).text(task, version).encode()).hexdigest(),
        overrides=Overrides(**tomllib.loads(parameters)),
    )


def _files(folder: Path, task: str, version: int) -> tuple[str, str]:
    words = folder / name_of(task, version)
    parameters = words.with_suffix(".toml")
    said = parameters.read_text("utf-8") if parameters.exists() else ""
    return words.with_suffix(".md").read_text("utf-8"), said


@cache
def _versions(folder: Path, task: str) -> tuple[int, ...]:
    found = sorted(int(path.stem[1:]) for path in (folder / task).glob("v*.md"))
    if not found:
        raise FileNotFoundError(f"There is no prompt of {task} in {folder}.")
    return tuple(found)
