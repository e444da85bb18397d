"""Run all long simulations: `python -m simulate --size ci|full`; exit code 1 if one fails."""

import argparse
import sys

from cloud.faults import rounds as cloud
from flow import kill
from flow.simulation import rounds as faults
from simulate import crowd, edits, lies, load, mutations, pairs, round_trips

SIZES = {
    "ci": {
        "cvs": 4,
        "ads": 3,
        "schedules": 1_000,
        "kills": 5,
        "runs": 500,
        "liars": 4,
        "crowd": 12,
        "rate": 20,
        "mutations": 100,
        "drawn": 40,
        "seeds": 3,
    },
    "full": {
        "cvs": 40,
        "ads": 20,
        "schedules": 20_000,
        "kills": 50,
        "runs": 500,
        "liars": 20,
        "crowd": 32,
        "rate": 5,
        "mutations": 1_000,
        "drawn": 300,
        "seeds": 20,
    },
}


def main() -> int:
    """Run everything and say at the end what did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="full")
    size = SIZES[parser.parse_args().size]
    held = {
        "edits": edits.simulate(),
        "pairs": pairs.simulate(size["cvs"], size["ads"]),
        "lies": lies.simulate(size["liars"], 3),
        "crowd": crowd.simulate(size["crowd"], size["rate"]),
        "mutations": mutations.simulate(size["mutations"]),
        "round trips": round_trips.simulate(size["drawn"]),
        "load": load.simulate(size["runs"]),
        "kill": kill.simulate(size["kills"]),
        "faults": faults.simulate(size["schedules"]),
        "cloud": cloud.simulate(size["seeds"]),
    }
    broken = [name for name, held_up in held.items() if not held_up]
    print(f"\nsimulate: {'all held' if not broken else 'NOT HELD: ' + ', '.join(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
