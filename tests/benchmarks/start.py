"""Measure what a person waits for: from the start of a process, and in a warm one."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from aicvgen.flow.start import Submission, Upload, start
from aicvgen.local.functions import mount
from aicvgen.local.home import open_home
from aicvgen.local.pump import Pump
from aicvgen.settings import Settings

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
_COMMAND = [sys.executable, "-c", "from aicvgen.cli.main import main; main()", "tailor"]


def cold_seconds(runs: int = 7) -> list[float]:
    """Return seconds from process start to its end with the PDF written, each in a fresh home."""
    times = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            command = [*_COMMAND, str(EXAMPLE / "cv.pdf"), "--job", str(EXAMPLE / "job.txt")]
            began = time.perf_counter()
            subprocess.run(
                [*command, "--out", folder],
                check=True,
                capture_output=True,
                env=os.environ | {"AICVGEN_HOME": f"{folder}/home"},
            )
            times.append(time.perf_counter() - began)
    return times


def warm_seconds(runs: int = 20) -> list[float]:
    """Return seconds from a submission to its PDF in a warm process, another ad every time."""
    cv, ad = (EXAMPLE / "cv.pdf").read_bytes(), (EXAMPLE / "job.txt").read_text()
    times = []
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder))
        home = open_home(settings)
        pump = Pump(home.bus, mount(settings.functions), home.ports)
        for number in range(runs):
            job = Upload("job.txt", f"{ad}\nReference {number}\n".encode())
            submission = Submission("bench", str(number), Upload("cv.pdf", cv), job)
            began = time.perf_counter()
            start(home.ports, submission)
            while pump.deliver_one():
                pass
            times.append(time.perf_counter() - began)
        home.close()
    return times


def figures() -> dict[str, str]:
    """Return medians in seconds."""
    warm = warm_seconds()
    return {
        "process start to PDF": f"{statistics.median(cold_seconds()):.2f} s (target <= 2 s)",
        "warm, CV and ad to PDF": f"{statistics.median(warm):.3f} s (target <= 1 s)",
    }
