"""Of what a change is told: eight percent of the linen costs are not eight of all costs."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.roots import FOLD
from aicvgen.domain.draft import FindingKind

_SETS = ("costs", "takings")
_SHORTEST = 3
_UNTOLD = frozenset({"down", "up", "all", "each", "light", "team", "do"})


def widened_measures(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield costs or takings that changed where only those of one thing did.

    The last of the units is the header: what is told of a café needs not name it again.
    """
    *facts, header = units
    shares = {one.value for one in text.quantities if one.unit == "%"}
    for unit in facts:
        if shares.isdisjoint(one.value for one in unit.quantities if one.unit == "%"):
            continue
        for named in _SETS:
            heads = [word for word in text.words if _part(word, named, text.language) is not None]
            for told in unit.words:
                part = _part(told, named, unit.language)
                own = _modifiers(told, unit)
                if part is None or not heads or not (part or own):
                    continue
                if not any(_names(word, part, own) for word in (*text.words, *header.words)):
                    kind, head = FindingKind.UNIVERSAL, heads[0]
                    yield Claim(kind, head.text, head.text.casefold(), nearest=unit.text)


def _part(word: Word, named: str, language: str) -> str | None:
    """Return what a compound of costs or takings opens with; None where a word is neither."""
    low = word.text.lower()
    for head in word_set(named):
        if low == head or (language == "de" and low.endswith(head)):
            return low.removesuffix(head).removeprefix("gesamt").translate(FOLD)
    return None


def _modifiers(head: Word, unit: Reading) -> tuple[Word, ...]:
    """Return the words right before an English head that say of what it is."""
    found = list[Word]()
    for word in reversed([one for one in unit.words if one.at < head.at]):
        beside = word.at == head.at - 1 - len(found) and not unit.tokens[word.at + 1].breaks
        if unit.language != "en" or not beside or not word.labels.isdisjoint(_UNTOLD):
            break
        found.append(word)
    return tuple(found)


def _names(word: Word, part: str, own: Sequence[Word]) -> bool:
    """Say whether a word tells of what costs or takings are."""
    low = word.text.lower().translate(FOLD)
    in_part = bool(part) and any(
        len(root) >= _SHORTEST and part.startswith(root) for root in (*word.roots, low)
    )
    opens = bool(part) and low.startswith(part.removesuffix("s"))
    return in_part or opens or any(alike(word, one) for one in own)
