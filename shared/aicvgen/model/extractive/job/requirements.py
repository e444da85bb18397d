"""Statements of an ad as requirements with their checkable terms."""

import re
from collections.abc import Iterable

from aicvgen.domain.job import Need, Requirement
from aicvgen.model.extractive.job.names import names_in, phrases_in
from aicvgen.model.extractive.job.salary import is_pay
from aicvgen.model.extractive.job.statements import Statement
from aicvgen.model.extractive.job.topics import Topic
from aicvgen.model.extractive.terms import terms_in

_NEEDS = {Topic.MUST: Need.MUST, Topic.NICE: Need.NICE, Topic.DUTY: Need.DUTY}


def requirements_of(
    statements: Iterable[Statement], language: str, *, known: str
) -> tuple[Requirement, ...]:
    """Return the requirements; words of `known` (title, company) are no terms by themselves.

    What is paid often follows the list of what is asked for, and is none of it.
    """
    ignored = frozenset(word.casefold() for word in re.findall(r"\w+", known))
    return tuple(
        Requirement(
            id=f"req-{number}",
            text=statement.text,
            need=_NEEDS[statement.topic],
            terms=requirement_terms(statement, language, ignored),
        )
        for number, statement in enumerate(
            (said for said in statements if said.topic in _NEEDS and _asks(said.text)), start=1
        )
        if statement.topic is not None
    )


def _asks(text: str) -> bool:
    return not text.endswith(":") and not is_pay(text)


def requirement_terms(
    statement: Statement, language: str, ignored: frozenset[str]
) -> tuple[str, ...]:
    """Return the terms of a statement: known ones, and names and phrases we do not know.

    Of a duty only the known ones, because its sentences name everything the employer does.
    """
    found = [(term.start, term.end, term.written) for term in terms_in(statement.text, language)]
    if statement.topic in {Topic.MUST, Topic.NICE}:
        found += names_in(statement.text, language, found, ignored)
        found += phrases_in(statement.text, found)
    return tuple(dict.fromkeys(text for _, _, text in sorted(found)))
