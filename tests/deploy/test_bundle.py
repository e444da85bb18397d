"""The bundles: the same bytes every time, nothing but what is needed, and they work as they are."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from aicvgen import wire
from aicvgen.bundle.archive import PROJECT, Bundle, bundles
from aicvgen.bundle.pins import needed, packages_of, parsed
from aicvgen.local.functions import load_map
from cloud.emulators import Emulators
from cloud.stage import staged

from .clean import DATED, linked

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
_ONLY_FOR = {
    "typst": {"render"},
    "lxml": {"parse"},
    "pypdfium2": {"parse", "render"},
    "snowballstemmer": {"parse", "match", "write", "verify"},
}
_DIGESTS = """
import sys
from pathlib import Path
from aicvgen.bundle.archive import bundles
for bundle in bundles(Path(sys.argv[1])):
    print(bundle.name, bundle.digest)
"""
_CHECKED_HASH = 0b11
"""Of PEP 552."""
_NEVER = {"pytest", "rich", "pip", "gcp-storage-emulator", "openai"}


@pytest.fixture(scope="module")
def made() -> dict[str, Bundle]:
    """Return all bundles by name."""
    return {bundle.name: bundle for bundle in bundles()}


def test_the_same_sources_give_the_same_bytes(made: dict[str, Bundle], tmp_path: Path) -> None:
    """From a copy of them, written now, in a process with another order of sets and clock."""
    for folder in ("functions", "shared"):
        shutil.copytree(
            PROJECT / folder,
            tmp_path / folder,
            ignore=shutil.ignore_patterns("__pycache__"),
            copy_function=shutil.copyfile,
        )
    shutil.copyfile(PROJECT / "requirements.txt", tmp_path / "requirements.txt")

    told = subprocess.run(
        [sys.executable, "-c", _DIGESTS, str(tmp_path)],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
    ).stdout

    assert dict(line.split() for line in told.splitlines()) == {
        name: bundle.digest for name, bundle in made.items()
    }
    assert made.keys() == load_map(PROJECT / "functions").keys()


def test_a_bundle_has_what_google_builds_from(made: dict[str, Bundle]) -> None:
    """`main.py` and hashed pins at the top, the server in the first line, our package beside."""
    for bundle in made.values():
        assert {path.partition("/")[0] for path in bundle.files} == {
            "main.py",
            "requirements.txt",
            "aicvgen",
        }
        lines = bundle.files["requirements.txt"].decode().splitlines()
        pinned = [line for line in lines if not line.startswith(" ")]
        assert pinned[0].startswith("functions-framework==")
        assert len(pinned) == len(bundle.pins)
        assert all(pin.text.count("--hash=sha256:") > 0 for pin in bundle.pins)


def test_a_bundle_has_only_what_its_function_needs(made: dict[str, Bundle]) -> None:
    """No command line, no embedded backend; fonts and parsers only for those who use them."""
    for name, bundle in made.items():
        packages = {pin.name for pin in bundle.pins}
        assert {one for one, users in _ONLY_FOR.items() if name in users} == packages & {*_ONLY_FOR}
        assert not packages & _NEVER
        folders = {path.split("/")[1] for path in bundle.files if path.count("/") > 1}
        assert not folders & {"cli", "local", "bundle"}
        assert ("aicvgen/documents/fonts/Lato-Bold.ttf" in bundle.files) == (name == "render")
        assert ("aicvgen/web/api/routes.py" in bundle.files) == (name == "api")


def test_what_is_imported_must_be_pinned() -> None:
    """A package that no pin has is an error when the bundle is made, not when it runs."""
    pins = parsed("flask==3.1 \\\n    --hash=sha256:00\n")

    assert packages_of(pins, {"flask.Request", "json"}) == {"flask"}
    with pytest.raises(LookupError, match="jinja2"):
        packages_of(pins, {"jinja2"})


def test_an_unknown_extra_is_an_error(tmp_path: Path) -> None:
    """A slip in the map is said when the bundle is made: it would leave out what is needed."""
    (tmp_path / "functions").mkdir()
    (tmp_path / "functions" / "pipeline.yaml").write_text("parse: {extras: [modell]}")
    (tmp_path / "requirements.txt").write_text("")

    with pytest.raises(ValueError, match="extras of 'parse'"):
        list(bundles(tmp_path))


def test_what_needs_what_is_read_from_the_pins() -> None:
    """The needs of a need come along, with their markers; what nobody needs does not."""
    text = """\
flask==3.1.0 \\
    --hash=sha256:00
    # via ours (pyproject.toml)
werkzeug==3.1.0 ; python_version > '3' \\
    --hash=sha256:01
    # via flask
colour==1.0 \\
    --hash=sha256:02
    # via
    #   other
    #   werkzeug
other==1.0 \\
    --hash=sha256:03
    # via ours (pyproject.toml)
"""
    pins = needed(parsed(text), {"flask"})

    assert [pin.name for pin in pins] == ["flask", "werkzeug", "colour"]
    assert pins[1].text == "werkzeug==3.1.0 ; python_version > '3' \\\n    --hash=sha256:01"


def test_a_build_compiles_the_sources_for_good(made: dict[str, Bundle], tmp_path: Path) -> None:
    """What it compiles is bound to the checksum of its source: dating the files changes nothing."""
    sources = linked(made["sweep"], tmp_path).source.parent
    for source in sources.rglob("*.py"):
        code = Path(cache_from_source(str(source)))
        flags = int.from_bytes(code.read_bytes()[4:8], "little")
        assert flags == _CHECKED_HASH
        assert code.stat().st_mtime == source.stat().st_mtime == DATED


def test_the_flow_runs_from_its_bundles(
    made: dict[str, Bundle], emulators: Emulators, project: str, tmp_path: Path
) -> None:
    """Each function answers, in an environment with its own packages only: an upload, its PDF."""
    programs = {name: linked(bundle, tmp_path) for name, bundle in made.items()}

    with staged(emulators, project, programs) as stage:
        for name in ("cv.pdf", "job.txt"):
            stage.upload("ann/one", name, (EXAMPLE / name).read_bytes())
        status = stage.await_status("ann/one")
        shown, _ = stage.processes["api"].ask("GET", f"/api/runs/{status['run_id']}")
        tick = {"message": {}, "subscription": f"projects/{project}/subscriptions/{wire.TICK}"}
        swept, _ = stage.processes["sweep"].ask("POST", "/", json.dumps(tick).encode())

    assert status["status"] == "done"
    assert (shown, swept) == (200, 204)
