"""Prompts as files: `<task>/v<number>.md`, never changed once released.

A prompt is the instruction, a line of three dashes, and the material; `$name` marks what is filled
in. What is filled in is JSON, so that no text of a document can end the material.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

TASKS = ("write-section", "write-summary")
"""What there are prompts for: a folder each."""
_FOLDER = Path(__file__).parent
_PART = "\n---\n"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One version of one task's prompt."""

    task: str
    version: int
    instruction: str
    material: str
    digest: str
    """Of the file: what tells two texts under one name apart."""

    @property
    def name(self) -> str:
        """What records call it: `write-section/v1`."""
        return f"{self.task}/v{self.version}"

    def filled(self, values: Mapping[str, object]) -> tuple[str, str]:
        """Return instruction and material; raises KeyError where a value is missing."""
        quoted = {name: json.dumps(value, ensure_ascii=False) for name, value in values.items()}
        instruction = Template(self.instruction).substitute({**values})
        return instruction, Template(self.material).substitute(quoted)


@cache
def prompt(task: str, version: int) -> Prompt:
    """Return a prompt; raises FileNotFoundError for one that was never written."""
    text = (_FOLDER / task / f"v{version}.md").read_text("utf-8")
    instruction, material = text.split(_PART)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Prompt(task, version, instruction.strip(), material.strip(), digest)


@cache
def versions(task: str) -> tuple[int, ...]:
    """Return the numbers of a task's prompts, oldest first."""
    return tuple(sorted(int(path.stem[1:]) for path in (_FOLDER / task).glob("v*.md")))
