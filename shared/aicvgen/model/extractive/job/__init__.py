"""Structuring a job ad by rule."""

import re
from collections.abc import Iterable

from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.job import Job
from aicvgen.domain.source import Source
from aicvgen.model.extractive.job.blocks import Shape, blocks_of
from aicvgen.model.extractive.job.header import header_of
from aicvgen.model.extractive.job.keywords import keywords_of
from aicvgen.model.extractive.job.requirements import requirements_of
from aicvgen.model.extractive.job.statements import Statement, cut, statements_of
from aicvgen.model.extractive.job.topics import Topic
from aicvgen.model.extractive.language import language_of
from aicvgen.model.extractive.terms import terms_in

_FEWEST_WORDS = 3
_MOST_CHARACTERS = 60_000
"""Five times what a long ad has; more is a whole site or a list of ads."""


def parse_job(source: Source) -> Job:
    """Return the ad's position, requirements and keywords.

    An odd ad is read as well as it goes: where nothing is marked as asked for, all it says is.
    Raises `Rejected` with EMPTY_AD where it says nothing at all, and with TOO_LARGE where it is no
    single ad.
    """
    if sum(len(line.text) for line in source.lines) > _MOST_CHARACTERS:
        raise Rejected(
            Reason.TOO_LARGE,
            f"The job ad has more than {_MOST_CHARACTERS:,} characters: paste the one ad alone.",
        )
    blocks = blocks_of(source)
    whole = "\n".join(block.text for block in blocks)
    language = language_of(whole)
    if len(re.findall(r"[^\W\d_]{2,}", whole)) < _FEWEST_WORDS and not terms_in(whole, language):
        raise Rejected(
            Reason.EMPTY_AD, "The job ad says nothing: paste its whole text, or leave it out."
        )
    header = header_of(blocks)
    statements = statements_of(blocks, language)
    if not is_marked(statements, language):
        statements = tuple(
            Statement(piece, Topic.MUST)
            for block in blocks
            if block.shape is not Shape.HEADING
            for piece in cut(block.text)
        ) or (Statement(whole, Topic.MUST),)
    requirements = requirements_of(statements, language, known=f"{header.title} {header.company}")
    return Job(
        language=language,
        requirements=requirements,
        keywords=keywords_of(header.title, requirements, language),
        dropped=source.dropped,
        **header._asdict(),
    )


def is_marked(statements: Iterable[Statement], language: str) -> bool:
    """Say whether anything is marked as asked for, so that not all an ad says has to count."""
    return any(_asks(statement, language) for statement in statements)


def _asks(statement: Statement, language: str) -> bool:
    return statement.topic not in {None, Topic.BOILERPLATE} and bool(
        statement.topic is Topic.MUST or terms_in(statement.text, language)
    )
