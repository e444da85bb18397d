"""A server on this machine that speaks Vertex AI's REST."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from model_server import (
    THOUGHT,
    Answer,
    Asked,
    ModelServer,
    Script,
    blocked,
    failing,
    saying,
    serving,
)

__all__ = ["Answer", "Asked", "Script", "Vertex", "blocked", "failing", "saying", "speaking"]


class Vertex(ModelServer):
    """`streamGenerateContent`, as server-sent events."""

    def question(self, path: str, body: dict[str, Any]) -> Asked:
        """Return what a request asks."""
        return Asked(
            path=path,
            model=path.rpartition("/")[2].partition(":")[0],
            instruction=_text(body["systemInstruction"]),
            material=_text(body["contents"][-1]),
            config=body["generationConfig"],
        )

    def opening(self) -> Mapping[str, Any]:
        """Return the event with a thought."""
        return _event([{"text": THOUGHT, "thought": True}])

    def piece(self, text: str) -> Mapping[str, Any]:
        """Return the event with a part of the text."""
        return _event([{"text": text}])

    def ending(self, answer: Answer) -> Sequence[Mapping[str, Any]]:
        """Return the event that says why there is no more, and what it cost."""
        counts = {
            "promptTokenCount": answer.prompt,
            "cachedContentTokenCount": answer.cached,
            "candidatesTokenCount": answer.tokens,
            "thoughtsTokenCount": answer.thoughts,
            "totalTokenCount": answer.prompt + answer.tokens + answer.thoughts,
        }
        if answer.finish == "BLOCKED":
            feedback = {"blockReason": "PROHIBITED_CONTENT"}
            return [{"promptFeedback": feedback, "usageMetadata": counts}]
        if not answer.finish:
            return []
        return [{"candidates": [{"finishReason": answer.finish}], "usageMetadata": counts}]


def speaking(script: Script) -> AbstractContextManager[Vertex]:
    """Run the server while the block runs."""
    return serving(Vertex(script))


def _event(parts: list[dict[str, Any]]) -> dict[str, Any]:
    content = {"role": "model", "parts": parts}
    # Only the last event counts tokens; the others have the field all the same.
    return {
        "candidates": [{"content": content}],
        "usageMetadata": {"trafficType": "ON_DEMAND"},
    }


def _text(content: dict[str, Any]) -> str:
    return "".join(part["text"] for part in content["parts"])
