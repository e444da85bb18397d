"""The child process as its parent sees it: start, one question at a time, end."""

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from aicvgen.documents.reader.frames import Answer, receive, send

_MODULE = "aicvgen.documents.reader.child"
_ROOT = Path(__file__).parents[3]
"""Where our package lies: in a function that is the working directory, which -P leaves out."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost."""

    cpu_seconds: int = 10
    wall_seconds: float = 30.0
    """Includes what is left of the child's start, on a busy machine."""
    memory_bytes: int = 512 * 1024 * 1024
    """Address space of the child, with the interpreter and the parsers."""


class Ended(Exception):  # noqa: N818  named for what happened
    """The child ended over a question, with this exit code (minus the signal's number).

    `overdue` says that it was killed for the wall limit.
    """

    def __init__(self, code: int, *, overdue: bool) -> None:
        super().__init__(f"The reader's child ended with {code}.")
        self.code = code
        self.overdue = overdue


class Child:
    """One process; whoever started it must `end` it, and ask nothing more after an error."""

    def __init__(self, limits: Limits) -> None:
        self._wall_seconds = limits.wall_seconds
        allowed = (limits.cpu_seconds, limits.memory_bytes)
        # -P: a file of the working directory must not pass for a module. A session of its own:
        # Ctrl-C is the parent's to answer. Standard error may quote the document.
        self._process = subprocess.Popen(  # noqa: S603  our own module, numbers as arguments
            [sys.executable, "-P", "-m", _MODULE, *map(str, allowed)],
            env=os.environ | {"PYTHONPATH": _paths()},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._questions = cast("BinaryIO", self._process.stdin)
        self._answers = cast("BinaryIO", self._process.stdout)

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(self, data: bytes) -> Answer:
        """Return what became of a document; raises `Ended` if the child did not live to say."""
        began = time.monotonic()
        alarm = threading.Timer(self._wall_seconds, self._process.kill)
        alarm.start()
        try:
            reply = self._exchange(data)
            if reply is None:
                self._process.wait()
        finally:
            alarm.cancel()
            alarm.join()
        overdue = time.monotonic() - began >= self._wall_seconds
        if reply is None or overdue:
            self.end()
            raise Ended(self._process.returncode, overdue=overdue)
        return Answer.model_validate_json(reply)

    def end(self) -> None:
        """Kill it, if it lives, and leave no zombie and no open pipe."""
        self._process.kill()
        with suppress(BrokenPipeError), self._process:
            pass  # leaving waits and closes the pipes

    def _exchange(self, data: bytes) -> bytes | None:
        with suppress(BrokenPipeError):
            send(self._questions, data)
            return receive(self._answers)
        return None


def _paths() -> str:
    given = os.environ.get("PYTHONPATH")
    return f"{_ROOT}{os.pathsep}{given}" if given else str(_ROOT)
