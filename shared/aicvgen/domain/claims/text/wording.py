"""Whether the words of a sentence stand in its evidence, in whatever form."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from aicvgen.domain.claims.text.reading import Reading, Word, reading
from aicvgen.domain.claims.words.labels import labels
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.roots import FOLD, roots

_SHORTEST_PART = 4
_SHORTEST_START = 3
_LINKS = ("", "s", "es", "n", "en", "e", "er", "ns")
_ENDING = re.compile(
    r"^(?:ung|ungen|er|ers|ern|erin|innen|en|e|es|s|n|t|et|te|ete|ten|end|in|ig|iger|igen|ige|iges|lich|liche|lichen|ieren|iert|ierung)?$"
)
_SAME = frozenset({"up", "down", "all", "each", "negation", "mostly"})
"""Classes whose words say the same."""
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 5


class Known(NamedTuple):
    """What one text is evidence for."""

    roots: frozenset[str]
    labels: frozenset[str]
    general: frozenset[str]
    compounds: frozenset[str]
    """German words long enough to hold another, folded."""
    acronyms: frozenset[str]
    """The initials of neighbouring words."""


def known(texts: Iterable[Reading]) -> Known:
    """Return what these texts are evidence for together."""
    return _known_together(tuple((text.text, text.language) for text in texts))


@lru_cache(maxsize=20_000)
def _known_together(texts: tuple[tuple[str, str], ...]) -> Known:
    each = [_known(*text) for text in texts]
    if len(each) == 1:
        return each[0]
    empty = frozenset[str]()
    return Known(
        empty.union(*(one.roots for one in each)),
        empty.union(*(one.labels for one in each)),
        empty.union(*(one.general for one in each)),
        empty.union(*(one.compounds for one in each)),
        empty.union(*(one.acronyms for one in each)),
    )


@lru_cache(maxsize=20_000)
def _known(text: str, language: str) -> Known:
    read = reading(text, language)
    return Known(
        read.roots,
        read.labels,
        read.general,
        _compounds(token.low for token in read.tokens) if language == "de" else frozenset(),
        _acronyms(read),
    )


def stands(word: Word, evidence: Known, language: str, *, split: bool = True) -> bool:
    """Say whether a word, a form or an everyday synonym of it stands in the evidence.

    The halves of a German compound are looked for apart unless the evidence is of several facts.
    """
    if not word.roots.isdisjoint(evidence.roots):
        return True
    synonyms = {label for label in word.labels | word.whole if label[0] == "#" or label in _SAME}
    if not synonyms.isdisjoint(evidence.labels) or not word.senses.isdisjoint(evidence.general):
        return True
    if word.text.isupper() and word.text in evidence.acronyms:
        return True
    if language != "de" or word.name:
        return False
    return (
        _is_part(word.roots, evidence.compounds)
        or is_made_of(word.text, evidence)
        or (split and _is_split(word.text, evidence))
    )


def known_words(words: Iterable[Word], language: str) -> Known:
    """Return what these words alone are evidence for."""
    listed = tuple(words)
    empty = frozenset[str]()
    return Known(
        empty.union(*(word.roots for word in listed)),
        empty.union(*(word.labels | word.whole for word in listed)),
        empty.union(*(word.general for word in listed)),
        _compounds(word.text.lower() for word in listed) if language == "de" else empty,
        empty,
    )


def alike(one: Word, other: Word) -> bool:
    """Say whether a word is a form or a synonym of another, or what is more general."""
    if not one.roots.isdisjoint(other.roots) or not one.senses.isdisjoint(other.general):
        return True
    return any(label[0] == "#" for label in one.labels & other.labels)


def _compounds(lows: Iterable[str]) -> frozenset[str]:
    return frozenset(low.translate(FOLD) for low in lows if len(low) > 2 * _SHORTEST_START)


def _acronyms(text: Reading) -> frozenset[str]:
    every = "".join(token.text[0].upper() for token in text.tokens)
    spoken = "".join(
        token.text[0].upper()
        for token in text.tokens
        if token.low not in {"of", "and", "the", "für", "und"}
    )
    return frozenset(
        initials[start : start + length]
        for initials in (every, spoken)
        for length in range(_SHORTEST_ACRONYM, _LONGEST_ACRONYM + 1)
        for start in range(len(initials) - length + 1)
    )


def _is_part(keys: frozenset[str], compounds: frozenset[str]) -> bool:
    """Say whether a word is a part of a German compound: Wunde in Wundversorgung."""
    return any(
        _holds(whole, key) for key in keys if len(key) >= _SHORTEST_START for whole in compounds
    )


def _is_word_long(part: str) -> bool:
    """Say whether a part of a compound is long enough for a word, or one of the short ones."""
    return len(part) >= _SHORTEST_PART or part in word_set("short_heads")


@lru_cache(maxsize=200_000)
def _holds(whole: str, key: str) -> bool:
    at = whole.find(key)
    while at >= 0:
        before, after = whole[:at], whole[at + len(key) :]
        starts = not before or (
            _is_word_long(before)
            and before not in word_set("verbal")
            and len(key) >= _SHORTEST_PART
        )
        ends = bool(_ENDING.match(after)) or _is_word_long(after)
        if (
            starts
            and ends
            and (before or _is_word_long(after))
            and (len(key) >= _SHORTEST_PART or (not before and len(after) > _SHORTEST_PART))
        ):
            return True
        at = whole.find(key, at + 1)
    return False


def _is_split(text: str, evidence: Known) -> bool:
    """Say whether both halves of a German compound stand, one at least as more than a frame."""
    low = text.lower()
    for at in range(_SHORTEST_PART, len(low) - _SHORTEST_START):
        first, second = _bare(low[:at]), low[at:]
        halves = [_stands_half(half, evidence) for half in (first, second)]
        if all(half is not None for half in halves) and any(halves):
            return True
        if halves == [False, False] and _is_framed_alike(first, second, evidence):
            return True
    return False


def _is_framed_alike(first: str, second: str, evidence: Known) -> bool:
    """Say whether a compound only frames alike what a fact frames: Personalfragen."""
    return second in word_set("vague_parts") and any(
        whole.startswith(first) and whole[len(first) :].lstrip("s") in word_set("vague_parts")
        for whole in evidence.compounds
    )


def _bare(first: str) -> str:
    """Return the first half of a compound without the letter that ties it to the second."""
    return first[:-1] if first[-1] in "s-" and len(first) > _SHORTEST_PART + 1 else first


def _stands_half(half: str, evidence: Known) -> bool | None:
    """Return True where a half stands in the evidence, False where it claims nothing."""
    if half in word_set("frame_parts"):
        return False
    if len(half) < _SHORTEST_PART:
        return None
    found = frozenset(root for root in roots(half, "de") if len(root) >= _SHORTEST_PART)
    if not found.isdisjoint(evidence.roots) or _is_part(found, evidence.compounds):
        return True
    synonyms = {label for label in labels(half, "de") if label[0] == "#"}
    return True if not synonyms.isdisjoint(evidence.labels) else None


def is_made_of(text: str, evidence: Known) -> bool:
    """Say whether all parts of a German compound stand in the evidence: Kundendatenpflege."""
    whole = text.lower().translate(FOLD)
    parts = {root for root in evidence.roots if len(root) >= _SHORTEST_START and root[0].isalpha()}
    tails = {whole[at:] for at in range(_SHORTEST_START, len(whole) - _SHORTEST_START)}
    heads = {whole[:at] for at in range(_SHORTEST_PART, len(whole) - _SHORTEST_START)}
    parts |= {
        head
        for head in heads
        if any(
            compound.startswith(head) or compound.endswith(head)
            for compound in evidence.compounds
            if len(compound) - len(head) >= _SHORTEST_PART
        )
    }
    parts |= {
        tail
        for tail in tails
        if len(tail) >= _SHORTEST_PART
        and any(
            _holds(compound, root)
            for root in roots(tail, "de")
            if len(root) >= _SHORTEST_PART
            for compound in evidence.compounds
        )
    }
    return _is_covered(whole, frozenset(part for part in parts if part in whole), first=True)


def _is_covered(rest: str, parts: frozenset[str], *, first: bool) -> bool:
    if not first and _ENDING.match(rest):
        return True
    return any(
        rest.startswith(part + link) and _is_covered(rest[len(part + link) :], parts, first=False)
        for part in parts
        for link in _LINKS
    )
