"""Who taught and who was taught: trained on a machine is not trained others on it."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_BEFORE = 5
_COMPLETED = ("arbeit", "ausbildung", "studium", "prüfung", "dissertation", "lehre")
_CARE = ("betreu", "begleit", "anleit", "angeleit", "praxisanleit")
_LESSON = re.compile(
    r"(?:unterweisung|schulung|kurs|seminar|lehrgang|fortbildung|training)(?:en|e|s)?$"
)


def lessons(text: Reading) -> Iterator[tuple[bool, Word]]:
    """Yield each lesson of a text, and whether it was given."""
    for word in text.words:
        if _is_lesson(word):
            yield _is_given(word, text), word


def given_for_received(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each lesson a sentence gives that its facts only tell to have been taken."""
    taken = [word for unit in units for word in unit.words if _is_taken(word, unit)]
    for word in text.words:
        if not _is_lesson(word) or not _is_given(word, text):
            continue
        others = [
            other
            for unit in units
            for other in unit.words
            if _is_lesson(other) and other not in taken and alike(word, other)
        ]
        if taken and not others:
            yield Claim(FindingKind.SCOPE, word.text, "given", looked_for=taken[0].text)


def own_for_overseen(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each German thesis or training completed that others wrote or did under one's care."""
    if text.language != "de":
        return
    done = {word.clause for word in text.words if word.text.lower() in word_set("completing")}
    for word in text.words:
        if word.clause not in done or not word.text.lower().endswith(_COMPLETED):
            continue
        mates = [(unit, other) for unit in units for other in unit.words if _is_course(word, other)]
        if mates and all(_is_overseen(unit) for unit, _ in mates):
            yield Claim(FindingKind.SCOPE, word.text, "own", looked_for=mates[0][1].text)


def _is_course(word: Word, other: Word) -> bool:
    """Say whether a fact names the same, or the persons who do it: Ausbildung, Auszubildende."""
    person = other.text.lower().startswith("auszubild") and word.text.startswith("Ausbild")
    return person or not word.roots.isdisjoint(other.roots)


def _is_overseen(unit: Reading) -> bool:
    """Say whether a fact tells that somebody was looked after: zwei Bachelorarbeiten betreut."""
    return any(token.low.startswith(_CARE) for token in unit.tokens)


def _is_lesson(word: Word) -> bool:
    return "lesson" in word.labels or bool(_LESSON.search(word.text))


def _is_taken(word: Word, unit: Reading) -> bool:
    """Say whether somebody was taught: trained on, attended training, in training."""
    if not _is_lesson(word):
        return False
    before, after = _around(word, unit)
    if before & word_set("taking"):
        return True
    return word.text.lower() in word_set("taught") and (not after or after in word_set("taught_in"))


def _is_given(word: Word, text: Reading) -> bool:
    """Say whether somebody else was taught: trained colleagues, gave lessons."""
    before, after = _around(word, text)
    if before & word_set("giving"):
        return True
    if before & word_set("taking") or word.text.lower() not in word_set("taught"):
        return False
    return bool(after) and after not in word_set("taught_in")


def _around(word: Word, text: Reading) -> tuple[set[str], str]:
    """Return the words before it in its clause, and the next."""
    last = len(text.tokens) if text.language == "de" else word.at
    places = range(max(0, word.at - _BEFORE), last)
    before = {text.tokens[at].low for at in places if text.clauses[at] == word.clause}
    following = text.tokens[word.at + 1] if word.at + 1 < len(text.tokens) else None
    after = following.low if following is not None and not following.breaks else ""
    return before, after
