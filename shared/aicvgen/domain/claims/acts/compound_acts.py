"""What a German compound says was done: Bauleitung von Anlagen is den Bau geleitet."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.labels import labels, part_labels
from aicvgen.domain.claims.words.roots import roots

_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 4
_TAIL = re.compile(r"[a-zäöüß]{4}(?:ung|kontrolle|prüfung|pflege|annahme|abgabe|ausgabe|suche)$")
_LONG_HEAD = 5
"""Shorter beginnings may be no word: Begleitung is no Leitung."""


def is_half_of_compound(
    word: Word, said: Reading, units: Sequence[Reading], *, opens: bool = False
) -> bool:
    """Say whether a fact joins this verb with another word of the sentence: Mängelmanagement.

    Who led what only a compound that opens a fact says: Vertretung der Kassenleitung is no lead.
    """
    if said.language != "de":
        return False
    others = {root for other in said.words if other is not word for root in other.roots}
    return any(
        (not head.isdisjoint(others) or (is_long and not other.roots.isdisjoint(others)))
        and _is_verb(word, tail)
        for unit in units
        for other in unit.words[: 1 if opens else None]
        if other.text[:1].isupper()
        for head, tail in _halves(other.text.lower())
        for is_long in [len(other.text) - len(tail) >= _LONG_HEAD]
    )


def is_tail_of(word: Word, done: Sequence[Word]) -> bool:
    """Say whether a German compound ends with another word for the deed: Eingangskontrolle."""
    return word.text.islower() and any(
        label[0] == "#" and label in word.labels
        for other in done
        if other.text[:1].isupper() and _TAIL.search(other.text)
        for label in part_labels(other.text.lower(), "de")
    )


def _halves(low: str) -> Iterator[tuple[frozenset[str], str]]:
    """Yield the roots of each beginning of a compound with the rest of it."""
    for at in range(_SHORTEST_HEAD, len(low) - _SHORTEST_TAIL + 1):
        head = low[:at]
        found = roots(head, "de")
        if head[-1] in "sn":
            found |= roots(head[:-1], "de")
        yield frozenset(root for root in found if len(root) >= _SHORTEST_HEAD), low[at:]


def _is_verb(word: Word, tail: str) -> bool:
    if not word.roots.isdisjoint(roots(tail, "de")):
        return True
    return any(label[0] == "#" for label in word.labels & labels(tail, "de"))
