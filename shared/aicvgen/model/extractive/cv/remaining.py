"""What of a document's lines is in no field: nothing that is printed may vanish."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from aicvgen.domain.cv import Contact, Cv, Entry, Fact
from aicvgen.domain.source import Line
from aicvgen.model.extractive.cv import headings, labels, rows
from aicvgen.model.extractive.cv.entries import field_labels

_WORD = re.compile(r"[^\W_]+")
JOINING = frozenset(
    re.findall(
        r"\w+",
        "a an and at by for from in of on or since the to until with "
        "als am an auf aus bei beim bis für im in mit seit und von vom zu zum "
        "à au aux chez d dans de depuis des du en et l la le les par pour "
        "al con da dal dalla del della di do dos e ed el em hasta la na no o para per por su y "
        "aan bij de door het naar op sinds te tot uit van vanaf voor",
    )
)
"""Words between two fields: they say how one belongs to the other, which the fields say, too."""
_UNIT = (
    "(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|años?|mes(?:es)?|ann[oi]|mes[ei]|anos?|"
    "mês|jaar|maand(?:en)?)"
)
_ADDED = re.compile(
    rf"(?:\d+ {_UNIT}\W*)+|mailto|tel|(?:issued|awarded|published|released)(?: by| on)?|fluency",
    re.IGNORECASE,
)
"""What programs add to fields: how long a period is, the scheme of an address, labels."""
_SPELT = 6
"""So many letters in a row do not stand in a field by chance."""


def facts_in_no_field(cv: Cv, lines: Sequence[Line]) -> list[Fact]:
    """Return the words of the lines that no field has, those side by side in one fact.

    Labels and words between fields are left out: what they say is in the names of the fields.
    The ids go on behind those of what is left over already.
    """
    told = _told(cv)
    rest = [
        (index, text)
        for index, line in enumerate(lines)
        for text in _runs(line.text, told[index])
        if not _says_nothing(text) and not _is_piece(text, line.text, told[index])
    ]
    first = len(cv.left_over) + 1
    return [
        Fact(id=f"left-{number}", text=rows.untab(text), lines=(index,))
        for number, (index, text) in enumerate(rest, start=first)
    ]


def _told(cv: Cv) -> defaultdict[int, list[str]]:
    """Return by line the words of the fields that were read from it."""
    told: defaultdict[int, list[str]] = defaultdict(list)
    for text, lines in fields(cv):
        words = _words(text)
        for line in lines:
            told[line] += words
    return told


def fields(cv: Cv) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield what every field says with the lines it was read from."""
    yield from _contact(cv.contact)
    for section in cv.sections:
        yield section.heading, section.lines
        for entry in section.entries:
            yield from entry_fields(entry)
    for fact in cv.left_over:
        yield fact.text, fact.lines


def _contact(contact: Contact) -> Iterator[tuple[str, tuple[int, ...]]]:
    profiles = " ".join(f"{each.network} {each.username} {each.url}" for each in contact.profiles)
    for field, evidence in contact.evidence.items():
        yield profiles if field == "profiles" else getattr(contact, field, ""), evidence.lines


def entry_fields(entry: Entry) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield what every field and fact of an entry says with the lines it was read from."""
    for field, evidence in entry.evidence.items():
        value = getattr(entry, field)
        if field == "period":
            value = f"{value.raw} {value.lasted}" if value else ""
        yield " ".join(value) if field == "terms" else value, evidence.lines
    for fact in entry.facts():
        yield fact.text, fact.lines


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _runs(text: str, told: Sequence[str]) -> Iterator[str]:
    """Yield the stretches of a line whose words no field has."""
    known = frozenset(told)
    for vanished, words in groupby(
        _WORD.finditer(text), lambda word: known.isdisjoint(_words(word[0]))
    ):
        found = list(words)
        if vanished:
            yield text[found[0].start() : found[-1].end()]


def _says_nothing(text: str) -> bool:
    """Say whether a text is a label, a heading, or nothing but words that join two fields."""
    kind, _, rest = labels.split(f"{text}: ")
    return (
        bool(kind and not rest)
        or JOINING.issuperset(_words(text))
        or _ADDED.fullmatch(text) is not None
        or bool(field_labels.field_of(text))
        or headings.kind_of(text) is not None
        or headings.is_contact(text)
    )


def _is_piece(text: str, line: str, told: Sequence[str]) -> bool:
    """Say whether a text is a word spelt with gaps, or half of one that the line breaks off."""
    piece = "".join(_words(text))
    if len(piece) >= _SPELT and piece in "".join(told):
        return True
    first = line.rstrip(" -").endswith(text) and any(word.startswith(piece) for word in told)
    return first or (line.startswith(text) and any(word.endswith(piece) for word in told))
