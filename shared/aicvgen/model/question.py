"""A task put in words for a language model, and its reply put back into the task's answer."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from aicvgen.domain.value import Value

S = TypeVar("S", bound=Value)
A_co = TypeVar("A_co", bound=Value, covariant=True)


@dataclass(frozen=True, slots=True)
class Question(Generic[S, A_co]):
    """What a prompt is filled with, the shape of the reply, and what the reply means."""

    task: str
    values: Mapping[str, object]
    """For the prompt's `$names`; personal data is hidden in them."""
    shape: type[S]
    answer: Callable[[S], A_co]
    """Return the answer that a reply stands for; raises ValueError where it means nothing."""

    @property
    def schema(self) -> str:
        """Return the JSON schema of the reply, as JSON."""
        return _schema(self.shape)


@cache
def _schema(shape: type[Value]) -> str:
    """Return what takes half a millisecond to find out, and is the same for ever."""
    return json.dumps(_untitled(shape.model_json_schema()), separators=(",", ":"))


def _untitled(schema: Any) -> Any:
    """Return a schema without its titles: they say the names again, and every token is paid."""
    if isinstance(schema, dict):
        kept = {
            name: one for name, one in schema.items() if name != "title" or isinstance(one, dict)
        }
        return {name: _untitled(one) for name, one in kept.items()}
    return [_untitled(one) for one in schema] if isinstance(schema, list) else schema
