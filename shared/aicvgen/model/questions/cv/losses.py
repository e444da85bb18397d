"""What a new reading of some lines may not lose."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from aicvgen.domain.cv import Cv
from aicvgen.domain.source import Line, Role
from aicvgen.model.extractive.cv.remaining import JOINING, entry_fields, fields

_WORD = re.compile(r"\w+")


def check_nothing_lost(
    before: Cv, after: Cv, lines: Sequence[Line], asked: AbstractSet[int]
) -> None:
    """Raise ValueError where a new reading of some lines has less of them than the one before.

    That is words that no field has, dates that are none, and list items that are no text any more.
    """
    if _words_left(after) - _words_left(before):
        left = _left(after) - _left(before) or asked
        raise ValueError(f"these lines are not told whole: {_numbers(left)}")
    gone = _vanished(after, lines, asked) - _vanished(before, lines, asked)
    if gone.keys() - JOINING:
        raise ValueError(f"words are missing that stand in these lines: {_numbers(asked)}")
    undated = _dated(before) - _dated(after)
    if undated:
        raise ValueError(f"these lines have dates: {_numbers(undated)}")
    items = _items(before, lines) - _items(after, lines)
    if items:
        raise ValueError(f"these lines are text of an entry: {_numbers(items)}")


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _words_left(cv: Cv) -> Counter[str]:
    return sum((_words(fact.text) for fact in cv.left_over), Counter[str]())


def _left(cv: Cv) -> set[int]:
    return {line for fact in cv.left_over for line in fact.lines}


def _vanished(cv: Cv, lines: Sequence[Line], asked: AbstractSet[int]) -> Counter[str]:
    """Return the words of these lines that stand in no field as often as on the page."""
    have = Counter[str]()
    for (text, where), times in _told(cv).items():
        for word, count in _words(text).items() if not asked.isdisjoint(where) else ():
            have[word] += count * times
    return sum((_words(lines[line].text) for line in asked), Counter[str]()) - have


def _told(cv: Cv) -> Counter[tuple[str, tuple[int, ...]]]:
    """Return what the CV says, with its lines; what several entries repeat counts once."""
    told = Counter(fields(cv.model_copy(update={"sections": ()})))
    told += Counter((section.heading, section.lines) for section in cv.sections)
    for entry in cv.entries():
        told |= Counter(entry_fields(entry))
    return told


def _dated(cv: Cv) -> set[int]:
    found = (entry.evidence.get("period") for entry in cv.entries())
    return {line for evidence in found if evidence for line in evidence.lines}


def _items(cv: Cv, lines: Sequence[Line]) -> set[int]:
    """Return the lines of facts that the page marks as list items."""
    facts = (fact for entry in cv.entries() for fact in entry.facts())
    return {fact.lines[0] for fact in facts if lines[fact.lines[0]].role is Role.BULLET}


def _numbers(lines: AbstractSet[int]) -> str:
    return ", ".join(str(line + 1) for line in sorted(lines))
