"""Settings come from the environment and `.env`; problems come together."""

import sys
from pathlib import Path

import openai
import pytest

from aicvgen.settings import Settings, SettingsError, load_settings


@pytest.fixture(autouse=True)
def _empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"AICVGEN_{name.upper()}", raising=False)


def test_defaults_need_no_environment():
    """Without any variable the home is a folder of the person's own."""
    assert load_settings().home == Path("~/.aicvgen").expanduser()


def test_an_empty_value_is_no_value(monkeypatch: pytest.MonkeyPatch):
    """`AICVGEN_HOME=` means the default, never the current folder."""
    monkeypatch.setenv("AICVGEN_HOME", "")
    assert load_settings().home == Path("~/.aicvgen").expanduser()


@pytest.mark.parametrize(("name", "value"), [("HOME", "~nobody-here/x"), ("FUNCTIONS", "/dev")])
def test_folders_that_cannot_be_are_told(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    """A home of an unknown user and a functions folder without a map are problems like others."""
    monkeypatch.setenv(f"AICVGEN_{name}", value)
    with pytest.raises(SettingsError, match=name):
        load_settings()


def test_a_file_is_read_and_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """`.env` sets what the environment does not."""
    (tmp_path / ".env").write_text("AICVGEN_WORKERS=7\nAICVGEN_OWNER=file\n")
    monkeypatch.setenv("AICVGEN_OWNER", "shell")
    settings = load_settings()
    assert (settings.workers, settings.owner) == (7, "shell")


def test_every_problem_is_in_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Wrong values of both places and a misspelt name are told together."""
    (tmp_path / ".env").write_text("AICVGEN_WORKERS=0\n")
    monkeypatch.setenv("AICVGEN_LOG_LEVEL", "LOUD")
    monkeypatch.setenv("AICVGEN_WORKER", "2")
    with pytest.raises(SettingsError) as raised:
        load_settings()
    told = str(raised.value)
    assert [name in told for name in ("WORKERS", "LOG_LEVEL", "AICVGEN_WORKER ")] == [True] * 3


def test_a_misspelt_name_in_the_file_is_told(tmp_path: Path):
    """A name in `.env` that is no setting is a problem too, with the near one."""
    (tmp_path / ".env").write_text("AICVGEN_HOMME=/somewhere\nOTHER=1\n")
    with pytest.raises(SettingsError, match=r"AICVGEN_HOMME.*AICVGEN_HOME\?"):
        load_settings()


def test_the_cloud_backend_needs_its_names(monkeypatch: pytest.MonkeyPatch):
    """What only the cloud needs is asked for there, all at once."""
    monkeypatch.setenv("AICVGEN_BACKEND", "cloud")
    monkeypatch.setenv("AICVGEN_RUNS_BUCKET", "runs-of-ours")
    monkeypatch.setenv("AICVGEN_TRACES", "embedded")
    with pytest.raises(SettingsError) as raised:
        load_settings()
    told = str(raised.value)
    assert [name in told for name in ("PROJECT", "INBOX_BUCKET", "OUTBOX_BUCKET")] == [True] * 3
    assert "RUNS_BUCKET" not in told
    assert "TRACES" in told


def test_a_model_of_ones_own_needs_address_name_and_client(monkeypatch: pytest.MonkeyPatch):
    """What is missing is told at once, with what to install; a key is never told."""
    monkeypatch.setitem(sys.modules, "openai", None)
    monkeypatch.setenv("AICVGEN_MODEL", "openai")
    monkeypatch.setenv("AICVGEN_OPENAI_ENDPOINT", "localhost:11434")
    monkeypatch.setenv("AICVGEN_OPENAI_KEY", "a-key")
    with pytest.raises(SettingsError, match="pip install openai") as raised:
        load_settings()
    assert "OPENAI_ENDPOINT: an endpoint begins with http" in str(raised.value)
    monkeypatch.setitem(sys.modules, "openai", openai)
    with pytest.raises(SettingsError, match="OPENAI_MODEL") as raised:
        load_settings()
    monkeypatch.setenv("AICVGEN_OPENAI_MODEL", "small")
    monkeypatch.setenv("AICVGEN_OPENAI_ENDPOINT", "http://localhost:11434/v1")
    assert "a-key" not in f"{raised.value} {load_settings()!r}"
