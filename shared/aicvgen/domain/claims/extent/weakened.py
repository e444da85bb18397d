"""Compounds that are less than their last word: an Ersatzmitglied is no Mitglied."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_WON = re.compile(
    r"(?:gewonnen|gewann|gewinner(?:in)?|sieger(?:in)?|sieg|goldmedaille|won|winner|winning)$"
)
_BEHIND_FIRST = re.compile(
    r"(?:silber|bronze)(?:medaille)?$|zweitplatziert|drittplatziert|finalist|nominier|vizemeister|runner$"
)
_PLACES = frozenset({"platz", "preis", "rang", "sieger", "place", "plätze"})


def weakened(said: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each German word of which the facts have only a lesser compound."""
    if said.language != "de":
        return
    known = {token.low for unit in units for token in unit.tokens}
    for token in said.tokens:
        if not token.text[0].isupper() or token.low in known:
            continue
        lesser = (prefix + token.low for prefix in word_set("lessening"))
        found = next((low for low in lesser if low in known), None)
        if found is not None:
            yield Claim(FindingKind.SCOPE, token.text, token.low, looked_for=found)


def won_places(said: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each victory of a sentence where the facts tell of a lower place."""
    won = [token for token in said.tokens if _WON.match(token.low)]
    contest = any(token.low in word_set("contests") for token in said.tokens)
    if (said.language == "en" and not contest) or not won or _is_lower(said):
        return
    told = {token.low for unit in units for token in unit.tokens}
    victories = told if said.language == "de" else told & {"winner", "first"}
    if any(map(_is_lower, units)) and not any(map(_WON.match, victories)):
        yield Claim(FindingKind.SCOPE, won[0].text, "place", looked_for=units[0].text)


def _is_lower(text: Reading) -> bool:
    """Say whether a text tells of a place behind the first: dritter Platz, Platz 2, Silber."""
    if any(map(_BEHIND_FIRST.search, (token.low for token in text.tokens))):
        return True
    for number in text.quantities:
        near = text.tokens[max(0, number.first - 1) : number.last + 2]
        if number.value > 1 and not number.unit and _PLACES & {token.low for token in near}:
            return True
    return False
