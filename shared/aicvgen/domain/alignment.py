"""Which entry of a tailored CV is which entry of the original."""

import re
from collections.abc import Iterator

from aicvgen.domain.cv import Cv, Entry, Kind

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_PUNCTUATION = ".,;:!?()\"'„“”‘’"  # noqa: RUF001  quotation marks are the point
_ALIKE = 0.3
"""Below this share of common features two entries are not the same thing."""
_ORGANISATION, _TITLE, _PERIOD, _CONTENT = 3.0, 2.0, 2.0, 1.0


def align(original: Cv, tailored: Cv) -> dict[str, Entry]:
    """Return, by the id of each tailored entry, the original entry it shows.

    Each original entry is taken once, the most similar pair first, ties in the order of both.
    """
    scored = [
        (_alike(new, old), new, old)
        for new_kind, new in _all(tailored)
        for old_kind, old in _all(original)
        if _comparable(new_kind, old_kind)
    ]
    pairs = dict[str, Entry]()
    taken = set[str]()
    for score, new, old in sorted(scored, key=lambda pair: -pair[0]):
        if score >= _ALIKE and new.id not in pairs and old.id not in taken:
            pairs[new.id] = old
            taken.add(old.id)
    return pairs


def nearest(sentence: str, cv: Cv) -> str:
    """Return the text of a CV that shares most words with a sentence, empty where none does."""
    wanted = _words(sentence)
    texts = [text for entry in cv.entries() for text in content(entry)]
    best = max(texts, key=lambda text: _share(wanted, _words(text)), default="")
    return best if _share(wanted, _words(best)) else ""


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


def _all(cv: Cv) -> Iterator[tuple[Kind, Entry]]:
    for section in cv.sections:
        for entry in section.entries:
            yield section.kind, entry


def _comparable(new: Kind, old: Kind) -> bool:
    doing = {Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER}
    return new is old or {new, old} <= doing


def _alike(new: Entry, old: Entry) -> float:
    """Return the weighted share of what two entries have in common, 0 to 1."""
    gained = weight = 0.0
    for one, other, counts in (
        (new.organisation, old.organisation, _ORGANISATION),
        (new.title, old.title, _TITLE),
        (_dates(new), _dates(old), _PERIOD),
        (_body(new), _body(old), _CONTENT),
    ):
        if one or other:
            gained += counts * _share(_words(one), _words(other))
            weight += counts
    return gained / weight if weight else 0.0


def _dates(entry: Entry) -> str:
    if entry.period is None:
        return ""
    return f"{entry.period.start or ''} {entry.period.end or ''}"


def _body(entry: Entry) -> str:
    return " ".join((*(fact.text for fact in entry.facts()), *entry.terms))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
