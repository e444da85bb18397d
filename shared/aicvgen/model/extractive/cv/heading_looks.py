"""How lines look, and how the headings of a document look among them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from aicvgen.domain.cv import Kind
from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv.headings import kind_of
from aicvgen.model.extractive.cv.rows import Row

_SMALLER = 0.92
_SIDEBAR = 0.7
"""Headings in a sidebar may be this much smaller than the others."""
_MANY = 1.5
_BOTH = 2
_NEVER_INSIDE = frozenset({Kind.WORK, Kind.EDUCATION, Kind.LANGUAGES, Kind.INTERESTS})


@dataclass(frozen=True, slots=True)
class Look:
    """What rows of one function share."""

    size: float
    bold: bool
    italic: bool
    upper: bool
    colour: str
    level: int
    """Of a heading, where the format says so; else 0."""


def look_of(row: Row) -> Look:
    """Return how a row looks."""
    line = row.line
    level = line.level if line.role is Role.HEADING else 0
    size = round(2 * line.size) / 2
    return Look(size, line.bold, line.italic, row.text.isupper(), line.colour, level)


@dataclass(frozen=True)
class Looks:
    """How the headings of a document look."""

    prime: Look
    body: Look
    others: frozenset[Look]
    """Lesser looks that several headings have, for example those of a sidebar."""
    apart: frozenset[Look]
    """Those of them that headings have which stand inside of no other section."""
    distinct: bool
    """No ordinary row looks like the prime ones: an unknown text of that look is a heading, too."""
    repeated: frozenset[tuple[Look, str]]
    names: Mapping[tuple[int, ...], str]

    @classmethod
    def of(
        cls, rows: Sequence[Row], known: Sequence[Row], names: Mapping[tuple[int, ...], str]
    ) -> "Looks":
        """Return the looks of a document from the rows that are headings by their text.

        `names` has the folded text of each of these by its lines.
        """
        told: dict[Look, list[str]] = defaultdict(list)
        for row in known:
            told[look_of(row)].append(names[row.lines])
        tagged = [look for look in told if look.level]
        prime = max(tagged or told, key=lambda look: (len(set(told[look])), look.size, look.bold))
        body = _body(rows)
        others = frozenset(
            look
            for look, texts in told.items()
            if look != prime and len(set(texts)) == len(texts) >= _BOTH and _stands_out(look, body)
        )
        return cls(
            prime=prime,
            body=body,
            others=others,
            apart=frozenset(
                look for look in others if _NEVER_INSIDE & {kind_of(text) for text in told[look]}
            ),
            distinct=_distinct(rows, prime, body, known),
            repeated=frozenset(
                (look, name)
                for look, texts in told.items()
                for name, count in Counter(texts).items()
                if count > 1
            ),
            names=names,
        )

    def same(self, row: Row) -> bool:
        """Say whether a row looks like most headings."""
        look, prime = look_of(row), self.prime
        if prime.level:
            return look.level == prime.level
        # A theme may set the first letters only in the colour of headings.
        coloured = look.colour == prime.colour or (
            bool(row.line.turns) and look.size > self.body.size
        )
        return (
            coloured
            and (look.size, look.bold, look.italic) == (prime.size, prime.bold, prime.italic)
            and (look.upper or not prime.upper)
        )

    def fits(self, row: Row) -> bool:
        """Say whether a known heading looks at least as important as the document's headings."""
        look, prime = look_of(row), self.prime
        if prime.level:
            return 0 < look.level <= prime.level
        if self.same(row) or look in self.others:
            return True
        if look == self.body:
            return False
        alike = look.bold == prime.bold and look.upper == prime.upper
        if look.size and look.size < (_SIDEBAR if alike else _SMALLER) * prime.size:
            return False
        return look.upper or not prime.upper or look.size > prime.size

    def repeats(self, row: Row) -> bool:
        """Say whether another row has the same text in the same look."""
        return (look_of(row), self.names.get(row.lines, "")) in self.repeated


def _body(rows: Sequence[Row]) -> Look:
    """Return the look that most of the text has."""
    letters: Counter[Look] = Counter()
    for row in rows:
        letters[look_of(row)] += len(row.text)
    return letters.most_common(1)[0][0]


def _stands_out(look: Look, body: Look) -> bool:
    return look.bold > body.bold or look.upper or look.size > body.size or bool(look.level)


def _distinct(rows: Sequence[Row], prime: Look, body: Look, known: Sequence[Row]) -> bool:
    """Say whether nothing but headings has the prime look.

    Headers of entries have it, too, where such a row stands right under a known heading.
    """
    if prime.level:
        return True
    if not (prime.upper or prime.size > body.size):
        return False
    headings = {row.lines for row in known}
    below = [
        row
        for before, row in pairwise(rows)
        if before.lines in headings and look_of(before) == prime == look_of(row)
    ]
    alike = [row for row in rows if look_of(row) == prime]
    nested = any(row.lines not in headings for row in below)
    return not nested and len(alike) <= _MANY * _BOTH * max(len(known), 1)
