"""Truth: every claim of a sentence must stand in the facts it cites."""

from aicvgen.domain.claims.check import check, own_words

__all__ = ["check", "own_words"]
