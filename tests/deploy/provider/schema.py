"""What the provider's resources take and give, as committed in `google.json`."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "google.json"

Type = Any
"""Terraform's own writing of a type: `"string"`, `["list", "string"]`, `["object", {…}]` …"""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An argument, or what can only be read."""

    type: Type
    required: bool
    optional: bool
    computed: bool


@dataclass(frozen=True, slots=True)
class Nested:
    """A block in a block."""

    nesting: str
    """`single`, `list` or `set`."""
    least: int
    most: int
    """0: as many as one likes."""
    block: "Block"


@dataclass(frozen=True, slots=True)
class Block:
    """Arguments and blocks."""

    attributes: dict[str, Attribute]
    blocks: dict[str, Nested]


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything that infra uses of the provider."""

    provider: Block
    resources: dict[str, Block]
    data: dict[str, Block]


@cache
def load_schema() -> Schema:
    """Return the committed schema."""
    raw = json.loads(FILE.read_text("utf-8"))
    return Schema(
        _block(raw["provider"]),
        {name: _block(one) for name, one in raw["resource"].items()},
        {name: _block(one) for name, one in raw["data"].items()},
    )


def _block(raw: Any) -> Block:
    attributes = {
        name: Attribute(
            type=one["type"],
            required=one.get("required", False),
            optional=one.get("optional", False),
            computed=one.get("computed", False),
        )
        for name, one in raw["attributes"].items()
    }
    blocks = {
        name: Nested(one["nesting"], one.get("min", 0), one.get("max", 0), _block(one["block"]))
        for name, one in raw.get("blocks", {}).items()
    }
    return Block(attributes, blocks)
