"""Which language a text is written in, from its function words."""

import re
from collections import Counter

_FUNCTION_WORDS = {
    "en": frozenset((
        "the", "of", "and", "to", "in", "for", "with", "you", "your", "our", "we", "are", "is",
        "as", "on", "at", "by", "from", "will",
    )),
    "de": frozenset((
        "der", "die", "das", "und", "in", "für", "mit", "sie", "ihr", "ihre", "wir", "uns",
        "sind", "ist", "als", "auf", "bei", "von", "zur", "zum", "im", "den", "dem", "des",
        "eine", "einen", "einer", "sowie", "oder", "nach", "durch",
    )),
}  # fmt: skip


def language_of(text: str) -> str:
    """Return `en` or `de`; English where the text does not tell."""
    counts = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    score = {
        language: sum(counts[word] for word in function_words)
        for language, function_words in _FUNCTION_WORDS.items()
    }
    return "de" if score["de"] > score["en"] else "en"
