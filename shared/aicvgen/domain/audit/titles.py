"""Titles and degrees word by word: no synonym, nothing more general, nothing less."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from aicvgen.domain.claims.acts.roles import is_person
from aicvgen.domain.claims.sentence import SharedNames
from aicvgen.domain.claims.text.names import is_tool
from aicvgen.domain.claims.text.reading import reading
from aicvgen.domain.claims.words.tokens import Token, tokens

_READ = frozenset({"en", "de"})
JOINING = frozenset({
    "a", "an", "and", "at", "for", "in", "of", "the", "to", "with", "als", "am", "bei", "das",
    "der", "des", "die", "für", "im", "mit", "und", "von", "zum", "zur", "de", "et", "y", "e",
})  # fmt: skip
"""Words of titles and names that claim nothing."""
_WOMAN = ("innen", "in", "frau", "mann")


def is_worded(title: str, evidence: Iterable[str], shared: SharedNames) -> bool:
    """Say whether every word of a title stands in the evidence, in whatever form or gender."""
    there = "\n".join(evidence)
    known = frozenset(root for token in _claiming(there) for root in _forms(token.text))
    runs = groupby(_claiming(title), lambda token: _forms(token.text).isdisjoint(known))
    return all(_is_shared(title, tuple(run), there, shared) for strange, run in runs if strange)


def _is_shared(title: str, run: Sequence[Token], there: str, shared: SharedNames) -> bool:
    """Say whether words that stand together are another spelling of names in the evidence."""
    names = shared(title[run[0].start : run[-1].end])
    return bool(names) and names <= shared(there)


def is_of_a_person(title: str, language: str) -> bool:
    """Say whether a text names somebody by what they do."""
    grammar = language if language in _READ else "en"
    words = reading(title, grammar).words
    return any("rank" in word.labels or is_person(word, grammar) for word in words)


def _claiming(text: str) -> list[Token]:
    return [token for token in tokens(text) if token.low not in JOINING]


def _forms(word: str) -> frozenset[str]:
    """Return a word, its plural and its other gender; a tool as it is."""
    low = word.casefold()
    if is_tool(word) or not low.isalpha():
        return frozenset({low})
    bare = {low.removesuffix(ending) for ending in _WOMAN if len(low) > len(ending) + 3}
    return frozenset({low, *bare}) | {low.removesuffix("s")}
