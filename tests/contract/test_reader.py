"""The Reader contract: a child that reads, keeps to its limits, and dies without harm."""

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from io import BytesIO
from pathlib import Path

import pikepdf
import psutil
import pytest

from agents.cv_samples import PLAIN, SIDEBAR, pdf, word
from aicvgen.documents.extract import extract
from aicvgen.documents.limits import MAX_BYTES
from aicvgen.documents.reader.process import Limits
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.ports import Reader

TEXT = b"Ada Fernsby\nClerk\n"
GREEDY = b'{"basics": [' + b"{}," * 660_000 + b"{}]}"
"""Within every limit of size; its parts need fifty times as much memory."""
_PARENT = """
import os, sys
from aicvgen.documents.reader.warm import WarmReader
reader = WarmReader()
reader.read(b"Ada Fernsby")
print(os.getpid(), flush=True)
sys.stdin.read()
"""


@contextmanager
def reading(limits: Limits | None = None) -> Iterator[WarmReader]:
    """Return a reader whose child is the only one."""
    with closing(WarmReader(limits)) as reader:
        reader.warm()
        yield reader


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """Return a reader that is kept; its child goes with it."""
    before = {child.pid for child in children()}
    with closing(WarmReader()) as kept:
        yield kept
    assert {child.pid for child in children()} <= before


def children(parent: int | None = None) -> list[psutil.Process]:
    """Return the children that read, zombies included."""
    return psutil.Process(parent).children()


def drawing(lines: int) -> bytes:
    """Return a small PDF that draws so many lines: within every limit of size, and much work."""
    document = pikepdf.new()
    document.add_blank_page()
    document.pages[0].Contents = document.make_stream(b"0 0 m 9 9 l S " * lines)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def newest() -> psutil.Process:
    """Return the child that was started last."""
    return max(children(), key=lambda child: child.create_time())


def reason(act: Callable[[], object]) -> Reason:
    """Return why something is refused, with a sentence that says what to do."""
    with pytest.raises(Rejected) as refused:
        act()
    assert str(refused.value).endswith(".")
    return refused.value.reason


@contextmanager
def asked(reader: Reader, data: bytes, child: psutil.Process) -> Iterator[list[object]]:
    """Ask in a thread; the block begins when the stopped child has the question before it."""
    answers: list[object] = []

    def ask() -> None:
        try:
            answers.append(reader.read(data))
        except Rejected as error:
            answers.append(error.reason)

    child.suspend()
    thread = threading.Thread(target=ask)
    with Path(f"/proc/{child.pid}/fd/0").open("rb", buffering=0) as questions:
        thread.start()
        assert select.select([questions], [], [], 20)[0]
    yield answers
    thread.join(20)


@pytest.mark.parametrize("data", [TEXT, PLAIN.encode(), pdf(SIDEBAR), word()])
def test_reads_what_the_readers_read(reader: Reader, data: bytes):
    """The answer is the same as without a child, to the last field."""
    assert reader.read(data) == extract(data)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"GIF8", b"{", b"a" * (MAX_BYTES + 1)])
def test_refuses_what_the_readers_refuse(reader: Reader, data: bytes):
    """A refusal keeps its name and its sentence."""
    with pytest.raises(Rejected) as plain:
        extract(data)
    with pytest.raises(Rejected) as refused:
        reader.read(data)
    assert (refused.value.reason, str(refused.value)) == (plain.value.reason, str(plain.value))


def test_the_child_is_kept_and_ended():
    """Files and refusals go through one process, which `close` ends without a zombie."""
    before = {child.pid for child in children()}
    with reading() as reader:
        first = newest()
        for number in range(20):
            reader.read(b"line %d" % number)
            reason(lambda: reader.read(b"GIF8"))
        assert {child.pid for child in children()} == before | {first.pid}
    assert {child.pid for child in children()} == before


