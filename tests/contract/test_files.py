"""What every Files promises, sentence by sentence."""

import threading
from pathlib import Path

import pytest

from aicvgen.domain.errors import Conflict
from aicvgen.ports import Files

ODD_KEYS = [
    "runs/a/Lebenslauf – Zoë Müller.pdf",
    "runs/a/履歴書.docx",
    "runs/a/  spaces  .txt",
    "runs/a/100% & 'quoted' \"twice\" #1?.md",
    "runs/a/.hidden",
    "runs/a/..dots..",
    "runs/a/-rf",
    "runs/a/back\\slash",
]
BAD_KEYS = [
    "",
    "/",
    "/etc/passwd",
    "/runs/a",
    "../runs/a",
    "runs/../../a",
    "runs/a/..",
    "runs/a/../b",
    "secrets/a",
    "run",
    "runs/a\0b",
    "runs/a\nb",
    "runs/a\rb",
    "runs/" + "ü" * 513,
]


def _keys(files: Files, prefix: str) -> list[str]:
    return [file.key for file in files.list(prefix)]


def test_content_comes_back_byte_for_byte(files: Files) -> None:
    """A file is bytes, all of them, also none."""
    everything = bytes(range(256)) * 300
    files.put("runs/a/all", everything)
    files.put("runs/a/empty", b"")

    assert files.get("runs/a/all") == everything
    assert files.get("runs/a/empty") == b""


def test_large_files_are_files(files: Files) -> None:
    """What does not go in one request keeps the same promises."""
    large = b"0123456789abcdef" * 600_000
    files.put("runs/a/large", large)
    files.put("runs/a/large", large)

    with pytest.raises(Conflict):
        files.put("runs/a/large", large[1:])
    assert files.get("runs/a/large") == large


def test_a_missing_file_is_told(files: Files) -> None:
    """Who asks for a file that is not there gets FileNotFoundError, whatever is missing of it."""
    files.put("runs/a/there", b"x")

    for key in ("runs/a/missing", "runs/b/c/missing"):
        with pytest.raises(FileNotFoundError):
            files.get(key)


def test_putting_equal_content_again_is_success(files: Files) -> None:
    """A repetition is harmless and leaves the file untouched."""
    files.put("runs/a/x", b"same")
    before = files.list("runs/a/")
    files.put("runs/a/x", b"same")

    assert files.list("runs/a/") == before


def test_putting_other_content_conflicts(files: Files) -> None:
    """A file is never changed by accident."""
    files.put("runs/a/x", b"first")

    with pytest.raises(Conflict):
        files.put("runs/a/x", b"second")

    assert files.get("runs/a/x") == b"first"
    assert _keys(files, "runs/a/") == ["runs/a/x"]


def test_replace_writes_whatever_was_there(files: Files) -> None:
    """A replacement creates and overwrites, and its generation is a new one."""
    files.put("outbox/a/x", b"first", replace=True)
    (before,) = files.list("outbox/a/")
    files.put("outbox/a/x", b"second", replace=True)
    (after,) = files.list("outbox/a/")

    assert files.get("outbox/a/x") == b"second"
    assert before.generation != after.generation


def test_every_overwrite_is_a_new_generation(files: Files) -> None:
    """Also of equal content and however fast, a generation never comes back."""
    seen = set()
    for _ in range(50):
        files.put("outbox/a/x", b"same", replace=True)
        seen |= {file.generation for file in files.list("outbox/a/")}

    assert len(seen) == 50


def test_swap_of_the_current_generation(files: Files) -> None:
    """Who knows the generation may write over it; none means that there was no file."""
    files.swap("outbox/a/x", b"first", "")
    (there,) = files.list("outbox/a/")
    files.swap("outbox/a/x", b"second", there.generation)

    assert files.get("outbox/a/x") == b"second"


@pytest.mark.parametrize("known", ["", "older"])
def test_swap_of_an_old_generation_conflicts(files: Files, known: str) -> None:
    """Who stood still while others wrote cannot write over them."""
    files.put("outbox/a/x", b"first")
    generation = files.list("outbox/a/")[0].generation if known else ""
    files.put("outbox/a/x", b"second", replace=True)

    with pytest.raises(Conflict):
        files.swap("outbox/a/x", b"late", generation)

    assert files.get("outbox/a/x") == b"second"


def test_swap_of_a_missing_file_conflicts(files: Files) -> None:
    """A generation of a file that is gone is an old one."""
    files.put("outbox/a/x", b"first")
    (there,) = files.list("outbox/a/")
    files.remove(there.key, there.generation)

    with pytest.raises(Conflict):
        files.swap("outbox/a/x", b"late", there.generation)

    assert _keys(files, "outbox/") == []


