"""What a title implies: a nurse has patients."""

from functools import lru_cache

from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.lexicon import implied_by, title_beginnings
from aicvgen.domain.claims.words.roots import roots


def is_implied(word: Word, title: Reading) -> bool:
    """Say whether a title implies what a word names: a nurse has patients."""
    return any(
        beginning in token.low
        and not word.roots.isdisjoint(_implied_roots(beginning, title.language))
        for token in title.tokens
        for beginning in title_beginnings()
    )


@lru_cache(maxsize=1_000)
def _implied_roots(beginning: str, language: str) -> frozenset[str]:
    return frozenset(root for low in implied_by(beginning) for root in roots(low, language))
