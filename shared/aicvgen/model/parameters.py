"""How each task is asked where nobody says otherwise: temperature, and tokens of the reply."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import Field

from aicvgen.domain.value import Value

_TABLE = Path(__file__).parent / "parameters.toml"


class Overrides(Value):
    """How a task, or one version of its prompt, is asked where that differs from what is usual."""

    model: str | None = Field(default=None, min_length=1)
    temperature: float | None = Field(default=None, ge=0, le=2)
    most_tokens: int | None = Field(default=None, ge=1)
    """Of the reply, thoughts included."""
    thinking_tokens: int | None = Field(default=None, ge=0)


@dataclass(frozen=True, slots=True)
class Parameters:
    """How one task is asked."""

    model: str
    temperature: float
    most_tokens: int
    thinking_tokens: int


def parameters(model: str, task: str, *changes: Overrides | None) -> Parameters:
    """Return how a task is asked of this model, after these changes; the last one wins."""
    said = {"model": model, **_usual()["usual"], **_usual().get(task, {})}
    for change in changes:
        said |= change.model_dump(exclude_none=True) if change else {}
    return Parameters(**said)  # type: ignore[arg-type]  # a test builds those of every task


@cache
def _usual() -> Mapping[str, Mapping[str, float | int]]:
    with _TABLE.open("rb") as file:
        return tomllib.load(file)
