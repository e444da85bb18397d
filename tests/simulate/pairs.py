"""CVs times job ads: every pair ends in a true PDF; every bad file in its named error."""

import json
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Cv
from aicvgen.domain.run import Run, Status
from aicvgen.domain.source import Source
from aicvgen.flow.start import Upload
from aicvgen.local.functions import mount
from aicvgen.local.home import open_home
from aicvgen.local.pump import Pump
from aicvgen.model.extractive.cv import parse_cv
from aicvgen.settings import Settings
from benchmarks.corpus import ADS, BAD, bad_files, corpus
from simulate.delivered import Delivered
from simulate.desk import Desk
from simulate.material import Material, material
from simulate.quality import Quality
from simulate.table import print_table

_MOST_TOLD = 20


@dataclass
class Outcome:
    """How the pairs ended."""

    ended: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    quality: Quality = field(default_factory=Quality)


def simulate(cvs: int, ads: int) -> bool:
    """Run all pairs and all bad files; return whether each ended as it must."""
    pairs = material(cvs, ads)
    with tempfile.TemporaryDirectory() as temporary:
        settings = Settings(home=Path(temporary))
        home = open_home(settings)
        desk = Desk(home, Pump(home.bus, mount(settings.functions), home.ports))
        held = _told(pairs, desk)
        folder = corpus()
        if folder is not None:
            held &= _bad(desk, folder)
        home.close()
    return held


def _told(pairs: Material, desk: Desk) -> bool:
    began = time.monotonic()
    outcome = tailored_pairs(pairs, desk)
    count = len(pairs.cvs) * len(pairs.ads)
    seconds = time.monotonic() - began
    print_table(
        f"{len(pairs.cvs)} CVs x {len(pairs.ads)} ads",
        {
            "ended": dict(outcome.ended),
            "per pair, with all checks": f"{seconds / count * 1000:.0f} ms",
            **outcome.quality.figures(),
        },
    )
    wrong = [*outcome.wrong, *outcome.quality.wrong]
    for line in wrong[:_MOST_TOLD]:
        print(f"  WRONG {line}")
    return not wrong


def tailored_pairs(pairs: Material, desk: Desk) -> Outcome:
    """Tailor every CV to every ad and look at each result."""
    outcome = Outcome()
    for cv, data in pairs.cvs.items():
        for ad, text in pairs.ads.items():
            run = desk.finish(Upload(Path(cv).name, data), Upload(Path(ad).name, text))
            outcome.ended[run.status.value] += 1
            if run.status is Status.DONE:
                outcome.quality.add(_delivered(f"{cv} x {ad}", data, run, desk))
            else:
                why = run.problem.message if run.problem else run.status
                outcome.wrong.append(f"{cv} x {ad}: {why}")
    return outcome


def _delivered(name: str, data: bytes, run: Run, desk: Desk) -> Delivered:
    source, original = _read(data)
    pdf = desk.file(run, "cv.pdf")
    page = extract(pdf)
    told = json.loads(desk.file(run, "report.json"))
    return Delivered(name, source, original, pdf, page, parse_cv(page), told)


@cache
def _read(data: bytes) -> tuple[Source, Cv]:
    source = extract(data)
    return source, parse_cv(source)


def _bad(desk: Desk, folder: Path) -> bool:
    ad, wrong = Upload("ad.txt", (folder / ADS[0]).read_bytes()), []
    files = bad_files() | {name: ((folder / name).read_bytes(), why) for name, why in BAD.items()}
    for name, (data, reason) in files.items():
        run = desk.finish(Upload(Path(name).name, data), ad)
        found = run.problem.reason if run.problem else "no error"
        if run.status is not Status.REFUSED or found != reason.value:
            wrong.append(f"{name}: {found}, expected {reason.value}")
    print_table(f"{len(files)} bad files", {"ended in the expected error": len(files) - len(wrong)})
    for line in wrong:
        print(f"  WRONG {line}")
    return not wrong
