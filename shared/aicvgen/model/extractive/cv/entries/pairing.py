"""Which cell of a header is what: position or degree, employer or school, place.

Every way to read a header is scored by its words; then the ways that the headers of a section turn
out to be read in are counted, and added: what stands in one place of a header in one entry stands
there in the others, too.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from aicvgen.model.extractive.cv import places
from aicvgen.model.extractive.cv.entries import wraps
from aicvgen.model.extractive.cv.entries.cells import UNFINISHED, Header, Named, is_place
from aicvgen.model.extractive.cv.entries.parts import (
    AT,
    DASH,
    Part,
    commas,
    partings,
    peel_place,
    spaced_place,
)
from aicvgen.model.extractive.cv.gazetteer import LIKELY

_PASSES = 3
_PARTS = 5
_NAME = re.compile(r"[^\W\d_][\w.'’-]+(?:[ -][^\W\d_][\w.'’-]*){0,2}")
_NO_PLACE = -2.0
_SLOT = Callable[[str], float]
_MOST = 3.0
_TRUST = {
    "title": 0.4,
    "owner": 0.4,
    "title by date": 0.3,
    "owner by date": 0.3,
    "place": 0.9,
    "order": 0.6,
    "joint": 0.6,
}
"""How much the place of a field counts; its look counts fully: a row more or less moves places."""
_WAYS = 24
_MOSTLY = 0.6
_OUT_OF_REACH = 5.0

_NO_TITLE, _NO_OWNER = -1.6, -1.2
_LABELLED = 4.0
"""A label says what a text is."""
_JOINT, _LISTED = -0.7, -0.5
"""A dash, or a comma, is left inside of a name."""
_OPEN = -0.6
"""It ends with a word that no name ends with."""


@dataclass(frozen=True, slots=True)
class Words:
    """How much a text looks like each of the two names that an entry has."""

    title: _SLOT
    """Position or degree."""
    owner: _SLOT
    """Employer or school."""
    left: float = -0.8
    """What a name costs that is neither."""
    alone: Callable[[str], bool] = lambda _: False
    """Whether a text needs no other name beside it: a leave has no employer."""


@dataclass(frozen=True)
class Reading:
    """One way to read a header; its score by words alone."""

    title: Part | None
    owner: Part | None
    place: Part | None
    rest: tuple[Part, ...]
    score: float

    @cached_property
    def customs(self) -> tuple[tuple[str, object], ...]:
        """What may be usual about it: where its fields stand, how they look, their order."""
        placed = (("title", self.title), ("owner", self.owner), ("place", self.place))
        found: list[tuple[str, object]] = [(name, part.slot) for name, part in placed if part]
        names = [(name, part) for name, part in placed[:2] if part]
        found += [(f"{name} look", part.look) for name, part in names]
        found += [(f"{name} by date", f"{part.from_date} by date") for name, part in names]
        if self.title and self.owner:
            found.append(("order", self.title.slot < self.owner.slot))
            found.append(("joint", _joint(self.title, self.owner)))
        return tuple(found)


_Fields = tuple[Part | None, Part | None, Part | None]
"""Title, owner and place."""


class _Way(NamedTuple):
    """A way to read a header that may yet turn out too bad to keep."""

    fields: _Fields
    parts: Sequence[Part]
    score: float


def _joint(title: Part, owner: Part) -> object:
    """Return what parts two names: a row, a wide gap, or a weak separator."""
    if title.slot[0] != owner.slot[0]:
        return "row"
    return title.slot[2] if title.slot[1] == owner.slot[1] else "gap"


class Usual:
    """How often which field stands where in the section's headers, by how sure that is."""

    def __init__(self) -> None:
        self._counts: defaultdict[tuple[str, object], float] = defaultdict(float)
        self._fields: defaultdict[str, float] = defaultdict(float)
        self._values: defaultdict[object, float] = defaultdict(float)
        self._known: dict[tuple[str, object], float] = {}

    def count(self, way: Reading, weight: float) -> None:
        """Note a way in which a header is read."""
        for field, value in way.customs:
            self._counts[field, value] += weight
            self._fields[field] += weight
            self._values[value] += weight

    def lean(self, way: Reading) -> float:
        """Return how usual a way is: the sum of the log odds of where its fields stand."""
        return sum(self._odds(custom) for custom in way.customs)

    def _odds(self, custom: tuple[str, object]) -> float:
        if custom not in self._known:
            field, value = custom
            here = self._counts[custom]
            others = self._fields[field] + self._values[value] - 2 * here
            odds = max(-_MOST, min(_MOST, math.log((here + 1) / (others + 1))))
            self._known[custom] = _TRUST.get(field, 1.0) * odds
        return self._known[custom]


