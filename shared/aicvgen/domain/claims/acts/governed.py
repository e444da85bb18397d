"""What somebody is trained or interested in: a skill is no training, a duty no interest."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import known, stands
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_TOLD_BY = {
    "trained": re.compile(r""),
    "interested": re.compile(
        r"\b(?:interest|passion|enjoy|love|keen|lik(?:e|ing)\b|hobb|curious|fascinat|enthusias|focus)",
        re.IGNORECASE,
    ),
}
"""How a fact says so of a thing; a training stands in any fact, not only in a list."""
_FREE = frozenset({"light", "generic", "frame"})
_ENDING = frozenset({"with", "who", "at", "for", "from", "since", "by", "while", "as"})


def ungoverned(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each thing behind `trained in` or `interested in` that no fact speaks so of."""
    if text.language != "en":
        return
    for at, token in enumerate(text.tokens[:-1]):
        if token.low not in _TOLD_BY or text.tokens[at + 1].low != "in":
            continue
        told = [unit for unit in units if _TOLD_BY[token.low].search(unit.text)]
        for word in _things(text, at + 1):
            if not any(stands(word, known((unit,)), "en") for unit in told):
                yield Claim(FindingKind.WORD, word.text, f"{token.low} in {word.text.casefold()}")
                return


def _things(text: Reading, at: int) -> Iterator[Word]:
    """Yield the words of what is listed behind a place, to the next clause with a verb."""
    by_token = {word.at: word for word in text.words}
    for place in range(at + 1, len(text.tokens)):
        low = text.tokens[place].low
        if low in _ENDING or low in word_set("passive") or ";" in _gap(text, place):
            return
        if place in by_token and by_token[place].labels.isdisjoint(_FREE):
            yield by_token[place]


def _gap(text: Reading, place: int) -> str:
    return text.text[text.tokens[place - 1].end : text.tokens[place].start]
