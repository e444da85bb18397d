"""gcp-storage-emulator made strict: what it ignores and the real service insists on.

Generation preconditions hold and are atomic with the write they guard, a stated generation is the
only one, names that the service refuses are refused, links expire, and every finished object is
announced as a bucket's notifications are.
"""

import calendar
import json
import logging
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial, partialmethod
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from io import BytesIO
from typing import IO, Any

from gcp_storage_emulator.exceptions import NotFound
from gcp_storage_emulator.server import HANDLERS, Request, RequestHandler, Response, Router
from gcp_storage_emulator.storage import Storage

Object = Mapping[str, Any]
Announce = Callable[[Object], None]
_CONDITIONS = (
    ("ifGenerationMatch", "generation", True),
    ("ifGenerationNotMatch", "generation", False),
    ("ifMetagenerationMatch", "metageneration", True),
    ("ifMetagenerationNotMatch", "metageneration", False),
)


class AnnouncedStorage(Storage):  # type: ignore[misc]
    """Tells about every finished object, in a thread of its own as the service would."""

    def __init__(self) -> None:
        super().__init__(use_memory_fs=True)
        self.lock = threading.RLock()
        self.announce: list[Announce] = []
        self.answers_to_lose = 0
        """So many of the next writes are done, and their answers never sent."""

    def create_file(self, *given: Any) -> None:
        """Store an object; a new one begins with metageneration 1."""
        given[3]["metageneration"] = "1"
        super().create_file(*given)
        for one in self.announce:
            threading.Thread(target=one, args=(dict(given[3]),)).start()


class StrictHandler(RequestHandler):  # type: ignore[misc]
    """Checks a request before the emulator answers it, with nothing in between."""

    rfile: IO[bytes]
    wfile: IO[bytes]

    def _answer(self, method: str) -> None:
        """Answer one request."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with self.storage.lock:
            self.rfile = BytesIO(body)
            refusal = self._refusal(method)
            self.rfile = BytesIO(body)
            if refusal is None:
                self._handle(method)
                return
        response = Response(self)
        response.status = refusal
        response.json({"error": {"code": refusal.value, "message": refusal.phrase}})
        response.close()

    def _handle(self, method: str) -> None:
        lost = method != "GET" and self.storage.answers_to_lose > 0
        there, self.wfile = self.wfile, BytesIO() if lost else self.wfile
        Router(self).handle(method)
        self.wfile = there
        self.storage.answers_to_lose -= lost

    def _refusal(self, method: str) -> HTTPStatus | None:
        """Return why the service would not do it."""
        request = Request(self, method)
        matches = (re.fullmatch(pattern, request.path) for pattern, _ in HANDLERS)
        request.set_match(next((match for match in matches if match), None))
        query = {name: values[0] for name, values in request.query.items()}
        if _expired(query):
            return HTTPStatus.BAD_REQUEST
        given = request.params or {}
        bucket = given.get("dest_bucket_name") or given.get("bucket_name")
        name = given.get("dest_object_id") or given.get("object_id") or query.get("name")
        if "upload_id" in query:
            name = self.storage.get_resumable_file_obj(query["upload_id"])["name"]
        elif name is None and method == "POST" and isinstance(request.data, dict):
            name = request.data.get("meta", request.data).get("name")
        if bucket is None or name is None:
            return None
        if {"\r", "\n"} & set(name) or len(name.encode()) > 1024:
            return HTTPStatus.BAD_REQUEST
        return _failed(query, self._there(bucket, name), reading=method == "GET")

    def _there(self, bucket: str, name: str) -> Object | None:
        try:
            found: Object = self.storage.get_file_obj(bucket, name)
        except NotFound:
            return None
        return found

    # The base class chose the names.
    do_GET = partialmethod(_answer, "GET")  # noqa: N815
    do_POST = partialmethod(_answer, "POST")  # noqa: N815
    do_PUT = partialmethod(_answer, "PUT")  # noqa: N815
    do_PATCH = partialmethod(_answer, "PATCH")  # noqa: N815
    do_DELETE = partialmethod(_answer, "DELETE")  # noqa: N815


class _Server(ThreadingHTTPServer):
    def handle_error(self, *given: Any) -> None:
        """Say nothing of clients that were killed while they were answered."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*given)


@contextmanager
def serving(port: int) -> Iterator[AnnouncedStorage]:
    """Serve an empty storage on a port of this machine until the block ends."""
    # A missing object is an answer; the emulator takes it for an error of its own.
    logging.getLogger("gcp_storage_emulator.storage").setLevel(logging.CRITICAL)
    storage = AnnouncedStorage()
    server = _Server(("127.0.0.1", port), partial(StrictHandler, storage))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield storage
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def notification(stored: Object) -> tuple[bytes, dict[str, str]]:
    """Return data and attributes of the message by which a bucket announces a new object."""
    attributes = {
        "notificationConfig": f"projects/_/buckets/{stored['bucket']}/notificationConfigs/1",
        "eventType": "OBJECT_FINALIZE",
        "payloadFormat": "JSON_API_V1",
        "bucketId": stored["bucket"],
        "objectId": stored["name"],
        "objectGeneration": stored["generation"],
        "eventTime": stored["timeCreated"],
    }
    return json.dumps(stored).encode(), attributes


def _expired(query: Mapping[str, str]) -> bool:
    if "X-Goog-Expires" not in query:
        return False
    signed = calendar.timegm(time.strptime(query["X-Goog-Date"], "%Y%m%dT%H%M%SZ"))
    return time.time() > signed + int(query["X-Goog-Expires"])


def _failed(query: Mapping[str, str], there: Object | None, *, reading: bool) -> HTTPStatus | None:
    if there is None and reading:
        return None  # missing before all else
    now = there or {"generation": "0", "metageneration": "0"}
    if "generation" in query and query["generation"] != now["generation"]:
        return HTTPStatus.NOT_FOUND
    for condition, of, wanted in _CONDITIONS:
        if condition in query and (query[condition] == now[of]) is not wanted:
            unchanged = reading and not wanted
            return HTTPStatus.NOT_MODIFIED if unchanged else HTTPStatus.PRECONDITION_FAILED
    return None
