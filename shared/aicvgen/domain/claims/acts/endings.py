"""How a German clause ends: with its verb."""

import re

from aicvgen.domain.claims.text.reading import Reading, Word

_FINAL = re.compile(r"(?:t|te|ten|en|rn|ln)$")


def is_final(text: Reading, word: Word) -> bool:
    """Say whether a German word ends its clause as a verb does."""
    if not word.text.islower() or not _FINAL.search(word.text):
        return False
    after = text.tokens[word.at + 1] if word.at + 1 < len(text.tokens) else None
    return after is None or after.breaks or after.low in {"und", "oder", "sowie", "wurde", "wurden"}
