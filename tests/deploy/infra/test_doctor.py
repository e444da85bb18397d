"""`make doctor` says what a machine and a project lack, and what to do."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from .workspace import ROOT

Doctor = Callable[..., "subprocess.CompletedProcess[str]"]
_READY: Mapping[str, str] = {
    "auth list": "ann@example.com",
    "auth application-default": "token",
    "projects describe": "lifecycleState: ACTIVE",
    "billing projects": "True",
    "services list": "cloudresourcemanager.googleapis.com\niam.googleapis.com\n"
    "pubsub.googleapis.com\n"
    "serviceusage.googleapis.com\nstorage.googleapis.com",
    "storage buckets": "location: EUROPE-WEST1",
    "firestore databases": "FIRESTORE_NATIVE",
}
"""What the command line tool says of a project that can be deployed to."""


@pytest.fixture
def doctor(tmp_path: Path) -> Doctor:
    """Return the doctor with stand-ins for Google's and Terraform's command line tools."""

    def run(
        *arguments: str, terraform: str = "1.11.4", answers: Mapping[str, str] = _READY
    ) -> "subprocess.CompletedProcess[str]":
        tools = tmp_path / "sdk" / "bin"
        tools.mkdir(parents=True)
        for name, text in answers.items():
            (tools / name.replace(" ", ".")).write_text(text)
        _tool(tools / "gcloud", 'cat "$(dirname "$0")/$1.$2"')
        if terraform:
            _tool(tools / "terraform", f"""echo '{{"terraform_version": "{terraform}"}}'""")
        for name in ("sh", "cat", "dirname"):
            (tools / name).symlink_to(str(shutil.which(name)))
        return subprocess.run(
            [sys.executable, str(ROOT / "infra" / "doctor.py"), *arguments],
            env={**os.environ, "PATH": str(tools)},
            capture_output=True,
            check=False,
            text=True,
        )

    return run


def _tool(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script} 2>/dev/null\n")
    path.chmod(0o755)


def test_a_ready_project_lacks_nothing(doctor: Doctor):
    """Everything is well, and the answer says so to a script too."""
    done = doctor("aicvgen-example")
    assert done.returncode == 0
    assert "missing" not in done.stdout
    assert done.stdout.count("ok ") >= 9


@pytest.mark.parametrize(
    ("absent", "do"),
    [
        ("auth list", "gcloud auth login"),
        ("auth application-default", "gcloud auth application-default login"),
        ("projects describe", "gcloud projects create aicvgen-example"),
        ("billing projects", "gcloud billing projects link aicvgen-example"),
        (
            "services list",
            "gcloud services enable --project=aicvgen-example cloudresourcemanager.googleapis.com",
        ),
        ("storage buckets", "make state"),
    ],
)
def test_what_a_project_lacks_is_said_with_what_to_do(doctor: Doctor, absent: str, do: str):
    """One thing is missing: one line says what to do, and the exit code that it matters."""
    answers = {name: said for name, said in _READY.items() if name != absent}
    done = doctor("aicvgen-example", answers=answers)
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("missing"))
    assert do in line
    assert done.returncode == 1


def test_a_database_of_the_other_kind_is_told(doctor: Doctor):
    """A default database in Datastore mode cannot be used; a missing one is no problem."""
    told = doctor("x", answers={**_READY, "firestore databases": "DATASTORE_MODE"})
    assert "set `database` to another name" in told.stdout


@pytest.mark.parametrize("version", ["", "1.8.5"])
def test_an_old_or_missing_terraform_is_told(doctor: Doctor, version: str):
    """Terraform must be 1.9 or newer."""
    done = doctor(terraform=version)
    assert "missing Terraform" in done.stdout
    assert "install Terraform 1.9 or newer" in done.stdout
    assert done.returncode == 1


def test_without_a_project_only_the_machine_is_looked_at(doctor: Doctor):
    """And the last line says how to look at a project."""
    done = doctor(answers={})
    assert "make doctor PROJECT=<id>" in done.stdout.splitlines()[-1]
    assert "logged in" not in done.stdout
