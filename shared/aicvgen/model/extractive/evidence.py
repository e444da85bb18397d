"""Everything in a CV that can be evidence for a term: facts, and what the fields of entries say."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.model.extractive.denied import affirmed, held_terms, is_held
from aicvgen.model.extractive.terms import Term, broader_than, name_of, same_words, terms_in
from aicvgen.model.extractive.words import Word, words

_SCIENCE = re.compile(r"(\w{3,}(?:log|nom|graf|graph|soph))(?:ien?|in|innen|en?|isch\w*)")
"""A German word for a science, for who practises it, or for what belongs to it."""


class Piece(NamedTuple):
    """One fact, or the fields of one entry."""

    id: str
    """A fact id, or an entry id where its fields are the evidence."""
    kind: Kind
    text: str
    """Blanks stand for what it denies."""
    terms: tuple[Term, ...]
    names: frozenset[str]
    """The shared names of its terms and of what these are a kind of."""
    words: tuple[Word, ...]

    @property
    def is_fact(self) -> bool:
        """Say whether it is a fact, not the fields of an entry."""
        return "/" in self.id


class Wanted(NamedTuple):
    """A term of the ad, ready to be looked for."""

    term: str
    name: str | None
    """The name all spellings share; None for a term that is only in the ad."""

    @property
    def key(self) -> str:
        """What makes two spellings one term."""
        return self.name or self.term.casefold()


def wanted(term: str, language: str) -> Wanted:
    """Return a term of an ad in this language, ready to be looked for."""
    return Wanted(term, name_of(term, language))


def pieces_of(cv: Cv) -> tuple[Piece, ...]:
    """Return all evidence of a CV in the order of the source."""
    return tuple(
        piece
        for section in cv.sections
        for entry in section.entries
        for piece in _pieces(entry, section.kind, cv.language)
    )


def is_evidence(piece: Piece, want: Wanted, language: str) -> bool:
    """Say whether a piece of a CV in this language names a term."""
    if want.name is not None:
        return want.name in piece.names
    return same_words(want.term, piece.words, language) or (
        language == "de" and _names_field(want.term, piece.words)
    )


def _names_field(term: str, said: tuple[Word, ...]) -> bool:
    """Say whether a German text names a science by who does it: Ökologin for Ökologie."""
    field = _science(term)
    return bool(field) and any(_science(word.text) == field for word in said)


def _science(word: str) -> str:
    found = _SCIENCE.fullmatch(word)
    return found[1].casefold() if found else ""


def _pieces(entry: Entry, kind: Kind, language: str) -> Iterator[Piece]:
    fields = "; ".join(_fields(entry, language))
    if fields:
        yield _piece(entry.id, kind, fields, language)
    for fact in entry.facts():
        yield _piece(fact.id, kind, affirmed(fact.text, language), language)


def _fields(entry: Entry, language: str) -> Iterator[str]:
    """Yield what title, field and terms say is so; a group of which nothing is so says nothing."""
    terms = [said for _, said in held_terms(entry, language)]
    if is_held(entry, language) and (terms or not entry.terms):
        yield from filter(None, (entry.title, entry.area))
    yield from terms


def _piece(piece_id: str, kind: Kind, text: str, language: str) -> Piece:
    terms = terms_in(text, language)
    names = frozenset(term.name for term in terms)
    return Piece(
        piece_id, kind, text, terms, names | broader_than(names, language), words(text, language)
    )
