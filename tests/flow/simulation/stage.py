"""Several processes of which exactly one moves at a time, so that a seed decides every race."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field


class Killed(BaseException):
    """The process is gone: no handler of the code under test may run, so this is no Exception."""


@dataclass(eq=False)
class Task:
    """One piece of work of one process, in a thread of its own that waits for its turn."""

    name: str
    holder: str
    event_id: str = ""
    """What a step is about; empty for what people and the scheduler do."""
    error: BaseException | None = None
    ended: bool = False
    doomed: bool = False
    failed: bool = False
    """Its agent raised: whoever delivered the event must hear of it."""
    looked: int = 0
    """When it last read a run, in calls of the whole schedule."""
    frozen_until: float = 0.0
    """Elapsed seconds; a process may stand still for longer than its lease and then go on."""
    latest: float = 0.0
    """The latest time the wall clock showed it: it may have been set back since."""
    turn: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))


class Stage:
    """Runs tasks by turns."""

    def __init__(self, leave: Callable[[], None]) -> None:
        self.tasks: list[Task] = []
        self.current: Task | None = None
        self._leave = leave
        self._back = threading.Semaphore(0)

    def start(self, task: Task, act: Callable[[], object]) -> Task:
        """Add a task; it does nothing before its first turn."""
        self.tasks.append(task)
        threading.Thread(target=self._run, args=(task, act), daemon=True).start()
        return task

    def go(self, task: Task) -> None:
        """Let a task run until it pauses or ends."""
        self.current = task
        task.turn.release()
        self._back.acquire()
        self.current = None
        if task.ended:
            self.tasks.remove(task)

    def pause(self) -> None:
        """Give the turn back; called by the running task."""
        task = self.current
        if task is None:
            return
        self._back.release()
        task.turn.acquire()
        _live(task)

    def kill(self, task: Task) -> None:
        """End a paused task as `kill -9` would."""
        task.doomed = True
        self.go(task)

    def _run(self, task: Task, act: Callable[[], object]) -> None:
        task.turn.acquire()
        try:
            _live(task)
            act()
        except BaseException as error:  # noqa: BLE001  told to whoever drives the stage
            task.error = error
        finally:
            self._leave()
            task.ended = True
            self._back.release()


def _live(task: Task) -> None:
    if task.doomed:
        raise Killed
