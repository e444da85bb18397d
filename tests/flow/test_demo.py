"""What `make demo` promises, read by a program that is not ours."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from aicvgen.cli.main import main
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB

MUSTS = ("Python", "PostgreSQL", "REST API", "AWS", "Docker", "CI/CD", "English")
"""Read by a person from the ad's list of what is needed and the CV."""
SOURCE = json.loads((EXAMPLE_CV.parent / "cv.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the text of the demo's PDF as `pdftotext` reads it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext (Debian package poppler-utils)")
    folder = tmp_path_factory.mktemp("demo")
    makefile = (Path(__file__).parents[2] / "Makefile").read_text()
    assert "tailor tests/data/example/cv.pdf" in makefile
    arguments = ["tailor", str(EXAMPLE_CV), "--job", str(EXAMPLE_JOB), "--out", str(folder)]
    result = CliRunner(env={"AICVGEN_HOME": str(folder / "home")}).invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert str(folder / "job.pdf") in result.output
    read = subprocess.run(
        ["pdftotext", str(folder / "job.pdf"), "-"], check=True, capture_output=True, text=True
    )
    return re.sub(r"\s+", " ", read.stdout)


def test_the_demo_names_the_person(text: str):
    """The name stands at the top."""
    assert text.startswith(SOURCE["basics"]["name"])


def test_the_demo_keeps_every_employer(text: str):
    """Every employer of the source is on the page."""
    employers = {role["name"] for role in SOURCE["work"]}
    assert len(employers) >= 3
    assert {employer for employer in employers if employer not in text} == set()


@pytest.mark.parametrize("term", MUSTS)
def test_the_demo_shows_the_evidenced_must_haves(text: str, term: str):
    """What the ad needs and the CV supports is on the page."""
    assert term in text


def test_the_demo_shows_every_term_the_ledger_calls_evidenced(text: str):
    """The page agrees with our own ledger: each evidenced must-have is there to be found."""
    runner = CliRunner()
    result = runner.invoke(main, ["match", str(EXAMPLE_CV), "--job", str(EXAMPLE_JOB), "--json"])
    matches = json.loads(result.stdout)["matches"]
    terms = {term for match in matches if match["need"] == "must" for term in match["evidenced"]}
    assert terms
    assert {term for term in terms if term.lower() not in text.lower()} == set()
