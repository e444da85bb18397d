"""Typed settings from the environment and `.env`; every problem is reported at once."""

import json
import os
from collections.abc import Iterable, Mapping
from decimal import Decimal
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Literal

from dotenv import dotenv_values
from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from aicvgen.domain.allowance import NANO, Limits
from aicvgen.domain.look import FORMATS, Accent, FileFormat, Font, Paper, Template
from aicvgen.model.parameters import Overrides
from aicvgen.model.prompts import TASKS

PREFIX = "AICVGEN_"
_OTHERS = {"AICVGEN_CORPUS"}
"""Names with our prefix that only measurements read."""


class SettingsError(Exception):
    """Settings are wrong; `str()` lists every problem with what to do."""


def _nano(dollars: Decimal) -> int:
    return int(dollars * NANO)


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
    prompts: Path = Path(__file__).parent / "model" / "prompts"
    """Folder of the prompts; another one is for trying them before they are released."""
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
    model: Literal["extractive", "gemini", "openai"] = "extractive"
    """Who writes: rules that choose from the candidate's own words, or with these rules behind it
    Gemini, or whatever speaks OpenAI's language: Ollama, vLLM, llama.cpp."""
    gemini_model: str = "gemini-3.8-flash"
    """Which Gemini, by its name on Vertex AI."""
    gemini_location: str = "global"
    """Region in which it runs."""
    gemini_endpoint: str = ""
    """Unset: Vertex AI. Otherwise the address of something that speaks its language; nobody logs in
    there."""
    openai_endpoint: str = Field(default="", validate_default=True)
    """Where it listens, for example `http://127.0.0.1:11434/v1`."""
    openai_model: str = Field(default="", validate_default=True)
    """Which model, by its name there."""
    openai_key: SecretStr = SecretStr("")
    """What it wants to be shown; servers on one's own machine mostly want nothing."""
    tasks: Mapping[str, Overrides] = Field(default_factory=dict)
    """How single tasks are asked where that is not as usual, as JSON: `{"judge": {"model": "...",
    "temperature": 0, "most_tokens": 1024, "thinking_tokens": 512}}`."""
    model_seconds: float = Field(default=60.0, gt=0, le=80)
    """How long a task waits for a reply, repeated requests included; then the rules answer."""
    model_rate: float = Field(default=10.0, gt=0, le=1000)
    """Requests that all instances together send in a second."""
    model_patience: float = Field(default=30.0, ge=0, le=3600)
    """Seconds in which a step comes back to a model that is busy or down; then the rules answer."""
    breaker_seconds: float = Field(default=60.0, gt=0, le=3600)
    """How long a model that failed five times in a row is left alone."""
    run_budget: Decimal = Field(default=Decimal(2), gt=0, le=1000)
    """Dollars that one run may spend on a model."""
    daily_budget: Decimal = Field(default=Decimal(50), gt=0, le=100_000)
    """Dollars that all runs together may spend in a day (UTC)."""
    owner_budget: Decimal | None = Field(default=None, gt=0, le=100_000)
    """Of these, dollars that the runs of one owner may spend; unset: all."""
    monthly_budget: Decimal | None = Field(default=None, gt=0, le=1_000_000)
    """Dollars that all runs together may spend in a month; unset: no limit but the daily one."""
    traces: Literal["embedded", "otlp", "cloud"] | None = None
    """Where spans go: beside the documents, which takes a home folder; to the collector that
    `OTEL_EXPORTER_OTLP_ENDPOINT` names; to Cloud Trace. Unset: embedded here, Cloud Trace there."""

    @property
    def writer(self) -> tuple[str, ...]:
        """Who writes, and how it is asked: what else is the same comes out otherwise."""
        named = {"gemini": self.gemini_model, "openai": self.openai_model}
        if self.model not in named:
            return (self.model,)
        asked = {task: other.model_dump() for task, other in sorted(self.tasks.items())}
        return (self.model, named[self.model], json.dumps(asked, sort_keys=True))

    @property
    def limits(self) -> Limits:
        """What may be spent on the model.

        Nothing where nobody is paid by the token: rules, and what runs on a machine of one's own.
        """
        if self.model != "gemini":
            return Limits()
        return Limits(
            run=_nano(self.run_budget),
            day=_nano(self.daily_budget),
            owner_day=None if self.owner_budget is None else _nano(self.owner_budget),
            month=None if self.monthly_budget is None else _nano(self.monthly_budget),
        )

    @field_validator("project", "inbox_bucket", "runs_bucket", "outbox_bucket")
    @classmethod
    def _named_in_the_cloud(cls, name: str, others: ValidationInfo) -> str:
        if not name and others.data.get("backend") == "cloud":
            raise ValueError("the cloud backend needs its name")
        return name

    @field_validator("model")
    @classmethod
    def _can_be_asked(cls, model: str, others: ValidationInfo) -> str:
        if model == "gemini" and not others.data.get("project"):
            raise ValueError("Gemini needs AICVGEN_PROJECT, the Google Cloud project that pays")
        if model == "openai" and find_spec("openai") is None:
            raise ValueError(
                "its client is not installed: install aicvgen with its extra, local-models, or run"
                " `pip install openai`"
            )
        return model

    @field_validator("gemini_endpoint", "openai_endpoint")
    @classmethod
    def _is_an_address(cls, address: str) -> str:
        if address and not address.startswith(("http://", "https://")):
            raise ValueError("an endpoint begins with http:// or https://")
        return address

    @field_validator("openai_endpoint", "openai_model")
    @classmethod
    def _named_for_openai(cls, name: str, others: ValidationInfo) -> str:
        if not name and others.data.get("model") == "openai":
            raise ValueError("AICVGEN_MODEL=openai needs it")
        return name

    @field_validator("tasks")
    @classmethod
    def _known_tasks(cls, tasks: Mapping[str, Overrides]) -> Mapping[str, Overrides]:
        unknown = sorted(tasks.keys() - set(TASKS))
        if unknown:
            raise ValueError(f"there is no task {unknown[0]}, only {', '.join(TASKS)}")
        return tasks

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
            f"{PREFIX}{str(one['loc'][0]).upper()}: {one['msg'].removeprefix('Value error, ')}"
            f" (it is {one['input']!r})."
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
