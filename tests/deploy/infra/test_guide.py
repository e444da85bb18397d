"""The guide's commands are run: by a shell, with stand-ins for what needs Google Cloud.

What the stand-ins were asked is then put to the real tools as far as these go without an account.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from werkzeug.serving import make_server

from aicvgen import wire
from aicvgen.settings import Settings
from deploy.held import EXAMPLE, Site, held

from .workspace import ENVIRONMENTS, PROJECT, ROOT, Workspace, inputs

GUIDE = (ROOT / "infra" / "README.md").read_text("utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_PLACEHOLDER = re.compile(r"<(\w+)>")
_TOOLS = ("gcloud", "make", "terraform", "curl", "git", ".venv/bin/aicvgen")
_ANSWERS = {
    "gcloud auth print-identity-token": "token",
    "terraform -chdir=infra output": '{"api": "https://api.example"}',
}
_NOBODY = ("do not currently have an active account selected", "default credentials were not found")
"""What the real tool says of a command it understands, before it asks Google."""
_ASKS_A_PERSON = (["auth", "login"], ["auth", "application-default", "login"])


def _blocks(kind: str) -> list[str]:
    return [text for found, text in _BLOCK.findall(GUIDE) if found == kind]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """Return what a shell that runs the whole guide asks of which tool, in its order."""
    folder = tmp_path_factory.mktemp("guide")
    (folder / ".venv" / "bin").mkdir(parents=True)
    log = folder / "asked"
    for name in _TOOLS:
        answers = "".join(f"  '{said}'*) echo '{answer}' ;;\n" for said, answer in _ANSWERS.items())
        tool = folder / name
        tool.write_text(
            f"#!/bin/sh\n{{ printf '%s\\000' {name} \"$@\"; printf '\\001'; }} >>{log}\n"
            f'case "{name} $*" in\n{answers}esac\n'
        )
        tool.chmod(0o755)
    script = _PLACEHOLDER.sub(r"some-\1", "".join(_blocks("sh")))
    surroundings = {"PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(folder)}
    subprocess.run(
        ["sh", "-eu", "-c", script], cwd=folder, env=surroundings, check=True, capture_output=True
    )
    for target in ("doctor", "state"):  # which ask Google's tool themselves
        subprocess.run(
            [str(shutil.which("make")), target, f"PROJECT={PROJECT}"],
            cwd=ROOT,
            env=surroundings,
            check=target != "doctor",  # which misses something, because nobody answers
            capture_output=True,
        )
    return [command.split("\0")[:-1] for command in log.read_text().split("\1")[:-1]]


def test_the_shell_understands_the_guide(asked: list[list[str]]):
    """Every block runs, with every variable set before it is used."""
    tools = {command[0] for command in asked}
    assert tools == set(_TOOLS)
    assert ["make", "deploy"] in asked
    assert ["gcloud", "projects", "describe", PROJECT, "--quiet"] in asked, "make doctor ran"
    assert any(f"gs://{PROJECT}-terraform" in one for one in asked), "make state ran"
    assert any("-H" in one and "Authorization: Bearer token" in one for one in asked)


def test_google_s_tool_understands_every_command(asked: list[list[str]], tmp_path: Path):
    """The real tool takes each command with its flags, and only then misses an account."""
    if shutil.which("gcloud") is None:
        pytest.skip("needs the Google Cloud CLI")
    commands = [one[1:] for one in asked if one[0] == "gcloud"]
    commands = [one for one in commands if one not in _ASKS_A_PERSON]
    wrong = ["storage", "buckets", "create", "gs://x", "--uniform-bucket-levels"]
    said = _said([*commands, wrong], tmp_path)
    for command, answer in zip(commands, said, strict=False):
        understood = "ERROR" not in answer or any(words in answer for words in _NOBODY)
        assert understood, (command, answer)
    assert "unrecognized arguments" in said[-1], "a wrong flag is found"


def _said(commands: list[list[str]], folder: Path) -> list[str]:
    gcloud = Path(str(shutil.which("gcloud"))).resolve()
    (folder / "cloudbuild.yaml").write_text((ROOT / "cloudbuild.yaml").read_text())
    (folder / "headers.txt").write_text("key=value")
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "accepted.py"), str(gcloud.parents[1])],
        input="".join(json.dumps(command) + "\n" for command in commands),
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "CLOUDSDK_CONFIG": str(folder / "config"),
            "CLOUDSDK_CORE_DISABLE_PROMPTS": "1",
        },
        capture_output=True,
        check=True,
        text=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_make_knows_every_target(asked: list[list[str]]):
    """`make` would do what the guide asks of it, in the guide's project."""
    for target in sorted({one[1] for one in asked if one[0] == "make"}):
        done = subprocess.run(
            ["make", "--dry-run", target],
            cwd=ROOT,
            env={**os.environ, "PROJECT": PROJECT},
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr


def test_make_asks_for_a_project():
    """Nothing is deployed to a project that nobody named."""
    without = {name: value for name, value in os.environ.items() if name != "PROJECT"}
    done = subprocess.run(
        ["make", "deploy"], cwd=ROOT, env=without, check=False, capture_output=True, text=True
    )
    assert "make deploy PROJECT=<id>" in done.stderr


def test_make_and_cloud_build_plan_alike():
    """Both give Terraform the same variables and the same place for its state."""
    dry = ["make", "--dry-run", "plan", f"PROJECT={PROJECT}", "ENVIRONMENT=dev", "REGION=here"]
    said = subprocess.run(dry, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    build = (ROOT / "cloudbuild.yaml").read_text().replace("\\\n", "")
    for name, value in (("_PROJECT", PROJECT), ("_ENVIRONMENT", "dev"), ("_REGION", "here")):
        build = build.replace(f"${{{name}}}", value)
    for given in (
        f"-backend-config=bucket={PROJECT}-terraform",
        "-var-file=envs/dev.tfvars",
        f"-var=project={PROJECT}",
        "-var=region=here",
    ):
        assert given in said
        assert given in build


def test_settings_in_the_guide_are_settings():
    """Variables of ours that the guide sets exist."""
    named = set(re.findall(r"\bAICVGEN_(\w+)=", GUIDE))
    assert named
    assert named <= {name.upper() for name in Settings.model_fields}


def test_variables_in_the_guide_are_variables(own_workspace: Workspace):
    """What the guide writes into a file of variables can be planned, all of it together."""
    variables = own_workspace.root / "dev.tfvars"
    variables.write_text(ENVIRONMENTS["dev"].read_text() + "\n".join(_blocks("hcl")))
    shown = own_workspace.plan(variables, foresight=True)
    planned = {one["address"] for one in shown["resource_changes"]}
    assert 'google_secret_manager_secret.secret["OTEL_EXPORTER_OTLP_HEADERS"]' in planned
    assert 'google_storage_bucket_iam_member.owner["ann user:ann@example.com inbox"]' in planned


def test_the_address_of_the_api_is_found(own_workspace: Workspace):
    """The guide's line reads it from Terraform's outputs."""
    own_workspace.run("apply", "-auto-approve", *inputs(ENVIRONMENTS["dev"]))
    (line,) = (line for line in GUIDE.splitlines() if line.startswith("API="))
    done = subprocess.run(
        ["sh", "-euc", f"{line}\necho $API"],
        cwd=own_workspace.root,
        env=own_workspace.environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "https://api.example\n"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Site, str]]:
    """Return a server of this machine and the address of its API."""
    with held(tmp_path / "home", lambda _name, ports: ports) as site:

        def answer(environ: dict[str, Any], start: Any) -> Any:
            given = environ | {wire.PORTS: replace(site.home.ports)}
            return site.api.application(given, start)

        server = make_server("127.0.0.1", 0, answer)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield site, f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_the_calls_of_the_api_work(served: tuple[Site, str], tmp_path: Path):
    """The guide's calls start a run, follow it and fetch its PDF, from the API of this machine."""
    if shutil.which("curl") is None:
        pytest.skip("needs curl")
    site, address = served
    begin, show, fetch, describe = (line for line in GUIDE.splitlines() if line.startswith("curl "))
    shutil.copytree(EXAMPLE, tmp_path / "tests" / "data" / "example")

    def call(line: str, run: str = "") -> str:
        script = f"API={address} TOKEN=token\n{_PLACEHOLDER.sub(run, line)}"
        done = subprocess.run(
            ["sh", "-euc", script], cwd=tmp_path, check=True, capture_output=True, text=True
        )
        return done.stdout

    (run,) = json.loads(call(begin))["runs"]
    site.settle()
    assert json.loads(call(show, run["id"]))["status"] == "done"
    call(fetch, run["id"])
    assert (tmp_path / "cv.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads(call(describe))["openapi"] == "3.1.0"
