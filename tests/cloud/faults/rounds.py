"""Rounds of uploads and faults on one stage, a seed each; what must hold after every one."""

import os
import random
import time
import uuid
from collections import Counter

from cloud.emulators import Absent, running
from cloud.faults import strikes
from cloud.faults.clock import HurriedClock
from cloud.faults.held import wrong
from cloud.stage import Stage, staged
from simulate.table import print_table

FOLDERS = 2
PATIENCE_SECONDS = 180.0
ACK_SECONDS = 3
"""Of every subscription, so that a handler that stands still is slower."""


def simulate(seeds: int, first: int = 0) -> bool:
    """Run so many seeds; return whether everything held in each."""
    try:
        with running() as emulators:
            os.environ.update(emulators.environment)
            retry = {"minimum": 1, "maximum": 4, "deliveries": 100}
            project = f"faults-{uuid.uuid4().hex[:8]}"
            with staged(emulators, project, retry=retry, timeout=ACK_SECONDS) as stage:
                held = [_round(stage, seed) for seed in range(first, first + seeds)]
                return all(held)
    except Absent as error:
        print(f"\ncloud faults: left out, {error}")
        return True


def _round(stage: Stage, seed: int) -> bool:
    """Upload, strike, wait for the results, and look whether everything holds."""
    chance = random.Random(seed)
    began, struck = time.monotonic(), Counter[str]()
    folders = [f"seed-{seed}/{number}" for number in range(FOLDERS)]
    with HurriedClock(stage):
        expected = {folder: strikes.upload(stage, folder, chance) for folder in folders}
        for strike in chance.sample(strikes.ALL, len(strikes.ALL)):
            time.sleep(chance.uniform(0, 1.0))
            struck[strike.__name__] += 1
            expected |= strike(stage, chance, folders)
        problems = _settled(stage, seed, expected)
    print_table(
        f"cloud faults, seed {seed}",
        {
            "struck": ", ".join(sorted(struck)),
            "seconds": round(time.monotonic() - began),
            "wrong": len(problems),
        },
    )
    for line in problems:
        print(f"  WRONG {line}")
    return not problems


def _settled(stage: Stage, seed: int, expected: dict[str, str]) -> list[str]:
    """Wait until nothing is wrong any more, or for as long as patience lasts."""
    until = time.monotonic() + PATIENCE_SECONDS
    while (problems := wrong(stage, f"seed-{seed}", expected)) and time.monotonic() < until:
        time.sleep(1)
    return problems
