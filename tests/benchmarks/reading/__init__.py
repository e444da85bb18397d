"""How well and how fast CVs are read, against every document that has a truth beside it.

Prints a table per folder and one over all, then the ten documents read worst with the first
difference of each.
"""

import statistics
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.cv import Contact, Cv
from aicvgen.domain.errors import Rejected
from aicvgen.model.extractive.cv import parse_cv
from aicvgen.ports import Reader
from benchmarks.corpus import corpus
from benchmarks.reading.asked import asked
from benchmarks.reading.layouts import compared
from benchmarks.reading.scores import Scores
from benchmarks.reading.speed import megabytes, milliseconds
from benchmarks.reading.truth import Truth, truths
from simulate.table import print_table

_WORST = 10
_NOTHING = Cv(contact=Contact(), sections=())
"""What a refused document is read as."""


def report(folder: Path | None = None, *, misses: bool = False) -> None:
    """Print the figures, if there is a corpus."""
    folder = folder or corpus()
    if folder is None:
        print("\nreading: left out, no corpus (set AICVGEN_CORPUS to its folder)")
        return
    everything = Scores()
    groups: dict[str, Scores] = {}
    with closing(WarmReader()) as reader:
        for truth in truths(folder):
            measure(truth, reader, groups.setdefault(truth.group, Scores()), everything)
        layouts = compared(folder, reader)
        questions = asked(folder, reader)
    for group, scores in sorted(groups.items()):
        print_table(f"Reading CVs: {group}", _rows(scores))
    memory = f"{megabytes():.0f} MB for 20 pages (target <= 150 MB)"
    print_table("Reading CVs: all folders", _rows(everything) | {"memory of the child": memory})
    print_table("Reading CVs: the same CV in other layouts", layouts)
    print_table("Reading with a model: what the rules are unsure of", questions)
    _print_misses(everything.misses, whole=misses)


def measure(truth: Truth, reader: Reader, *tables: Scores) -> None:
    """Read one document, compare it with its truth and time both steps, into every table."""
    data = truth.path.read_bytes()
    where = f"{truth.group}/{truth.path.name}"
    try:
        cv = parse_cv(reader.read(data))
    except Rejected as error:
        cv = _NOTHING
        for scores in tables:
            scores.misses[where].append(f"refused: {error.reason}")
    else:
        page, structure = milliseconds(data, reader)
        for scores in tables:
            scores.per_page.append(page)
            scores.per_cv.append(structure)
    for scores in tables:
        scores.compare(where, truth, cv)


def _rows(scores: Scores) -> dict[str, object]:
    rows: dict[str, object] = {
        field: f"{sum(hits):>5} of {len(hits):<5} {sum(hits) / len(hits):6.1%}"
        for field, hits in scores.hits.items()
        if hits
    }
    rows["lines left over"] = f"{scores.left_over:>5} in {scores.documents} documents"
    if scores.per_cv:
        rows["reading"] = f"{statistics.median(scores.per_page):.1f} ms per page (target <= 15 ms)"
        rows["structure"] = f"{statistics.median(scores.per_cv):.1f} ms per CV (target <= 10 ms)"
    return rows


def _print_misses(misses: Mapping[str, list[str]], *, whole: bool) -> None:
    worst = sorted(misses.items(), key=lambda item: -len(item[1]))
    print("\nRead worst")
    for where, lines in worst if whole else worst[:_WORST]:
        print(f"  {len(lines):3} wrong in {where}")
        for line in lines if whole else lines[:1]:
            print(f"      {line}")
