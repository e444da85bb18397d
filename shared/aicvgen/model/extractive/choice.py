"""Which points of an entry are shown, and in which order."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from aicvgen.domain.cv import Fact
from aicvgen.domain.fit import Ranked
from aicvgen.model.extractive.wording import (
    LONGEST,
    SEPARATOR,
    is_fragment,
    joined,
    length,
    parted,
)

_SAME_OPENING = 0.05
"""Share it loses where another point opens with the same word."""
_FIGURE, _RESULT = 0.05, 0.1
"""What a figure is worth, as much as words shared with the ad can be at most, and a result."""
_DIGIT = re.compile(r"\d")
_CHANGE = re.compile(r"\d[^.]*\s(?:to|auf|à|a|naar)\s[^.]*\d|\d\s?%|percent|prozent", re.IGNORECASE)
"""From this to that, or a share: what came of it, not only how much there was."""
_WORD = re.compile(r"\w+")


class Point(NamedTuple):
    """What could become one bullet."""

    text: str
    cites: tuple[str, ...]
    score: float
    terms: frozenset[str]

    @property
    def parts(self) -> list[str]:
        """Return the texts it was joined from."""
        return self.text.split(SEPARATOR) if len(self.cites) > 1 else [self.text]

    @property
    def opening(self) -> str:
        """Return its first word."""
        found = _WORD.search(self.text)
        return found[0].casefold() if found else ""


def points_of(facts: Sequence[Fact], ranked: Mapping[str, Ranked], most: int) -> tuple[Point, ...]:
    """Return what could be shown: long facts sentence by sentence, fragments joined.

    Fragments are joined only as far as one of them would not find room otherwise.
    """
    points = [_point(text, fact, ranked) for fact in facts for text in parted(fact.text.strip())]
    while len(points) > most:
        pairs = [at for at in range(len(points) - 1) if _can_join(points[at], points[at + 1])]
        if not pairs:
            break
        at = min(pairs, key=lambda at: length(points[at].text) + length(points[at + 1].text))
        points[at : at + 2] = [_join(points[at], points[at + 1])]
    return tuple(points)


def choose(points: Sequence[Point], most: int) -> tuple[Point, ...]:
    """Return the most relevant points that do not say the same again.

    Those that name what the ad asks for come first, the best of them at the top. The others follow
    in the order of the source; where not all of them find room, the ones with figures, with words
    of the ad and with an opening of their own are preferred.
    """
    rest, chosen = list(points), list[Point]()
    while rest and len(chosen) < most:
        best = max(rest, key=lambda point: _worth(point, chosen))
        rest.remove(best)
        chosen.append(best)
    order = {id(point): at for at, point in enumerate(points)}
    asked_for = [point for point in chosen if point.terms]
    others = [point for point in chosen if not point.terms]
    return (*asked_for, *sorted(others, key=lambda point: order[id(point)]))


def _worth(point: Point, chosen: Sequence[Point]) -> tuple[float, float, bool]:
    """Return what it adds of the ad's terms, then what else speaks for it."""
    said = frozenset[str]().union(*(other.terms for other in chosen))
    new = len(point.terms - said) / len(point.terms) if point.terms else 0.0
    opens_same = point.opening in {other.opening for other in chosen}
    opening = 1 - _SAME_OPENING * opens_same
    told = (point.score + _strength(point.text)) * opening
    return point.score * new * opening, told, not opens_same


def _strength(text: str) -> float:
    if _CHANGE.search(text):
        return _RESULT
    return _FIGURE if _DIGIT.search(text) else 0.0


def _point(text: str, fact: Fact, ranked: Mapping[str, Ranked]) -> Point:
    known = ranked.get(fact.id)
    return Point(
        text=text,
        cites=(fact.id,),
        score=known.score if known is not None else 0.0,
        terms=frozenset(known.terms) if known is not None else frozenset(),
    )


def _can_join(one: Point, other: Point) -> bool:
    fragments = all(is_fragment(part) for point in (one, other) for part in point.parts)
    return fragments and length(one.text) + length(other.text) <= LONGEST


def _join(one: Point, other: Point) -> Point:
    return Point(
        text=joined((one.text, other.text)),
        cites=one.cites + other.cites,
        score=max(one.score, other.score),
        terms=one.terms | other.terms,
    )
