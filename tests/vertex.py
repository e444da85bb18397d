"""A server on this machine that speaks Vertex AI's REST, and says what a test tells it to."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One request as the server got it."""

    model: str
    instruction: str
    material: str
    config: dict[str, Any]

    @property
    def said(self) -> dict[str, Any]:
        """The JSON of the material, without what was appended to repair a reply."""
        found: dict[str, Any] = json.JSONDecoder().raw_decode(self.material)[0]
        return found


@dataclass(frozen=True)
class Answer:
    """One response."""

    body: dict[str, Any]
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Script = Callable[[Asked], Answer]


def saying(reply: object, *, finish: str = "STOP", prompt: int = 1000, tokens: int = 100) -> Answer:
    """Return a response with this reply; a string stands as it is, all else becomes JSON."""
    text = reply if isinstance(reply, str) else json.dumps(reply)
    counts = {
        "promptTokenCount": prompt,
        "candidatesTokenCount": tokens,
        "thoughtsTokenCount": 7,
        "totalTokenCount": prompt + tokens + 7,
    }
    parts = [{"text": "Let me think.", "thought": True}, {"text": text}]
    candidate = {"content": {"role": "model", "parts": parts}, "finishReason": finish}
    return Answer({"candidates": [candidate], "usageMetadata": counts})


def blocked() -> Answer:
    """Return a response without a candidate: the prompt was blocked."""
    feedback = {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}}
    return Answer(feedback | {"usageMetadata": {"promptTokenCount": 50, "totalTokenCount": 50}})


def failing(status: int, *, retry_after: str = "") -> Answer:
    """Return an error."""
    headers = {"Retry-After": retry_after} if retry_after else {}
    return Answer({"error": {"code": status, "message": "no", "status": "X"}}, status, headers)


@dataclass
class Vertex:
    """The server: its address, its script, and what it was asked."""

    address: str
    script: Script
    asked: list[Asked] = field(default_factory=list)


@contextmanager
def speaking(script: Script) -> Iterator[Vertex]:
    """Run the server while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    vertex = Vertex(f"http://127.0.0.1:{server.server_port}", script)
    server.vertex = vertex  # type: ignore[attr-defined]  # where the handlers find it
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield vertex
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        vertex: Vertex = self.server.vertex  # type: ignore[attr-defined]
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        asked = Asked(
            model=self.path.rpartition("/")[2].partition(":")[0],
            instruction=_text(body["systemInstruction"]),
            material=_text(body["contents"][-1]),
            config=body["generationConfig"],
        )
        vertex.asked.append(asked)
        answer = vertex.script(asked)
        data = json.dumps(answer.body).encode()
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the framework's name
        """Say nothing."""


def _text(content: dict[str, Any]) -> str:
    return "".join(part["text"] for part in content["parts"])
