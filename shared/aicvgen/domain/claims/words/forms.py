"""Forms of English verbs that tell what a word is without a dictionary."""

import re

from aicvgen.domain.claims.words.lexicon import word_set

_PAST = re.compile(r"[a-z]{2}ed$")


def is_past(low: str) -> bool:
    """Say whether an English word has the form of a past or a participle."""
    return bool(_PAST.search(low)) or low in word_set("past")
