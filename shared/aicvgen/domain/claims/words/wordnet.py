"""Everyday English words by meaning: which share one, and which are the more general.

The senses come from WordNet (see `data/README.md`). Words of rank, scope, certainty and direction
are not in the list: nothing here makes a helper a leader.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from aicvgen.domain.claims.words.lexicon import irregular, lines

_NONE = frozenset[str]()
_STEPS = {"n": 2, "v": 1, "a": 1, "r": 0}
"""How far up a more general word may stand: a boot is footwear, but to sauté is only to cook."""
_SHORTEST = 3
_ENDINGS = (
    ("ies", "y", "nv"), ("ied", "y", "v"), ("es", "", "nv"), ("es", "e", "nv"), ("s", "", "nv"),
    ("ed", "", "v"), ("ed", "e", "v"), ("ing", "", "v"), ("ing", "e", "v"),
    ("ier", "y", "a"), ("er", "", "a"), ("er", "e", "a"), ("ly", "", "a"), ("ily", "y", "a"),
    ("", "", "nvar"),
)  # fmt: skip


class _Net(NamedTuple):
    senses: Mapping[str, tuple[int, ...]]
    """By word and part of speech: `vcheck`."""
    parents: Mapping[int, tuple[int, ...]]


@lru_cache(maxsize=50_000)
def senses(low: str) -> frozenset[str]:
    """Return the meanings of one form of a word, empty where it is none of the list."""
    return frozenset(f"~{sense}" for sense, _ in _senses(low))


@lru_cache(maxsize=50_000)
def general(low: str) -> frozenset[str]:
    """Return the meanings of a word and the more general ones that it is evidence for."""
    parents = _net().parents
    found = set[int]()
    for sense, part in _senses(low):
        level = {sense}
        for _ in range(_STEPS[part] + 1):
            found |= level
            level = {parent for one in level for parent in parents.get(one, ())}
    return frozenset(f"~{sense}" for sense in found)


def is_noun_only(low: str) -> bool:
    """Say whether a word is known as a noun and not as a verb."""
    parts = {part for _, part in _senses(low)}
    return "n" in parts and "v" not in parts


def _senses(low: str) -> set[tuple[int, str]]:
    net = _net().senses
    return {(sense, part) for key, part in _lemmas(low) for sense in net.get(part + key, ())}


def _lemmas(low: str) -> set[tuple[str, str]]:
    """Return the words and parts of speech that a form may belong to."""
    base = irregular("en").get(low)
    found = {(base, part) for part in "nv"} if base is not None else set[tuple[str, str]]()
    for ending, instead, parts in _ENDINGS:
        if not low.endswith(ending) or len(low) - len(ending) < _SHORTEST - 1:
            continue
        stem = low[: len(low) - len(ending)]
        stems = [stem + instead]
        if ending in {"ed", "ing", "er"} and len(stem) > _SHORTEST and stem[-1] == stem[-2]:
            stems.append(stem[:-1])
        found |= {(form, part) for form in stems for part in parts}
    return found


@cache
def _net() -> _Net:
    by_word = dict[str, list[int]]()
    parents = dict[int, tuple[int, ...]]()
    for number, line in enumerate(lines("wordnet_en")):
        listed, _, above = line.partition(" > ")
        part, *words = listed.split()
        for word in words:
            by_word.setdefault(part + word, []).append(number)
        if above:
            parents[number] = tuple(map(int, above.split()))
    return _Net({word: tuple(found) for word, found in by_word.items()}, parents)
