"""What Vertex AI alone says and does: logins, errors within a reply, replies in instalments."""

import json
import socket
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from aicvgen.domain.errors import Unavailable
from aicvgen.model.gemini import GeminiService
from aicvgen.model.service import Ask, NoAnswer, Unheard
from model_server import Answer
from vertex import speaking

ASK = Ask(
    model="gemini-3.8-flash",
    instruction="Say something.",
    material="{}",
    schema='{"type": "object"}',
    temperature=0.2,
    most_tokens=64,
    thinking_tokens=0,
)


def _asked(client: GeminiService) -> None:
    client.complete(ASK, 5, stop=lambda: False)


def test_an_error_in_place_of_a_reply_is_not_billed() -> None:
    """It comes with status 200, as the first event."""
    error = json.dumps({"error": {"code": 429, "message": "no", "status": "X"}}).encode()
    with (
        speaking(lambda _: Answer([error], finish="BLOCKED")) as server,
        closing(GeminiService("ours", "global", server.address)) as client,
        pytest.raises(Unavailable) as caught,
    ):
        _asked(client)
    assert type(caught.value) is Unavailable


def test_a_reply_in_instalments_is_one_request() -> None:
    """What could be continued is not: the next request is for whoever pays to decide."""
    event = {
        "candidates": [
            {
                "content": {"role": "model", "parts": [{"text": "{"}]},
                "continuationToken": "bW9yZQ==",
            }
        ]
    }
    part = json.dumps(event).encode()
    with (
        speaking(lambda _: Answer([part], cut=True)) as server,
        closing(GeminiService("ours", "global", server.address)) as client,
    ):
        with pytest.raises(Unheard):
            _asked(client)
        server.script = lambda _: Answer([part], finish="CONTINUATION")
        with pytest.raises(NoAnswer, match="cut-short"):
            _asked(client)
        assert len(server.asked) == 2


def test_no_login_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking again would not help."""
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(tmp_path / "none.json"))
    with (
        closing(GeminiService("ours", "global")) as client,
        pytest.raises(NoAnswer, match="refused-401"),
    ):
        _asked(client)


def test_a_login_that_nobody_answers_is_unavailable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be answered later; no request was sent."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        nobody = taken.getsockname()[1]
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    account = {
        "type": "service_account",
        "client_email": "somebody@ours.invalid",
        "private_key": key.decode(),
        "token_uri": f"http://127.0.0.1:{nobody}/token",
    }
    login = tmp_path / "login.json"
    login.write_text(json.dumps(account))
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(login))
    with closing(GeminiService("ours", "global")) as client, pytest.raises(Unavailable) as caught:
        _asked(client)
    assert type(caught.value) is Unavailable
