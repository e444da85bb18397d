"""A server on this machine that speaks OpenAI's chat completions, as Ollama and others do."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from model_server import THOUGHT, Answer, Asked, ModelServer, Script, serving

_FINISHES = {
    "STOP": "stop",
    "MAX_TOKENS": "length",
    "SAFETY": "content_filter",
    "BLOCKED": "content_filter",
}


class OpenAiServer(ModelServer):
    """`chat/completions`, as server-sent events."""

    def question(self, path: str, body: dict[str, Any]) -> Asked:
        """Return what a request asks."""
        system, user = body["messages"]
        return Asked(
            path=path,
            model=body["model"],
            instruction=system["content"],
            material=user["content"],
            config=body,
        )

    def opening(self) -> Mapping[str, Any]:
        """Return the event with a thought."""
        return _event({"role": "assistant", "content": "", "reasoning_content": THOUGHT})

    def piece(self, text: str) -> Mapping[str, Any]:
        """Return the event with a part of the text."""
        return _event({"content": text})

    def ending(self, answer: Answer) -> Sequence[Mapping[str, Any] | bytes]:
        """Return the events that say why there is no more, what it cost, and that this is all."""
        if not answer.finish:
            return []
        written = answer.tokens + answer.thoughts
        counts = {
            "prompt_tokens": answer.prompt,
            "prompt_tokens_details": {"cached_tokens": answer.cached},
            "completion_tokens": written,
            "completion_tokens_details": {"reasoning_tokens": answer.thoughts},
            "total_tokens": answer.prompt + written,
        }
        finish = _event({}, _FINISHES[answer.finish])
        return [finish, finish | {"choices": [], "usage": counts}, b"[DONE]"]


def speaking(script: Script) -> AbstractContextManager[OpenAiServer]:
    """Run the server while the block runs."""
    return serving(OpenAiServer(script))


def _event(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "some",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }
