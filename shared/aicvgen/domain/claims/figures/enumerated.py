"""Numbers that a sentence counts out itself: two languages, English and Spanish."""

import re

from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading

_NAMED = re.compile(
    r"^(?:\s+[\w'\u2019-]+){1,3}\s*"
    r"(?:[:,\u2013\u2014]|(?P<bracket>\()|,?\s+(?:namely|nämlich|und zwar)\b)"
    r"\s*(?P<items>[^;:.()\u2013\u2014]+)"
)
_DATED = re.compile(r"\s*\((?:[A-Z][a-zä]+\s)?(?:19|20)\d\d\)")
_JOINED = re.compile(r"\s+(?:and|und|sowie|&)\s+", re.IGNORECASE)
_LONGEST_ITEM = 5


def is_counted_out(number: Quantity, text: Reading) -> bool:
    """Say whether a list of as many items follows what a number counts.

    The items themselves are looked for in the evidence as every other word.
    """
    if number.unit or number.ordinal or number.bound or number.value <= 1:
        return False
    named = _NAMED.match(_DATED.sub("", text.text[text.tokens[number.last].end :]))
    if named is None:
        return False
    listed = named["items"].count(",") + 1 if named["bracket"] == "(" else 0
    return number.value in {_items(named["items"]), listed}


def _items(listed: str) -> int:
    """Return how many items a list has up to the one after its `and`, 0 where it is none."""
    parts = _JOINED.split(listed)
    if len(parts) < 2:  # noqa: PLR2004  before and after
        return 0
    items = [item.strip() for item in parts[0].split(",") if item.strip()]
    last = parts[1].split(",")[0]
    if any(len(item.split()) > _LONGEST_ITEM for item in (*items, last)):
        return 0
    return len(items) + 1
