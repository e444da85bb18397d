"""Simulate schedules: `python -m flow.simulation [--schedules N] [--seed S] [--mutants]`.

A broken schedule prints its seed and what happened; `--schedules 1 --seed S` plays it again.
"""

import argparse
import sys

from .mutants import FOUND
from .rounds import disturbed, mutants
from .schedules import Broken

SIZES = {"ci": 1_000, "full": 20_000}


def main() -> int:
    """Run what the command line asks for; exit code 1 if a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="ci")
    parser.add_argument("--schedules", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--mutants", action="store_true", help="check that mistakes are found")
    asked = parser.parse_args()
    if asked.mutants:
        return 0 if mutants() else 1
    try:
        return 0 if disturbed(asked.schedules or SIZES[asked.size], asked.seed) else 1
    except Broken as error:
        print(f"{FOUND}: {error}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