def test_nothing_starts_before_it_is_needed():
    """A reader that is only made has no child, and closing it is nothing."""
    before = len(children())
    with closing(WarmReader()):
        assert len(children()) == before


@pytest.mark.parametrize(
    ("limits", "data", "expected"),
    [
        (Limits(cpu_seconds=1), drawing(900_000), Reason.TOO_SLOW),
        (Limits(memory_bytes=96 * 1024 * 1024), GREEDY, Reason.TOO_LARGE),
    ],
    ids=["cpu", "memory"],
)
def test_a_hostile_file_is_refused_and_the_child_replaced(
    limits: Limits, data: bytes, expected: Reason
):
    """A file over a limit is refused by name; the next one is read by a new child."""
    with reading(limits) as reader:
        first = newest()
        assert reason(lambda: reader.read(data)) is expected
        assert reader.read(TEXT) == extract(TEXT)
        assert newest() != first
        assert not first.is_running()


def test_a_hanging_child_is_ended_by_the_clock():
    """A child that does nothing at all is killed at the wall limit and replaced."""
    with reading(Limits(wall_seconds=3)) as reader:
        reader.read(TEXT)
        newest().suspend()
        assert reason(lambda: reader.read(TEXT)) is Reason.TOO_SLOW
        assert reader.read(TEXT) == extract(TEXT)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (signal.SIGSEGV, Reason.CORRUPT),
        (signal.SIGABRT, Reason.CORRUPT),
        (signal.SIGXCPU, Reason.TOO_SLOW),
        (signal.SIGKILL, extract(TEXT)),
    ],
)
def test_a_child_that_dies_over_a_file(number: signal.Signals, expected: object):
    """A crash is the file's fault; a kill from outside is not, and the file is read again."""
    with reading() as reader:
        child = newest()
        with asked(reader, TEXT, child) as answers:
            child.send_signal(number)
            with suppress(psutil.NoSuchProcess):
                child.resume()
        assert answers == [expected]
        assert reader.read(b"Next") == extract(b"Next")


def test_a_child_that_was_killed_between_two_files():
    """The next file is read as if nothing had happened."""
    with reading() as reader:
        reader.read(TEXT)
        newest().kill()
        assert reader.read(TEXT) == extract(TEXT)


def test_an_interrupted_question_is_never_answered_to_the_next():
    """After Ctrl-C in the middle of a file, the next file gets its own answer."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with reading() as reader:
        child = newest()
        before = signal.signal(signal.SIGALRM, interrupt)
        child.suspend()
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        try:
            with pytest.raises(KeyboardInterrupt):
                reader.read(TEXT)
        finally:
            signal.signal(signal.SIGALRM, before)
        if child.is_running():
            child.resume()
        assert reader.read(b"Next") == extract(b"Next")


def test_many_threads_get_their_own_answers(reader: Reader):
    """Whoever asks gets what belongs to the question."""
    texts = [f"line {number}\n".encode() * (1 + number % 7) for number in range(60)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(reader.read, texts)) == [extract(text) for text in texts]


def test_the_child_ends_with_a_killed_parent():
    """`kill -9` of the parent leaves no process behind."""
    command = [sys.executable, "-c", _PARENT]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert int(parent.stdout.readline()) == parent.pid
        (child,) = children(parent.pid)
        parent.kill()
        child.wait(20)


def test_a_file_in_the_working_directory_is_no_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """What lies beside a CV is never run."""
    (tmp_path / "zipfile.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    with reading() as reader:
        assert reader.read(word()) == extract(word())


def test_the_child_is_not_a_place_for_core_dumps():
    """A crash writes no memory, and so no document, to the disk."""
    with reading() as reader:
        reader.read(TEXT)
        assert newest().rlimit(psutil.RLIMIT_CORE)[0] == 0
        assert newest().rlimit(psutil.RLIMIT_AS)[0] == Limits().memory_bytes
        assert os.getpgid(newest().pid) != os.getpgid(0)
