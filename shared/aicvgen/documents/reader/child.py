"""The child: `python -m aicvgen.documents.reader.child CPU_SECONDS MEMORY_BYTES`.

Reads frames with documents from standard input, writes frames with answers to standard output,
and ends with its parent: then its input ends.
"""

import math
import os
import resource
import sys
import traceback
from contextlib import suppress
from typing import BinaryIO

from aicvgen.documents.extract import extract
from aicvgen.documents.reader.frames import OUT_OF_MEMORY, Answer, Refusal, receive, send
from aicvgen.domain.errors import Rejected


def main() -> None:
    """Answer until the input ends."""
    cpu_seconds, memory = (int(argument) for argument in sys.argv[1:])
    questions, answers = sys.stdin.buffer, _own_output()
    _limit(resource.RLIMIT_CORE, 0)  # a dump would lay the document on the disk
    _limit(resource.RLIMIT_AS, memory)
    while (data := receive(questions)) is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime) + cpu_seconds)
        try:
            send(answers, _answer(data))
        except MemoryError:
            sys.exit(OUT_OF_MEMORY)


def _own_output() -> BinaryIO:
    """Return the pipe to the parent, out of reach of a library that prints."""
    own = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return own


def _limit(which: int, value: int) -> None:
    """Lower a soft limit; where the system does not take it, the parent's clock still holds."""
    with suppress(ValueError, OSError):
        _, hard = resource.getrlimit(which)
        highest = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (highest, hard))


def _answer(data: bytes) -> bytes:
    """Read one document.

    The edge of this process: an unknown error is told by class and place, and raised by the parent.
    """
    try:
        return _packed(Answer(source=extract(data)))
    except Rejected as error:
        return _packed(Answer(refusal=Refusal(reason=error.reason, message=str(error))))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  see above
        place = traceback.extract_tb(error.__traceback__)[-1]
        name = os.path.basename(place.filename)  # noqa: PTH119  a string is all that is needed
        return _packed(Answer(bug=f"{type(error).__name__} at {name}:{place.lineno}"))


def _packed(answer: Answer) -> bytes:
    return answer.model_dump_json(exclude_defaults=True).encode()


if __name__ == "__main__":
    main()
