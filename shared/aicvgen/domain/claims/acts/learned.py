"""What somebody learned to be: a trained cook who worked as a waiter is no trained waiter."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.acts.roles import is_titled
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.abbreviations import spelled_out
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.draft import FindingKind

_LEARNED = {
    "en": re.compile(r"trained|qualified"),
    "de": re.compile(r"(?:gelernt|ausgebildet)e[rn]?"),
}
_OPENING = frozenset({"a", "an", "as", "am", "und", "and"})
_FARTHEST = 3


def unlearned(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each trade that a sentence says was learned and no single fact does."""
    told = [trade for unit in units for trade in _trades(unit)]
    opened = spelled_out(text, units)  # Qualified Teacher Status for QTS
    for trade in _trades(text):
        if trade.at not in opened and not any(alike(trade, other) for other in told):
            yield Claim(FindingKind.TITLE, trade.text, "learned")


def _trades(text: Reading) -> Iterator[Word]:
    """Yield who is named behind `trained` or `gelernter`: trained staff is whom one trained."""
    pattern = _LEARNED[text.language]
    for at, token in enumerate(text.tokens):
        if not pattern.fullmatch(token.low) or token.tied:
            continue  # part-qualified is less
        opens = at == 0 or token.breaks or text.tokens[at - 1].low in _OPENING
        behind = [word for word in text.words if at < word.at <= at + _FARTHEST]
        if text.language == "de":
            nouns = (word for word in behind if word.text[:1].isupper())
            trade = next(nouns, None)
        else:
            persons = (word for word in behind if is_titled(word, "en") and _is_one(word))
            trade = next(persons, None)
        if trade is not None and (opens or token.low != "trained"):
            yield trade


def _is_one(word: Word) -> bool:
    return not word.text.lower().endswith("s")
