"""Terraform, once for all tests of a session."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping

import pytest

from .plan import Plan, planned
from .workspace import ENVIRONMENTS, HOW_TO_GET, Workspace, workspace

_OLDEST = (1, 9)


@pytest.fixture(scope="session")
def terraform() -> None:
    """Skip where Terraform is missing or too old."""
    if shutil.which("terraform") is None:
        pytest.skip(HOW_TO_GET)
    said = subprocess.run(
        ["terraform", "version", "-json"], capture_output=True, check=True, text=True
    )
    version = json.loads(said.stdout)["terraform_version"]
    if tuple(int(part) for part in version.split(".")[:2]) < _OLDEST:
        pytest.skip(f"{HOW_TO_GET}, not {version}")


@pytest.fixture(scope="session")
def shared_workspace(terraform: None) -> Iterator[Workspace]:
    """Return a workspace that nobody may change."""
    del terraform
    with workspace() as copy:
        yield copy


@pytest.fixture
def own_workspace(terraform: None) -> Iterator[Workspace]:
    """Return a workspace to break things in."""
    del terraform
    with workspace() as copy:
        yield copy


@pytest.fixture(scope="session")
def plans(shared_workspace: Workspace) -> Mapping[str, Plan]:
    """Return the plan of each environment, with results made up."""
    return {
        name: planned(shared_workspace.plan(variables, foresight=True))
        for name, variables in ENVIRONMENTS.items()
    }
