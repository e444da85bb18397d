"""Measure how well and how fast CVs are read, against the corpus.

Prints one row per field with hits and n, then milliseconds per page for reading, in this process
and through the warm child, and per CV for structure, then each miss with `--misses`.
"""

import argparse
import re
import statistics
import time
from collections import defaultdict
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pikepdf
import psutil

from aicvgen.documents.extract import extract
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.domain.errors import Rejected
from aicvgen.domain.source import Source
from aicvgen.model.extractive.cv import parse_cv
from aicvgen.ports import Reader
from benchmarks.corpus import corpus
from benchmarks.truth import Truth, fold, truths
from simulate.table import print_table

_REPEATS = 5
_EXAMPLE = Path(__file__).parents[1] / "data" / "example" / "cv.pdf"


class Scores:
    """Hits and misses per field."""

    def __init__(self) -> None:
        self.hits: dict[str, list[bool]] = defaultdict(list)
        self.misses: list[str] = []

    def note(self, field: str, path: Path, expected: str, got: str) -> None:
        """Count a field as read right where both are equal after folding."""
        right = fold(expected) == fold(got)
        self.hits[field].append(right)
        if not right:
            self.misses.append(f"{path.parent.name}/{path.stem}: {field}: {expected!r} ≠ {got!r}")


def compare(truth: Truth, cv: Cv, scores: Scores) -> None:
    """Compare one CV with its truth, field by field."""
    for field in ("name", "email", "phone", "location"):
        if truth.contact.get(field):
            scores.note(field, truth.path, truth.contact[field], getattr(cv.contact, field))
    entries = [each for each in cv.entries(Kind.WORK, Kind.PROJECTS) if _is_role(each)]
    _roles(truth, entries, scores)
    schools = list(cv.entries(Kind.EDUCATION))
    for number, degree in enumerate(truth.degrees):
        entry = schools[number] if number < len(schools) else Entry(id="education-0")
        scores.note("institution", truth.path, degree["institution"], entry.organisation)
        scores.note("degree", truth.path, degree["degree"], _degree(entry, degree["degree"]))
    _skills(truth, cv, scores)


def _is_role(entry: Entry) -> bool:
    """Count a role under a heading of projects, too, but no project."""
    return entry.id.startswith(Kind.WORK) or bool(entry.title and entry.organisation)


def _degree(entry: Entry, expected: str) -> str:
    """Return degree and field in the joint the truth file uses."""
    joints = (" in ", ", ", " ", " of ")
    spellings = [f"{entry.title}{joint}{entry.area}" for joint in joints] if entry.area else []
    spellings.append(entry.title)
    return next((each for each in spellings if fold(each) == fold(expected)), spellings[0])


def _roles(truth: Truth, entries: list[Entry], scores: Scores) -> None:
    for number, role in enumerate(truth.roles):
        entry = entries[number] if number < len(entries) else Entry(id="work-0")
        scores.note("company", truth.path, role["company"], entry.organisation)
        scores.note("title", truth.path, role["title"], entry.title)
        if role.get("dates"):
            scores.note(
                "dates", truth.path, role["dates"], entry.period.raw if entry.period else ""
            )
        got = {fold(fact.text) for fact in entry.facts()}
        for bullet in role.get("bullets", ()):
            found = bullet if fold(bullet) in got else ""
            scores.note("bullets whole", truth.path, bullet, found)


def _skills(truth: Truth, cv: Cv, scores: Scores) -> None:
    if not truth.skills:
        return
    expected = {fold(skill) for skill in truth.skills}
    got = {fold(term) for entry in cv.entries(Kind.SKILLS) for term in entry.terms}
    scores.hits["skills recall"] += [skill in got for skill in expected]
    scores.hits["skills precision"] += [term in expected for term in got]
    if expected != got:
        missing, extra = sorted(expected - got), sorted(got - expected)
        scores.misses.append(f"{truth.path.stem}: skills: missing {missing}, extra {extra}")


def timed(path: Path) -> tuple[Source, Cv, float, float]:
    """Return source, CV, and the best time in ms for reading a page and for structure."""
    data = path.read_bytes()
    reading, structure = [], []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        source = extract(data)
        middle = time.perf_counter()
        cv = parse_cv(source)
        reading.append((middle - start) / source.pages)
        structure.append(time.perf_counter() - middle)
    return source, cv, 1000 * min(reading), 1000 * min(structure)


def per_page(reader: Reader, path: Path) -> float:
    """Return the best time in ms for a page through a reader."""
    data = path.read_bytes()
    times = []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        source = reader.read(data)
        times.append((time.perf_counter() - start) / source.pages)
    return 1000 * min(times)


def megabytes(pages: int = 20) -> float:
    """Return the most memory that a fresh child had while it read a CV of so many pages."""
    buffer = BytesIO()
    with pikepdf.open(_EXAMPLE) as example, pikepdf.new() as long:
        for number in range(pages):
            long.pages.append(example.pages[number % len(example.pages)])
        long.save(buffer)
    before = psutil.Process().children()
    with closing(WarmReader()) as reader:
        reader.read(buffer.getvalue())
        (child,) = set(psutil.Process().children()) - set(before)
        status = Path(f"/proc/{child.pid}/status").read_text("ascii", "replace")
    (peak,) = re.findall(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    return int(peak) / 1000


def measure(folder: Path) -> tuple[dict[str, str], list[str]]:
    """Return the figures over all truth files of a corpus, and what was read wrong."""
    scores = Scores()
    reading, structure, through = [], [], []
    with closing(WarmReader()) as reader:
        for truth in truths(folder):
            try:
                _, cv, here, per_cv = timed(truth.path)
                through.append(per_page(reader, truth.path))
            except Rejected as error:
                scores.misses.append(f"{truth.path.stem}: refused: {error.reason}")
                continue
            reading.append(here)
            structure.append(per_cv)
            compare(truth, cv, scores)
    rows = {
        field: f"{sum(hits)} of {len(hits)}  {sum(hits) / len(hits):.1%}"
        for field, hits in scores.hits.items()
    }
    rows["reading"] = f"{statistics.median(reading):.1f} ms per page (median)"
    rows["through the warm child"] = (
        f"{statistics.median(through):.1f} ms per page (median, target <= 15 ms)"
    )
    rows["memory of the child"] = f"{megabytes():.0f} MB for 20 pages (target <= 150 MB)"
    rows["structure"] = f"{statistics.median(structure):.1f} ms per CV (median)"
    return rows, scores.misses


def report(*, misses: bool = False) -> None:
    """Print the figures, if there is a corpus."""
    folder = corpus()
    if folder is None:
        print("\nreading: left out, no corpus (set AICVGEN_CORPUS to its folder)")
        return
    rows, wrong = measure(folder)
    print_table("Reading CVs that have a truth file", rows)
    if misses:
        print("\n".join(wrong))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was read wrong")
    report(misses=parser.parse_args().misses)


if __name__ == "__main__":
    main()
