"""Our values as Firestore's fields, and back.

A scalar is a field of its own, so that queries and patches can name it. A list or an object is
JSON text in a map: Firestore cannot nest lists, and it would count every nested value as an index
entry, of which a document may have 40,000.
"""

from collections.abc import Mapping

from google.cloud.firestore_v1.types import Value as FirestoreValue
from google.protobuf.struct_pb2 import NULL_VALUE
from google.protobuf.timestamp_pb2 import Timestamp
from pydantic import JsonValue
from pydantic_core import to_json

from aicvgen.domain.value import Value
from aicvgen.ports import Field

EXPIRY = "_expiry"
"""Timestamp of the time-to-live policy. No field of ours begins with an underscore."""
NONCE = "_nonce"
"""Different in every write: Firestore leaves the update time alone if nothing changes."""
_JSON = "json"


def encode(value: Value) -> dict[str, FirestoreValue]:
    """Return the fields of a value."""
    return {name: _encoded(one) for name, one in value.model_dump(mode="json").items()}


def scalar(value: Field) -> FirestoreValue:
    """Return a scalar as Firestore's value."""
    match value:
        case None:
            return FirestoreValue(null_value=NULL_VALUE)
        case bool():
            return FirestoreValue(boolean_value=value)
        case int():
            return FirestoreValue(integer_value=value)
        case float():
            return FirestoreValue(double_value=value)
        case str():
            return FirestoreValue(string_value=value)


def marks(expires_at: float, nonce: str) -> dict[str, FirestoreValue]:
    """Return the fields that every written document carries besides its value."""
    expiry = Timestamp()
    expiry.FromMilliseconds(int(expires_at * 1000))
    return {
        EXPIRY: FirestoreValue(timestamp_value=expiry),
        NONCE: FirestoreValue(string_value=nonce),
    }


def decode(fields: Mapping[str, FirestoreValue]) -> bytes:
    """Return the JSON text of a value from its fields."""
    parts = [
        to_json(name) + b":" + _decoded(field)
        for name, field in fields.items()
        if name not in (EXPIRY, NONCE)
    ]
    return b"{" + b",".join(parts) + b"}"


def size(path: str, fields: Mapping[str, FirestoreValue]) -> int:
    """Return what Firestore counts against its limit, in bytes."""
    name = sum(len(part.encode()) + 1 for part in path.split("/")) + 16
    return name + _map_size(fields)


def _map_size(fields: Mapping[str, FirestoreValue]) -> int:
    return 32 + sum(len(name.encode()) + 1 + _size(field) for name, field in fields.items())


def _size(field: FirestoreValue) -> int:
    match FirestoreValue.pb(field).WhichOneof("value_type"):
        case "string_value":
            return len(field.string_value.encode()) + 1
        case "map_value":
            return _map_size(field.map_value.fields)
        case "null_value" | "boolean_value":
            return 1
        case _:
            return 8


def _encoded(value: JsonValue) -> FirestoreValue:
    if isinstance(value, list | dict):
        text = FirestoreValue(string_value=to_json(value).decode())
        return FirestoreValue(map_value={"fields": {_JSON: text}})
    return scalar(value)


def _decoded(field: FirestoreValue) -> bytes:
    if "map_value" in field:
        text: str = field.map_value.fields[_JSON].string_value
        return text.encode()
    kind = FirestoreValue.pb(field).WhichOneof("value_type")
    return to_json(None if kind == "null_value" else getattr(field, kind))
