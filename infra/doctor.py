"""Say what a machine and a project lack to be deployed, and what to do about it: `make doctor`.

Needs nothing but Python, because it runs before anything is installed. It changes nothing.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
APIS = ("cloudresourcemanager", "iam", "pubsub", "serviceusage", "storage")
"""That must be on before Terraform can switch on the others."""
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    do: str = ""
    """What to do, if it is not well."""
    needed: bool = True
    """Whether a deployment fails without it."""


def main(arguments: list[str]) -> int:
    """Print every finding; return 1 if anything is missing."""
    project = arguments[0] if arguments and arguments[0] else None
    findings = [*machine(), *(in_project(project) if project else ())]
    for one in findings:
        mark = "ok     " if not one.do else "missing" if one.needed else "advice "
        print(f"{mark} {one.what}" + (f": {one.do}" if one.do else ""))
    if not project:
        print("The project was not looked at: make doctor PROJECT=<id>")
    return int(any(one.do and one.needed for one in findings))


def machine() -> Iterator[Finding]:
    """Yield what this machine has and lacks."""
    yield Finding(
        f"Python {sys.version_info.major}.{sys.version_info.minor}",
        "" if sys.version_info >= (3, 11) else "install Python 3.11 or newer",
    )
    yield _terraform()
    gcloud = shutil.which("gcloud")
    yield Finding(
        "Google Cloud CLI",
        "" if gcloud else "install it (Debian: google-cloud-cli) and run `gcloud init`",
    )
    yield Finding(
        "emulators for the tests",
        ""
        if shutil.which("java") and gcloud and _emulators(Path(gcloud))
        else "install Java, and `gcloud components install cloud-firestore-emulator"
        " pubsub-emulator` (Debian: google-cloud-cli-firestore-emulator,"
        " google-cloud-cli-pubsub-emulator)",
        needed=False,
    )
    bundles = sorted((ROOT / "build" / "bundles").glob("*.zip"))
    yield Finding(
        f"{len(bundles)} bundles in build/bundles",
        "" if bundles else "`make bundle`; `make deploy` does it by itself",
        needed=False,
    )


def in_project(project: str) -> Iterator[Finding]:
    """Yield what the project has and lacks."""
    if not shutil.which("gcloud"):
        return
    account = _gcloud("auth", "list", "--filter=status:ACTIVE", "--format=value(account)")
    yield Finding("somebody is logged in", "" if account else "`gcloud auth login`")
    credentials = _gcloud("auth", "application-default", "print-access-token")
    yield Finding(
        "Terraform can log in", "" if credentials else "`gcloud auth application-default login`"
    )
    if not _gcloud("projects", "describe", project):
        yield Finding(
            f"project {project}", f"`gcloud projects create {project}`, or ask for rights"
        )
        return
    yield Finding(f"project {project}")
    checks: tuple[Callable[[str], Finding], ...] = (_billing, _apis, _state, _database)
    for check in checks:
        yield check(project)


def _terraform() -> Finding:
    said = _run("terraform", "version", "-json")
    version = json.loads(said)["terraform_version"] if said else ""
    found = re.match(r"(\d+)\.(\d+)", version)
    if found is None:
        return Finding("Terraform", "install Terraform 1.9 or newer")
    new = (int(found[1]), int(found[2])) >= (1, 9)
    return Finding(f"Terraform {version}", "" if new else "install Terraform 1.9 or newer")


def _emulators(gcloud: Path) -> bool:
    sdk = gcloud.resolve().parents[1] / "platform"
    return all(
        any(sdk.glob(f"{name}/**/*.jar")) for name in ("cloud-firestore-emulator", "pubsub*")
    )


def _billing(project: str) -> Finding:
    enabled = _gcloud("billing", "projects", "describe", project, "--format=value(billingEnabled)")
    link = f"`gcloud billing projects link {project} --billing-account=<account>`"
    return Finding("billing", "" if enabled == "True" else link)


def _apis(project: str) -> Finding:
    listed = _gcloud("services", "list", f"--project={project}", "--format=value(config.name)")
    absent = [f"{api}.googleapis.com" for api in APIS if f"{api}.googleapis.com" not in listed]
    enable = f"`gcloud services enable --project={project} {' '.join(absent)}`"
    return Finding("APIs that Terraform begins with", enable if absent else "")


def _state(project: str) -> Finding:
    bucket = f"gs://{project}-terraform"
    found = _gcloud("storage", "buckets", "describe", bucket, f"--project={project}")
    return Finding(f"bucket {bucket} for Terraform's state", "" if found else "`make state`")


def _database(project: str) -> Finding:
    kind = _gcloud(
        "firestore",
        "databases",
        "describe",
        "--database=(default)",
        f"--project={project}",
        "--format=value(type)",
    )
    foreign = kind not in ("", "FIRESTORE_NATIVE")
    advice = "the default database is in Datastore mode: set `database` to another name"
    return Finding("database", advice if foreign else "")


def _gcloud(*arguments: str) -> str:
    """Return what the command prints; nothing if it fails."""
    return _run("gcloud", *arguments, "--quiet")


def _run(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return ""
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=_SECONDS)
    return done.stdout.strip() if done.returncode == 0 else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
