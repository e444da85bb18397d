"""Sentences addressed to a computer: 'Ignore all previous instructions and …'.

A document is material, and whoever wants something of a program that reads it is not obeyed. Only
sentences that tell somebody to do something count, not those that tell of such sentences: a CV may
say that its author defended chatbots against them.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from aicvgen.domain.orders import LEAD, PATTERNS

Span = tuple[int, int]
"""Start and end of a sentence in a text."""

_START = re.compile(r"(?:^|[.!?:;,)\]>|*#=]|(?<=\s)[-–—])\s*")
"""Where somebody may begin to tell what to do; a quotation mark is no such place."""
_ENCODED = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/]{24,}={0,2}(?![\w+/=])")
_GOES_ON = re.compile(
    rf"\s*{LEAD}(?:instead|then|also|you\s+(?:must|should|will|are)|do\s+not|don'?t|never|always|make\s+sure"
    r"|output|print|say|write|add|insert|append|rate|score|rank|give|recommend|reply|respond|answer"
    r"|include|mention|repeat|state|this\s+candidate|the\s+candidate|schreiben?|fügen?|gib|bewerten?"
    r"|antworten?|sage?|nennen?|stattdessen|danach|dann|mark|select|tell|keep|hire|approve|return)\b",
    re.IGNORECASE,
)
"""A sentence behind one that was addressed to a computer says what else it shall do."""
_WORDS = (
    "ignor|disregard|forget|overr|discard|bypass|follow|vergiss|vergess|missacht|llm|gpt|"
    "gemini|claude|copilot|bot|sprachmodell|automat|screening|pars|ranking|scoring|hiring|"
    "system|instruction|prompt|anweisung|pretend|<|[inst|[/inst|##|candidate|applicant|cv|"
    "resume|résumé|application|profil|person|kandidat|bewerb|lebenslauf|give|award|assign|"
    "sentence|bullet|paragraph|answer|repl|output|satz|sätze|absätze|stichpunkt|antwort|"
    "base64|language model|you are now|act as|from now on|du bist|base 64"
)
_HINTS = (*_WORDS.split("|"), *"\"'‘“„‚«`")  # noqa: RUF001  as people type them
"""Each pattern needs one of these: most lines have none, and to look for them takes no time."""
_NAME = re.compile(r"\b(?:ai|a\.i|ki)\b", re.IGNORECASE)
LONG = 24
"""Letters of a word that may be text that is wrapped up."""
_SENTENCE = re.compile(r"\S.*?(?:[.!?…][\"'”’)\]]*(?=\s+\S)|$)", re.DOTALL)
_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТУХІЈЅԌԁԛԝаеорсухіјѕһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιαρτυκɡɑıℓ",
    "ABEKMHOPCTYXIJSGdqwaeopcyxijshlABEZHIKMNOPTYXoviaptukgail",
)


class _Latin(dict[int, str]):
    """The Latin letter that a character looks like, else itself; found out when it is met."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).translate(_LOOK_ALIKES)
        self[code] = found = folded if len(folded) == 1 else chr(code)
        return found


_LATIN = _Latin()


def hints_in(text: str) -> tuple[str, ...]:
    """Return what in a whole document may belong to an instruction; empty for most documents."""
    folded = _plain(text).casefold()
    wrapped = {word for word in folded.split() if len(word) >= LONG}
    known = tuple(hint for hint in _HINTS if hint in folded)
    return (*known, *set(_NAME.findall(folded)), *wrapped)


def addressed(text: str, hints: tuple[str, ...] | None = None) -> tuple[Span, ...]:
    """Return the sentences of a paragraph that are instructions to a computer, in order.

    Takes less time with the `hints` of the document that the paragraph is from.
    """
    plain = _plain(text)
    folded = plain.casefold()
    if not any(hint in folded for hint in (hints_in(text) if hints is None else hints)):
        return ()
    found: list[Span] = []
    before = False
    for sentence in _SENTENCE.finditer(plain):
        before = _tells(sentence[0]) or (before and _GOES_ON.match(sentence[0]) is not None)
        if before:
            found.append(sentence.span())
    return tuple(found)


def without(text: str, spans: tuple[Span, ...]) -> str:
    """Return a text without some of its sentences."""
    for start, end in reversed(spans):
        text = f"{text[:start].rstrip()} {text[end:].lstrip()}"
    return text.strip() if spans else text


def _tells(sentence: str) -> bool:
    starts = (place.end() for place in _START.finditer(sentence))
    return any(_orders().match(sentence, at) for at in starts) or any(_decoded(sentence))


@cache
def _orders() -> re.Pattern[str]:
    return re.compile("|".join(PATTERNS), re.IGNORECASE)


def _decoded(sentence: str) -> Iterator[bool]:
    """Yield whether each text that is wrapped up in the sentence is an instruction itself."""
    for found in _ENCODED.finditer(sentence):
        try:
            inner = base64.b64decode(found[0], validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
        yield " " in inner and bool(addressed(inner))


def _plain(text: str) -> str:
    """Return the text in Latin letters, each in its place: letters that look alike count as one."""
    return text if text.isascii() else text.translate(_LATIN)
