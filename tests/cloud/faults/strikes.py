"""What goes wrong: each a function that does it to a stage.

The answer of a strike says for a folder which content its result must be made from.
"""

import signal
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from aicvgen import paths, wire
from aicvgen.domain.events import JOB_RECEIVED, Event, EventState
from aicvgen.domain.run import Run
from aicvgen.ports import Where
from cloud.stage import Stage

EXAMPLE = Path(__file__).parents[2] / "data" / "example"
_FIRST = "first"
_PAUSE_SECONDS = 5.0
_GLANCE_SECONDS = 5.0
"""How long a strike waits for the moment it is meant for, before it strikes anyway."""

Strike = Callable[[Stage, Random, Sequence[str]], dict[str, str]]


def upload(stage: Stage, chance: Random, folder: str) -> dict[str, str]:
    """Upload both files, at once or in any order one after the other."""
    names = chance.sample(("cv.pdf", "job.txt"), 2)
    apart = chance.choice((0.0, 0.0, 0.5))
    with ThreadPoolExecutor(len(names)) as together:
        for name in names:
            together.submit(stage.upload, folder, name, _content(name, _FIRST))
            time.sleep(apart)
    return {folder: _FIRST}


def kill(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """SIGKILL two functions wherever they stand, and start them again."""
    del folders
    for name in chance.sample(sorted(stage.processes), 2):
        stage.processes[name].kill()
        time.sleep(chance.uniform(0, 0.5))
        stage.processes[name].start()
    return {}


def kill_at_work(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """SIGKILL a function just after an upload, when it is most likely at work."""
    changed = overwrite(stage, chance, folders)
    time.sleep(chance.uniform(0.05, 1.0))
    name = chance.choice(("intake", "parse", "write", "render"))
    stage.processes[name].kill()
    stage.processes[name].start()
    return changed


def notify_again(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """Tell about an upload three times more."""
    name = f"{chance.choice(folders)}/{chance.choice(('cv.pdf', 'job.txt'))}"
    bucket = f"{stage.project}-inbox"
    attributes = {"eventType": "OBJECT_FINALIZE", "bucketId": bucket, "objectId": name}
    for _ in range(3):
        stage.publish(wire.UPLOAD, attributes)
    return {}


def deliver_again(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """Deliver ten messages of a run once more, about events in whatever state they are."""
    folder = chance.choice(folders)
    run = stage.await_(lambda: _run_of(stage, folder), "a run")
    found = stage.store.find("events", under=paths.run(run.id))
    for event in (one.load(Event) for one in chance.sample(found, min(10, len(found)))):
        stage.repeat(event)
    return {}


def overwrite(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """Upload another ad over the last one, while that may be worked on."""
    folder, mark = chance.choice(folders), f"mark {chance.randrange(10**6)}"
    stage.upload(folder, "job.txt", _content("job.txt", mark))
    return {folder: mark}


def overwrite_during_parse(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """Upload another ad at the moment when the last one is being parsed."""
    changed = overwrite(stage, chance, folders)
    until = time.monotonic() + _GLANCE_SECONDS
    parsing = (Where("name", "==", JOB_RECEIVED), Where("state", "==", EventState.LEASED))
    while not stage.store.find("events", *parsing) and time.monotonic() < until:
        pass
    return changed | overwrite(stage, chance, folders)


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


def poison(stage: Stage, chance: Random, folders: Sequence[str]) -> dict[str, str]:
    """Lose a CV, so that its event dies however often it is tried; mend that, drive it again.

    Meanwhile intake stands still: told of the upload once more, it would put the CV back.
    """
    folder = f"{folders[0].partition('/')[0]}/poison"
    parse, intake = stage.processes["parse"], stage.processes["intake"]
    parse.kill()
    changed = upload(stage, chance, folder)
    run = stage.await_(lambda: _run_of(stage, folder), "the run of the poison")
    intake.kill()
    cv, (stored,) = stage.files.get(run.cv.key), stage.files.list(run.cv.key)
    stage.files.remove(run.cv.key, stored.generation)
    parse.start()
    stage.await_(lambda: stage.status(folder), "the end of the poison", 180)
    dead = [row["id"] for row in stage.command("deadletters", "list") if row["run"] == run.id]
    stage.files.put(run.cv.key, cv)
    intake.start()
    stage.command("deadletters", "redrive", *dead)
    return changed


ALL: tuple[Strike, ...] = (
    kill,
    kill_at_work,
    notify_again,
    deliver_again,
    overwrite,
    overwrite_during_parse,
    stand_still,
    pause_database,
    poison,
)


def _run_of(stage: Stage, folder: str) -> Run | None:
    runs = stage.store.find("runs", Where("destination", "==", f"outbox/{folder}/job"))
    return runs[0].load(Run) if runs else None


def _content(name: str, mark: str) -> bytes:
    content = (EXAMPLE / name).read_bytes()
    return content if name == "cv.pdf" else content + f"\nReference: {mark}\n".encode()
