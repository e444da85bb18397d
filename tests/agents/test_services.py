"""The real clients of the services of models, against servers that speak as those do."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from time import monotonic

import pytest

import openai_server
import vertex
from aicvgen.domain.errors import Unavailable
from aicvgen.model.gemini import GeminiService
from aicvgen.model.openai import OpenAiService
from aicvgen.model.service import Ask, NoAnswer, Reply, Service, Stopped, Unheard, Usage
from model_server import Answer, Asked, ModelServer, Script, blocked, failing, saying

ASK = Ask(
    model="gemini-3.8-flash",
    instruction="Say something.",
    material='{"notes": []}',
    schema='{"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}',
    temperature=0.2,
    most_tokens=64,
    thinking_tokens=0,
)
SAID = '{"text": "so"}'
DRIP = 0.02
"""Seconds between two parts of a reply that takes its time."""


@dataclass(frozen=True)
class Kind:
    """One kind of service."""

    speaking: Callable[[Script], AbstractContextManager[ModelServer]]
    client: Callable[[str], Service]
    path: str


KINDS = {
    "vertex": Kind(
        vertex.speaking,
        lambda address: GeminiService("ours", "europe-west4", address),
        "/v1/projects/ours/locations/europe-west4/publishers/google/models/gemini-3.8-flash"
        ":streamGenerateContent?alt=sse",
    ),
    "openai": Kind(
        openai_server.speaking,
        lambda address: OpenAiService(f"{address}/v1"),
        "/v1/chat/completions",
    ),
}


@pytest.fixture(scope="module", params=[*KINDS])
def kind(request: pytest.FixtureRequest) -> Kind:
    """Return each kind of service in turn."""
    return KINDS[request.param]


@pytest.fixture(scope="module")
def running(kind: Kind) -> Iterator[ModelServer]:
    """Return a server that all tests of a kind share."""
    with kind.speaking(lambda _: saying(SAID)) as server:
        yield server


@pytest.fixture
def server(running: ModelServer) -> ModelServer:
    """Return that server, which says one thing and was asked nothing yet."""
    running.script = lambda _: saying(SAID)
    running.asked.clear()
    running.hung_up = threading.Event()
    return running


@pytest.fixture(scope="module")
def service(kind: Kind, running: ModelServer) -> Iterator[Service]:
    """Return the client of that server."""
    with closing(kind.client(running.address)) as client:
        yield client


def complete(service: Service, timeout: float = 5) -> Reply:
    """Ask, and never stop."""
    return service.complete(ASK, timeout, stop=lambda: False)


def test_a_reply_comes_back_without_thoughts(service: Service, server: ModelServer, kind: Kind):
    """Text and tokens come back; model, limits, schema, instruction and material are sent."""
    reply = complete(service)
    assert reply == Reply(SAID, Usage(prompt=1000, reply=100, thoughts=7))
    (asked,) = server.asked
    assert (asked.path, asked.model, asked.material) == (kind.path, ASK.model, ASK.material)
    assert asked.instruction.startswith("Say something.")
    limits = {"maxOutputTokens", "max_tokens"} & asked.config.keys()
    assert [asked.config[name] for name in limits] == [64]
    assert asked.config["temperature"] == 0.2
    assert str(json.loads(ASK.schema)) in str(asked.config)


def test_what_is_cached_is_counted(service: Service, server: ModelServer):
    """Cached tokens are of the prompt, thoughts are beside the reply."""
    server.script = lambda _: saying(SAID, prompt=900, cached=800, tokens=40)
    assert complete(service).usage == Usage(prompt=900, cached=800, reply=40, thoughts=7)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_what_may_pass_is_unavailable(service: Service, server: ModelServer, status: int):
    """The service's own wish for when to come back is kept; it is asked once, and not billed."""
    server.script = lambda _: failing(status, retry_after="3")
    with pytest.raises(Unavailable) as caught:
        complete(service)
    assert (type(caught.value), caught.value.retry_after) == (Unavailable, 3)
    assert len(server.asked) == 1


def _wait_told(service: Service, server: ModelServer, wish: str) -> float:
    server.script = lambda _: failing(429, retry_after=wish)
    with pytest.raises(Unavailable) as caught:
        complete(service)
    return caught.value.retry_after


@pytest.mark.parametrize(("wish", "seconds"), [("1.5", 1.5), ("", 0), ("soon", 0), ("-3", 0)])
def test_when_to_come_back_is_read(
    service: Service, server: ModelServer, wish: str, seconds: float
):
    """As seconds; whatever else it says, the caller decides."""
    assert _wait_told(service, server, wish) == seconds


