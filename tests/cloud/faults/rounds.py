"""Rounds of uploads and faults on one stage, a seed each; what must hold after every one."""

import os
import random
import time
import uuid

from aicvgen.domain.errors import Unavailable
from aicvgen.local.functions import load_map
from aicvgen.settings import Settings
from cloud.emulators import Absent, running
from cloud.faults import strikes
from cloud.faults.clock import HurriedClock
from cloud.faults.held import changed_again, wrong
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
            impatient = {"retry": {"deliveries": 100}, "timeout": ACK_SECONDS}
            changes = dict.fromkeys(load_map(Settings().functions), impatient)
            project = f"faults-{uuid.uuid4().hex[:8]}"
            with staged(emulators, project, changes=changes) as stage:
                held = [_round(stage, seed) for seed in range(first, first + seeds)]
                return all(held)
    except Absent as error:
        print(f"\ncloud faults: left out, {error}")
        return True


def _round(stage: Stage, seed: int) -> bool:
    """Upload, strike, wait for the results, and look whether everything holds."""
    began, struck = time.monotonic(), list[str]()
    try:
        with HurriedClock(stage):
            expected = _disturbed(stage, seed, struck)
            problems = _settled(stage, seed, expected)
        problems = problems or changed_again(stage, _owner(seed))
    except (TimeoutError, Unavailable) as error:
        problems = [str(error)]
    print_table(
        f"cloud faults, seed {seed}",
        {
            "struck": ", ".join(struck),
            "seconds": round(time.monotonic() - began),
            "wrong": len(problems),
        },
    )
    for line in problems:
        print(f"  WRONG {line}")
    return not problems


def _disturbed(stage: Stage, seed: int, struck: list[str]) -> dict[str, str]:
    """Return for each folder which content its result must be made from."""
    chance = random.Random(seed)
    folders = [f"{_owner(seed)}/{number}" for number in range(FOLDERS)]
    expected: dict[str, str] = {}
    for folder in folders:
        expected |= strikes.upload(stage, chance, folder)
    for strike in chance.sample(strikes.ALL, len(strikes.ALL)):
        time.sleep(chance.uniform(0, 1.0))
        struck.append(strike.__name__)
        expected |= strike(stage, chance, folders)
    return expected


def _owner(seed: int) -> str:
    return f"seed-{seed}"


def _settled(stage: Stage, seed: int, expected: dict[str, str]) -> list[str]:
    """Wait until nothing is wrong any more, or for as long as patience lasts."""
    until = time.monotonic() + PATIENCE_SECONDS
    while (problems := wrong(stage, _owner(seed), expected)) and time.monotonic() < until:
        time.sleep(1)
    return problems
