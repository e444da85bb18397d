"""The candidate's own words, made shorter, parted, joined or spelled as the ad spells them.

Nothing here adds a word that is not a spelling of the candidate's own: what is cut can only make a
statement smaller, and never takes away what limits it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from aicvgen.model.extractive.sentences import clauses_of
from aicvgen.model.extractive.terms import names_in, terms_in

LONGEST = 25
"""Words a bullet should have at most."""
SHORTEST = 7
"""Words a bullet should have at least."""
SEPARATOR = "; "
"""Between fragments that became one bullet."""
_LIMITS = re.compile(
    r"\b(?:except|excluding|only|without|not|no|never|partly|partially|planned|target|of which"
    r"|außer|ohne|nur|nicht|kein\w*|teilweise|zum Teil|geplant|Ziel|davon)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_EXAMPLES = re.compile(
    r",?\s+(?:including|such as|for example|e\.g\.|einschließlich|zum Beispiel|z\. ?B\.|wie etwa)\s"
)
_LEANS = re.compile(
    r"(?:the|this|that|these|those|it|its|they|their|he|she|which|also|both|here|there|then|so"
    r"|dies\w*|der|die|das|dabei|dadurch|damit|daraus|dort|hier|er|sie|es|ihre?|auch|so)\b",
    re.IGNORECASE,
)
"""A sentence that begins so says nothing without the one before."""
_GLUE = frozenset("-/.@_")
"""Beside these a name is part of a longer one, or of an address."""


class Shortened(NamedTuple):
    """A text and what was cut from it."""

    text: str
    cut: tuple[str, ...]


def length(text: str) -> int:
    """Return the number of words."""
    return len(text.split())


def parted(text: str) -> tuple[str, ...]:
    """Return the statements of a long text that stand for themselves; a short one stays whole.

    One too short to say what was done stays with the one beside it. The text is left as it is where
    a statement leans on another.
    """
    if length(text) <= LONGEST:
        return (text,)
    parts, end = list[str](), 0
    for one in clauses_of(text):
        begin = text.find(one, end)
        if begin < 0 or (end and (_LEANS.match(one) or not one[:1].isupper())):
            return (text,)
        if parts and min(length(one), length(parts[-1])) < SHORTEST:
            begin = text.rindex(parts.pop(), 0, end)
        end = text.index(one, end) + len(one)
        parts.append(text[begin:end])
    return tuple(parts)


def shortened(text: str, asked: frozenset[str], language: str) -> Shortened:
    """Cut asides and examples from a text of more than 25 words, as far as that is needed.

    What names something the ad asks for (`asked`, shared names), has a figure or limits the
    statement stays.
    """
    cut = list[str]()
    for piece in (*_asides(text), *_examples(text)):
        rest = text.replace(piece, "", 1)
        if length(text) <= LONGEST or length(rest) < SHORTEST:
            break
        if not _needed(piece, asked, language):
            text = rest
            cut.append(piece.strip(" ,"))
    return Shortened(text, tuple(cut))


def joined(texts: Iterable[str]) -> str:
    """Return fragments as one bullet."""
    return SEPARATOR.join(text.strip().rstrip(".;") for text in texts)


def is_fragment(text: str) -> bool:
    """Say whether a text is a few words without the end of a sentence."""
    return length(text) < SHORTEST and ":" not in text and not text.rstrip().endswith((".", "!"))


def in_the_ads_words(text: str, spelling: Mapping[str, str], language: str) -> str:
    """Return the text with names spelled as the ad spells them: k8s becomes Kubernetes.

    `spelling` gives the ad's spelling by shared name. Only names of things: everyday words would
    need another grammar.
    """
    for term in reversed(terms_in(text, language)):
        wanted = spelling.get(term.name, "")
        if (
            wanted
            and term.listed
            and term.name[:1].isupper()
            and wanted.casefold() not in text.casefold()
            and not _differ_in_number(wanted, text[term.start : term.end])
            and not (set(text[term.start - 1 : term.start] + text[term.end : term.end + 1]) & _GLUE)
        ):
            text = f"{text[: term.start]}{wanted}{text[term.end :]}"
    return text


def _differ_in_number(one: str, other: str) -> bool:
    """Say whether one is the plural of the other: the sentence around it knows which it needs."""
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    return longer in {f"{shorter}s", f"{shorter}es"}


def _asides(text: str) -> Iterator[str]:
    yield from sorted(_ASIDE.findall(text), key=len, reverse=True)


def _examples(text: str) -> Iterator[str]:
    """Yield the end of the text from the last word that announces examples."""
    found = list(_EXAMPLES.finditer(text))
    if found and not re.search(r"[.!?]\s", text[found[-1].start() :]):
        yield text[found[-1].start() :].rstrip(".")


def _needed(piece: str, asked: frozenset[str], language: str) -> bool:
    return bool(
        _LIMITS.search(piece) or re.search(r"\d", piece) or asked & names_in(piece, language)
    )
