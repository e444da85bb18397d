"""A proxy in front of Firestore's emulator: it counts, and can be slow and strict."""

from __future__ import annotations

import threading
import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

import grpc
from google.cloud.firestore_v1 import types
from google.cloud.firestore_v1.services.firestore import FirestoreClient
from google.cloud.firestore_v1.services.firestore.transports import FirestoreGrpcTransport

from aicvgen.cloud.clients import Lazy
from aicvgen.cloud.store import FirestoreStore

_STREAMED = ("BatchGetDocuments", "RunQuery")
_THREADS = 32
_SECOND = 1.0
_UNLIMITED = (("grpc.max_send_message_length", -1), ("grpc.max_receive_message_length", -1))


@dataclass
class Proxy(grpc.GenericRpcHandler):
    """Passes every call on, as bytes."""

    target: grpc.Channel
    delay: float
    """Seconds that each call takes longer."""
    most_writes: int | None
    """Writes of one document within a second; one more is answered ABORTED. None: no limit."""
    counts: Counter[str] = field(default_factory=Counter)
    """Calls by name; `documents asked`, `documents found` by queries, `documents written`."""
    _written: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def service(self, details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler[bytes, bytes]:
        """Return how a call is answered."""
        method: str = details.method
        name = method.rpartition("/")[2]
        if name in _STREAMED:
            return grpc.unary_stream_rpc_method_handler(
                lambda request, context: self._stream(method, name, request, context)
            )
        return grpc.unary_unary_rpc_method_handler(
            lambda request, context: self._answer(method, name, request, context)
        )

    def _stream(
        self, method: str, name: str, request: bytes, context: grpc.ServicerContext
    ) -> Iterator[bytes]:
        time.sleep(self.delay)
        self._count(name)
        if name == "BatchGetDocuments":
            asked = types.BatchGetDocumentsRequest.deserialize(request).documents
            self._count("documents asked", len(asked))
        call = self.target.unary_stream(
            method, request_serializer=bytes, response_deserializer=bytes
        )
        try:
            for answer in call(request, metadata=context.invocation_metadata()):
                if name == "RunQuery" and "document" in types.RunQueryResponse.deserialize(answer):
                    self._count("documents found")
                yield answer
        except grpc.RpcError as error:
            context.abort(error.code(), error.details() or "")

    def _answer(
        self, method: str, name: str, request: bytes, context: grpc.ServicerContext
    ) -> bytes:
        time.sleep(self.delay)
        self._count(name)
        if name == "Commit":
            written = [
                write.update.name for write in types.CommitRequest.deserialize(request).writes
            ]
            self._count("documents written", len(written))
            if not self._allowed(written):
                context.abort(grpc.StatusCode.ABORTED, "Too much contention on these documents.")
        call = self.target.unary_unary(
            method, request_serializer=bytes, response_deserializer=bytes
        )
        try:
            return call(request, metadata=context.invocation_metadata())
        except grpc.RpcError as error:
            context.abort(error.code(), error.details() or "")

    def _allowed(self, written: list[str]) -> bool:
        """Return whether all these documents may be written now, and remember if they are."""
        if self.most_writes is None:
            return True
        with self._lock:
            now = time.monotonic()
            for name in written:
                while self._written[name] and self._written[name][0] < now - _SECOND:
                    self._written[name].popleft()
            if any(len(self._written[name]) >= self.most_writes for name in written):
                self.counts["ABORTED"] += 1
                return False
            for name in written:
                self._written[name].append(now)
            return True

    def _count(self, what: str, number: int = 1) -> None:
        with self._lock:
            self.counts[what] += number


@contextmanager
def proxied(
    target: str, *, delay: float = 0.0, most_writes: int | None = None
) -> Iterator[tuple[str, Proxy]]:
    """Run a proxy until the block ends; gives its address."""
    with (
        grpc.insecure_channel(target, options=_UNLIMITED) as channel,
        ThreadPoolExecutor(_THREADS) as threads,
    ):
        proxy = Proxy(channel, delay, most_writes)
        server = grpc.server(threads, handlers=[proxy], options=_UNLIMITED)
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        try:
            yield f"127.0.0.1:{port}", proxy
        finally:
            server.stop(None).wait()


def store_at(host: str, project: str) -> FirestoreStore:
    """Return the store of a project behind an address, with a client of its own."""
    channel = grpc.insecure_channel(host, options=_UNLIMITED)
    client = FirestoreClient(transport=FirestoreGrpcTransport(channel=channel))
    return FirestoreStore(Lazy(lambda: client), project, "(default)")