def test_a_moment_to_come_back_at_is_read(service: Service, server: ModelServer):
    """One that has passed is now."""
    now, later = datetime.now(UTC), timedelta(seconds=900)
    wait = _wait_told(service, server, format_datetime(now + later, usegmt=True))
    assert wait == pytest.approx(900, abs=60)
    assert _wait_told(service, server, format_datetime(now - later, usegmt=True)) == 0


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (failing(401), "refused-401"),
        (failing(403), "refused-403"),
        (failing(404), "refused-404"),
        (blocked(), "blocked"),
        (saying("", finish="SAFETY"), "blocked"),
        (saying('{"te', finish="SAFETY"), "blocked"),
        (saying('{"te', finish="MAX_TOKENS"), "cut-short"),
    ],
)
def test_what_will_not_pass_has_no_answer(
    service: Service, server: ModelServer, answer: Answer, reason: str
):
    """Refusals, blocked prompts and cut replies are told apart, and their tokens are counted."""
    server.script = lambda _: answer
    with pytest.raises(NoAnswer, match=reason) as caught:
        complete(service)
    assert caught.value.usage.prompt == answer.prompt
    assert len(server.asked) == 1


@pytest.mark.parametrize("text", ["no JSON", '{"text":', ""])
def test_a_reply_that_is_no_json_comes_back_as_it_is(
    service: Service, server: ModelServer, text: str
):
    """Whoever asked says what is wrong with it; the tokens are counted."""
    server.script = lambda _: saying(text)
    assert complete(service) == Reply(text, Usage(prompt=1000, reply=100, thoughts=7))


@pytest.mark.parametrize(
    "answer",
    [
        Answer(['{"te'], cut=True),
        Answer([], cut=True),
        Answer(['{"te', b'{"candidates": [{"con'], cut=True),
        Answer(['{"te'], finish=""),
        Answer(['{"te', b"<html>", "xt"]),
        Answer(['{"te', b'{"error": {"code": 503, "message": "no", "status": "X"}}']),
        Answer(['{"te', b'{"error": {"message": "no"}}']),
        Answer(['{"te', b'{"candidates": 5, "choices": 5}']),
    ],
    ids=[
        "cut",
        "cut at once",
        "cut in an event",
        "no end",
        "no JSON",
        "error",
        "vague error",
        "other shape",
    ],
)
def test_a_broken_reply_is_unheard(service: Service, server: ModelServer, answer: Answer):
    """It may have been paid; nobody asks again by themselves, and the next request works."""
    server.script = lambda _: answer
    with pytest.raises(Unheard):
        complete(service)
    assert len(server.asked) == 1
    server.script = lambda _: saying(SAID)
    assert complete(service).text == SAID


def test_a_halt_in_the_middle_hangs_up(service: Service, server: ModelServer):
    """The connection is closed, so that the server stops; then the client still works."""
    heard = iter([False, False])
    server.script = lambda _: Answer(_endless(server.hung_up))
    with pytest.raises(Stopped):
        service.complete(ASK, 5, stop=lambda: next(heard, True))
    assert server.hung_up.wait(5)
    server.script = lambda _: saying(SAID)
    assert complete(service).text == SAID


@pytest.mark.usefixtures("server")
def test_a_whole_reply_is_not_thrown_away(service: Service):
    """A halt that comes with the last part finds the reply paid."""
    parts = 1 + len(list(saying(SAID).pieces))
    heard = iter([False] * parts)
    assert service.complete(ASK, 5, stop=lambda: next(heard, True)).text == SAID


@pytest.mark.parametrize("steady", [True, False], ids=["it drips", "it stands still"])
def test_the_deadline_is_for_the_whole_reply(
    service: Service, server: ModelServer, *, steady: bool
):
    """A part now and then wins no time, and the connection is closed."""
    gone = server.hung_up if steady else threading.Event()
    server.script = lambda _: Answer(_endless(gone, DRIP if steady else 4))
    began = monotonic()
    with pytest.raises(Unheard):
        complete(service, timeout=0.3)
    assert monotonic() - began < 2
    if steady:
        assert server.hung_up.wait(5)
    gone.set()


def test_no_reply_at_all_is_unheard(service: Service, server: ModelServer):
    """A server that takes the request and says nothing may be writing all the same."""
    done = threading.Event()

    def script(asked: Asked) -> Answer:
        done.wait(5)
        return saying(asked.material)

    server.script = script
    with pytest.raises(Unheard):
        complete(service, timeout=0.2)
    done.set()


def test_nobody_there_is_unavailable(kind: Kind):
    """A connection that is refused may be there again later; nothing was sent."""
    with kind.speaking(lambda _: saying(SAID)) as gone:
        address = gone.address
    with closing(kind.client(address)) as client, pytest.raises(Unavailable) as caught:
        complete(client)
    assert type(caught.value) is Unavailable


def test_threads_share_a_client(service: Service, server: ModelServer):
    """Each gets its own reply."""
    server.script = lambda asked: saying(asked.material)
    found: dict[int, str] = {}

    def ask(number: int) -> None:
        asked = replace(ASK, material=str(number))
        found[number] = service.complete(asked, 5, stop=lambda: False).text

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: str(number) for number in range(8)}


def _endless(gone: threading.Event, pause: float = DRIP) -> Iterator[str]:
    yield "{"
    while not gone.wait(pause):
        yield " "
