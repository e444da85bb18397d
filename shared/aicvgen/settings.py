"""Typed settings from the environment and `.env`; every problem is reported at once."""

import os
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

from dotenv import dotenv_values
from pydantic import (
    BeforeValidator,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from aicvgen.domain.look import FORMATS, Accent, FileFormat, Font, Paper, Template

PREFIX = "AICVGEN_"
_OTHERS = {"AICVGEN_CORPUS"}
"""Names with our prefix that only measurements read."""


class SettingsError(Exception):
    """Settings are wrong; `str()` lists every problem with what to do."""


def _named(value: object) -> object:
    return [each.strip() for each in value.split(",")] if isinstance(value, str) else value


class Settings(BaseSettings):
    """Everything that can be set, as `AICVGEN_<NAME>` in the environment or in `.env`."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    backend: Literal["local", "cloud"] = "local"
    """One folder on this machine, or Google Cloud."""
    home: Path = Field(default=Path("~/.aicvgen"), validate_default=True)
    """Folder for state, inbox and outbox of the embedded backend."""
    functions: Path = Path(__file__).parents[2] / "functions"
    """Folder of the functions and their map."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] | None = None
    """Unset: INFO for the server, ERROR for the other commands, which talk to a person."""
    synchronous: Literal["FULL", "NORMAL"] = "FULL"
    """How hard SQLite insists on the disk; NORMAL may lose the last commits in a power cut."""
    workers: int = Field(default=2, ge=1, le=64)
    """Messages that the local server answers at the same time."""
    owner: str = Field(default="me", pattern=r"^[A-Za-z0-9_.@-]{1,64}$")
    """Whose runs the command line starts."""
    sweep_seconds: float = Field(default=15.0, gt=0, le=3600)
    """How often the local server sweeps."""
    watch_seconds: float = Field(default=0.5, gt=0, le=60)
    """How often the local server looks into the inbox."""
    project: str = Field(default="", validate_default=True)
    """Google Cloud project of the database, the topics and the buckets."""
    database: str = "(default)"
    """Firestore database."""
    inbox_bucket: str = Field(default="", validate_default=True)
    """Where people upload."""
    runs_bucket: str = Field(default="", validate_default=True)
    """Where runs keep their files."""
    outbox_bucket: str = Field(default="", validate_default=True)
    """Where results are delivered."""
    template: Template = "classic"
    """Layout of the PDF, where the command says none."""
    paper: Paper = "a4"
    """Size of its pages."""
    font: Font | None = None
    """Unset: the template's own."""
    accent: Accent = ""
    """Colour of name and headings, as `#rrggbb`; unset: the template's own."""
    formats: Annotated[tuple[FileFormat, ...], NoDecode, BeforeValidator(_named)] = FORMATS
    """Of the CV, parted by commas."""
    model: Literal["extractive", "gemini"] = "extractive"
    """Who writes: rules that choose from the candidate's own words, or Gemini with these rules
    behind it."""
    gemini_model: str = "gemini-3.8-flash"
    """Which Gemini, by its name on Vertex AI."""
    gemini_location: str = "global"
    """Region in which it runs."""
    gemini_endpoint: str = ""
    """Unset: Vertex AI. Otherwise the address of something that speaks its language; nobody logs in
    there."""
    gemini_seconds: float = Field(default=60.0, gt=0, le=80)
    """How long a task waits for it, repeated requests included; then the rules answer."""
    traces: Literal["embedded", "otlp", "cloud"] | None = None
    """Where spans go: beside the documents, which takes a home folder; to the collector that
    `OTEL_EXPORTER_OTLP_ENDPOINT` names; to Cloud Trace. Unset: embedded here, Cloud Trace there."""

    @field_validator("project", "inbox_bucket", "runs_bucket", "outbox_bucket")
    @classmethod
    def _named_in_the_cloud(cls, name: str, others: ValidationInfo) -> str:
        if not name and others.data.get("backend") == "cloud":
            raise ValueError("the cloud backend needs its name")
        return name

    @field_validator("model")
    @classmethod
    def _has_a_project(cls, model: str, others: ValidationInfo) -> str:
        if model == "gemini" and not others.data.get("project"):
            raise ValueError("Gemini needs AICVGEN_PROJECT, the Google Cloud project that pays")
        return model

    @field_validator("traces")
    @classmethod
    def _has_a_place(cls, traces: str | None, others: ValidationInfo) -> str | None:
        if traces == "embedded" and others.data.get("backend") == "cloud":
            raise ValueError("the cloud backend has no home folder to keep spans in")
        return traces

    @field_validator("home")
    @classmethod
    def _known_home(cls, home: Path) -> Path:
        try:
            return home.expanduser()
        except RuntimeError as error:
            raise ValueError(str(error)) from error

    @field_validator("functions")
    @classmethod
    def _has_map(cls, functions: Path, others: ValidationInfo) -> Path:
        # A function in the cloud is alone: its map stayed where it was deployed from.
        here = others.data.get("backend") == "local"
        if here and not (functions / "pipeline.yaml").is_file():
            raise ValueError("there is no pipeline.yaml in this folder")
        return functions


def load_settings() -> Settings:
    """Return the settings; raises `SettingsError` naming all problems, unknown names included."""
    try:
        problems = _unknown({*os.environ, *dotenv_values(".env")})
        settings = Settings()
    except ValidationError as error:
        problems += [
            f"{PREFIX}{str(one['loc'][0]).upper()}: {one['msg']} (it is {one['input']!r})."
            for one in error.errors()
        ]
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f".env cannot be read: {error}.") from error
    if problems:
        raise SettingsError("\n".join(problems))
    return settings


def _unknown(names: Iterable[str]) -> list[str]:
    known = {PREFIX + name.upper() for name in Settings.model_fields} | _OTHERS
    problems = []
    for name in sorted(names):
        if name.startswith(PREFIX) and name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            problems.append(f"{name} is no setting.{hint}")
    return problems
