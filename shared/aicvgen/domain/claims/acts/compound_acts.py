"""What a German compound says was done: Bauleitung von Anlagen is den Bau geleitet."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.acts.german_agents import acts_of_others
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.labels import labels, part_labels
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.roots import FOLD, roots

_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 4
_BUILDING = "bau"
"""A tail shorter than others: Brunnenbau."""
_OF_WHAT = 2
_TAIL = re.compile(
    r"[a-zäöüß]{4}(?:ung|kontrolle|prüfung|pflege|annahme|aufnahmen?|abgabe|ausgabe|suche|management)$"
)
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
        (
            not head.isdisjoint(others)
            or (is_long and (not other.roots.isdisjoint(others) or _ends_any(head, said)))
        )
        and _is_verb(word, tail)
        for unit in units
        for anothers in [set(acts_of_others(unit))]
        for other in unit.words[: 1 if opens else None]
        if other.text[:1].isupper() and other not in anothers
        for head, tail in _halves(other.text.lower())
        for is_long in [len(other.text) - len(tail) >= _LONG_HEAD]
    )


def _ends_any(head: frozenset[str], said: Reading) -> bool:
    """Say whether a noun of the sentence ends with this: Gruppenleitung of a Krippengruppe."""
    long = tuple(root for root in head if len(root) >= _LONG_HEAD)
    folded = (word.text.lower().translate(FOLD) for word in said.words if word.text[:1].isupper())
    return bool(long) and any(low.endswith(long) for low in folded)


def is_opened_rank(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a rank of somebody else is a compound taken apart: an den Leiter des Lagers."""
    low, after = word.text.lower(), said.tokens[word.at + 1 : word.at + 3]
    before = {token.low for token in said.tokens[max(0, word.at - 2) : word.at]}
    if said.language != "de" or not before & word_set("anothers") or len(after) < _OF_WHAT:
        return False
    return after[0].low in {"der", "des"} and any(
        other.low.endswith(low) and other.low.startswith(after[1].low.rstrip("s"))
        for unit in units
        for other in unit.tokens
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
    last = len(low) - (len(_BUILDING) if low.endswith(_BUILDING) else _SHORTEST_TAIL)
    for at in range(_SHORTEST_HEAD, last + 1):
        head = low[:at]
        found = roots(head, "de")
        if head[-1] in "sn":
            found |= roots(head[:-1], "de")
        yield frozenset(root for root in found if len(root) >= _SHORTEST_HEAD), low[at:]


def _is_verb(word: Word, tail: str) -> bool:
    if not word.roots.isdisjoint(roots(tail, "de")):
        return True
    return any(label[0] == "#" for label in word.labels & labels(tail, "de"))
