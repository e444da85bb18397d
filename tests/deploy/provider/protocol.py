"""The part of Terraform's plugin protocol, version 6, that a provider without a cloud has to speak.

Field names and numbers are those of the protocol's definition. What is left out here Terraform may
send, and nobody reads. A map is written as its entries, which is the same on the wire.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_PACKAGE = "tfplugin6"
SERVICE = f"{_PACKAGE}.Provider"

_Field = descriptor_pb2.FieldDescriptorProto
_TYPES = MappingProxyType(
    {
        "bool": _Field.TYPE_BOOL,
        "bytes": _Field.TYPE_BYTES,
        "int64": _Field.TYPE_INT64,
        "string": _Field.TYPE_STRING,
    }
)
_TYPED = {"type_name": "1 string"}
_MESSAGES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Nothing": {},
        "DynamicValue": {"msgpack": "1 bytes", "json": "2 bytes"},
        "RawState": {"json": "1 bytes"},
        "Diagnostic": {"severity": "1 int64", "summary": "2 string", "detail": "3 string"},
        "Attribute": {
            "name": "1 string",
            "type": "2 bytes",
            "required": "4 bool",
            "optional": "5 bool",
            "computed": "6 bool",
        },
        "NestedBlock": {
            **_TYPED,
            "block": "2 Block",
            "nesting": "3 int64",
            "min_items": "4 int64",
            "max_items": "5 int64",
        },
        "Block": {"attributes": "2 *Attribute", "block_types": "3 *NestedBlock"},
        "Schema": {"version": "1 int64", "block": "2 Block"},
        "SchemaEntry": {"key": "1 string", "value": "2 Schema"},
        "Schemas": {
            "provider": "1 Schema",
            "resource_schemas": "2 *SchemaEntry",
            "data_source_schemas": "3 *SchemaEntry",
        },
        "Configured": {**_TYPED, "config": "2 DynamicValue"},
        "Diagnosed": {"diagnostics": "1 *Diagnostic"},
        "Stored": {**_TYPED, "raw_state": "3 RawState"},
        "Read": {**_TYPED, "current_state": "2 DynamicValue"},
        "Plan": {
            **_TYPED,
            "prior_state": "2 DynamicValue",
            "proposed_new_state": "3 DynamicValue",
        },
        "Apply": {**_TYPED, "prior_state": "2 DynamicValue", "planned_state": "3 DynamicValue"},
        "State": {"state": "1 DynamicValue"},
    }
)
METHODS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "GetProviderSchema": ("Nothing", "Schemas"),
        "ValidateProviderConfig": ("Nothing", "Nothing"),
        "ValidateResourceConfig": ("Configured", "Diagnosed"),
        "ValidateDataResourceConfig": ("Configured", "Diagnosed"),
        "ConfigureProvider": ("Nothing", "Nothing"),
        "UpgradeResourceState": ("Stored", "State"),
        "ReadResource": ("Read", "State"),
        "PlanResourceChange": ("Plan", "State"),
        "ApplyResourceChange": ("Apply", "State"),
        "ReadDataSource": ("Configured", "State"),
        "StopProvider": ("Nothing", "Nothing"),
    }
)
"""Each call with its request and its response."""


def messages() -> Mapping[str, type[Any]]:
    """Return the classes of the messages by name."""
    file = descriptor_pb2.FileDescriptorProto(
        name=f"{_PACKAGE}.proto", package=_PACKAGE, syntax="proto3"
    )
    for name, fields in _MESSAGES.items():
        message = file.message_type.add(name=name)
        for field, said in fields.items():
            _add(message, field, said)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {
        name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{_PACKAGE}.{name}"))
        for name in _MESSAGES
    }


def _add(message: descriptor_pb2.DescriptorProto, name: str, said: str) -> None:
    number, _, kind = said.partition(" ")
    many = kind.startswith("*")
    kind = kind.removeprefix("*")
    field = message.field.add(
        name=name,
        number=int(number),
        label=_Field.LABEL_REPEATED if many else _Field.LABEL_OPTIONAL,
        type=_TYPES.get(kind, _Field.TYPE_MESSAGE),
    )
    if kind not in _TYPES:
        field.type_name = f".{_PACKAGE}.{kind}"
