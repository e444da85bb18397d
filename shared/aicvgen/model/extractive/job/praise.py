"""Praise before what is asked for: good knife skills are knife skills."""

import re

_VERY = r"(?:very|really|exceptionally|sehr|besonders|überaus|très|muy|molto|muito|zeer|heel)\s+"
_ADJECTIVES = (
    r"good|excellent|strong|solid|great|outstanding|exceptional|superb|proven|sound|thorough|"
    r"impeccable|first[- ]class|profound|extensive|"
    r"(?:gut|fundiert|ausgeprägt|sicher|hervorragend|ausgezeichnet|exzellent|umfassend|vertieft|"
    r"stark|überdurchschnittlich|versiert)e[mnrs]?|solide[mnrs]?|"
    r"bon(?:ne)?s?|excellente?s?|solides|buen[ao]?s?|excelentes?|sólid[ao]s?|"
    r"buon[aeio]?|ottim[aeio]|eccellent[ei]|bo[am]s?|goede|uitstekende|sterke"
)
_ONE = rf"(?:{_VERY})?(?:{_ADJECTIVES})"
PRAISE = rf"(?<!\w){_ONE}(?:(?:\s*,\s*|\s+(?:and|und|et|y|e|en)\s+|\s+){_ONE})*\s+"
_FIRST = re.compile(PRAISE, re.IGNORECASE)


def behind_praise(text: str) -> int:
    """Return where a text goes on behind the praise that it begins with; 0 without any."""
    praise = _FIRST.match(text)
    return praise.end() if praise else 0
