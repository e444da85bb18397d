"""What of the original is nowhere in the tailored CV."""

from collections.abc import Iterator

from aicvgen.domain.alignment import content, folded, sentences_of, spoken, words
from aicvgen.domain.cv import Cv

_KEPT = 0.5
"""Share of its words from which a text is taken for reworded, not lost."""


def lost(original: Cv, tailored: Cv) -> Iterator[str]:
    """Yield every text that the tailored CV does not have, and of long ones the sentences."""
    texts = [text for entry in tailored.entries() for text in content(entry)]
    kept = frozenset(map(folded, texts))
    said = "\n".join(f" {spoken(text)} " for text in texts)
    bags = [words(text) for text in texts]
    for entry in original.entries():
        whole = {fact.text: sentences_of(fact.text) for fact in entry.facts()}
        for text in content(entry):
            if folded(text) in kept:
                continue
            parts = whole.get(text, (text,))
            gone = [
                part
                for part in parts
                if f" {spoken(part)} " not in said and not _is_reworded(words(part), bags)
            ]
            yield from (text,) if len(gone) == len(parts) else gone


def _is_reworded(part: frozenset[str], bags: list[frozenset[str]]) -> bool:
    return bool(part) and any(len(part & bag) / len(part) >= _KEPT for bag in bags)
