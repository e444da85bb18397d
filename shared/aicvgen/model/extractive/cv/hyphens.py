"""Joining of broken lines: hyphens of the line break go, hyphens of the word stay."""

import re
from dataclasses import dataclass
from itertools import pairwise

_COMPOUND_STARTS = re.compile(
    "cross|self|co|multi|non|well|high|low|full|real|end|long|short|front|back|open|large|"
    "small|third|first|second|pre|post|anti|semi|sub|inter|intra|meta|micro|macro|e|on|off|"
    "in|out|up|user|data|cloud|cost|event|time|test|code|hand|data-driven|state|peer|client|"
    "server|object|customer|product|team|company|community|community-driven|decision|award|"
    "business|project|role|rule|type|fault|risk|service|web|mobile|mid|part|half|two|three|"
    "four|five|one|built|all|single|double|triple|pixel|easy|hard|face|day|year|week|month|"
    "hands|machine|fast|sub-millisecond|zero|best|top|under|over|run|mission|world|key|near|"
    "ad|ex|de|re|deep|quality|kubernetes|aws|python|java|sql|it|ki|online|offline|software|"
    "hardware|soft|e-mail"
)
_COMPOUND_ENDS = re.compile(
    "native|based|driven|functional|level|time|scale|end|side|source|stack|tier|term|wide|"
    "ready|facing|oriented|related|specific|friendly|free|safe|aware|agnostic|first|only|"
    "generation|quality|performance|throughput|latency|availability|grade|class|commerce|"
    "mail|site|premise|premises|call|house|party|person|year|month|week|day|hour|minute|"
    "second|step|way|sized|effective|efficient|critical|tenant|region|account|module|service|"
    "user|value|volume|depth|to-end|of|in|up|down|off|on|out|over|and|und|oder|millisecond|"
    "making|building|solving"
)
_WORD = re.compile(r"(?<![\w-])[^\W\d_]++(?:-[^\W\d_]++)*+(?![-\w])")
_TAIL = re.compile(r"(?<![^\W\d_])([^\W\d_]++)-$")
_HEAD = re.compile(r"^[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a document says about its words."""

    words: frozenset[str]
    """Its words that are not broken, also the hyphenated ones."""
    hyphenates: bool
    """Whether it breaks words anywhere, as programs that justify text do, and not at hyphens."""

    def keeps(self, left: str, right: str) -> bool:
        """Say whether the hyphen between two halves belongs to the word."""
        if left + right in self.words:
            return False
        if f"{left}-{right}" in self.words or (left in self.words and right in self.words):
            return True
        starts, ends = _COMPOUND_STARTS.fullmatch(left), _COMPOUND_ENDS.fullmatch(right)
        return bool(starts and ends) if self.hyphenates else True


def join(before: str, after: str, vocabulary: Vocabulary) -> str:
    """Return two pieces of a broken paragraph as one text.

    A hyphen at the break stays if the document says so, or what follows is no lowercase word and
    the document does not have the whole word elsewhere.
    """
    tail, head = _TAIL.search(before), _HEAD.search(after)
    if tail and head and (tail[1] + head[0]).isupper():
        known = (tail[1] + head[0]).casefold() in vocabulary.words
        return (before[:-1] if known else before) + after
    if before.endswith(("-", "/")) and (tail is None or head is None or not after[0].islower()):
        return before + after if not before.endswith((" -", " /")) else f"{before} {after}"
    if tail is None or head is None:
        return f"{before} {after}"
    left, right = tail[1].casefold(), head[0].casefold()
    if right in {"und", "and", "or", "oder", "bzw"}:
        return f"{before} {after}"
    return (before if vocabulary.keeps(left, right) else before[:-1]) + after


def vocabulary(texts: list[str]) -> Vocabulary:
    """Return the words of the document's lines, and whether it breaks words anywhere."""
    words: set[str] = set()
    broken = False
    for text in texts:
        found = _WORD.findall(text.casefold())
        words.update(found[1:] if broken else found)
        broken = text.endswith("-")
    known = frozenset(words)
    return Vocabulary(known, any(_is_broken(*each, known) for each in pairwise(texts)))


def _is_broken(before: str, after: str, words: frozenset[str]) -> bool:
    """Say whether a word was broken where it has no hyphen: neither half is one by itself."""
    tail, head = _TAIL.search(before), _HEAD.search(after)
    if tail is None or head is None or not after[0].islower():
        return False
    left, right = tail[1].casefold(), head[0].casefold()
    if left + right in words:
        return True
    compound = _COMPOUND_STARTS.fullmatch(left) or _COMPOUND_ENDS.fullmatch(right)
    return not (compound or left in words or right in words)
