"""A server on this machine that speaks as a model's service does, and says what a test tells it."""

import json
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar

THOUGHT = "Let me think."
"""What every answer begins with; nobody may hear of it."""


@dataclass(frozen=True)
class Asked:
    """One request as the server got it."""

    path: str
    model: str
    instruction: str
    material: str
    config: dict[str, Any]
    authorization: str = ""

    @property
    def said(self) -> dict[str, Any]:
        """The JSON of the material, without what was appended to repair a reply."""
        found: dict[str, Any] = json.JSONDecoder().raw_decode(self.material)[0]
        return found


@dataclass(frozen=True)
class Answer:
    """One response, whatever the words of the server for it."""

    pieces: Iterable[str | bytes] = ()
    """Parts of the text, one event each; bytes are the data of an event as they stand."""
    finish: str = "STOP"
    """`STOP`, `MAX_TOKENS`, `SAFETY`, `BLOCKED` for a prompt that is not even read, or nothing."""
    prompt: int = 0
    cached: int = 0
    tokens: int = 0
    thoughts: int = 0
    cut: bool = False
    """The connection breaks after the pieces."""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Script = Callable[[Asked], Answer]


def saying(
    reply: object,
    *,
    finish: str = "STOP",
    prompt: int = 1000,
    cached: int = 0,
    tokens: int = 100,
) -> Answer:
    """Return a response with this reply; a string stands as it is, all else becomes JSON."""
    text = reply if isinstance(reply, str) else json.dumps(reply)
    third = len(text) // 3 + 1
    pieces = [text[at : at + third] for at in range(0, len(text), third)]
    return Answer(pieces, finish, prompt, cached, tokens, thoughts=7)


def blocked() -> Answer:
    """Return a response that says that the prompt was blocked."""
    return Answer(finish="BLOCKED", prompt=50)


def failing(status: int, *, retry_after: str = "") -> Answer:
    """Return an error."""
    return Answer(status=status, headers={"Retry-After": retry_after} if retry_after else {})


@dataclass
class ModelServer(ABC):
    """The server: its script, what it was asked, and how its kind of service puts things."""

    script: Script
    address: str = ""
    asked: list[Asked] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)
    """Set when a client goes before all was said."""

    @abstractmethod
    def question(self, path: str, body: dict[str, Any]) -> Asked:
        """Return what a request asks."""

    @abstractmethod
    def opening(self) -> Mapping[str, Any]:
        """Return the event with a thought."""

    @abstractmethod
    def piece(self, text: str) -> Mapping[str, Any]:
        """Return the event with a part of the text."""

    @abstractmethod
    def ending(self, answer: Answer) -> Sequence[Mapping[str, Any] | bytes]:
        """Return the events after the last part."""


S = TypeVar("S", bound=ModelServer)


@contextmanager
def serving(model: S) -> Iterator[S]:
    """Run the server while the block runs."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.model = model
    model.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    model: ModelServer
    """Where the handlers find it."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of everything but clients that hang up between two requests."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self) -> None:
        model = self.server.model
        hung_up = model.hung_up
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        asked = model.question(self.path, body)
        model.asked.append(replace(asked, authorization=self.headers.get("Authorization", "")))
        answer = model.script(asked)
        try:
            if answer.status == 200:
                self._stream(answer, model)
            else:
                self._fail(answer)
        except OSError:
            self.close_connection = True
            hung_up.set()

    def _stream(self, answer: Answer, model: ModelServer) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if answer.finish != "BLOCKED":
            self._event(model.opening())
        for piece in answer.pieces:
            self._event(model.piece(piece) if isinstance(piece, str) else piece)
        if answer.cut:
            self.close_connection = True
            return
        for event in model.ending(answer):
            self._event(event)
        self.wfile.write(b"0\r\n\r\n")

    def _event(self, event: Mapping[str, Any] | bytes) -> None:
        data = event if isinstance(event, bytes) else json.dumps(event).encode()
        line = b"data: " + data + b"\r\n\r\n"
        self.wfile.write(b"%x\r\n%b\r\n" % (len(line), line))

    def _fail(self, answer: Answer) -> None:
        error = {"code": answer.status, "message": "no", "status": "X"}
        data = json.dumps({"error": error}).encode()
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the framework's name
        """Say nothing."""
