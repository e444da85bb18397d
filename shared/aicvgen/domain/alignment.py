"""Which entries of the original an entry of a tailored CV shows."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from aicvgen.domain.cv import Cv, Entry, Kind, Period

_WORD = re.compile(r"\d+(?:[.:]\d+)+|\w+(?:\+\+|#)?")
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_PUNCTUATION = ".,;:!?()\"'„“”‘’"  # noqa: RUF001  quotation marks are the point
_SHARP = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LEGAL = frozenset({
    "gmbh", "ggmbh", "mbh", "ag", "kg", "ohg", "gbr", "ug", "se", "ev", "co", "ltd", "limited",
    "inc", "incorporated", "llc", "llp", "plc", "corp", "corporation", "company", "sa", "sarl",
    "sas", "srl", "bv", "nv", "ab", "oy", "as", "pty", "the", "der", "die", "das",
})  # fmt: skip
_ALIKE = 0.4
"""Below this share of common features two entries are not the same thing."""
_SPLIT = 0.6
"""From here on a second entry shows the same original once more."""
_OTHER_KIND = 0.8
"""How much an entry under a heading of another kind counts."""
_ORGANISATION, _TITLE, _PERIOD, _CONTENT = 3.0, 2.0, 2.0, 2.0
_NO_ENTRY = frozenset({Kind.SUMMARY, Kind.QUALIFICATIONS, Kind.SKILLS, Kind.INTERESTS})
"""Sections whose entries are no things that happened."""


class _Pair(NamedTuple):
    score: float
    new: Entry
    old: Entry


def align(original: Cv, tailored: Cv) -> dict[str, tuple[Entry, ...]]:
    """Return, by the id of each tailored entry, the original entries it shows.

    Most similar pairs first, each original once; then what was split in two shows the same
    original again, and what was merged shows several.
    """
    scored = [
        _Pair(_alike(new, old) * (1 if new_kind is old_kind else _OTHER_KIND), new, old)
        for new_kind, new in _all(tailored)
        for old_kind, old in _all(original)
    ]
    scored.sort(key=lambda pair: -pair.score)
    pairs = dict[str, tuple[Entry, ...]]()
    taken = set[str]()
    for score, new, old in scored:
        if score >= _ALIKE and new.id not in pairs and old.id not in taken:
            pairs[new.id] = (old,)
            taken.add(old.id)
    for score, new, old in scored:
        if score >= _SPLIT and new.id not in pairs:
            pairs[new.id] = (old,)
    for _, new, old in scored:
        if old.id not in taken and new.id in pairs and _is_merged(new, (*pairs[new.id], old)):
            pairs[new.id] += (old,)
            taken.add(old.id)
    return pairs


def content(entry: Entry) -> Iterator[str]:
    """Yield what an entry says, in the order of the page."""
    yield from filter(None, (entry.title, entry.organisation))
    yield from (fact.text for fact in entry.facts())
    yield from entry.terms


def name_of(entry: Entry) -> str:
    """Return title and organisation, as a person would name the entry."""
    return ", ".join(filter(None, (entry.title, entry.organisation))) or entry.id


def folded(text: str) -> str:
    """Return a text without what does not matter: case, spacing, the final period."""
    return " ".join(text.casefold().split()).rstrip(".")


def spoken(text: str) -> str:
    """Return the words of a text without the punctuation around them."""
    return " ".join(filter(None, (word.strip(_PUNCTUATION) for word in folded(text).split())))


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text and the parts between semicolons."""
    return tuple(_SENTENCE_END.split(text))


@lru_cache(maxsize=20_000)
def words(text: str) -> frozenset[str]:
    """Return the words of a text without case and accents; 2,1 is 2.1."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_SHARP)
    bare = unicodedata.normalize("NFKD", _COMMA.sub(".", plain))
    return frozenset(_WORD.findall("".join(c for c in bare if not unicodedata.combining(c))))


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the common share of two sets of words, 0 to 1."""
    return len(one & other) / len(one | other) if one | other else 0.0


def without_legal_form(name: frozenset[str]) -> frozenset[str]:
    """Return the words of a company's name without GmbH, Ltd and their like."""
    return name - _LEGAL or name


def _all(cv: Cv) -> Iterator[tuple[Kind, Entry]]:
    for section in cv.sections:
        if section.kind not in _NO_ENTRY:
            for entry in section.entries:
                yield section.kind, entry


def _alike(new: Entry, old: Entry) -> float:
    """Return the weighted share of what two entries have in common, 0 to 1."""
    gained = weight = 0.0
    for one, other, counts in (
        (_bag(new.organisation), _bag(old.organisation), _ORGANISATION),
        (_bag(new.title, new.area), _bag(old.title, old.area), _TITLE),
        (_body(new), _body(old), _CONTENT),
    ):
        if one or other:
            gained += counts * _common(one, other)
            weight += counts
    if new.period is not None and old.period is not None:
        gained += _PERIOD * _same_time(new.period, old.period)
        weight += _PERIOD
    together = _common(_head(new), _head(old))
    return max(gained / weight if weight else 0.0, together if _head(new) else 0.0)


def _common(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of the shorter text the longer has, a little less the longer it is."""
    if not one or not other:
        return 0.0
    return (len(one & other) / min(len(one), len(other)) + share(one, other)) / 2


def _bag(*texts: str) -> frozenset[str]:
    return without_legal_form(frozenset(word for text in texts for word in words(text)))


def _head(entry: Entry) -> frozenset[str]:
    """Return title, organisation and years, whatever field a reader put each in."""
    dates = entry.period.raw if entry.period is not None else ""
    return _bag(entry.title, entry.organisation, entry.area, dates)


def _body(entry: Entry) -> frozenset[str]:
    return _bag(*(fact.text for fact in entry.facts()), *entry.terms)


def _same_time(one: Period, other: Period) -> float:
    said, known = ((p.start or p.end or p.raw, p.end or p.current) for p in (one, other))
    return sum(str(a)[:4] == str(b)[:4] for a, b in zip(said, known, strict=True)) / 2


def _is_merged(new: Entry, olds: tuple[Entry, ...]) -> bool:
    """Say whether a header names all of these, one employer's or each with its title."""
    said = Counter(f"{new.title} {new.organisation}".casefold().split())
    titles = Counter(" ".join(old.title for old in olds).casefold().split())
    organisations = {without_legal_form(words(old.organisation)) for old in olds}
    named = all(name <= words(f"{new.organisation} {new.title}") for name in organisations)
    return named and any(organisations) and (not new.title or titles <= said)