def test_of_many_swaps_at_once_one_wins(files: Files) -> None:
    """Whoever races for a generation: exactly one gets it."""
    for _ in range(20):
        files.put("outbox/a/x", b"start", replace=True)
        (there,) = files.list("outbox/a/")
        barrier, won = threading.Barrier(3), list[str]()

        def race(name: str, generation: str, barrier: threading.Barrier, won: list[str]) -> None:
            barrier.wait()
            try:
                files.swap("outbox/a/x", name.encode(), generation)
            except Conflict:
                return
            won.append(name)

        threads = [
            threading.Thread(target=race, args=(name, there.generation, barrier, won))
            for name in "abc"
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert [files.get("outbox/a/x").decode()] == won


def test_list_is_sorted_and_knows_sizes(files: Files) -> None:
    """All files below the prefix, however deep, in the order of their keys."""
    for name in ("b", "a/z", "a", "a-1", "c/d/e"):
        files.put(f"runs/x/{name}.txt", name.encode())
    files.put("runs/xy/other.txt", b"")

    found = files.list("runs/x/")

    assert [file.key for file in found] == sorted(
        f"runs/x/{name}.txt" for name in ("b", "a/z", "a", "a-1", "c/d/e")
    )
    assert [file.size for file in found] == [len(file.key) - len("runs/x/.txt") for file in found]


def test_list_takes_any_prefix(files: Files) -> None:
    """A prefix may end within a name, or name nothing at all."""
    for name in ("cv.pdf", "cv-old.pdf", "job.txt"):
        files.put(f"inbox/me/x/{name}", b"")

    assert _keys(files, "inbox/me/x/cv") == ["inbox/me/x/cv-old.pdf", "inbox/me/x/cv.pdf"]
    assert _keys(files, "inbox/nobody/") == []


@pytest.mark.parametrize("key", ODD_KEYS)
def test_odd_keys_are_keys(files: Files, tmp_path: Path, key: str) -> None:
    """Any Unicode is a name: stored, listed and found under exactly this key."""
    files.put(key, b"x")

    assert files.get(key) == b"x"
    assert _keys(files, "runs/a/") == [key]
    assert {path.name for path in tmp_path.iterdir()} <= {"inbox", "runs", "outbox"}


@pytest.mark.parametrize("key", BAD_KEYS)
def test_keys_that_leave_their_bucket_are_refused(files: Files, tmp_path: Path, key: str) -> None:
    """No key reaches outside, to write or to read."""
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "a").write_bytes(b"hidden")

    with pytest.raises(ValueError, match="key"):
        files.put(key, b"x")
    with pytest.raises(ValueError, match="key"):
        files.get(key)
    assert [path.name for path in tmp_path.iterdir()] == ["secrets"]


@pytest.mark.parametrize("key", ["runs//a", "runs/./a", "runs/a/"])
def test_two_keys_are_never_one_file(files: Files, key: str) -> None:
    """A key that another one would share its file with is refused."""
    with pytest.raises(ValueError, match="key"):
        files.put(key, b"x")


def test_a_file_is_never_seen_half_written(files: Files) -> None:
    """While a large file is replaced over and over, every read gets one of the contents whole."""
    contents = [bytes([number]) * 200_000 for number in range(4)]
    files.put("outbox/a/x", contents[0], replace=True)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            for content in contents:
                files.put("outbox/a/x", content, replace=True)

    writer = threading.Thread(target=write)
    writer.start()
    seen = [files.get("outbox/a/x") for _ in range(200)]
    listed = {key for _ in range(20) for key in _keys(files, "outbox/")}
    stop.set()
    writer.join()

    assert set(seen) <= set(contents)
    assert listed == {"outbox/a/x"}, "what is being written is not listed"


def test_remove_takes_the_current_generation_away(files: Files) -> None:
    """A removed file is gone; removing a missing one is a no-op."""
    files.put("outbox/ann/cv.pdf", b"one")
    (there,) = files.list("outbox/")
    files.remove(there.key, there.generation)
    files.remove(there.key, there.generation)
    files.remove("outbox/nobody/cv.pdf", "1")
    assert list(files.list("outbox/")) == []


def test_remove_of_an_old_generation_conflicts(files: Files) -> None:
    """What somebody wrote since stays."""
    files.put("outbox/ann/cv.pdf", b"one")
    (there,) = files.list("outbox/")
    files.put("outbox/ann/cv.pdf", b"two", replace=True)
    with pytest.raises(Conflict):
        files.remove(there.key, there.generation)
    assert files.get("outbox/ann/cv.pdf") == b"two"
