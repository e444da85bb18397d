"""Real CVs times real job ads: every pair ends in a PDF; every bad file in its named error."""

import tempfile
import time
from collections import Counter
from pathlib import Path

from aicvgen import paths
from aicvgen.domain.run import Run, Status
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.local.functions import mount
from aicvgen.local.home import Home, open_home
from aicvgen.local.pump import Pump
from aicvgen.settings import Settings
from benchmarks.corpus import ADS, BAD, HTML_ADS, READABLE, bad_files, corpus
from simulate.table import print_table


def simulate() -> bool:
    """Run all pairs and all bad files; return whether each ended as it must."""
    folder = corpus()
    if folder is None:
        print("\npairs: left out, no corpus (set AICVGEN_CORPUS to its folder)")
        return True
    with tempfile.TemporaryDirectory() as temporary:
        settings = Settings(home=Path(temporary))
        home = open_home(settings)
        pump = Pump(home.bus, mount(settings.functions), home.ports)
        held = _pairs(home, pump, folder) & _bad(home, pump, folder)
        home.close()
    return held


def _pairs(home: Home, pump: Pump, folder: Path) -> bool:
    ads = (*ADS, *HTML_ADS)
    began, ended, wrong = time.monotonic(), Counter[str](), []
    for cv in READABLE:
        for ad in ads:
            run = _finish(home, pump, _upload(folder / cv), _upload(folder / ad))
            ended[run.status.value] += 1
            if run.status is not Status.DONE or "cv.pdf" not in {one.name for one in run.outputs}:
                wrong.append(f"{cv} x {ad}: {run.problem.message if run.problem else run.status}")
    count = len(READABLE) * len(ads)
    seconds = time.monotonic() - began
    print_table(
        f"{len(READABLE)} CVs x {len(ads)} ads",
        {"ended": dict(ended), "per pair": f"{seconds / count * 1000:.0f} ms"},
    )
    for line in wrong[:20]:
        print(f"  WRONG {line}")
    return not wrong


def _bad(home: Home, pump: Pump, folder: Path) -> bool:
    ad, wrong = _upload(folder / ADS[0]), []
    files = bad_files() | {name: ((folder / name).read_bytes(), why) for name, why in BAD.items()}
    for name, (data, reason) in files.items():
        run = _finish(home, pump, Upload(name, data), ad)
        found = run.problem.reason if run.problem else "no error"
        if run.status is not Status.REFUSED or found != reason.value:
            wrong.append(f"{name}: {found}, expected {reason.value}")
    print_table(f"{len(files)} bad files", {"ended in the expected error": len(files) - len(wrong)})
    for line in wrong:
        print(f"  WRONG {line}")
    return not wrong


def _upload(path: Path) -> Upload:
    return Upload(path.name, path.read_bytes())


def _finish(home: Home, pump: Pump, cv: Upload, job: Upload) -> Run:
    source = f"{home.ports.now()}"
    run = start(home.ports, Submission(owner="pairs", source=source, cv=cv, job=job))
    while pump.deliver_one():
        pass
    (snapshot,) = home.ports.store.read([paths.run(run.id)])
    if snapshot is None:
        raise LookupError(run.id)
    return snapshot.load(Run)
