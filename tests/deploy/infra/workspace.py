"""A copy of `infra/` that Terraform can work in without a network and without a cloud."""

import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aicvgen.local.functions import load_map
from deploy.provider.server import Google, serving

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent
ENVIRONMENTS = {
    "dev": ROOT / "infra" / "envs" / "dev.tfvars",
    "prod": ROOT / "infra" / "envs" / "prod.tfvars",
    "everything": HERE / "everything.tfvars",
}
"""Their variables; the last has every optional part switched on."""
PROJECT = "aicvgen-example"
HOW_TO_GET = "needs Terraform 1.9 or newer on the path"
_LOCAL_STATE = 'terraform {\n  backend "local" {}\n}\n'
_SECONDS = 300


class TerraformError(Exception):
    """Terraform refused; `str()` is what it said."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """The copy, a provider for it, and how to run Terraform in it."""

    root: Path
    google: Google
    environment: dict[str, str]

    @property
    def infra(self) -> Path:
        """Return the folder that Terraform works in."""
        return self.root / "infra"

    def run(self, *arguments: str) -> str:
        """Return what Terraform prints; raises `TerraformError`."""
        done = subprocess.run(
            ["terraform", *arguments],
            cwd=self.infra,
            env=self.environment,
            capture_output=True,
            check=False,
            text=True,
            timeout=_SECONDS,
        )
        if done.returncode:
            raise TerraformError(f"{done.stdout}{done.stderr}")
        return done.stdout

    def plan(self, variables: Path, *, foresight: bool = False) -> dict[str, Any]:
        """Return the plan for these variables as Terraform's JSON.

        With `foresight` it holds the results too, made up. Without, what Terraform must know
        before it may plan is told from what it can only know later.
        """
        self.google.foresight = foresight
        self.run("plan", *inputs(variables), "-out=plan")
        plan: dict[str, Any] = json.loads(self.run("show", "-json", "plan"))
        return plan


@contextmanager
def workspace() -> Iterator[Workspace]:
    """Copy `infra/` and what it reads, with a stand-in for each bundle."""
    with tempfile.TemporaryDirectory() as folder, serving() as (google, found):
        root = Path(folder)
        generated = shutil.ignore_patterns(".terraform*", "terraform.tfstate*")
        shutil.copytree(ROOT / "infra", root / "infra", ignore=generated)
        (root / "infra" / "backend_override.tf").write_text(_LOCAL_STATE)
        (root / "functions").mkdir()
        shutil.copy(ROOT / "functions" / "pipeline.yaml", root / "functions")
        bundles = root / "build" / "bundles"
        bundles.mkdir(parents=True)
        for name in load_map(ROOT / "functions"):
            with zipfile.ZipFile(bundles / f"{name}.zip", "w") as bundle:
                bundle.writestr("main.py", name)
        given = {"TF_IN_AUTOMATION": "1", "CHECKPOINT_DISABLE": "1", "TF_CLI_ARGS": "-no-color"}
        ours = {name: value for name, value in os.environ.items() if not name.startswith("TF_")}
        copy = Workspace(root, google, ours | given | found)
        copy.run("init", "-input=false")
        yield copy


def inputs(variables: Path) -> tuple[str, ...]:
    """Return the arguments that every plan needs."""
    return "-input=false", f"-var-file={variables}", f"-var=project={PROJECT}"
