"""Run the faults alone: `python -m cloud.faults [--seeds N] [--first SEED]`."""

import argparse
import sys

from cloud.faults.rounds import simulate


def main() -> int:
    """Run what the command line asks for; exit code 1 if something did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    return 0 if simulate(asked.seeds, asked.first) else 1


if __name__ == "__main__":
    sys.exit(main())
