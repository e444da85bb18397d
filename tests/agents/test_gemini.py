"""The real google-genai client against a server that speaks Vertex AI's REST."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from aicvgen.domain.errors import Unavailable
from aicvgen.model.gemini import GeminiService
from aicvgen.model.service import Ask, NoAnswer, Usage
from vertex import Answer, Vertex, blocked, failing, saying, speaking

ASK = Ask(
    model="gemini-3.8-flash",
    instruction="Say something.",
    material='{"notes": []}',
    schema={"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]},
    temperature=0.2,
    most_tokens=64,
    thinking_tokens=0,
)


@pytest.fixture
def vertex() -> Iterator[Vertex]:
    """Return a server that says one thing."""
    with speaking(lambda _: saying({"text": "so"})) as server:
        yield server


@pytest.fixture
def service(vertex: Vertex) -> Iterator[GeminiService]:
    """Return the client of that server."""
    with closing(GeminiService("ours", "europe-west4", vertex.address)) as client:
        yield client


def test_a_reply_comes_back_without_thoughts(service: GeminiService, vertex: Vertex) -> None:
    """Text and counted tokens come back; the request says schema, limits and instruction."""
    reply = service.complete(ASK, timeout=5)
    assert reply.text == '{"text": "so"}'
    assert reply.usage == Usage(prompt=1000, reply=100, thoughts=7)
    (asked,) = vertex.asked
    assert (asked.model, asked.instruction) == ("gemini-3.8-flash", "Say something.")
    assert asked.config["responseJsonSchema"] == ASK.schema
    assert asked.config["maxOutputTokens"] == 64


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_what_may_pass_is_unavailable(service: GeminiService, vertex: Vertex, status: int) -> None:
    """The service's own wish for when to come back is kept."""
    vertex.script = lambda _: failing(status, retry_after="3")
    with pytest.raises(Unavailable) as caught:
        service.complete(ASK, timeout=5)
    assert caught.value.retry_after == 3
    assert len(vertex.asked) == 1


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (failing(400), "refused-400"),
        (failing(403), "refused-403"),
        (blocked(), "blocked"),
        (saying("", finish="SAFETY"), "blocked"),
        (saying('{"te', finish="MAX_TOKENS"), "cut-short"),
    ],
)
def test_what_will_not_pass_has_no_answer(
    service: GeminiService, vertex: Vertex, answer: Answer, reason: str
) -> None:
    """Refusals, blocked prompts and cut replies are told apart, and their tokens are counted."""
    vertex.script = lambda _: answer
    with pytest.raises(NoAnswer, match=reason) as caught:
        service.complete(ASK, timeout=5)
    assert caught.value.usage.prompt == answer.body.get("usageMetadata", {}).get(
        "promptTokenCount", 0
    )


def test_nobody_there_is_unavailable() -> None:
    """A connection that is refused may be there again later."""
    with speaking(lambda _: saying("{}")) as gone:
        address = gone.address
    with (
        closing(GeminiService("ours", "global", address)) as client,
        pytest.raises(Unavailable),
    ):
        client.complete(ASK, timeout=5)
