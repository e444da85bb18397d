"""A plan as what it would make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Resource:
    """One thing that the plan makes."""

    address: str
    type: str
    values: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        """Return an argument or a result."""
        return self.values[name]

    def block(self, name: str) -> Mapping[str, Any]:
        """Return the only block of this name; empty if there is none."""
        found = self.values.get(name) or [{}]
        first: Mapping[str, Any] = found[0]
        return first


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a plan makes."""

    resources: tuple[Resource, ...]

    def of(self, kind: str) -> tuple[Resource, ...]:
        """Return the resources of a type, named without the provider's prefix."""
        return tuple(one for one in self.resources if one.type == f"google_{kind}")

    def named(self, kind: str) -> dict[str, Resource]:
        """Return the resources of a type by their own names."""
        return {one["name"]: one for one in self.of(kind)}

    def rights(self) -> tuple[Resource, ...]:
        """Return everything that says who may do what."""
        return tuple(one for one in self.resources if "_iam_" in one.type and "role" in one.values)


def planned(shown: Mapping[str, Any]) -> Plan:
    """Return the plan in what `terraform show -json` says."""
    return Plan(tuple(_resources(shown["planned_values"]["root_module"])))


def _resources(module: Mapping[str, Any]) -> Iterator[Resource]:
    for one in module.get("resources", ()):
        if one["mode"] == "managed":
            yield Resource(one["address"], one["type"], one["values"])
    for inner in module.get("child_modules", ()):
        yield from _resources(inner)
