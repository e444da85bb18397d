"""German compounds taken apart: Planung von Ersatzteilen is Ersatzteilplanung."""

from collections.abc import Sequence

from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.roots import FOLD

_SHORTEST = 4


def is_tail_parted(word: Word, said: Reading, compounds: Sequence[Word]) -> bool:
    """Say whether a compound ends with this word and begins with another of its sentence."""
    if said.language != "de":
        return False
    heads = tuple(
        root
        for other in said.words
        if other is not word
        for root in other.roots
        if len(root) >= _SHORTEST
    )
    tails = [root for root in word.roots if len(root) > _SHORTEST or root == "bau"]
    return any(
        low.startswith(heads) and low.find(tail, _SHORTEST) > 0
        for one in compounds
        if one.text[:1].isupper()
        for low in [one.text.lower().translate(FOLD)]
        for tail in tails
    )