def read(headers: Sequence[Header], words: Words) -> list[Reading]:
    """Return the best reading of each header, decided for all of them together."""
    spaced = _are_spaced(headers)
    choices = [_readings(header, words, spaced=spaced) for header in headers]
    usual = Usual()
    best: list[Reading] = []
    for _ in range(_PASSES):
        ranked = [_ranked(ways, usual) for ways in choices]
        found = [way for way, _ in ranked]
        if found == best:
            break
        best = found
        usual = Usual()
        for way, margin in ranked:
            usual.count(way, margin)
    return best


def _are_spaced(headers: Sequence[Header]) -> bool:
    """Say whether in most headers a known place follows a name without a separator."""
    ends = [[spaced_place(cell.text, LIKELY)[1] for cell in header.cells] for header in headers]
    parted = [any(_has_place(cell.text) for cell in header.cells) for header in headers]
    found = [any(each) and not other for each, other in zip(ends, parted, strict=True)]
    places = {place for each in ends for place in each if place}
    return len(places) > 1 and sum(found) >= _MOSTLY * len(headers)


def _has_place(text: str) -> bool:
    return is_place(text) or bool(peel_place(text)[1])


def _ranked(ways: Sequence[Reading], usual: Usual) -> tuple[Reading, float]:
    """Return the best way, and how far the next is behind it, at most 1: how much it counts."""
    scores = [way.score + usual.lean(way) for way in ways]
    first = max(range(len(ways)), key=scores.__getitem__)
    second = max((score for index, score in enumerate(scores) if index != first), default=-9.0)
    return ways[first], min(1.0, scores[first] - second)


def named(part: Part | None) -> Named | None:
    """Return the part as a text with its lines."""
    return Named(part.text, part.lines) if part else None


def _readings(header: Header, words: Words, *, spaced: bool) -> list[Reading]:
    """Return the ways to read a header that what is usual may still put first."""
    ways: dict[tuple[str, str, str], _Way] = {}
    best = float("-inf")
    for cells, joined in wraps.ways(header.cells):
        for parts, cost in partings(cells[:_PARTS], spaced=spaced):
            for fields, score in _assigned(parts, cost + joined, words, best - _OUT_OF_REACH):
                title, owner, place = fields
                texts = (_text(title), _text(owner), _text(place))
                if texts not in ways or ways[texts].score < score:
                    ways[texts] = _Way(fields, parts, score)
                best = max(best, score)
    near = [way for way in ways.values() if way.score > best - _OUT_OF_REACH]
    return [_reading(way) for way in sorted(near, key=lambda way: -way.score)[:_WAYS]]


def _text(part: Part | None) -> str:
    return part.text if part else ""


def _assigned(
    parts: Sequence[Part], cost: float, words: Words, least: float
) -> Iterator[tuple[_Fields, float]]:
    """Yield the ways to give the parts to the fields that score at least so much."""
    fixed = next((part for part in parts if part.place), None)
    free = [part for part in parts if not part.place]
    titles = [(None, _NO_TITLE), *((part, _named(words.title, part, "title")) for part in free)]
    owners = [(None, _NO_OWNER), *((part, _named(words.owner, part, "owner")) for part in free)]
    placed = [] if fixed else [(part, _place(part.text) + _said(part, "place")) for part in free]
    for (title, titled), (owner, owned) in product(titles, owners):
        if title is owner and title is not None:
            continue
        used = (title is not None) + (owner is not None)
        named = cost + titled + owned + words.left * (len(free) - used)
        if named >= least:
            yield (title, owner, fixed), named
        for place, at in placed:
            score = named - words.left + at
            if score >= least and place is not title and place is not owner:
                yield (title, owner, place), score


def _reading(way: _Way) -> Reading:
    rest = tuple(part for part in way.parts if not any(part is field for field in way.fields))
    return Reading(*way.fields, rest, way.score)


def _said(part: Part, field: str) -> float:
    """Return how much a label speaks for a part being this field."""
    return 0.0 if not part.field else _LABELLED if part.field == field else -_LABELLED


def _named(score: _SLOT, part: Part, field: str) -> float:
    """Return how much a text looks like a name: less so where it could be parted."""
    joints = _JOINT if DASH.search(part.text) or AT.search(part.text) else 0.0
    listed = _LISTED if "comma" in part.slot else _LISTED / 2
    open_end = _OPEN if UNFINISHED.search(part.text) else 0.0
    commas_in = listed * len(commas(part.text))
    return score(part.text) + joints + commas_in + open_end + _said(part, field)


@lru_cache(maxsize=4096)
def _place(text: str) -> float:
    """Return how much a cell looks like a place; a name that no list knows may still be one."""
    score = places.place_score(text)
    if not score and is_place(text):
        score = 2
    if not score and not _NAME.fullmatch(text):
        return _NO_PLACE
    return (-0.7, -0.3, 1.0, 2.0)[score]
