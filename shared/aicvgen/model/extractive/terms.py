"""Skills, tools, methods and degrees in a text, whatever spelling they come in.

Two spellings are the same term only where `terms.toml` says so or they differ by inflection: Java
is not JavaScript, MySQL is not PostgreSQL.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from aicvgen.model.extractive.words import Word, key, words

_DATA = "terms.toml"
_EXACT = "="
_TAG = re.compile(r"([a-z]{2}):")
"""The only language in which a spelling counts."""
_VERB = "~"
_OF = frozenset({"of", "von", "der", "des", "de", "du", "di", "del", "do", "da", "van"})
_COMPOUND_TAILS = ("kenntnisse", "kenntnissen", "erfahrung", "erfahrungen", "software", "systeme")
_SHORTEST_HEAD = 4
_SHORTEST_NAME = 2
_LONGEST_ENDING = 4
_NEAR = 40
"""Characters beside a word that tell what it is."""
_TIES = ("-", "'", "\u2019", "&")
"""Marks that make a short name part of another word: go-to-market, C-suite, R&D."""


_GOES_ON = re.compile(r"\s+(?!(?:and|or|und|oder|sowie|et|ou|y|o|e)\s+[^a-zäöü\s])[a-zäöü]")
"""An everyday sentence after its first word; 'Rust or C++' is a list."""


class Term(NamedTuple):
    """A known term in a text."""

    written: str
    """The spelling of the text."""
    name: str
    """The spelling all texts share."""
    start: int
    end: int
    listed: bool
    """The spelling itself stands in the table: a name, not an inflected form within a sentence."""


class _Spelling(NamedTuple):
    keys: tuple[str, ...]
    texts: tuple[str, ...]
    name: str
    quotable: bool
    """It can stand in a list of skills; a verb form cannot."""
    exact: bool
    """Only in this very spelling: an everyday word is written like it."""


class _Table(NamedTuple):
    spellings: Mapping[str, tuple[_Spelling, ...]]
    """By the key of their first word, longest first."""
    broader: Mapping[str, tuple[str, ...]]


def terms_in(text: str, language: str) -> tuple[Term, ...]:
    """Return the known terms of a text in its order, each once."""
    found = dict[str, Term]()
    for term in _occurrences(text, language):
        found.setdefault(term.name, term)
    return tuple(found.values())


def names_in(text: str, language: str) -> frozenset[str]:
    """Return the shared names a text is evidence for: its terms and what these are a kind of.

    With the language bound, this is what the claim check takes as its `shared_names`.
    """
    names = frozenset(term.name for term in terms_in(text, language))
    return names | broader_than(names, language)


def broader_than(names: frozenset[str], language: str) -> frozenset[str]:
    """Return what the named things are a kind of: a BSc is a university degree."""
    broader = _table(language).broader
    return frozenset(general for name in names for general in broader.get(name, ()))


def same_words(term: str, text: tuple[Word, ...], language: str) -> bool:
    """Say whether all words of a term stand close together in a text.

    In their order, or turned round an `of`: farming of lettuce is lettuce farming, the nurse in
    charge is no charge nurse.
    """
    wanted = [word.key for word in words(term, language)]
    keys = [word.key for word in text]
    width = len(wanted) + 1
    return bool(wanted) and any(
        _says(keys[start : start + width], wanted) for start in range(len(keys))
    )


def _says(here: list[str], wanted: list[str]) -> bool:
    rest = iter(here)
    in_order = all(word in rest for word in wanted)
    return in_order or (set(wanted) <= set(here) and not _OF.isdisjoint(here))


def name_of(term: str, language: str) -> str | None:
    """Return the shared name of a term that is known as a whole, else None."""
    found = _occurrences(term, language)
    asked = words(term, language)
    whole = bool(found) and (found[0].start, found[0].end) == (asked[0].start, asked[-1].end)
    return found[0].name if whole else None


def _occurrences(text: str, language: str) -> list[Term]:
    found = words(text, language)
    terms = list[Term]()
    at = 0
    while at < len(found):
        spelling = _spelling_at(found, at, text, language)
        if spelling is None:
            at += 1
            continue
        here = found[at : at + len(spelling.keys)]
        start, end = here[0].start, here[-1].end
        listed = spelling.quotable and _same_text(spelling, here)
        terms.append(Term(text[start:end], spelling.name, start, end, listed))
        at += len(spelling.keys)
    return terms


def _spelling_at(found: tuple[Word, ...], at: int, text: str, language: str) -> _Spelling | None:
    spellings = _table(language).spellings
    for spelling in spellings.get(found[at].key, ()):
        here = found[at : at + len(spelling.keys)]
        if tuple(word.key for word in here) == spelling.keys and (
            _is_exact(spelling, here, text)
            if spelling.exact
            else _is_inflected(spelling, here, language)
        ):
            return spelling
    head = _compound_head(found[at].text) if language == "de" else ""
    heads = spellings.get(key(head, language), ()) if head else ()
    return next((s for s in heads if len(s.keys) == 1 and not s.exact), None)


def _is_inflected(spelling: _Spelling, here: tuple[Word, ...], language: str) -> bool:
    """Tell inflection from derivation, which stems conflate too: access is not accessibility.

    What bears a name of its own is not inflected at all: solid is not Solidity.
    """
    if spelling.name[:1].isupper():
        return _same_text(spelling, here)
    if len(here) == 1 and language != "de":
        return _singular(here[0].text) == _singular(spelling.texts[0])
    return all(
        abs(len(word.text) - len(text)) <= _LONGEST_ENDING
        for word, text in zip(here, spelling.texts, strict=True)
    )


def _singular(word: str) -> str:
    return re.sub(r"(?:(?<=[sxz])es|(?<=[cs]h)es|(?<![su])s)$", "", word.casefold())


def _same_text(spelling: _Spelling, here: tuple[Word, ...]) -> bool:
    return all(
        word.text.casefold() == text.casefold()
        for word, text in zip(here, spelling.texts, strict=True)
    )


def _is_exact(spelling: _Spelling, here: tuple[Word, ...], text: str) -> bool:
    """Tell the name from the everyday word: Go from 'Go to market', C from 'C-suite'."""
    if tuple(word.text for word in here) != spelling.texts:
        return False
    before, after = text[: here[0].start][-_NEAR:], text[here[-1].end :][:_NEAR]
    if _is_everyday(spelling.texts[0], before, after):
        return False
    short = len("".join(spelling.texts)) <= _SHORTEST_NAME
    if short and (before.endswith(_TIES) or after.startswith(_TIES)):
        return False
    if spelling.texts[0].isupper():
        return True
    starts_sentence = not before.strip() or before.rstrip()[-1] in ".!?:•"
    return not (starts_sentence and _GOES_ON.match(after))


def _is_everyday(word: str, before: str, after: str) -> bool:
    """Tell the season from Spring and the person from Julia by what stands beside them."""
    leads, follows = _everyday()
    lead, follow = leads.get(word), follows.get(word)
    return bool((lead and lead.search(before)) or (follow and follow.search(after)))


@cache
def _everyday() -> tuple[Mapping[str, re.Pattern[str]], Mapping[str, re.Pattern[str]]]:
    """Return what stands before and what after an everyday word that is spelled like a term."""
    data = _data()["everyday"]
    leads = {word: re.compile(said, re.IGNORECASE) for word, said in data["before"].items()}
    return leads, {word: re.compile(said) for word, said in data["after"].items()}


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath(_DATA).read_text(encoding="utf-8"))


def _compound_head(word: str) -> str:
    """Return the first part of a German compound such as Buchhaltungskenntnisse, else nothing."""
    folded = word.casefold()
    for tail in _COMPOUND_TAILS:
        head = folded.removesuffix(tail)
        if head != folded and len(head) >= _SHORTEST_HEAD:
            return head.removesuffix("s").removesuffix("-")
    return ""


@cache
def _table(language: str) -> _Table:
    data = _data()
    spellings = dict[str, dict[tuple[tuple[str, ...], ...], _Spelling]]()
    for line in (line for group in data["terms"].values() for line in group):
        alternatives = [part.strip() for part in line.split("|")]
        name = alternatives[0].removeprefix(_EXACT)
        for alternative in alternatives:
            tag = _TAG.match(alternative)
            if tag and tag[1] != language:
                continue
            spelling = _spelling(alternative[tag.end() if tag else 0 :], name, language)
            same_first = spellings.setdefault(spelling.keys[0], {})
            same_first.setdefault((spelling.keys, spelling.texts), spelling)
    broader = dict[str, tuple[str, ...]]()
    for general, kinds in data["kinds"].items():
        for kind in kinds:
            broader[kind] = (*broader.get(kind, ()), general)
    return _Table(
        {
            first: tuple(sorted(same.values(), key=_longest_first))
            for first, same in spellings.items()
        },
        broader,
    )


def _longest_first(spelling: _Spelling) -> int:
    return -len(spelling.keys)


def _spelling(alternative: str, name: str, language: str) -> _Spelling:
    text = alternative.removeprefix(_EXACT)
    exact = text != alternative or (text.isupper() and len(text) < _SHORTEST_HEAD)
    parts = words(text.removeprefix(_VERB), language)
    return _Spelling(
        keys=tuple(part.key for part in parts),
        texts=tuple(part.text for part in parts),
        name=name,
        quotable=not text.startswith(_VERB),
        exact=exact,
    )
