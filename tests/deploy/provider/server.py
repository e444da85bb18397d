"""A Google provider without Google: it knows the real arguments, and makes up every result.

Terraform finds a running provider by `TF_REATTACH_PROVIDERS`; so nothing is downloaded, and types,
references and the order of changes are checked by Terraform itself. What only Google can check
(values, rights, quotas) stays unchecked.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent import futures
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

import grpc
import msgpack

from .protocol import METHODS, SERVICE, messages
from .results import filled, made_up, unknown
from .schema import Block, Schema, load_schema

_NESTING = {"single": 1, "list": 2, "set": 3, "map": 4}
_UNLIMITED = [("grpc.max_send_message_length", -1), ("grpc.max_receive_message_length", -1)]


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """One resource that was made, changed or removed."""

    action: Literal["create", "update", "delete"]
    type: str
    values: Mapping[str, Any]
    """As it was afterwards; before, if it was removed."""


@dataclass(slots=True)
class Google:
    """The provider: answers Terraform's calls, and keeps what was changed in its order."""

    schema: Schema
    foresight: bool = False
    """Whether a plan already holds the results: then what belongs together can be compared."""
    changes: "list[Change]" = field(default_factory=list)
    """What was done, in its order."""
    kinds: Any = field(default_factory=messages)

    def answer(self, method: str, request: Any) -> Any:
        """Return the response to a call."""
        known: dict[str, Callable[[Any], Any]] = {
            "ApplyResourceChange": self._apply,
            "GetProviderSchema": self._schemas,
            "PlanResourceChange": self._plan,
            "ReadDataSource": self._data,
            "ReadResource": lambda read: self.kinds["State"](state=read.current_state),
            "UpgradeResourceState": lambda old: self._state(json.loads(old.raw_state.json)),
        }
        if method in known:
            return known[method](request)
        return self.kinds[METHODS[method][1]]()

    def _schemas(self, _request: Any) -> Any:
        return self.kinds["Schemas"](
            provider=self._schema(self.schema.provider),
            resource_schemas=self._entries(self.schema.resources),
            data_source_schemas=self._entries(self.schema.data),
        )

    def _data(self, request: Any) -> Any:
        value = _unpacked(request.config)
        block = self.schema.data[request.type_name]
        return self._state(filled(block, value, made_up(request.type_name, value)))

    def _plan(self, request: Any) -> Any:
        value = _unpacked(request.proposed_new_state)
        if value is None:
            return self.kinds["State"](state=request.proposed_new_state)
        block = self.schema.resources[request.type_name]
        make = made_up(request.type_name, value) if self.foresight else unknown
        return self._state(filled(block, value, make))

    def _apply(self, request: Any) -> Any:
        before, after = _unpacked(request.prior_state), _unpacked(request.planned_state)
        if after is None:
            self.changes.append(Change("delete", request.type_name, before))
            return self._state(None)
        block = self.schema.resources[request.type_name]
        now = filled(block, after, made_up(request.type_name, after))
        self.changes.append(Change("update" if before else "create", request.type_name, now))
        return self._state(now)

    def _state(self, value: Any) -> Any:
        packed = self.kinds["DynamicValue"](msgpack=msgpack.packb(value))
        return self.kinds["State"](state=packed)

    def _entries(self, blocks: dict[str, Block]) -> list[Any]:
        entry = self.kinds["SchemaEntry"]
        return [entry(key=name, value=self._schema(block)) for name, block in blocks.items()]

    def _schema(self, block: Block) -> Any:
        return self.kinds["Schema"](block=self._block(block))

    def _block(self, block: Block) -> Any:
        kinds = self.kinds
        attributes = [
            kinds["Attribute"](
                name=name,
                type=json.dumps(one.type).encode(),
                required=one.required,
                optional=one.optional,
                # Which optional arguments Google fills in the bindings do not say: any may be.
                computed=one.computed or one.optional,
            )
            for name, one in block.attributes.items()
        ]
        nested = [
            kinds["NestedBlock"](
                type_name=name,
                nesting=_NESTING[one.nesting],
                min_items=one.least if one.nesting != "single" else 0,
                max_items=one.most,
                block=self._block(one.block),
            )
            for name, one in block.blocks.items()
        ]
        return kinds["Block"](attributes=attributes, block_types=nested)


@contextmanager
def serving() -> Iterator[tuple[Google, dict[str, str]]]:
    """Run the provider until the block ends; yields it and the variable that leads to it."""
    google = Google(load_schema())
    server = grpc.server(futures.ThreadPoolExecutor(8), options=_UNLIMITED)
    handlers = {method: _handler(google, method) for method in METHODS}
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, handlers),))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    place = {
        "Protocol": "grpc",
        "ProtocolVersion": 6,
        "Pid": os.getpid(),
        "Test": True,
        "Addr": {"Network": "tcp", "String": f"127.0.0.1:{port}"},
    }
    try:
        yield google, {"TF_REATTACH_PROVIDERS": json.dumps({"hashicorp/google": place})}
    finally:
        server.stop(None).wait()


def _handler(google: Google, method: str) -> "grpc.RpcMethodHandler[Any, Any]":
    request, response = (google.kinds[name] for name in METHODS[method])
    return grpc.unary_unary_rpc_method_handler(
        lambda message, _context: google.answer(method, message),
        request_deserializer=request.FromString,
        response_serializer=response.SerializeToString,
    )


def _unpacked(value: Any) -> Any:
    if value.json:
        return json.loads(value.json)
    return msgpack.unpackb(value.msgpack, ext_hook=msgpack.ExtType, strict_map_key=False)
