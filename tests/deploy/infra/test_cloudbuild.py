"""`cloudbuild.yaml`: the schema of Cloud Build, and what a schema does not see."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from .workspace import ENVIRONMENTS, ROOT

FILE = ROOT / "cloudbuild.yaml"
_BUILT_IN = frozenset({"PROJECT_ID", "PROJECT_NUMBER", "BUILD_ID", "LOCATION"})
_SUBSTITUTION = re.compile(r"(?<!\$)\$(?:\{(\w+)\}|(\w+))")


def _schema_errors(file: Path) -> str:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.cloudbuild"]
    done = subprocess.run([*checker, str(file)], capture_output=True, check=False, text=True)
    return done.stdout + done.stderr if done.returncode else ""


def _problems(text: str) -> Iterator[str]:
    """Yield unknown steps and substitutions, those nobody uses, and steps nobody waits for."""
    build: dict[str, Any] = yaml.safe_load(text)
    seen: set[str] = set()
    for step in build["steps"]:
        for before in step["waitFor"]:
            if before not in seen | {"-"}:
                yield f"{step['id']} waits for {before}, which is no step before it"
        seen.add(step["id"])
    waited = {before for step in build["steps"] for before in step["waitFor"]}
    for nobodys in seen - waited - {build["steps"][-1]["id"]}:
        yield f"nobody waits for {nobodys}"
    used = {braced or bare for braced, bare in _SUBSTITUTION.findall(text)}
    declared = set(build["substitutions"])
    for name in used - declared - _BUILT_IN:
        yield f"${name} is not declared"
    for name in declared - used:
        yield f"${name} is declared for nothing"


def test_it_fits_the_schema():
    """Every key and value is one that Cloud Build knows."""
    assert _schema_errors(FILE) == ""


def test_steps_and_substitutions_fit():
    """Steps wait for steps, substitutions are declared and used."""
    assert list(_problems(FILE.read_text())) == []


def test_it_checks_tests_bundles_plans_and_applies():
    """Nothing is applied that was not checked, tested, bundled and planned."""
    build = yaml.safe_load(FILE.read_text())
    steps = {step["id"]: step for step in build["steps"]}
    assert list(steps)[-5:] == ["check", "test", "bundle", "plan", "apply"]
    for before, after in zip(list(steps), list(steps)[1:], strict=False):
        assert steps[after]["waitFor"] == [before]
    assert {"_PROJECT", "_REGION", "_ENVIRONMENT"} == set(build["substitutions"])
    assert build["substitutions"]["_ENVIRONMENT"] in ENVIRONMENTS
    for name in ("check", "test", "bundle"):
        assert f"make {name}" in steps[name]["args"][-1]
    for name in ("check", "test"):
        assert "PYTEST=--require-cloud" in steps[name]["args"][-1]
    assert steps["apply"]["args"][-1] == "deploy.plan"
    assert "-out=deploy.plan" in steps["plan"]["args"][-1]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("entrypoint:", "entrypont:", "entrypont"),
        ("CLOUD_LOGGING_ONLY", "NOPE", "NOPE"),
        ("timeout: 3600s", "timeout: [3600]", "timeout"),
    ],
)
def test_the_schema_finds_mistakes(tmp_path: Path, old: str, new: str, says: str):
    """A misspelt key, an unknown value, a wrong type."""
    wrong = tmp_path / "cloudbuild.yaml"
    wrong.write_text(FILE.read_text().replace(old, new))
    assert says in _schema_errors(wrong)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("waitFor: [check]", "waitFor: [chek]", "test waits for chek, which is no step before it"),
        ("waitFor: [bundle]", "waitFor: [test]", "nobody waits for bundle"),
        ("${_REGION}", "${_REGOIN}", "$_REGOIN is not declared"),
        ("${_REGION}", "here", "$_REGION is declared for nothing"),
    ],
)
def test_what_a_schema_does_not_see_is_found(old: str, new: str, says: str):
    """An unknown step, a step that may come too late, a misspelt substitution, an unused one."""
    text = FILE.read_text()
    assert old in text
    assert says in list(_problems(text.replace(old, new)))
