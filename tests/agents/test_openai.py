"""What servers that speak OpenAI's language differ in: schemas, thoughts in the text, keys."""

import json
from collections.abc import Iterator
from contextlib import closing

import pytest

from aicvgen.model.openai import OpenAiService
from aicvgen.model.service import Ask, NoAnswer
from model_server import Answer, failing, saying
from openai_server import OpenAiServer, speaking

ASK = Ask(
    model="some",
    instruction="Say something.",
    material="{}",
    schema='{"type": "object", "required": ["text"]}',
    temperature=0.2,
    most_tokens=64,
    thinking_tokens=0,
)
SAID = '{"text": "so"}'


@pytest.fixture
def server() -> Iterator[OpenAiServer]:
    """Return a server that says one thing."""
    with speaking(lambda _: saying(SAID)) as server:
        yield server


@pytest.fixture
def service(server: OpenAiServer) -> Iterator[OpenAiService]:
    """Return the client of that server."""
    with closing(OpenAiService(f"{server.address}/v1")) as client:
        yield client


def _text(service: OpenAiService) -> str:
    return service.complete(ASK, 5, stop=lambda: False).text


@pytest.mark.parametrize("status", [400, 422])
def test_a_server_may_know_no_schemas(service: OpenAiService, server: OpenAiServer, status: int):
    """It is asked again without one, which it has in words, and from then on like that."""
    server.script = lambda asked: (
        failing(status) if "response_format" in asked.config else saying(SAID)
    )
    assert [_text(service), _text(service)] == [SAID, SAID]
    assert ["response_format" in asked.config for asked in server.asked] == [True, False, False]
    assert all(ASK.schema in asked.instruction for asked in server.asked)


def test_a_refusal_that_is_not_about_schemas(service: OpenAiService, server: OpenAiServer):
    """One refused either way says nothing about schemas: the next one goes with it again."""
    server.script = lambda _: saying(SAID) if len(server.asked) > 2 else failing(400)
    with pytest.raises(NoAnswer, match="refused-400"):
        _text(service)
    assert _text(service) == SAID
    assert ["response_format" in asked.config for asked in server.asked] == [True, False, True]


@pytest.mark.parametrize(
    "text",
    [
        f"<think>\nIs it {{}}?\n</think>\n\n{SAID}",
        f"<think></think>{SAID}\n",
        f"```json\n{SAID}\n```",
        f"<think>Hm.</think>\n```\n{SAID}\n```\n",
    ],
)
def test_what_stands_around_a_reply_is_dropped(
    service: OpenAiService, server: OpenAiServer, text: str
):
    """Thoughts before it, a fence about it."""
    server.script = lambda _: saying(text)
    assert _text(service).strip() == SAID


def test_a_fence_within_the_reply_stays(service: OpenAiService, server: OpenAiServer):
    """Only what is around it goes."""
    text = json.dumps({"text": "<think>so</think> ```json so```"})
    server.script = lambda _: saying(text)
    assert _text(service) == text


def test_a_refusal_in_words_is_none(service: OpenAiService, server: OpenAiServer):
    """OpenAI's own models refuse in a field of its own and end as if all were said."""
    event = {"choices": [{"index": 0, "delta": {"refusal": "I will not."}}]}
    server.script = lambda _: Answer([json.dumps(event).encode()], prompt=50)
    with pytest.raises(NoAnswer, match="blocked") as caught:
        _text(service)
    assert caught.value.usage.prompt == 50


def test_a_server_need_not_count(service: OpenAiService, server: OpenAiServer):
    """A reply without a count of its tokens is one."""
    event = {"choices": [{"index": 0, "delta": {"content": SAID}, "finish_reason": "stop"}]}
    server.script = lambda _: Answer([json.dumps(event).encode()], finish="")
    assert _text(service) == SAID


def test_a_key_is_sent_where_it_is_wanted(server: OpenAiServer, monkeypatch: pytest.MonkeyPatch):
    """Ours, and never one that the environment holds for somebody else."""
    monkeypatch.setenv("OPENAI_API_KEY", "theirs")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "theirs")
    for key in ("ours", ""):
        with closing(OpenAiService(f"{server.address}/v1", key)) as client:
            _text(client)
    assert [asked.authorization for asked in server.asked] == ["Bearer ours", "Bearer none"]
