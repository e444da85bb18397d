"""Clauses that tell what another did: who closed, reviewed by the manager, vom Notar geprüft."""

import re

from aicvgen.domain.claims.acts.endings import is_final
from aicvgen.domain.claims.acts.roles import is_person
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.tokens import Token

_GERUND = re.compile(r"[a-z]{2}ing$")

SITTING = re.compile(
    r"\b(?:was|am|is|sat|sit|sits|served|serve|serves) on (?:the|an?|our) (?:[\w-]+ ){0,3}"
    r"(?:board|committee|council|group|jury|panel|team)\b",
    re.IGNORECASE,
)
"""How a fact tells that somebody is one of a group."""


def is_anothers(text: Reading, clause: int) -> bool:
    """Say whether a clause tells what another did: who closed, reviewed by the manager."""
    inside = [at for at, number in enumerate(text.clauses) if number == clause]
    first = text.tokens[inside[0]]
    if first.low in word_set("relative") or _is_german_relative(text, first, inside[-1]):
        return clause - 1 not in text.classes.get("shared", ())
    if (text.language == "de" and _is_done_by(text, clause)) or _is_named_by(text, inside):
        return True
    changing = {word.at for word in text.words if word.labels & {"up", "down"}}
    return any(
        at + 1 in inside
        and at - 1 not in changing
        and (at - 1 == inside[0] or text.tokens[at - 2].low in word_set("passive"))
        and is_past(text.tokens[at - 1].low)
        and not (text.tokens[at + 1].text.islower() and _GERUND.search(text.tokens[at + 1].low))
        for at in inside
        if text.tokens[at].low in {"by", "durch"}
    )


def _is_named_by(text: Reading, inside: list[int]) -> bool:
    """Say whether a clause only names whose deed a thing is: drafts by the head designer."""
    by = inside[0] + 1
    return (
        inside[0] > 0
        and by in inside
        and text.tokens[by].low in {"by", "vom", "durch"}
        and any(is_person(one, text.language) for one in text.words if by < one.at <= inside[-1])
    )


def _is_done_by(text: Reading, clause: int) -> bool:
    """Say whether a German clause names who did it: vom Notar geprüft."""
    words = [word for word in text.words if word.clause == clause]
    return any(is_final(text, word) for word in words) and any(
        is_person(word, "de") and text.tokens[word.at - 1].low in {"vom", "durch"} for word in words
    )


def _is_german_relative(text: Reading, first: Token, last: int) -> bool:
    """Say whether a clause is one such as `, die der Notar beurkundete`."""
    return (
        text.language == "de"
        and first.breaks
        and not text.text[: first.start].rstrip().endswith(")")
        and first.low in word_set("german_relative")
        and text.tokens[last].text.islower()
        and any(
            token.text[0].isupper()
            for token in text.tokens
            if first.start < token.start < text.tokens[last].start
        )
    )
