"""A function answers several requests at once: what they share must not mix them up."""

import random
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from aicvgen.model.extractive.words import key

SEED = 2026
_THREADS = 8
_ROUNDS = 10
_WORDS = tuple(
    f"{begin}{end}"
    for begin in ("organis", "lead", "negotiat", "verantwort", "entwickl", "betreu", "comput")
    for end in ("ing", "ed", "ations", "lichkeit", "ungen", "te", "er", "ers", "ational", "en")
)


@pytest.fixture(autouse=True)
def _hurried() -> Iterator[None]:
    """Let threads take turns after every few steps."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_threads_compare_words_alike() -> None:
    """Eight threads at once find for each word what one alone finds."""
    alone = {word: key.__wrapped__(word, "en") for word in _WORDS}
    orders = [
        random.Random(SEED + thread).sample(_WORDS, len(_WORDS)) for thread in range(_THREADS)
    ]

    def compared(words: list[str]) -> bool:
        return all(key.__wrapped__(word, "en") == alone[word] for word in words * _ROUNDS)

    with ThreadPoolExecutor(_THREADS) as threads:
        assert all(threads.map(compared, orders))
