"""The policies of checkov for Google Cloud hold, but for exceptions with a reason."""

import json
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from .workspace import ENVIRONMENTS, ROOT, Workspace

CHECKOV = ROOT / ".venv-checkov" / "bin" / "checkov"
EXCEPTIONS: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "policies.yaml").read_text("utf-8")
)
HOW_TO_GET = "needs checkov in .venv-checkov: `make check` puts it there"


@pytest.fixture(scope="module")
def failed(
    shared_workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, set[str]]:
    """Return the policies that fail by environment; `careless` is one with an open bucket."""
    if not CHECKOV.exists():
        pytest.skip(HOW_TO_GET)
    folder = tmp_path_factory.mktemp("plans")
    plans = {name: shared_workspace.plan(ENVIRONMENTS[name]) for name in EXCEPTIONS}
    plans["careless"] = _careless(plans["prod"])
    for name, plan in plans.items():
        (folder / f"{name}.json").write_text(json.dumps(plan))
    files = [argument for name in plans for argument in ("-f", str(folder / f"{name}.json"))]
    options = ["--framework=terraform_plan", "--skip-download", "--output=json", "--soft-fail"]
    done = subprocess.run([str(CHECKOV), *files, *options], capture_output=True, check=True)
    found: dict[str, set[str]] = defaultdict(set)
    report = json.loads(done.stdout)
    assert report["summary"]["passed"] > 500, "it looked at something"
    for one in report["results"]["failed_checks"]:
        found[Path(one["file_path"]).stem].add(one["check_id"])
    return found


def _careless(plan: dict[str, Any]) -> dict[str, Any]:
    changed = deepcopy(plan)
    for one in changed["planned_values"]["root_module"]["resources"]:
        if one["address"] == "google_storage_bucket.bundles":
            one["values"]["public_access_prevention"] = "inherited"
    for one in changed["resource_changes"]:
        if one["address"] == "google_storage_bucket.bundles":
            one["change"]["after"]["public_access_prevention"] = "inherited"
    return changed


@pytest.mark.parametrize("environment", EXCEPTIONS)
def test_policies_hold_but_for_exceptions(failed: Mapping[str, set[str]], environment: str):
    """What fails is listed with its reason, and what is listed fails."""
    assert failed[environment] == set(EXCEPTIONS[environment])


def test_an_open_bucket_is_found(failed: Mapping[str, set[str]]):
    """The policies see what is wrong: a bucket that can be made public."""
    assert failed["careless"] - failed["prod"] == {"CKV_GCP_114"}


def test_every_exception_has_a_reason():
    """A sentence, not a word."""
    for reasons in EXCEPTIONS.values():
        assert all(len(reason.split()) > 1 and reason.endswith(".") for reason in reasons.values())
