"""The base of everything that is stored, sent or given to a model as a schema."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value; an unknown field is an error, so a renamed one cannot vanish silently."""

    model_config = ConfigDict(frozen=True, extra="forbid")
