"""What goes wrong: each a function that does it to a stage, and returns what changed for whom.

The answer of a strike says for a folder which content its result must be made from.
"""

import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from cloud.stage import Stage

EXAMPLE = Path(__file__).parents[2] / "data" / "example"
_PAUSE_SECONDS = 5.0

Strike = Callable[[Stage, Random, Sequence[str]], dict[str, str]]


def upload(stage: Stage, folder: str, chance: Random) -> str:
    """Upload both files in any order, at once or one after the other; return the ad's mark."""
    names = chance.sample(("cv.pdf", "job.txt"), 2)
    for name in names:
        stage.upload(folder, name, _content(name, "first"))
        time.sleep(chance.choice((0.0, 0.0, 0.5)))
    return "first"


def kill(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """SIGKILL two functions wherever they stand, and start them again."""
    del folders
    for name in chance.sample(sorted(stage.processes), 2):
        stage.processes[name].kill()
        time.sleep(chance.uniform(0, 0.5))
        stage.processes[name].start()
    return {}


def kill_in_work(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """SIGKILL a function just after an upload, when it is most likely at work."""
    changed = overwrite(stage, chance, folders)
    time.sleep(chance.uniform(0.05, 1.0))
    name = chance.choice(("intake", "parse", "write", "render"))
    stage.processes[name].kill()
    stage.processes[name].start()
    return changed


def duplicate(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """Tell about an upload three times more."""
    name = f"{chance.choice(folders)}/{chance.choice(('cv.pdf', 'job.txt'))}"
    bucket = f"{stage.project}-inbox"
    attributes = {"eventType": "OBJECT_FINALIZE", "bucketId": bucket, "objectId": name}
    for _ in range(3):
        stage.publish("upload", attributes)
    return {}


def overwrite(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """Upload another ad over the first one, while the first is being worked on."""
    folder, mark = chance.choice(folders), f"mark {chance.randrange(10**6)}"
    stage.upload(folder, "job.txt", _content("job.txt", mark))
    return {folder: mark}


def stand_still(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """Let a function stand still for longer than its acknowledgement may take, while at work."""
    changed = overwrite(stage, chance, folders)
    time.sleep(chance.uniform(0.05, 0.5))
    process = stage.processes[chance.choice(("parse", "write", "render"))]
    process.send(signal.SIGSTOP)
    time.sleep(_PAUSE_SECONDS)
    process.send(signal.SIGCONT)
    return changed


def pause_database(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """Let Firestore stand still for five seconds, with work in hand."""
    changed = overwrite(stage, chance, folders)
    time.sleep(chance.uniform(0.05, 0.5))
    stage.emulators.firestore_process.send_signal(signal.SIGSTOP)
    time.sleep(_PAUSE_SECONDS)
    stage.emulators.firestore_process.send_signal(signal.SIGCONT)
    return changed


ALL: tuple[Strike, ...] = (kill, kill_in_work, duplicate, overwrite, stand_still, pause_database)


def _content(name: str, mark: str) -> bytes:
    content = (EXAMPLE / name).read_bytes()
    return content if name == "cv.pdf" else content + f"\nReference: {mark}\n".encode()
