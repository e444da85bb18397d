"""What stands around a number: about, at least, up to; from, to, by."""

from collections.abc import Sequence

from aicvgen.domain.claims.numbers.magnitudes import SIZE
from aicvgen.domain.claims.numbers.number_words import cardinal
from aicvgen.domain.claims.numbers.units import MONEY, UNITS
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.tokens import Token

_BOUNDS = {"~": "about", "<": "nearly", ">": "over", "≥": "least", "≤": "most"}
_ABOUT_PHRASES = {
    ("more", "than"): ">", ("mehr", "als"): ">", ("less", "than"): "≤", ("fewer", "than"): "≤",
    ("weniger", "als"): "≤", ("up", "to"): "≤", ("bis", "zu"): "≤", ("at", "least"): "≥",
    ("at", "most"): "≤", ("in", "excess"): ">", ("just", "under"): "<", ("bis",): "≤",
    ("no", "more"): "≤", ("no", "more", "than"): "≤", ("not", "more", "than"): "≤",
    ("nicht", "mehr", "als"): "≤", ("no", "less", "than"): "≥", ("no", "fewer", "than"): "≥",
    ("not", "less", "than"): "≥", ("nicht", "weniger", "als"): "≥",
    ("longer", "than"): ">", ("higher", "than"): ">", ("greater", "than"): ">",
    ("shorter", "than"): "≤", ("lower", "than"): "≤",
    ("älter", "als"): ">", ("länger", "als"): ">", ("größer", "als"): ">", ("höher", "als"): ">",
    ("jünger", "als"): "≤", ("kürzer", "als"): "≤", ("kleiner", "als"): "≤",
    ("as", "many", "as"): "≤", ("as", "much", "as"): "≤",
}  # fmt: skip
_FOLLOWING = {
    ("or", "more"): "≥", ("and", "over"): "≥", ("and", "above"): "≥", ("oder", "mehr"): "≥",
    ("or", "over"): "≥", ("and", "older"): "≥", ("und", "mehr"): "≥", ("plus",): "≥",
}  # fmt: skip
_ROLES = {"from": "from", "von": "from", "to": "to", "auf": "to", "by": "by", "um": "by",
          "added": "by", "adding": "by"}  # fmt: skip
_TIMES = frozenset({"s", "day", "month"})
_LONGER = frozenset({"of", "with", "after", "just", "well", "a", "in", "took", "lasted", "lasting"})
"""Before `over`, for longer than a time; elsewhere it is during that time."""
_NOT = frozenset({"no", "not", "nicht", "kein", "keine"})
MIN = frozenset({">", "≥"})
"""Bounds that say at least."""
FITTING = {
    "": frozenset({"", ">", "≥"}),
    "-": frozenset({"-", "", "~"}),
    "~": frozenset({"~", "", "<", ">"}),
    "<": frozenset({"<"}),
    ">": MIN,
    "≥": MIN | {"", "-"},
    "≤": frozenset({"≤", "-", "", "<"}),
    SIZE: frozenset({SIZE}),
}
"""By the bound a sentence states, the bounds of the evidence it follows from."""


def bound(found: Sequence[Token], first: int, last: int, text: str) -> str:
    """Return the bound of the number at these tokens, empty where it is exact."""
    if _is_sum_of(found, first, last) or _is_handed_over(found, first) or _is_time(found, first):
        return ""
    if _is_among(found, first):
        return ""
    gap = text[found[first - 1].end : found[first].start] if first else ""
    before = "" if "," in gap or ";" in gap else _before(found, first)
    return before or _after(found, last, text)


def _is_sum_of(found: Sequence[Token], first: int, last: int) -> bool:
    """Tell Nachträge über 380.000 €, which names the sum, from von über 380.000 €."""
    noun = first > 1 and found[first - 2].text[0].isupper() and not found[first - 1].breaks
    sums = any(token.low in MONEY for token in found[first : last + 1])
    return noun and found[first - 1].low == "über" and sums


def _is_handed_over(found: Sequence[Token], first: int) -> bool:
    """Tell handed over three weeks early from for over three weeks."""
    before = [token.low for token in found[max(0, first - 2) : first]]
    return before[1:] == ["over"] and before[0] in word_set("over_verbs")


def _is_among(found: Sequence[Token], first: int) -> bool:
    """Tell an Umfrage unter 300 Kunden, which asked so many, from in unter fünf Minuten."""
    before = [token.low for token in found[max(0, first - 2) : first]]
    return before[1:] == ["unter"] and before[0] in word_set("among_german")


def _is_time(found: Sequence[Token], first: int) -> bool:
    """Tell over six placements, during which something was done, from over six of them.

    Over two years is during them, unless a word before it says that it lasted longer.
    """
    if not first or found[first - 1].low != "over":
        return False
    before = found[first - 2].low if first > 1 else ""
    timed = any(UNITS.get(token.low, ("",))[0] in _TIMES for token in found[first : first + 2])
    if timed and before not in word_set("lasting") | _LONGER:
        return True
    return first == 1 and any(token.breaks for token in found[first + 1 : first + 4])


def _before(found: Sequence[Token], first: int) -> str:
    back = [token.low for token in found[max(0, first - 3) : first]]
    while back:
        for length in (3, 2, 1):
            phrase = tuple(back[-length:])
            if len(phrase) == length and phrase in _ABOUT_PHRASES:
                if (
                    phrase == ("bis",)
                    and len(back) > 1
                    and (back[-2][0].isdigit() or cardinal(back[-2]) is not None)
                ):
                    return ""
                return _ABOUT_PHRASES[phrase]
        sign = _sign(back[-1])
        if sign:
            return sign
        if back[-1] not in word_set("skipped") and back[-1] not in MONEY:
            return ""
        back.pop()
    return ""


def _sign(low: str) -> str:
    return next((sign for sign, name in _BOUNDS.items() if low in word_set(name)), "")


def _after(found: Sequence[Token], last: int, text: str) -> str:
    if text[found[last].end : found[last].end + 1] == "+":
        return "≥"
    after = tuple(token.low for token in found[last + 1 : last + 3])
    return _FOLLOWING.get(after, _FOLLOWING.get(after[:1], ""))


def role(found: Sequence[Token], first: int) -> str:
    """Return `from`, `to` or `by`, empty where the sentence says none."""
    before = [token.low for token in found[max(0, first - 2) : first]]
    if before[1:] in (["von"], ["of"]) and before[0] in word_set("change_nouns"):
        return "by"
    for token in reversed(found[max(0, first - 3) : first]):
        if token.low in _ROLES:
            return "" if _is_bound(found, token) else _ROLES[token.low]
        if token.low not in word_set("skipped") and not _sign(token.low) and token.low not in MONEY:
            return ""
    return ""


def _is_bound(found: Sequence[Token], token: Token) -> bool:
    at = found.index(token)
    return at > 0 and found[at - 1].low == "up" and found[at].low == "to" and not _rises(found, at)


def _rises(found: Sequence[Token], at: int) -> bool:
    """Tell went up to 12 from up to 12."""
    return at > 1 and found[at - 2].low in {"went", "go", "goes", "going", "moved"}


def is_strictly_under(found: Sequence[Token], first: int) -> bool:
    """Say whether a number is one that was not reached: under five, weniger als fünf."""
    before = [token.low for token in found[max(0, first - 3) : first]]
    if before[-1:] in (["than"], ["als"]):
        return _ABOUT_PHRASES.get(tuple(before[-2:])) == "≤" and not _NOT & set(before[:-2])
    return before[-1:] in (["under"], ["unter"], ["below"])
