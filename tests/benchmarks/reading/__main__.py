"""Measure how well and how fast CVs are read: `python -m benchmarks.reading`."""

import argparse
from pathlib import Path

from benchmarks import ads
from benchmarks.reading import report


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="a folder of documents with truth beside them")
    parser.add_argument("--misses", action="store_true", help="print all that was read wrong")
    options = parser.parse_args()
    report(options.corpus, misses=options.misses)
    ads.report(options.corpus)


if __name__ == "__main__":
    main()
