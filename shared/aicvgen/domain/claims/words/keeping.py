"""What a German leads without being a leader: talks, books, a list."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.words.tokens import Token

_FARTHEST = 8
_FARTHEST_BEHIND = 13
_COMPANY = 3
_WITH = frozenset({"mit", "für", "im", "zu", "der"})
_LEADING = frozenset({"führte", "führt", "führe", "führen", "führung", "geführt"})
_KEPT = re.compile(
    r"(?:gespräche?n?|protokolle?n?|interviews?|telefonate?n?|verhandlungen|listen?|kasse|akten?|statistik(?:en)?"
    r"|nachweise?n?|dokumentation(?:en)?|korrespondenz|kartei(?:en)?|buch|bücher|konto|konten|register|inventar"
    r"|portfolios?|berichte?n?|\w*kalender|\w*buchhaltung|\w*buchführung|\w*verzeichnis\w*|\w*wirtschaftsgüter\w*|stammdaten|\w*lager|bestände?|datei(?:en)?|aufzeichnungen|mappen?|journal|debatten?|diskussion(?:en)?)$"
)
_LED = re.compile(
    r"(?:team|teams|gruppe|abteilung|mannschaft|mitarbeite\w+|kolleg\w+|personal|leute|bereich)$"
)


def is_keeping(found: Sequence[Token], at: int) -> bool:
    """Say whether a word at this place says that talks were held or books were kept."""
    if found[at].low not in _LEADING:
        return False
    if any(_KEPT.search(low) for low in _behind(found, at)):
        return True
    before = next((token for token in _before(found, at)), "")
    return bool(_KEPT.search(before))


def is_showing_round(found: Sequence[Token], at: int) -> bool:
    """Say whether somebody was shown round: führte durch das Museum."""
    later = found[at + 1 : at + _FARTHEST]
    return found[at].low in _LEADING and any(token.low == "durch" for token in later)


def _behind(found: Sequence[Token], at: int) -> Iterator[str]:
    """Yield what follows in the same clause, up to whom one led."""
    for place in range(at + 1, min(at + _FARTHEST_BEHIND, len(found))):
        company = {token.low for token in found[max(at, place - _COMPANY) : place]}
        if found[place].breaks or (_LED.search(found[place].low) and not company & _WITH):
            return
        yield found[place].low


def _before(found: Sequence[Token], at: int) -> Iterator[str]:
    """Yield what was kept or whom one led, the nearest first, without those one did it with."""
    for place in range(at - 1, max(-1, at - _FARTHEST), -1):
        low = found[place].low
        company = {token.low for token in found[max(0, place - _COMPANY) : place]}
        if _KEPT.search(low) or (_LED.search(low) and "mit" not in company):
            yield low
        if found[place].breaks:
            return
