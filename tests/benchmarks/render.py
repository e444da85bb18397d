"""Measure the page and all formats: cold once, then warm with an ever changing CV."""

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from aicvgen.documents import jsonresume
from aicvgen.documents.typeset import typeset
from aicvgen.documents.writers.files import cv_files
from aicvgen.domain.cv import Cv, Entry, Fact, Section
from aicvgen.domain.look import TEMPLATES, Look
from simulate.table import print_table

_EXAMPLE = Path(__file__).parents[1] / "data" / "example" / "cv.json"
_SEED = 2026
_TEXTS = ("prose", "items")


def figures(renders: int) -> dict[str, float]:
    """Return milliseconds: cold, then median and 95th percentile per template and of all formats.

    The CV is the two-page example with the words of all its texts in another order every time.
    """
    rng = random.Random(_SEED)
    cv = jsonresume.read(json.loads(_EXAMPLE.read_text("utf-8")))
    makers: dict[str, Callable[[Cv], object]] = {
        template: partial(typeset, look=Look(template=template)) for template in TEMPLATES
    }
    makers["all formats"] = partial(cv_files, look=Look())
    result = {"cold": _milliseconds(makers[TEMPLATES[0]], _shuffled(cv, rng))}
    for name, make in makers.items():
        make(cv)
        times = [_milliseconds(make, _shuffled(cv, rng)) for _ in range(renders)]
        result[f"{name} median"] = round(statistics.median(times), 1)
        result[f"{name} p95"] = round(statistics.quantiles(times, n=20)[-1], 1)
    return result


def told(name: str, milliseconds: float) -> str:
    """Return a figure with its target, where it has one."""
    target = 150 if name == "all formats median" else 20
    return f"{milliseconds} ms" + f" (target <= {target} ms)" * name.endswith("median")


def _milliseconds(make: Callable[[Cv], object], cv: Cv) -> float:
    started = time.perf_counter()
    make(cv)
    return round((time.perf_counter() - started) * 1000, 1)


def _shuffled(cv: Cv, rng: random.Random) -> Cv:
    return cv.model_copy(update={"sections": tuple(_section(s, rng) for s in cv.sections)})


def _section(section: Section, rng: random.Random) -> Section:
    entries = tuple(_entry(entry, rng) for entry in section.entries)
    return section.model_copy(update={"entries": entries})


def _entry(entry: Entry, rng: random.Random) -> Entry:
    texts = {name: tuple(_fact(fact, rng) for fact in getattr(entry, name)) for name in _TEXTS}
    return entry.model_copy(update=texts)


def _fact(fact: Fact, rng: random.Random) -> Fact:
    words = fact.text.split()
    return fact.model_copy(update={"text": " ".join(rng.sample(words, len(words)))})


def main() -> None:
    """Print the figures as a table, or with `--json` as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--renders", type=int, default=100, help="warm renders per template")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = figures(options.renders)
    if options.json:
        print(json.dumps({"unit": "ms", "renders": options.renders, **result}))
    else:
        rows = {name: told(name, value) for name, value in result.items()}
        print_table(f"Render of two pages ({options.renders} warm renders)", rows)


if __name__ == "__main__":
    main()
