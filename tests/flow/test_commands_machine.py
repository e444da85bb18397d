"""What the command line says where the machine, the settings or a file is in its way."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from flow.commands import AICVGEN, invoke, invoke_json
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.mark.parametrize("name", ["state.db", "spans.db"])
def test_a_damaged_state_file_is_named(tmp_path: Path, name: str):
    """Garbage where the state was is said in a sentence, with exit code 5."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / name).write_bytes(b"garbage" * 1000)
    result = invoke("runs")
    assert (result.exit_code, "damaged" in result.output) == (5, True), result.output


def test_an_existing_home_keeps_its_rights(tmp_path: Path):
    """A folder that was there is not closed to others; a new one is its owner's only."""
    (tmp_path / "home").mkdir(mode=0o755)
    invoke_json("runs")
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o755


def test_all_wrong_settings_are_reported_at_once(monkeypatch: pytest.MonkeyPatch):
    """Two wrong values and an unknown name are three lines and exit code 2."""
    monkeypatch.setenv("AICVGEN_WORKERS", "none")
    monkeypatch.setenv("AICVGEN_SYNCHRONOUS", "SOMETIMES")
    monkeypatch.setenv("AICVGEN_HOMME", "elsewhere")
    result = invoke("runs")
    assert result.exit_code == 2
    lines = [line for line in result.output.splitlines() if line.startswith("aicvgen: AICVGEN_")]
    assert len(lines) == 3
    assert any("Did you mean AICVGEN_HOME?" in line for line in lines)


def test_a_refused_file_is_named_and_leaves_nothing(tmp_path: Path):
    """A file that is no document ends with exit code 3, its error's name, and no result."""
    broken = tmp_path / "cv.pdf"
    broken.write_bytes(b"%PDF-1.7 not really")
    result = invoke("tailor", broken, "--job", EXAMPLE_JOB, "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["runs"][0]["problem"]["reason"] == "corrupt"
    assert list((tmp_path / "tailored").iterdir()) == []


def _in_small_space(
    tmp_path: Path, size: str, options: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run `tailor` with home and output on a small file system of its own."""
    space = tmp_path / "space"
    space.mkdir()
    command = " ".join([*(f"'{part}'" for part in AICVGEN), "tailor", f"'{EXAMPLE_CV}'"])
    script = (
        f"mount -t tmpfs -o size={size} tmpfs '{space}' && cd '{space}' && {options or 'true'} && "
        f"AICVGEN_HOME={tmp_path}/elsewhere {command} --job '{EXAMPLE_JOB}' --out out; "
        "echo exit $?; find . -type f"
    )
    if (
        shutil.which("unshare") is None
        or subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode
    ):
        pytest.skip("needs Linux user namespaces (unshare -rm)")
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", script], check=False, capture_output=True, text=True
    )


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path):
    """Where the result does not fit, the command says so with exit code 5 and leaves no file."""
    done = _in_small_space(tmp_path, "64k")
    assert done.stdout.splitlines()[-1] == "exit 5", done
    assert "No space left on device" in done.stderr
    assert "Free some space" in done.stderr


def test_a_full_home_says_so(tmp_path: Path):
    """Where the state does not fit, the command ends with exit code 5 instead of waiting."""
    done = _in_small_space(tmp_path, "300k", f"ln -s {tmp_path}/space {tmp_path}/elsewhere")
    assert "exit 5" in done.stdout, done
    assert "full" in done.stderr or "No space left" in done.stderr


def test_a_read_only_folder_is_named_before_any_work(tmp_path: Path):
    """An output folder that cannot be written is said at once, with exit code 5."""
    done = _in_small_space(tmp_path, "1m", "mount -o remount,ro .")
    assert done.stdout.splitlines()[-1] == "exit 5", done
    assert "Read-only file system" in done.stderr
    assert "reading" not in done.stderr
